import { type BodyOf, type Contract, type EntityReply, mintStepKey } from '@zmht/shared/contract'
import { useRef } from 'react'
import { api } from '@/lib/api'
import { facts as known } from './resources'

type Facts = BodyOf<Contract['ledgers']['tell']>['facts']

/**
 * Tells facts of oneself, or of somebody one acts for, and shows them everywhere.
 * @returns which of them wait for the community, by attribute; throws what stood in the way. The same facts sent again are the same step
 */
export function useTell(person: EntityReply, isMe: boolean): (facts: Facts) => Promise<readonly string[]> {
  const step = useRef({ words: '', key: '' })
  return async (facts) => {
    const words = JSON.stringify(facts)
    if (step.current.words !== words) step.current = { words, key: mintStepKey() }
    const { entity, waiting } = await api.ledgers.tell({
      body: { key: step.current.key, facts, ...(isMe ? {} : { entity: person.id }) },
    })
    // Said once more later it is another step.
    step.current = { words: '', key: '' }
    const before = known.entry('mine').get().data
    // The answer tells the facts; whom somebody has to do with stays as it was.
    const renew = (one: EntityReply): EntityReply =>
      one.id === person.id ? { ...one, name: entity.name, facts: entity.facts } : one
    if (before !== undefined)
      known.put('mine', {
        me: renew(before.me),
        family: before.family.map(renew),
        organisations: before.organisations.map(renew),
      })
    return waiting
  }
}
