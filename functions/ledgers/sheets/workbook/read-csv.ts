import { limits, SheetRefused } from './refused'
import { type OpenedSheet, rowGate, type SheetRow } from './rows'

const pieceBytes = 64 * 1024

/** Opens text with commas, tabs or semicolons between its cells, in UTF-8, in GB 18030 and what came before it, or in UTF-16 with its mark. */
export function openCsv(bytes: Buffer): OpenedSheet {
  const encoding = encodingOf(bytes)
  if (encoding === undefined) throw new SheetRefused('这不是表格文件，请上传 .xlsx 或 .csv')
  return { sheets: ['表格'], sheet: '表格', rows: readRows(bytes, encoding), merges: () => [] }
}

function* pieces(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes)
}

function encodingOf(bytes: Buffer): string | undefined {
  const mark = bytes.subarray(0, 2).toString('hex')
  if (mark === 'fffe') return 'utf-16le'
  if (mark === 'feff') return 'utf-16be'
  if (bytes.includes(0)) return undefined
  return decodes(bytes, 'utf-8') ? 'utf-8' : decodes(bytes, 'gb18030') ? 'gb18030' : undefined
}

function decodes(bytes: Buffer, encoding: string): boolean {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for (const piece of pieces(bytes)) decoder.decode(piece, { stream: true })
    decoder.decode()
    return true
  } catch {
    return false
  }
}

async function* readRows(bytes: Buffer, encoding: string): AsyncGenerator<readonly SheetRow[]> {
  const decoder = new TextDecoder(encoding)
  const pass = rowGate()
  let ready: SheetRow[] = []
  const reader = cellReader((number, cells) => {
    const row = pass(number, cells)
    if (row !== undefined) ready.push(row)
  })
  for (const piece of pieces(bytes)) {
    reader.write(decoder.decode(piece, { stream: true }))
    if (ready.length === 0) continue
    yield ready
    ready = []
  }
  reader.write(decoder.decode())
  reader.close()
  if (ready.length > 0) yield ready
}

/** The sign that stands most often in the first line, outside quotes. */
function separatorIn(text: string): string {
  const [line = ''] = text.replace(/"[^"]*"/g, '').split(/[\r\n]/)
  const count = (sign: string): number => line.split(sign).length
  return [',', '\t', ';'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

/** RFC 4180 as people write it: quotes doubled inside quotes, lines inside quotes, ends of lines of any system. */
function cellReader(row: (number: number, cells: string[]) => void) {
  let separator: string | undefined
  let number = 0
  let cells: string[] = []
  let cell = ''
  // `quoted`: inside quotes; `closing`: a quote inside quotes, whether it ends them the next sign tells.
  let state: 'plain' | 'quoted' | 'closing' = 'plain'
  let afterReturn = false
  const endCell = () => {
    cells.push(cell)
    cell = ''
  }
  const endRow = () => {
    endCell()
    number += 1
    row(number, cells)
    cells = []
  }
  const take = (sign: string) => {
    const isSecondEnd = afterReturn && sign === '\n'
    afterReturn = false
    if (state === 'quoted') {
      if (sign === '"') state = 'closing'
      else cell += sign
      return
    }
    if (state === 'closing') {
      state = sign === '"' ? 'quoted' : 'plain'
      if (sign === '"') {
        cell += sign
        return
      }
    }
    if (sign === separator) endCell()
    else if (sign === '\n' || sign === '\r') {
      if (!isSecondEnd) endRow()
      afterReturn = sign === '\r'
    } else if (sign === '"' && cell === '') state = 'quoted'
    else cell += sign
  }
  return {
    write: (text: string) => {
      separator ??= text === '' ? undefined : separatorIn(text)
      for (const sign of text) take(sign)
      if (cell.length > limits.cellCharacters)
        throw new SheetRefused(`第 ${number + 1} 行有引号没有配对，或文字太长，请改好再上传`)
    },
    close: () => {
      if (state === 'quoted') throw new SheetRefused(`第 ${number + 1} 行有引号没有配对，请改好再上传`)
      if (cell !== '' || cells.length > 0) endRow()
    },
  }
}
