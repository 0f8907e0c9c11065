/**
 * Spreadsheets and files of the browser. Only on h5: a mini-program shows nothing of this, and the libraries are fetched when first used.
 */
import { type Cells, largestFile, largestUnpacked, mostRows, readCsv, unpackedSize } from './cells'

export type ReadFile = { readonly ok: true; readonly cells: Cells } | { readonly ok: false; readonly message: string }

const tooMany: ReadFile = { ok: false, message: `表格超过 ${mostRows} 行，请分成几个文件` }

const cellText = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return String(value)
}

/** The first sheet of a workbook, or a comma-separated file in UTF-8 or GBK, as text; what cannot be read is said in words. */
export async function readTable(file: File): Promise<ReadFile> {
  if (file.size > largestFile) return { ok: false, message: '文件超过 10 MB，请分成几个文件' }
  const bytes = await file.arrayBuffer()
  if (/\.csv$/i.test(file.name)) {
    const utf8 = new TextDecoder('utf-8', { fatal: true })
    let text: string
    try {
      text = utf8.decode(bytes)
    } catch {
      text = new TextDecoder('gb18030').decode(bytes)
    }
    const cells = readCsv(text)
    return cells.length > mostRows + 10 ? tooMany : { ok: true, cells }
  }
  const unpacked = unpackedSize(bytes)
  if (unpacked === undefined) {
    return { ok: false, message: '读不了这个文件。请在 Excel 或 WPS 里另存为 .xlsx 再试' }
  }
  if (unpacked > largestUnpacked) return { ok: false, message: '表格内容太多，请分成几个文件' }
  if (process.env.TARO_ENV === 'h5') {
    try {
      const { readSheet } = await import('read-excel-file/browser')
      const rows = await readSheet(file)
      if (rows.length > mostRows + 10) return tooMany
      return { ok: true, cells: rows.map((row) => row.map(cellText)) }
    } catch {
      return { ok: false, message: '读不了这个文件。请在 Excel 或 WPS 里另存为 .xlsx 再试' }
    }
  }
  return { ok: false, message: '请在电脑上导入表格' }
}

/** A table as a workbook in the person's downloads; the first row is the headings. */
export async function saveWorkbook(name: string, cells: Cells, widths: readonly number[]): Promise<void> {
  if (process.env.TARO_ENV === 'h5') {
    const { default: writeWorkbook } = await import('write-excel-file/browser')
    await writeWorkbook(
      cells.map((row, index) =>
        row.map((value) => ({ value, type: String, ...(index === 0 ? { fontWeight: 'bold' as const } : {}) })),
      ),
      { columns: widths.map((width) => ({ width })), stickyRowsCount: 1 },
    ).toFile(name)
  }
}

/** Text as a file in the person's downloads. */
export function saveText(name: string, text: string, type: string): void {
  if (process.env.TARO_ENV === 'h5') {
    const url = URL.createObjectURL(new Blob([text], { type }))
    const link = document.createElement('a')
    link.href = url
    link.download = name
    link.click()
    setTimeout(() => URL.revokeObjectURL(url), 10_000)
  }
}
