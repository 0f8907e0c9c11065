import type { EntityId } from '@zmht/shared/knowledge'

/** The person a resident's account belongs to: the same letters behind another first one, so that neither needs a look-up. */
export function personOf(actor: string): EntityId {
  return `e${actor.slice(1)}` as EntityId // an actor id is `a` + 20 characters, an entity id `e` + 20
}

/** @returns the account that would belong to a person. */
export function accountOf(person: string): string {
  return `a${person.slice(1)}`
}

/** 138****1234 */
export function maskPhone(phone: string): string {
  return phone.length === 11 ? `${phone.slice(0, 3)}****${phone.slice(7)}` : ''
}
