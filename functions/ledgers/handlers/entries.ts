import { ledgerRoutes } from '@zmht/shared/contract'
import type { Patch } from '@zmht/shared/controls'
import { isPlaceId, type PlaceId } from '@zmht/shared/geo'
import { type Authority, type EntityId, type EntityKind, entityId, type Knowledge } from '@zmht/shared/knowledge'
import { decide, type FieldDecision } from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import { findPlace, placeFacts } from '../../hierarchy/index'
import { knowledgeNow } from '../../knowledge/index'
import type { Official } from '../../platform/endpoint/actor'
import { endpoint } from '../../platform/endpoint/endpoint'
import { applyToGraph, placing, type Speaker } from '../apply'
import { type KeptEntity, readEntity } from '../entity.store'
import { resourceFor } from '../entity-resource'
import { readFacts } from '../read-facts'
import { locateEntity, showForOfficial } from './entity'

const routes = ledgerRoutes

type Links = readonly {
  readonly type: string
  readonly direction: 'forward' | 'backward'
  readonly other: string
  readonly facts?: Parameters<typeof readFacts>[2]
}[]
export const enter = endpoint(routes.enter, {
  locate: async ({ body }) => {
    const { lineage } = await placeFacts(body.place)
    return { resource: { kind: 'entity', lineage }, loaded: undefined }
  },
  handle: async ({ body, actor, fields, now }) => {
    const knowledge = await knowledgeNow()
    const said = readFacts(knowledge, body.kind, body.facts)
    const fresh = `entry/${actor.id}/${body.key}`
    const isPlace = body.kind === 'place'
    const ref = isPlace ? { known: entityId(body.place) } : { fresh }
    const [type] = placing[body.kind] ?? []
    const patch: Patch = {
      knowledge: knowledge.version,
      entities: [{ ref, kind: body.kind, facts: said }],
      relations: [
        ...(type === undefined ? [] : [{ type, from: ref, to: { known: entityId(body.place) } }]),
        ...(await linksOf(knowledge, body.links, body.kind, ref)),
      ],
    }
    const given = await applyToGraph(patch, await speakerOf(actor, body.key, now, knowledge, body.place))
    const id = isPlace ? entityId(body.place) : given.get(fresh)
    const entity = id === undefined ? undefined : await readEntity(id, true)
    if (entity === undefined) throw new Problem('not-found')
    return { entity: await shown(entity, actor, fields, now), known: entity.version > 1 }
  },
})

export const correct = endpoint(routes.correct, {
  locate: locateEntity,
  handle: async ({ body, actor, fields, now, loaded }) => {
    const knowledge = await knowledgeNow()
    const ref = { known: loaded.id }
    const patch: Patch = {
      knowledge: knowledge.version,
      entities: [{ ref, kind: loaded.kind, facts: readFacts(knowledge, loaded.kind, body.facts) }],
      relations: await linksOf(knowledge, body.links, loaded.kind, ref),
    }
    await applyToGraph(patch, await speakerOf(actor, body.key, now, knowledge))
    const entity = await readEntity(loaded.id, true)
    if (entity === undefined) throw new Problem('not-found')
    return shown(entity, actor, fields, now)
  },
})

/** Somebody known already who lives elsewhere is not shown to who happens to know their number. */
async function shown(entity: KeptEntity, actor: Official, fields: FieldDecision, at: string) {
  if (await looksAfter(actor, entity, at)) return showForOfficial(entity, actor, fields, at, undefined)
  return { id: entity.id, kind: entity.kind, name: '已在其他地方登记', facts: [], links: [], alike: [] }
}

const looksAfter = async (actor: Official, entity: KeptEntity, at: string): Promise<boolean> =>
  decide(actor.policy, actor, 'ledger.edit', await resourceFor(entity, actor, 'ledger.edit'), at).allow

/**
 * An official who looked has the last word of those in their own places; of those who are registered elsewhere it is hearsay, for whoever looks after
 * them, or they themself, to confirm.
 */
export async function speakerOf(
  actor: Official,
  key: string,
  at: string,
  knowledge: Knowledge,
  place?: PlaceId,
): Promise<Speaker & { readonly weigh: (about: EntityId) => Promise<Authority> }> {
  const post = actor.posts[0]?.title ?? '工作人员'
  return {
    by: actor.id,
    source: { kind: 'official', id: `entry-${key}`, label: `${post}登记` },
    at,
    knowledge,
    authority: () => 'checked',
    weigh: async (about) => {
      const entity = await readEntity(about, true)
      if (entity === undefined || entity.path === undefined) return 'checked'
      return (await looksAfter(actor, entity, at)) ? 'checked' : 'told'
    },
    ...(place === undefined ? {} : { place: entityId(place) }),
  }
}

type Ref = Patch['entities'][number]['ref']

/** @throws Problem `invalid` for a relation that leads from or to another kind, or to nothing known */
async function linksOf(
  knowledge: Knowledge,
  links: Links,
  kind: EntityKind,
  ref: Ref,
): Promise<Patch['relations'][number][]> {
  return Promise.all(
    links.map(async ({ type, direction, other, facts }, at) => {
      const known = knowledge.relationType(type)
      const [own, others] = direction === 'forward' ? [known?.from, known?.to] : [known?.to, known?.from]
      if (known === undefined || own !== kind || others !== (await kindOfOther(other)))
        throw new Problem('invalid', { fields: [{ path: `body.links.${at}`, message: '这两者之间没有这种关系' }] })
      const end: Ref = { known: entityId(other) }
      const ends = direction === 'forward' ? { from: ref, to: end } : { from: end, to: ref }
      const said = facts === undefined ? [] : readFacts(knowledge, { relation: type }, facts, `body.links.${at}.facts`)
      return { type, ...ends, ...(said.length === 0 ? {} : { facts: said }) }
    }),
  )
}

async function kindOfOther(id: string): Promise<EntityKind | undefined> {
  if (isPlaceId(id)) return (await findPlace(id)) === undefined ? undefined : 'place'
  return (await readEntity(entityId(id)))?.kind
}
