import { ledgerRoutes } from '@zmht/shared/contract'
import { entityId, isSaidBy, ownClaim, undecided as undecidedIn } from '@zmht/shared/knowledge'
import { accessTo, seesNames } from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import { knowledgeNow } from '../../knowledge/index'
import { maskPhone } from '../../permissions/index'
import { endpoint } from '../../platform/endpoint/endpoint'
import { applyToGraph, residentAuthority } from '../apply'
import { type KeptEntity, readEntity } from '../entity.store'
import { maySeeRelation, sightOf, surroundingsOf } from '../graph'
import { readFacts } from '../read-facts'
import { peopleWithin, undecidedWithin } from '../register'
import { type FactSight, showEntity } from '../show'

const routes = ledgerRoutes

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

/** What somebody says of themself, or of whom they act for. */
export const tell = endpoint(routes.tell, async ({ actor, body, now }) => {
  const person = entityId(actor.person)
  const about = body.entity === undefined ? person : entityId(body.entity)
  const isTheirs = about === person || actor.charges.some(({ entity }) => entity === about)
  // Of somebody else there is nothing to correct here.
  if (!isTheirs) throw new Problem('not-found')
  const knowledge = await knowledgeNow()
  const kind = (await readEntity(about))?.kind ?? 'person'
  const facts = readFacts(knowledge, kind, body.facts)
  await applyToGraph(
    { knowledge: knowledge.version, entities: [{ ref: { known: about }, kind, facts }], relations: [] },
    {
      by: actor.id,
      authority: residentAuthority(person, actor.charges),
      source: { kind: 'self', id: `told-${body.key}`, label: '本人更正' },
      at: now,
      knowledge,
    },
  )
  const entity = await readEntity(about, true)
  if (entity === undefined) throw new Problem('not-found')
  const sightOfClaim = sightOf(actor)
  const shown = await showEntity(asTold(entity, actor.id), [], {
    knowledge,
    at: now,
    sight: (one, code, claim) => {
      const what = knowledge.attribute(code)
      return what === undefined ? 'none' : sightOfClaim(one, what, claim)
    },
    waiting: false,
    reaches: async () => false,
  })
  const waiting = facts
    .map(({ attribute }) => attribute)
    .filter((code) =>
      undecidedIn(knowledge.attribute(code), entity.claims[code] ?? [], now).some((claim) => isSaidBy(claim, actor.id)),
    )
  return { entity: shown, waiting: [...new Set(waiting)] }
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
      name: seesNames(fields) ? one.name : `${[...one.name][0] ?? ''}**`,
      phone: accessTo(fields, 'person.mobile', 'personal') === 'full' ? one.phone : maskPhone(one.phone),
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
      name: one.kind !== 'person' || seesNames(fields) ? one.name : `${[...one.name][0] ?? ''}**`,
    })),
    ...(next === undefined ? {} : { next }),
  }
})
