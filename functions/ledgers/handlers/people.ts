import { contract } from '@zmht/shared/contract'
import { entityId, isSaidBy, ownClaim } from '@zmht/shared/knowledge'
import { knowledgeNow } from '../../knowledge/index'
import { maskPhone } from '../../permissions/index'
import { endpoint } from '../../platform/endpoint/endpoint'
import type { KeptEntity } from '../entity.store'
import { maySeeRelation, sightOf, surroundingsOf } from '../graph'
import { peopleWithin, undecidedWithin } from '../register'
import { type FactSight, showEntity } from '../show'

const routes = contract.ledgers

/** What is known of me and my family; of my family what I said myself. */
export const mine = endpoint(routes.mine, async ({ actor, now }) => {
  const person = entityId(actor.person)
  const around = await surroundingsOf(person, actor.charges)
  const knowledge = await knowledgeNow()
  const sightOfClaim = sightOf(actor)
  const sight: FactSight = (entity, code, claim) => {
    const what = knowledge.attribute(code)
    return what === undefined ? 'none' : sightOfClaim(entity, what, claim)
  }
  const self: KeptEntity = around.entities[person] ?? {
    id: person,
    kind: 'person',
    name: actor.name,
    facts: {},
    claims: {},
    by: actor.id,
    version: 0,
  }
  const shown = (entity: KeptEntity) =>
    showEntity(
      asTold(entity, actor.id),
      around.relations.filter(
        (one) =>
          (one.from === entity.id || one.to === entity.id) &&
          maySeeRelation(actor, one) &&
          (entity.id === person || isSaidBy(one, actor.id) || actor.charges.some(({ entity: id }) => id === entity.id)),
      ),
      { knowledge, at: now, sight, waiting: false, reaches: async () => false },
    )
  const family = Object.values(around.entities).filter(({ id, kind }) => id !== person && kind === 'person')
  const organisations = Object.values(around.entities).filter(({ kind }) => kind === 'organisation')
  return {
    me: await shown(self),
    family: await Promise.all(family.map(shown)),
    organisations: await Promise.all(organisations.map(shown)),
  }
})

/** An entity as one who spoke of it sees it: what they said stands before what is believed. */
function asTold(entity: KeptEntity, teller: string): KeptEntity {
  const own = Object.entries(entity.claims).flatMap(([code, claims]) => {
    const claim = ownClaim(claims, teller)
    return claim ? [[code, claim] as const] : []
  })
  return { ...entity, facts: { ...entity.facts, ...Object.fromEntries(own) } }
}

export const people = endpoint(routes.people, async ({ territory, query, fields }) => {
  const { items, next } = await peopleWithin(territory, query.cursor)
  return {
    items: items.map(({ path: _, ...one }) => ({
      ...one,
      name: fields.personal === 'full' ? one.name : `${[...one.name][0] ?? ''}**`,
      phone: fields.personal === 'full' ? one.phone : maskPhone(one.phone),
    })),
    ...(next === undefined ? {} : { next }),
  }
})

/** What waits for a decision inside the official's places. */
export const undecided = endpoint(routes.undecided, async ({ territory, query, fields }) => {
  const { items, next } = await undecidedWithin(territory, query.cursor)
  return {
    items: items.map(({ path: _, ...one }) => ({
      ...one,
      name: one.kind !== 'person' || fields.personal === 'full' ? one.name : `${[...one.name][0] ?? ''}**`,
    })),
    ...(next === undefined ? {} : { next }),
  }
})
