import { ageAt, factsFromIdNumber, isRealDate } from './identifiers'
import type { AttributeCode, Instant, Value } from './types'

export interface DerivedFact {
  readonly attribute: AttributeCode
  readonly value: Value
}

/** @returns the facts that follow from a fact and hold as long as it does: birth date and sex from the ID number */
export function factsFollowing(code: AttributeCode | undefined, value: Value): readonly DerivedFact[] {
  if (code !== 'person.idNumber' || typeof value !== 'string') return []
  const facts = factsFromIdNumber(value)
  if (!facts) return []
  return [
    { attribute: 'person.birthDate', value: facts.birthDate },
    { attribute: 'person.sex', value: facts.sex },
  ]
}

/** What changes by itself as time goes by: computed when it is looked at, neither asked nor stored. */
export function isComputed(code: AttributeCode): boolean {
  return code === 'person.age'
}

/** @returns such a value from the facts of its entity, and the fact it comes from */
export function computedFact(
  code: AttributeCode,
  factOf: (code: AttributeCode) => Value | undefined,
  at: Instant,
): { readonly value: Value; readonly from: AttributeCode } | undefined {
  if (!isComputed(code)) return undefined
  const from = 'person.birthDate'
  const told = factOf(from) ?? factsFollowing('person.idNumber', factOf('person.idNumber') ?? '')[0]?.value
  return typeof told === 'string' && isRealDate(told) ? { value: ageAt(told, at), from } : undefined
}
