import type { Knowledge } from '@zmht/shared/knowledge'
import type { LedgerContent } from '@zmht/shared/ledgers'
import type { Grid } from '@zmht/shared/sheets'
import { findHeadings } from '@zmht/shared/sheets/headings'
import { knowledgeNow } from '../../knowledge/index'
import { readStored } from '../../platform/files/bucket'
import type { JobStep } from '../../platform/jobs'
import { readLedger } from '../ledger.store'
import type { SheetImport } from './import.store'
import { changeImport, importOf, leftOff, over } from './importing'
import { partNames, putPart, rowsOfPart, sheetFile } from './shelf'
import type { Merged, OpenedSheet, SheetRow } from './workbook/index'

/** A part is so many rows, or so many characters, whichever comes first: no step ever holds the sheet. */
const rowsOfOnePart = 500
const charactersOfOnePart = 1_000_000
/** Parts cut in one step. A step begins at the first row again and passes over what was cut: rows can only be read in order. */
const partsOfOneStep = 60

interface Stand {
  readonly rows: number
  readonly parts: number
}

/** Cuts the posted sheet into parts, then finds the headings and what each column is. Done again it cuts the same parts. */
export const readingStep: JobStep = async (job) => {
  const found = await importOf(job, 'reading')
  if (found === undefined) return leftOff(job)
  const stand: Stand = job.cursor === undefined ? { rows: 0, parts: 0 } : JSON.parse(job.cursor)
  const { openSheet, SheetRefused } = await import('./workbook/index')
  const bytes = await readStored(sheetFile(found.id))
  try {
    if (bytes === undefined) throw new SheetRefused('表格还没有传完，请重新上传')
    const opened = await openSheet(bytes, {
      fillDown: found.fillDown,
      ...(found.sheet === undefined ? {} : { sheet: found.sheet }),
    })
    const cut = await cutParts(found, opened, stand)
    if (cut.more) {
      const { rows, parts } = cut
      return {
        cursor: JSON.stringify({ rows, parts }),
        done: rows,
        total: rows,
        message: `已读 ${rows} 行`,
        finished: false,
      }
    }
    await conclude(found, opened, cut)
    return over(cut.rows, cut.rows, `读完了，共 ${cut.rows} 行`)
  } catch (error) {
    if (!(error instanceof SheetRefused)) throw error
    const message = error.message
    await changeImport(found.id, (one) => (one.job === job.id ? { ...one, state: 'failed', message } : undefined))
    return over(stand.rows, stand.rows, message)
  }
}

/** Writes the next parts. @returns how far the sheet is cut, and whether there is more of it */
async function cutParts(
  { id, reading }: SheetImport,
  opened: OpenedSheet,
  stand: Stand,
): Promise<Stand & { readonly more: boolean }> {
  let [passed, rows, parts, characters] = [0, stand.rows, stand.parts, 0]
  let part: SheetRow[] = []
  const put = async () => {
    await putPart(id, partNames.rows(reading, parts), part)
    parts += 1
    part = []
    characters = 0
  }
  for await (const batch of opened.rows)
    for (const row of batch) {
      passed += 1
      if (passed <= stand.rows) continue
      if (parts - stand.parts >= partsOfOneStep) return { rows, parts, more: true }
      part.push(row)
      rows += 1
      characters += row.cells.reduce((all, cell) => all + cell.length, 0)
      if (part.length >= rowsOfOnePart || characters >= charactersOfOnePart) await put()
    }
  if (part.length > 0) await put()
  return { rows, parts, more: false }
}

/** Nobody writes headings further down. */
const lastHeadingRow = 200
const mostExamples = 3

/** All rows are cut: the headings are looked for in the first of them. */
async function conclude(found: SheetImport, opened: OpenedSheet, { parts }: Stand): Promise<void> {
  const [rows, knowledge, ledger] = [
    parts === 0 ? [] : await rowsOfPart(found.id, found.reading, 0),
    await knowledgeNow(),
    await readLedger(found.ledger),
  ]
  const merges = opened.merges()
  const headed = findHeadings(gridOf(opened.sheet, rows, merges))
  const { headings } = headed
  const isUsable = ledger !== undefined && headings.length > 0
  const columns = isUsable ? await proposedFor(ledger.content, knowledge, headed) : []
  const message =
    ledger === undefined
      ? '台账已不在，不能导入'
      : headings.length === 0
        ? '没有找到表头，请在第一行写上各列的名称，再重新上传'
        : '请核对每一列是什么内容，确认后开始检查'
  await changeImport(found.id, (one) => {
    if (one.job !== found.job || one.state !== 'reading') return undefined
    const { checked: _, ...rest } = one
    return {
      ...rest,
      state: isUsable ? 'read' : 'failed',
      message,
      sheets: opened.sheets,
      sheet: opened.sheet,
      merged: merges.filter(({ top, bottom }) => bottom > top && top >= headed.first).length,
      parts,
      headingRow: headed.row + 1,
      firstRow: headed.first + 1,
      columns,
      examples: Object.fromEntries(
        columns.map(({ column }) => [
          column,
          headed.rows
            .map((cells) => cells[column] ?? '')
            .filter((cell) => cell !== '')
            .slice(0, mostExamples),
        ]),
      ),
    }
  })
}

async function proposedFor(content: LedgerContent, knowledge: Knowledge, headed: ReturnType<typeof findHeadings>) {
  const { proposeColumns } = await import('./workbook/index')
  return proposeColumns(content, knowledge, headed)
}

/** The top of the sheet, blank rows included. */
function gridOf(name: string, rows: readonly SheetRow[], merges: readonly Merged[]): Grid {
  const top = rows.filter(({ number }) => number <= lastHeadingRow + rowsOfOnePart)
  const cells: (readonly string[])[] = Array.from({ length: top.at(-1)?.number ?? 0 }, () => [])
  for (const row of top) cells[row.number - 1] = row.cells
  return { name, rows: cells, merges: merges.filter((one) => one.top < lastHeadingRow) }
}
