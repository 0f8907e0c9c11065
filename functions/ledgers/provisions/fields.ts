import type { Knowledge, Sensitivity } from '@zmht/shared/knowledge'
import type { LedgerContent, LedgerKind } from '@zmht/shared/ledgers'
import { type FieldKey, placeField, sensitivityOfField } from '@zmht/shared/provisions'

/** A field as people read it. */
export interface NamedField {
  readonly key: FieldKey
  readonly label: string
  readonly sensitivity: Sensitivity
}

export function nameField(key: FieldKey, knowledge: Knowledge): NamedField {
  const what = knowledge.attribute(key)
  const label = key === placeField ? '详细地址' : (what?.name ?? '')
  return { key, label, sensitivity: sensitivityOfField(key, what) }
}

/** What may be offered of a ledger: its columns that are facts, and where each row is. */
export const offerableFields = ({ columns }: LedgerContent): readonly FieldKey[] => [
  ...columns.flatMap((column) => (column.of === 'attribute' ? [column.attribute] : [])),
  placeField,
]

/** What people are called is a field like others; what things, places and organisations are called is always shown. */
export const nameAttribute = (kind: LedgerKind): FieldKey | undefined => (kind === 'person' ? 'person.name' : undefined)
