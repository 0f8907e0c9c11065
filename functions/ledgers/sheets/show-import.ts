import type { SheetImportCardReply, SheetImportReply, SheetImportRowReply } from '@zmht/shared/contract'
import { type Knowledge, showValue } from '@zmht/shared/knowledge'
import { meaningChoices, placeLabel, type SheetColumn } from '@zmht/shared/sheets/rows/index'
import { tailOf } from '../../hierarchy/index'
import { readJob } from '../../platform/job.store'
import { showJob } from '../../platform/show-job'
import type { Ledger } from '../ledger.store'
import type { CheckedRow } from './check-rows'
import { checkedPart } from './findings'
import type { Checked, SheetImport } from './import.store'
import { rowsOfPart } from './shelf'
import type { SheetRow } from './workbook/index'

const mostReasons = 40

/** An import as whoever it is of reads it. */
export async function showImport(one: SheetImport, ledger: Ledger, knowledge: Knowledge): Promise<SheetImportReply> {
  const [job, placeName] = await Promise.all([
    one.job === undefined ? undefined : readJob(one.job),
    one.place === undefined ? '' : tailOf(one.place),
  ])
  const isUnderstood = one.columns.length > 0
  return {
    id: one.id,
    ledgerId: one.ledger,
    name: one.name,
    state: one.state,
    at: one.at,
    message: one.message,
    sheets: [...one.sheets],
    ...(one.sheet === undefined ? {} : { sheet: one.sheet }),
    fillDown: one.fillDown,
    merged: one.merged,
    ...(isUnderstood ? { headingRow: one.headingRow } : {}),
    columns: one.columns.map((column) => ({
      ...column,
      as: { ...column.as },
      candidates: column.candidates.map(({ as, label, score }) => ({ as: { ...as }, label, score })),
      examples: [...(one.examples[column.column] ?? [])],
    })),
    choices: isUnderstood
      ? meaningChoices(ledger.content, knowledge).map(({ as, label, own }) => ({ as: { ...as }, label, own }))
      : [],
    ...(one.place === undefined ? {} : { place: { id: one.place, name: placeName } }),
    nearest: one.nearest,
    ...(one.checked === undefined ? {} : { preview: showPreview(one.checked) }),
    ...(one.how === undefined ? {} : { how: one.how }),
    imported: one.imported,
    failed: one.failed,
    wrongSheet: one.wrongSheet,
    ...(job === undefined || job.state === 'done' || job.state === 'failed' ? {} : { job: showJob(job) }),
  }
}

function showPreview({ reasons, refused: _, ...counts }: Checked): NonNullable<SheetImportReply['preview']> {
  const all = Object.entries(reasons).map(([reason, rows]) => ({ reason, rows }))
  return { ...counts, reasons: all.sort((one, other) => other.rows - one.rows).slice(0, mostReasons) }
}

/** An import as lists show it. */
export const cardOf = ({ id, name, state, at, message }: SheetImport): SheetImportCardReply => ({
  id,
  name,
  state,
  at,
  message,
})

const pageSize = 20

/** A page of the rows of an import that `wanted` asks for, part by part; parts that have none of them are not read. */
export async function pageOfRows(
  one: SheetImport,
  ledger: Ledger,
  knowledge: Knowledge,
  { what, part: first, from }: { readonly what: 'first' | 'refused'; readonly part: number; readonly from: number },
): Promise<{ items: SheetImportRowReply[]; next?: { readonly part: number; readonly from: number } }> {
  const items: SheetImportRowReply[] = []
  let skip = from
  for (let part = first; part < one.parts; part++) {
    if (what === 'refused' && (one.checked?.refused[part] ?? 0) === 0) continue
    const checked = (await checkedPart(one, part)).filter(({ problems }) => what === 'first' || problems.length > 0)
    const shown = checked.slice(skip, skip + pageSize - items.length)
    const written = new Map((await rowsOfPart(one.id, one.reading, part)).map((row) => [row.number, row]))
    items.push(...shown.map((row) => showRow(row, written.get(row.row), one.columns, ledger, knowledge)))
    if (items.length >= pageSize) {
      const isMore = skip + shown.length < checked.length || one.parts > part + 1
      // The first rows are a look at what comes, not a list to be gone through.
      if (what === 'first' || !isMore) return { items }
      const isPartDone = skip + shown.length >= checked.length
      return { items, next: isPartDone ? { part: part + 1, from: 0 } : { part, from: skip + shown.length } }
    }
    skip = 0
  }
  return { items }
}

function showRow(
  { row, outcome, facts, home, problems }: CheckedRow,
  written: SheetRow | undefined,
  columns: readonly SheetColumn[],
  { content }: Ledger,
  knowledge: Knowledge,
): SheetImportRowReply {
  const labelOf = ({ as, heading }: SheetColumn): string => {
    if (as.of === 'place') return placeLabel(content.kind)
    return as.of === 'attribute' ? (knowledge.attribute(as.attribute)?.name ?? heading) : heading
  }
  const readOf = ({ as }: SheetColumn): string | undefined => {
    if (as.of !== 'attribute') return undefined
    const what = knowledge.attribute(as.attribute)
    const fact = facts.find(({ attribute }) => attribute === as.attribute)
    return what === undefined || fact === undefined ? undefined : showValue(what, fact.value)
  }
  return {
    row,
    outcome,
    home,
    cells: columns.map((column) => {
      const read = readOf(column)
      return {
        column: column.column,
        label: labelOf(column),
        written: written?.cells[column.column] ?? '',
        ...(read === undefined ? {} : { read }),
      }
    }),
    reasons: problems.map(({ column, message }) => ({ ...(column === undefined ? {} : { column }), message })),
  }
}
