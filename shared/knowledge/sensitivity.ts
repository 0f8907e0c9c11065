import { ageAt, factsFromIdNumber } from './identifiers'
import {
  type Attribute,
  type AttributeCode,
  type Entity,
  type Instant,
  type Sensitivity,
  sensitivities,
  type Value,
} from './types'

/** Under this age all of a person's facts are sensitive (PIPL art. 28). */
const childUnder = 14

/** What is known of somebody: enough to tell a child. */
export interface Known extends Pick<Entity, 'kind'> {
  readonly facts: Readonly<Record<AttributeCode, { readonly value: Value }>>
}

/** @returns the higher of the attribute's sensitivity and that of whom it is said: a person under 14 is sensitive throughout */
export function sensitivityOf(attribute: Pick<Attribute, 'sensitivity'>, entity: Known, at: Instant): Sensitivity {
  return higher(attribute.sensitivity, isChild(entity, at) ? 'sensitive' : 'open')
}

export function higher(one: Sensitivity, other: Sensitivity): Sensitivity {
  return sensitivities.indexOf(one) >= sensitivities.indexOf(other) ? one : other
}

function isChild(entity: Known, at: Instant): boolean {
  if (entity.kind !== 'person') return false
  const said = entity.facts['person.birthDate']?.value
  const birthDate =
    typeof said === 'string' ? said : factsFromIdNumber(String(entity.facts['person.idNumber']?.value ?? ''))?.birthDate
  return birthDate !== undefined && ageAt(birthDate, at) < childUnder
}
