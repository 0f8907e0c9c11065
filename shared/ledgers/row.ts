import { isComputed } from '../knowledge/derive'
import { dayInChina } from '../knowledge/identifiers'
import { higher, sensitivityOf } from '../knowledge/sensitivity'
import type { Knowledge } from '../knowledge/system'
import type {
  Attribute,
  AttributeCode,
  Claim,
  EntityKind,
  Instant,
  Relation,
  Sensitivity,
  Value,
} from '../knowledge/types'
import { type Condition, codesIn, type Day, factTelling, meets, type Subject, turnsOn, valueIn } from './condition'
import type { Column, LedgerContent } from './ledger'

/** What is known of an entity and what its relations are, as a ledger looks at it. */
export interface Seen extends Subject {
  readonly kind: EntityKind
  readonly facts: Readonly<Record<AttributeCode, Claim>>
  readonly relations: readonly Relation[]
  /** Of those at the other ends: what each is called. */
  readonly names: Readonly<Record<string, string>>
  /** Something of it waits for somebody to decide. */
  readonly undecided: boolean
}

/** One value of a row, with when it was said. */
export interface Cell {
  readonly value: Value
  readonly at: Instant
  readonly sensitivity: Sensitivity
}

/** `soon`: within thirty days something shown may no longer be believed; `stale`: something already may not. */
export const freshnesses = ['fresh', 'soon', 'stale'] as const
export type Freshness = (typeof freshnesses)[number]

/** What is the matter with a column of a row: nobody has said it, or it may soon, or already, no longer be believed. */
export const columnStates = ['missing', 'soon', 'stale'] as const
export type ColumnState = (typeof columnStates)[number]

export interface Row {
  /** By column; what nobody has said has none. */
  readonly cells: Readonly<Record<string, Cell>>
  /** By declared filter: the codes it has. */
  readonly filters: Readonly<Record<AttributeCode, readonly string[]>>
  readonly freshness: Freshness
  /** How many columns nothing is known of. */
  readonly missing: number
  /** By column; of what is known and fresh there is none. */
  readonly states: Readonly<Record<string, ColumnState>>
  readonly undecided: boolean
}

const dayMillis = 86_400_000
const ofAge: Condition = { about: 'age', attribute: 'person.birthDate', least: 14 }
const soonDays = 30

/** @returns whether an entity is in a ledger by its rule; what is put in by hand is for the caller to know */
export function isIn({ kind, membership }: LedgerContent, seen: Seen, at: Instant): boolean {
  return kind === seen.kind && membership.by === 'rule' && membership.all.every((one) => meets(one, seen, at))
}

/** @returns what a ledger shows of one of its entities */
export function rowOf(ledger: LedgerContent, knowledge: Knowledge, seen: Seen, at: Instant): Row {
  const cells: Record<string, Cell> = {}
  for (const column of ledger.columns) {
    const cell = cellOf(column, knowledge, seen, at)
    if (cell !== undefined) cells[column.key] = cell
  }
  const filters: Record<AttributeCode, readonly string[]> = {}
  for (const code of ledger.filters) {
    const value = valueIn(seen, code, at)
    if (value !== undefined) filters[code] = codesIn(value)
  }
  const today = dayInChina(at)
  const states: Record<string, ColumnState> = {}
  for (const column of ledger.columns) {
    const last = lastDayOf(column, knowledge, seen)
    const state = cells[column.key] === undefined ? 'missing' : freshnessOn(last === undefined ? [] : [last], today)
    if (state !== 'fresh') states[column.key] = state
  }
  return {
    cells,
    filters,
    freshness: freshnessOn(lastDays(ledger, knowledge, seen), today),
    missing: ledger.columns.filter(({ key }) => cells[key] === undefined).length,
    states,
    undecided: seen.undecided,
  }
}

/** @returns the next day in China on which a row, or whether there is one, may be another though nobody says anything */
export function rowTurnsOn(ledger: LedgerContent, knowledge: Knowledge, seen: Seen, at: Instant): Day | undefined {
  const today = dayInChina(at)
  const conditions = ledger.membership.by === 'rule' ? ledger.membership.all : []
  const turning = conditions.map((one) => turnsOn(one, seen, at))
  const ageing = lastDays(ledger, knowledge, seen).flatMap((last) => [dayAfter(last, 1), dayAfter(last, 1 - soonDays)])
  const birthdays = ledger.columns.some((one) => one.of === 'attribute' && isComputed(one.attribute))
    ? [turnsOn({ about: 'age', attribute: 'person.birthDate', least: ageNext(seen, at) }, seen, at)]
    : []
  // From fourteen on not everything said of somebody is sensitive any more.
  const grown = seen.kind === 'person' ? [turnsOn(ofAge, seen, at)] : []
  return [...turning, ...ageing, ...birthdays, ...grown].filter((day) => day !== undefined && day > today).sort()[0]
}

const ageNext = (seen: Seen, at: Instant): number => Number(valueIn(seen, 'person.age', at) ?? 0) + 1

function cellOf(column: Column, knowledge: Knowledge, seen: Seen, at: Instant): Cell | undefined {
  if (column.of === 'attribute') {
    const what = knowledge.attribute(column.attribute)
    const value = valueIn(seen, column.attribute, at)
    if (what === undefined || value === undefined) return undefined
    return { value, at: claimOf(seen, what)?.at ?? at, sensitivity: sensitivityOf(what, seen, at) }
  }
  const found = seen.relations.filter(
    ({ type, from, to, pending }) =>
      pending !== true && column.types.includes(type) && (column.direction === 'forward' ? from : to) === seen.id,
  )
  const names = found.map(({ from, to }) => seen.names[column.direction === 'forward' ? to : from] ?? '')
  const named = names.filter((name) => name !== '')
  if (named.length === 0) return undefined
  const sensitivity = column.types
    .map((type) => knowledge.relationType(type)?.sensitivity ?? 'sensitive')
    .reduce(higher, sensitivityOf({ sensitivity: 'open' }, seen, at))
  // As old as what was said last of it: looked at twice, a row is the same.
  const saidAt =
    found
      .map((one) => one.at)
      .sort()
      .at(-1) ?? at
  return { value: named.length === 1 ? (named[0] ?? '') : named, at: saidAt, sensitivity }
}

/** What is computed, or follows from another fact, is as old as that. */
const claimOf = (seen: Seen, { code }: Attribute): Claim | undefined => factTelling(seen.facts, code)

/** Of each fact shown that may be believed for a time only: the last day on which it may. */
const lastDays = (ledger: LedgerContent, knowledge: Knowledge, seen: Seen): readonly Day[] =>
  ledger.columns.flatMap((column) => lastDayOf(column, knowledge, seen) ?? [])

function lastDayOf(column: Column, knowledge: Knowledge, seen: Seen): Day | undefined {
  const what = column.of === 'attribute' ? knowledge.attribute(column.attribute) : undefined
  const said = what && claimOf(seen, what)
  return what?.freshDays === undefined || said === undefined ? undefined : dayAfter(dayInChina(said.at), what.freshDays)
}

function freshnessOn(lasts: readonly Day[], today: Day): Freshness {
  if (lasts.some((last) => last < today)) return 'stale'
  return lasts.some((last) => last < dayAfter(today, soonDays)) ? 'soon' : 'fresh'
}

const dayAfter = (day: Day, days: number): Day =>
  new Date(Date.parse(day) + days * dayMillis).toISOString().slice(0, 10)
