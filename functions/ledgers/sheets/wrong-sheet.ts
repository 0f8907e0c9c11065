import { putStored } from '../../platform/files/bucket'
import { checkedPart, failedRows } from './findings'
import type { SheetImport } from './import.store'
import { rowsOfPart, wrongFile } from './shelf'
import type { SheetRow } from './workbook/index'

export const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const reasonHeading = '未导入原因'

/** Writes the rows that are not imported as the same sheet, each with the reasons in a last column. */
export async function writeWrongSheet(found: SheetImport): Promise<void> {
  const { writeSheet } = await import('./workbook/index')
  const width = Math.max(0, ...found.columns.map(({ column }) => column + 1))
  const headings = Array.from({ length: width }, (_, at) => headingOf(found, at))
  const rows = refusedRows(found, width)
  const bytes = await writeSheet({ name: found.sheet ?? '表格', headings: [...headings, reasonHeading], rows })
  await putStored(wrongFile(found.id), bytes, sheetType)
}

/** 监护人信息/姓名 is written as it is called: read again it means the same. */
const headingOf = ({ columns }: SheetImport, at: number): string =>
  columns.find(({ column }) => column === at)?.heading ?? ''

async function* refusedRows(found: SheetImport, width: number): AsyncGenerator<readonly string[]> {
  const failed = await failedRows(found)
  for (let part = 0; part < found.parts; part++) {
    const reasons = new Map<number, string>()
    for (const { row, problems } of await checkedPart(found, part)) {
      const told = [...problems.map(({ message }) => message), ...(failed.get(row) ?? [])]
      if (told.length > 0) reasons.set(row, told.join('；'))
    }
    if (reasons.size === 0) continue
    for (const row of await rowsOfPart(found.id, found.reading, part)) {
      const reason = reasons.get(row.number)
      if (reason !== undefined) yield [...cellsOf(row, width), reason]
    }
  }
}

const cellsOf = ({ cells }: SheetRow, width: number): readonly string[] =>
  Array.from({ length: width }, (_, at) => cells[at] ?? '')
