import { computedFact, factsFollowing, isComputed } from '../knowledge/derive'
import { ageAt, dayInChina, isRealDate } from '../knowledge/identifiers'
import type { AttributeCode, Instant, Relation, RelationCode, Value } from '../knowledge/types'

/** `YYYY-MM-DD` in China. */
export type Day = string

/** One thing an entity has: a fact, or a relation. */
export type Condition =
  /** One of the codes; `yes` or `no` of what is asked yes or no. */
  | { readonly about: 'code'; readonly attribute: AttributeCode; readonly values: readonly string[] }
  /** A number, from `least` up to `most`, both included. */
  | { readonly about: 'number'; readonly attribute: AttributeCode; readonly least?: number; readonly most?: number }
  /** Whole years since a day. */
  | { readonly about: 'age'; readonly attribute: AttributeCode; readonly least?: number; readonly most?: number }
  /** A day, from `from` up to `to`, both included. */
  | { readonly about: 'date'; readonly attribute: AttributeCode; readonly from?: Day; readonly to?: Day }
  /** The words stand in the value. */
  | { readonly about: 'words'; readonly attribute: AttributeCode; readonly words: string }
  /** Something is known of it, or nothing. */
  | { readonly about: 'known'; readonly attribute: AttributeCode; readonly is: boolean }
  /** It has one of the relations now, read from it or towards it, or none of them. */
  | {
      readonly about: 'relation'
      readonly types: readonly RelationCode[]
      readonly direction: 'forward' | 'backward'
      readonly is: boolean
    }

/** What is known of one entity, as far as conditions ask. */
export interface Subject {
  readonly id: string
  /** What is believed, by attribute. */
  readonly facts: Readonly<Record<AttributeCode, { readonly value: Value }>>
  /** Its relations from either end. */
  readonly relations: readonly Pick<Relation, 'type' | 'from' | 'to' | 'pending'>[]
}

/** @returns what is known of an attribute; what time computes is computed, and what an ID number tells need not be said */
export function valueIn(subject: Pick<Subject, 'facts'>, code: AttributeCode, at: Instant): Value | undefined {
  const factOf = (one: AttributeCode): Value | undefined => subject.facts[one]?.value
  return isComputed(code) ? computedFact(code, factOf, at)?.value : (factOf(code) ?? followingIn(factOf, code))
}

const followed: AttributeCode = 'person.idNumber'

function followingIn(factOf: (code: AttributeCode) => Value | undefined, code: AttributeCode): Value | undefined {
  const from = factOf(followed)
  return from === undefined
    ? undefined
    : factsFollowing(followed, from).find(({ attribute }) => attribute === code)?.value
}

/** @returns the fact that tells an attribute: its own, or the one it follows from */
export function factTelling<Fact extends { readonly value: Value }>(
  facts: Readonly<Record<AttributeCode, Fact>>,
  code: AttributeCode,
): Fact | undefined {
  const told = isComputed(code) ? 'person.birthDate' : code
  const own = facts[told]
  if (own !== undefined) return own
  const from = facts[followed]
  return from !== undefined && factsFollowing(followed, from.value).some(({ attribute }) => attribute === told)
    ? from
    : undefined
}

/** @returns whether an entity meets a condition, as far as is known; what nobody has said meets none but that it is not known */
export function meets(condition: Condition, subject: Subject, at: Instant): boolean {
  if (condition.about === 'relation') return hasRelation(condition, subject) === condition.is
  return meetsByValue(condition, valueIn(subject, condition.attribute, at), at)
}

/** @returns whether a value, if one is known, meets a condition on its attribute */
export function meetsByValue(
  condition: Exclude<Condition, { readonly about: 'relation' }>,
  value: Value | undefined,
  at: Instant,
): boolean {
  if (condition.about === 'known') return (value !== undefined) === condition.is
  if (value === undefined) return false
  switch (condition.about) {
    case 'code':
      return codesIn(value).some((code) => condition.values.includes(code))
    case 'number':
      return typeof value === 'number' && isBetween(value, condition.least, condition.most)
    case 'age':
      // A row keeps the age itself, as of its last birthday.
      return isBetween(
        typeof value === 'number' ? value : isDay(value) ? ageAt(value, at) : Number.NaN,
        condition.least,
        condition.most,
      )
    case 'date':
      return typeof value === 'string' && isBetween(value.slice(0, 10), condition.from, condition.to)
    case 'words':
      return textIn(value).includes(condition.words)
  }
}

/** @returns the next day in China on which the answer may be another though nobody says anything: a birthday. Nothing when time changes nothing */
export function turnsOn(condition: Condition, subject: Subject, at: Instant): Day | undefined {
  if (condition.about !== 'age') return undefined
  const born = valueIn(subject, condition.attribute, at)
  if (!isDay(born)) return undefined
  const today = dayInChina(at)
  const { least, most } = condition
  const turning = [least, most === undefined ? undefined : most + 1]
  return turning
    .flatMap((years) => (years === undefined ? [] : [birthday(born, years)]))
    .filter((day) => day > today)
    .sort()[0]
}

/** @returns the day somebody born on a day turns so many years old; born on 29 February, in other years the day after */
export function birthday(born: Day, years: number): Day {
  const year = String(Number(born.slice(0, 4)) + years).padStart(4, '0')
  const day = `${year}${born.slice(4)}`
  return isRealDate(day) ? day : `${year}-03-01`
}

/** @returns a value as codes: of yes-no `yes` or `no` */
export function codesIn(value: Value): readonly string[] {
  if (typeof value === 'object') return value
  if (typeof value === 'boolean') return [value ? 'yes' : 'no']
  return [String(value)]
}

function hasRelation(
  { types, direction }: Extract<Condition, { about: 'relation' }>,
  { id, relations }: Subject,
): boolean {
  return relations.some(
    ({ type, from, to, pending }) =>
      pending !== true && types.includes(type) && (direction === 'forward' ? from : to) === id,
  )
}

const textIn = (value: Value): string => (typeof value === 'object' ? value.join('、') : String(value))
const isDay = (value: Value | undefined): value is Day => typeof value === 'string' && isRealDate(value)

function isBetween<T extends number | string>(value: T, least: T | undefined, most: T | undefined): boolean {
  return (least === undefined || value >= least) && (most === undefined || value <= most)
}
