import { isComputed } from '../../knowledge/derive'
import type { Knowledge } from '../../knowledge/system'
import type { Attribute, AttributeCode, EntityKind, RelationCode } from '../../knowledge/types'
import type { Column, LedgerContent, LedgerKind } from '../../ledgers/ledger'
import { nameOfColumn } from '../../ledgers/say'

/** What a column of a sheet is, for a ledger: a fact, a part of where each row is, or nothing that is taken in. */
export type ColumnMeaning =
  | { readonly of: 'attribute'; readonly attribute: AttributeCode }
  | { readonly of: 'place' }
  | { readonly of: 'nothing' }

/** A column of a sheet with what it is taken for. */
export interface SheetColumn {
  /** From 0. */
  readonly column: number
  readonly heading: string
  readonly as: ColumnMeaning
  /** `chosen`: by a person. */
  readonly confidence: 'right' | 'unsure' | 'none' | 'chosen'
  /** In words for the clerk. */
  readonly why: string
  /** What else it may be, the best first. */
  readonly candidates: readonly { readonly as: ColumnMeaning; readonly label: string; readonly score: number }[]
}

/** By which relation an entity of a kind hangs on its place. Of places there is none: the address tells which place it is. */
export const placingRelation: Readonly<Record<LedgerKind, RelationCode | undefined>> = {
  person: 'resides-at',
  organisation: 'operates-at',
  thing: 'located-at',
  place: undefined,
}

const placeLabels: Readonly<Record<LedgerKind, string>> = {
  person: '住址',
  organisation: '经营地址',
  thing: '所在位置',
  place: '是哪个地点（地址）',
}

/** @returns what the place columns of a ledger's sheet are called */
export const placeLabel = (kind: LedgerKind): string => placeLabels[kind]

export const nothing: ColumnMeaning = { of: 'nothing' }
export const place: ColumnMeaning = { of: 'place' }
export const attributeMeaning = (attribute: AttributeCode): ColumnMeaning => ({ of: 'attribute', attribute })

export function isSameMeaning(one: ColumnMeaning, other: ColumnMeaning): boolean {
  return one.of === 'attribute' ? other.of === 'attribute' && one.attribute === other.attribute : one.of === other.of
}

/** @returns whether a cell of text can say a fact: not what time computes, nor a file, nor a place chosen from a tree */
export function canBeWritten(what: Attribute | undefined, kind: EntityKind): what is Attribute {
  return (
    what !== undefined &&
    what.of === kind &&
    what.deprecated === undefined &&
    !isComputed(what.code) &&
    what.value.type !== 'file' &&
    what.value.type !== 'place'
  )
}

/** @returns what a column of a ledger is in a sheet; nothing for relations other than to its place */
export function meaningOfColumn(column: Column, content: LedgerContent, knowledge: Knowledge): ColumnMeaning {
  if (column.of === 'attribute')
    return canBeWritten(knowledge.attribute(column.attribute), content.kind)
      ? attributeMeaning(column.attribute)
      : nothing
  const placing = placingRelation[content.kind]
  return placing !== undefined && column.direction === 'forward' && column.types.includes(placing) ? place : nothing
}

/** One thing a clerk may choose for a column. */
export interface MeaningChoice {
  readonly as: ColumnMeaning
  readonly label: string
  /** It is a column of the ledger. */
  readonly own: boolean
}

/** @returns what can be chosen for a column: the ledger's own columns first, then where it is, then whatever else is known of such entities */
export function meaningChoices(content: LedgerContent, knowledge: Knowledge): readonly MeaningChoice[] {
  const own = content.columns.flatMap((column): MeaningChoice[] => {
    const as = meaningOfColumn(column, content, knowledge)
    return as.of === 'attribute' ? [{ as, label: nameOfColumn(column, knowledge), own: true }] : []
  })
  const others = knowledge
    .attributesOf(content.kind)
    .filter((what) => canBeWritten(what, content.kind))
    .map((what): MeaningChoice => ({ as: attributeMeaning(what.code), label: what.name, own: false }))
    .filter(({ as }) => !own.some((one) => isSameMeaning(one.as, as)))
  return [...own, { as: place, label: placeLabel(content.kind), own: true }, ...others]
}
