import { type EntityGraphReply, type HappeningReply, ledgerRoutes } from '@zmht/shared/contract'
import { isPlaceId } from '@zmht/shared/geo'
import { type EntityId, entityId, type Knowledge, type Relation } from '@zmht/shared/knowledge'
import { decide, seesNames } from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import { findPlace, tailOf } from '../../hierarchy/index'
import { knowledgeNow } from '../../knowledge/index'
import type { Official } from '../../platform/endpoint/actor'
import { endpoint } from '../../platform/endpoint/endpoint'
import { kindNames } from '../domain/names'
import { type KeptEntity, readEntity, readRelations } from '../entity.store'
import { resourceFor } from '../entity-resource'
import { type HistoryEntry, historyOf } from '../history.store'
import { otherEnd } from '../look'
import { linkName } from '../show'
import { locateEntity, whoSaid } from './entity'

const routes = ledgerRoutes

const happeningsOfPage = 30

/** Everything that was said of an entity and decided on it, newest first. */
export const timeline = endpoint(routes.timeline, {
  locate: locateEntity,
  handle: async ({ query, loaded }) => {
    const from = Number(query.cursor ?? 0)
    if (!Number.isInteger(from) || from < 0)
      throw new Problem('invalid', {
        fields: [{ path: 'query.cursor', message: '翻页位置不正确，请从第一页重新看起' }],
      })
    const knowledge = await knowledgeNow()
    const entries = (await Promise.all([loaded.id, ...(loaded.merged ?? [])].map(historyOf)))
      .flat()
      .sort((one, other) => (one.at < other.at ? 1 : -1))
    const items = await Promise.all(
      entries.slice(from, from + happeningsOfPage).map((entry) => showHappening(entry, loaded, knowledge)),
    )
    const next = from + happeningsOfPage
    return { items, ...(next < entries.length ? { next: String(next) } : {}) }
  },
})

async function showHappening(entry: HistoryEntry, entity: KeptEntity, knowledge: Knowledge): Promise<HappeningReply> {
  const { at, source, decided } = entry
  const isRequest = /^r[0-9a-z]{20}$/.test(source.id)
  const names = [
    ...entry.facts.map(({ attribute }) => knowledge.attribute(attribute)?.name ?? ''),
    ...entry.links.map(({ type, from }) => linkName(knowledge, type, from === entry.entityId)),
  ]
  return {
    at,
    what: decided !== undefined ? 'decided' : isRequest ? 'request' : 'said',
    title: source.label,
    who: await whoSaid(entry, entity),
    about: [...new Set(names.filter((name) => name !== ''))],
    ...(isRequest ? { request: source.id } : {}),
  }
}

/** More than a picture can show. */
const mostNodes = 60
const mostOfOne = 20

interface Found {
  readonly entity: KeptEntity | undefined
  readonly steps: number
}

/** An entity and what it is related to, two steps away; beyond the reader's places nobody is walked on from. */
export const graph = endpoint(routes.graph, {
  locate: locateEntity,
  handle: async ({ actor, now, loaded, fields }): Promise<EntityGraphReply> => {
    const knowledge = await knowledgeNow()
    const found = new Map<EntityId, Found>([[loaded.id, { entity: loaded, steps: 0 }]])
    const edges = new Map<string, Relation>()
    let more = false
    let front: readonly EntityId[] = [loaded.id]
    for (let steps = 1; steps <= 2; steps++) {
      const next: EntityId[] = []
      for (const id of front) {
        const relations = await readRelations(id)
        more ||= relations.length > mostOfOne
        for (const relation of relations.slice(0, mostOfOne)) {
          const other = otherEnd(relation, id)
          if (!found.has(other)) {
            if (found.size >= mostNodes) {
              more = true
              continue
            }
            found.set(other, { entity: await readEntity(other), steps })
            next.push(other)
          }
          edges.set(`${relation.type}/${relation.from}/${relation.to}`, relation)
        }
      }
      const walkable = await Promise.all(next.map((id) => isWalkable(actor, id, found.get(id)?.entity, now)))
      front = next.filter((_, at) => walkable[at])
    }
    const nodes = await Promise.all(
      [...found].map(([id, one]) => showNode(actor, id, one, { at: now, isNamed: seesNames(fields) })),
    )
    return {
      nodes,
      edges: [...edges.values()].map(({ type, from, to, pending }) => ({
        from,
        to,
        type,
        name: linkName(knowledge, type, true),
        pending: pending === true,
      })),
      more,
    }
  },
})

/** Of a door the household follows; of a place above, everybody who lives there would. */
async function isWalkable(actor: Official, id: EntityId, entity: KeptEntity | undefined, at: string): Promise<boolean> {
  if (isPlaceId(id)) return (await findPlace(id))?.level === 'door'
  return entity !== undefined && (await reaches(actor, entity, at))
}

const reaches = async (actor: Official, entity: KeptEntity, at: string): Promise<boolean> =>
  decide(actor.policy, actor, 'ledger.read', await resourceFor(entity, actor), at).allow

async function showNode(
  actor: Official,
  id: EntityId,
  { entity, steps }: Found,
  { at, isNamed }: { readonly at: string; readonly isNamed: boolean },
): Promise<EntityGraphReply['nodes'][number]> {
  if (isPlaceId(id)) return { id, kind: 'place', name: await tailOf(id), steps, elsewhere: false }
  if (entity === undefined) return { id: entityId(id), kind: 'thing', name: kindNames.thing, steps, elsewhere: false }
  const { kind, name } = entity
  const isReached = await reaches(actor, entity, at)
  // What hangs on no place, an event, is nowhere else.
  const elsewhere = entity.path !== undefined && !isReached
  const isWhole = kind !== 'person' || (isNamed && isReached)
  return { id, kind, name: isWhole ? name : `${[...name][0] ?? ''}**`, steps, elsewhere }
}
