import type { BodyOf, Contract } from '@zmht/shared/contract'
import {
  type Attribute,
  type EntityKind,
  factsFollowing,
  isBlank,
  isComputed,
  type Knowledge,
  readValue,
  type Value,
} from '@zmht/shared/knowledge'
import { type Column, type LedgerContent, type LedgerKind, nameOfColumn } from '@zmht/shared/ledgers'

/** One thing asked of somebody or something that is entered. */
export type EntryField =
  | { readonly key: string; readonly label: string; readonly of: 'attribute'; readonly attribute: Attribute }
  | {
      readonly key: string
      readonly label: string
      readonly of: 'relation'
      readonly type: string
      readonly direction: 'forward' | 'backward'
      /** What stands at the other end. */
      readonly other: EntityKind
    }

/** What is filled in, by field; of a relation the id at the other end. */
export type EntryValues = Readonly<Record<string, Value>>

interface Placing {
  readonly relation?: string
  readonly label: string
}

/** How an entity of a kind hangs at a place; a place is one itself. */
export const placingOf: Readonly<Record<LedgerKind, Placing>> = {
  person: { relation: 'resides-at', label: '住在哪里' },
  organisation: { relation: 'operates-at', label: '在哪里经营或办公' },
  thing: { relation: 'located-at', label: '在哪里' },
  place: { label: '是哪一个地点' },
}

/** Asked of everybody, whatever the ledger shows: what they are recognised by. */
const recognised: Readonly<Record<LedgerKind, readonly string[]>> = {
  person: ['person.name'],
  organisation: ['organisation.name'],
  thing: [],
  place: [],
}

/**
 * What is asked of one that is entered into a ledger: what it is recognised by, its columns, and what its rule looks at. What time or another
 * answer computes is not asked, nor what cannot be told in a form line: pictures, files, points on a map.
 */
export function entryFields(content: LedgerContent, knowledge: Knowledge): readonly EntryField[] {
  const { kind, columns, membership } = content
  const asked = membership.by === 'rule' ? membership.all : []
  const attributes = [
    ...recognised[kind],
    ...columns.flatMap((column) => (column.of === 'attribute' ? [column.attribute] : [])),
    ...asked.flatMap((one) => (one.about === 'relation' ? [] : [one.attribute])),
  ]
  // An age is told by the day of birth.
  const sources = attributes.map((code) => (isComputed(code) ? (knowledge.attribute(code)?.derivedFrom ?? code) : code))
  return [
    ...[...new Set(sources)].flatMap((code): EntryField[] => {
      const attribute = knowledge.attribute(code)
      if (attribute === undefined || !isAskable(attribute)) return []
      return [{ key: code, label: attribute.name, of: 'attribute', attribute }]
    }),
    ...columns.flatMap((column) => (column.of === 'relation' ? relationField(column, kind, knowledge) : [])),
  ]
}

const isAskable = ({ value, deprecated, of }: Attribute): boolean =>
  typeof of === 'string' && deprecated === undefined && value.type !== 'file' && value.type !== 'point'

function relationField(
  column: Extract<Column, { of: 'relation' }>,
  kind: LedgerKind,
  knowledge: Knowledge,
): readonly EntryField[] {
  const { key, types, direction } = column
  // Columns of several relations show who they lead to; which of them it is cannot be told from one answer.
  const [type, ...more] = types
  const known = type === undefined ? undefined : knowledge.relationType(type)
  if (known === undefined || more.length > 0) return []
  if (direction === 'forward' && known.code === placingOf[kind].relation) return []
  return [
    {
      key,
      label: nameOfColumn(column, knowledge),
      of: 'relation',
      type: known.code,
      direction,
      other: direction === 'forward' ? known.to : known.from,
    },
  ]
}

/** @returns what the rule of the ledger leaves no choice about: filled in already, to be looked at */
export function givenByRule({ membership }: LedgerContent, knowledge: Knowledge): EntryValues {
  if (membership.by === 'hand') return {}
  const given = membership.all.flatMap((one): [string, Value][] => {
    const [only, ...more] = one.about === 'code' ? one.values : []
    if (one.about !== 'code' || only === undefined || more.length > 0) return []
    const what = knowledge.attribute(one.attribute)
    if (what?.value.type === 'yes-no') return [[one.attribute, only === 'yes']]
    return [[one.attribute, what?.many ? [only] : only]]
  })
  return Object.fromEntries(given)
}

/** @returns what follows from an ID number that was filled in: not to be asked beside it */
export function following(values: EntryValues): EntryValues {
  const number = values['person.idNumber']
  const facts = number === undefined ? [] : factsFollowing('person.idNumber', number)
  return Object.fromEntries(facts.map(({ attribute, value }) => [attribute, value]))
}

type Body = BodyOf<Contract['ledgers']['enter']>
export interface Entry {
  readonly facts: Body['facts']
  readonly links: Body['links']
  /** By field, what is wrong with what was typed. */
  readonly problems: Readonly<Record<string, string>>
}

/** @returns what is sent of what was filled in, and what is wrong with it; what was left open says nothing */
export function entryOf(content: LedgerContent, fields: readonly EntryField[], values: EntryValues): Entry {
  const facts: Body['facts'] = []
  const links: Body['links'] = []
  const problems: Record<string, string> = {}
  const said = { ...values, ...following(values) }
  for (const field of fields) {
    const raw = said[field.key]
    if (raw === undefined || isBlank(raw)) {
      if (recognised[content.kind].includes(field.key)) problems[field.key] = `请填写${field.label}`
      continue
    }
    if (field.of === 'relation') {
      links.push({ type: field.type, direction: field.direction, other: String(raw) })
      continue
    }
    const reading = readValue(field.attribute, raw)
    if (reading.ok) facts.push({ attribute: field.key, value: plain(reading.value) })
    else problems[field.key] = reading.message
  }
  for (const [attribute, value] of Object.entries(following(values)))
    if (!facts.some((one) => one.attribute === attribute)) facts.push({ attribute, value: plain(value) })
  return { facts, links, problems }
}

/** The contract takes lists that may be changed. */
const plain = (value: Value): Body['facts'][number]['value'] => (typeof value === 'object' ? [...value] : value)
