import { contract } from '@zmht/shared/contract'
import { isPlaceId, type PlaceId } from '@zmht/shared/geo'
import { entityId } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import { placeFacts } from '../../hierarchy/index'
import { knowledgeNow } from '../../knowledge/index'
import { maskPhone } from '../../permissions/index'
import { auditLook } from '../../platform/audit.store'
import { endpoint } from '../../platform/endpoint/endpoint'
import { type KeptEntity, readEntity, readRelations } from '../entity.store'
import { maySee, surroundingsOf } from '../graph'
import { peopleWithin } from '../register'
import { type FactSight, showEntity, sightByFields } from '../show'

const routes = contract.ledgers

/** What is known of me and my family; of my family what I said myself. */
export const mine = endpoint(routes.mine, async ({ actor, now }) => {
  const person = entityId(actor.person)
  const around = await surroundingsOf(person)
  const knowledge = await knowledgeNow()
  const mayView = maySee(actor)
  const sight: FactSight = (entity, code) => (mayView(entity, code) ? 'full' : 'none')
  const self: KeptEntity = around.entities[person] ?? {
    id: person,
    kind: 'person',
    name: actor.name,
    facts: {},
    authors: {},
    by: actor.id,
    version: 0,
  }
  const shown = (entity: KeptEntity) =>
    showEntity(
      knowledge,
      entity,
      around.relations.filter(
        ({ from, to, by }) => (from === entity.id || to === entity.id) && (entity.id === person || by === actor.id),
      ),
      sight,
      now,
    )
  const family = Object.values(around.entities).filter(({ id, kind }) => id !== person && kind === 'person')
  return { me: await shown(self), family: await Promise.all(family.map(shown)) }
})

export const people = endpoint(routes.people, async ({ territory, query, fields }) => {
  const { items, next } = await peopleWithin(territory.places, query.cursor)
  return {
    items: items.map((one) => ({
      ...one,
      name: fields.personal === 'full' ? one.name : `${[...one.name][0] ?? ''}**`,
      phone: fields.personal === 'full' ? one.phone : maskPhone(one.phone),
    })),
    ...(next === undefined ? {} : { next }),
  }
})

async function lineageOfEntity(entity: KeptEntity): Promise<readonly PlaceId[]> {
  if (isPlaceId(entity.id)) return (await placeFacts(entity.id)).lineage
  const last = entity.path?.split('/').at(-1) ?? ''
  return isPlaceId(last) ? (await placeFacts(last)).lineage : []
}

export const entity = endpoint(routes.entity, {
  locate: async ({ params }) => {
    const id = entityId(params.entityId)
    const found = await readEntity(id)
    if (found === undefined) throw new Problem('not-found')
    return { resource: { kind: 'entity', id, lineage: await lineageOfEntity(found) }, loaded: found }
  },
  handle: async ({ query, actor, fields, now, loaded }) => {
    const relations = await readRelations(loaded.id)
    const knowledge = await knowledgeNow()
    const sight = sightByFields(knowledge, fields, now, query.purpose)
    const shown = await showEntity(knowledge, loaded, relations, sight, now)
    const looked = shown.facts.filter((fact) => fact.sensitivity === 'sensitive' && !fact.masked)
    if (looked.length > 0 && query.purpose !== undefined) {
      // No record, no look: a failure here is a failure of the call.
      await auditLook({
        actor: actor.id,
        action: 'ledger.read',
        subject: `entity/${loaded.id}`,
        at: now,
        purpose: query.purpose,
        attributes: looked.map(({ attribute }) => attribute),
      })
    }
    return shown
  },
})
