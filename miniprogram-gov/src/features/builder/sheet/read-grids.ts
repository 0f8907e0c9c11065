import { read, type WorkSheet } from '@e965/xlsx'
import { type Grid, maySheetBeText } from '@zmht/shared/sheets'
import { readCsv, unpackedSize } from '../../sheets/cells'

export const mostBytes = 20 * 1024 * 1024
/** All parts of a workbook together. */
const mostUnpacked = 150 * 1024 * 1024
const mostSheets = 200
/** Headings and enough values to tell what they are: nobody's people are brought in here. */
const mostRows = 500
const mostColumns = 400

export type ReadGrids =
  | { readonly ok: true; readonly grids: readonly Grid[] }
  | { readonly ok: false; readonly message: string }

const refused = (message: string): ReadGrids => ({ ok: false, message })

/** Reads the sheets of an .xlsx, .xls, .ods or .csv, or of the web page some systems call .xls: the cells as text. */
export function readGrids(bytes: Uint8Array, name: string): ReadGrids {
  if (bytes.length === 0) return refused('文件是空的')
  if (bytes.length > mostBytes) return refused(`文件超过 ${mostBytes / 1024 / 1024} 兆，请分成几个再试`)
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  const isZip = head.startsWith('PK')
  const isOle = head.startsWith('ÐÏ\u0011à')
  const isMarkup = /^(ï»¿)?\s*<(\?xml|!doctype|html|table|meta)/i.test(head)
  if (isZip) {
    const unpacked = unpackedSize(bytes.slice().buffer)
    if (unpacked === undefined) return refused('文件不完整，请在 Excel 或 WPS 里重新保存后再试')
    if (unpacked > mostUnpacked) return refused('文件内容太多，请分成几个再试')
  }
  if (isZip || isOle || isMarkup) return readBook(bytes)
  const text = maySheetBeText(name) ? textOf(bytes) : undefined
  if (text === undefined) return refused('不是表格文件，请选 .xlsx、.xls 或 .csv')
  const rows = readCsv(text.replace(/^\ufeff/, '')).slice(0, mostRows)
  return {
    ok: true,
    grids: [{ name: name.replace(/\.[^.]*$/, ''), rows: rows.map((row) => row.slice(0, mostColumns)) }],
  }
}

/** UTF-8 with or without its mark, UTF-16 as some systems write, else GBK and its successors. */
function textOf(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes.includes(0)) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

function readBook(bytes: Uint8Array): ReadGrids {
  try {
    const book = read(bytes, {
      type: 'array',
      dense: true,
      cellDates: true,
      UTC: true,
      cellFormula: false,
      cellHTML: false,
      cellNF: true,
      sheetRows: mostRows,
    })
    const grids = book.SheetNames.slice(0, mostSheets).flatMap((name): readonly Grid[] => {
      const sheet = book.Sheets[name]
      return sheet ? [gridOf(name, sheet)] : []
    })
    return { ok: true, grids }
  } catch (problem) {
    const words = problem instanceof Error ? problem.message : ''
    return /password|encrypt/i.test(words)
      ? refused('文件有密码，请去掉密码再试')
      : refused('文件读不出来，请在 Excel 或 WPS 里另存为 .xlsx 再试')
  }
}

/** Of a cell only what is read of it: the library's own type is wider and looser. */
interface Cell {
  readonly t?: string
  readonly v?: unknown
  readonly w?: string
  readonly z?: unknown
}

function gridOf(name: string, sheet: WorkSheet): Grid {
  const data: readonly (readonly (Cell | undefined)[] | undefined)[] = sheet['!data'] ?? []
  const rows = Array.from(data.slice(0, mostRows), (row) => {
    const cells = Array.from(row?.slice(0, mostColumns) ?? [], cellText)
    while (cells.length > 0 && cells.at(-1)?.trim() === '') cells.pop()
    return cells
  })
  while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop()
  const merges = (sheet['!merges'] ?? []).slice(0, 2000).map(({ s, e }) => ({
    top: s.r,
    left: s.c,
    bottom: e.r,
    right: e.c,
  }))
  return { name, rows, merges }
}

/** Dates as `YYYY-MM-DD`, numbers unformatted, since a clerk's format may round them. */
function cellText(cell: Cell | undefined): string {
  if (!cell || cell.v === undefined || cell.v === null || cell.t === 'e' || cell.t === 'z') return ''
  if (cell.v instanceof Date) {
    if (Number.isNaN(cell.v.getTime())) return String(cell.w ?? '')
    const text = cell.v.toISOString()
    if (text < '1900-01-02') return text.slice(11, 16)
    return text.slice(11, 19) === '00:00:00' ? text.slice(0, 10) : text.slice(0, 16)
  }
  if (cell.t === 'n' && /%/.test(String(cell.z ?? ''))) return String(cell.w ?? cell.v)
  return String(cell.v)
}
