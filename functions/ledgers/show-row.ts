import type { RowReply } from '@zmht/shared/contract'
import { lineageOf } from '@zmht/shared/geo'
import { higher, type Knowledge, maskValue, type Sensitivity, showValue, type Value } from '@zmht/shared/knowledge'
import type { Column } from '@zmht/shared/ledgers'
import { accessTo, type FieldDecision, seesNames } from '@zmht/shared/permission'
import { open } from '../platform/cipher'
import type { Ledger } from './ledger.store'
import type { Reach } from './ledger-access'
import type { ListedRow, RowCard } from './row.store'
import { rowContext } from './rows'

type Shown = { readonly text: string; readonly masked: boolean } | undefined

/** A row as a reader sees it: in a list nothing sensitive is whole, for nobody says what for. */
export async function showRow(ledger: Ledger, knowledge: Knowledge, row: ListedRow, reach: Reach): Promise<RowReply> {
  const { card, id, path } = row
  const fields = reach.fieldsAt(lineageOf(path))
  const { name, home, freshness, missing, undecided, at } = card
  const values = await valuesOf(ledger, row, fields)
  const cells: Record<string, { text: string; masked: boolean }> = {}
  for (const column of ledger.content.columns) {
    const value = values[column.key]
    const shown = value === undefined ? undefined : showCell(column, value, card, knowledge, fields)
    if (shown !== undefined) cells[column.key] = shown
  }
  return { id, name: showName(ledger, name, fields), home, cells, freshness, missing, undecided, at }
}

async function valuesOf(ledger: Ledger, { id, card }: ListedRow, fields: FieldDecision) {
  const { personal, sensitive, attributes } = fields
  const isClosed = personal === 'none' && sensitive === 'none' && attributes === undefined
  if (card.sealed === undefined || isClosed) return card.cells
  return { ...card.cells, ...(await open<Readonly<Record<string, Value>>>(card.sealed, rowContext(id, ledger.id))) }
}

/** How sensitive a column is; what is said of a child is sensitive throughout. */
export function sensitivityOfColumn(column: Column, knowledge: Knowledge, isChild: boolean): Sensitivity {
  if (isChild) return 'sensitive'
  if (column.of === 'attribute') return knowledge.attribute(column.attribute)?.sensitivity ?? 'sensitive'
  return column.types
    .map((type) => knowledge.relationType(type)?.sensitivity ?? 'sensitive')
    .reduce<Sensitivity>(higher, 'open')
}

function showCell(column: Column, value: Value, card: RowCard, knowledge: Knowledge, fields: FieldDecision): Shown {
  const sensitivity = sensitivityOfColumn(column, knowledge, card.child === true)
  const access = accessTo(fields, column.of === 'attribute' ? column.attribute : undefined, sensitivity)
  if (access === 'none') return undefined
  const masked = access === 'masked' || sensitivity === 'sensitive'
  if (column.of === 'relation') {
    const names = typeof value === 'object' ? value : [String(value)]
    return { text: names.map((name) => (masked ? maskName(name) : name)).join('、'), masked }
  }
  const what = knowledge.attribute(column.attribute)
  if (what === undefined) return undefined
  return { text: masked ? maskValue(what, value) : showValue(what, value), masked }
}

/** What people are called is personal, of children too; what things and places are called is not. */
function showName({ content }: Ledger, name: string, fields: FieldDecision): string {
  return content.kind !== 'person' || seesNames(fields) ? name : maskName(name)
}

const maskName = (name: string): string => `${[...name][0] ?? ''}**`
