import { openCsv } from './read-csv'
import { openXlsx } from './read-xlsx'
import { refusalOf, SheetRefused } from './refused'
import type { OpenedSheet, SheetRow } from './rows'

/**
 * Opens a sheet whatever it is written in; its rows are never all held at once.
 * @throws SheetRefused with what to do about it, here or while its rows are read
 */
export async function openSheet(
  bytes: Buffer,
  asked: { readonly sheet?: string; readonly fillDown: boolean },
): Promise<OpenedSheet> {
  if (bytes.length === 0) throw new SheetRefused('文件是空的，请换一个')
  if (bytes.subarray(0, 4).toString('hex') === 'd0cf11e0')
    throw new SheetRefused('这是旧版 .xls 表格或加了密码，请在 Excel 或 WPS 里去掉密码，另存为 .xlsx 再上传')
  try {
    const opened = isZip(bytes) ? await openXlsx(bytes, asked) : openCsv(bytes)
    return { ...opened, rows: refusing(opened.rows) }
  } catch (error) {
    throw refusalOf(error)
  }
}

const isZip = (bytes: Buffer): boolean => bytes.subarray(0, 2).toString('latin1') === 'PK'

async function* refusing(rows: AsyncIterable<readonly SheetRow[]>): AsyncGenerator<readonly SheetRow[]> {
  const each = rows[Symbol.asyncIterator]()
  try {
    for (;;) {
      const next = await nextOf(each)
      if (next.done === true) return
      yield next.value
    }
  } finally {
    await each.return?.()
  }
}

async function nextOf(each: AsyncIterator<readonly SheetRow[]>): Promise<IteratorResult<readonly SheetRow[]>> {
  try {
    return await each.next()
  } catch (error) {
    throw refusalOf(error)
  }
}
