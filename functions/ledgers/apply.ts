import { createHash } from 'node:crypto'
import type { EntityPatch, EntityRef, Link, Patch } from '@zmht/shared/controls'
import { isPlaceId } from '@zmht/shared/geo'
import { type EntityId, entityId, type Knowledge } from '@zmht/shared/knowledge'
import { districtOf, findPlace, tailOf } from '../hierarchy/index'
import { base32 } from '../platform/cipher'
import { kindNames } from './domain/names'
import { nameFrom, type Speaker, settleFacts, settleRelations } from './domain/settle'
import { entityOfKey, type KeptEntity, readEntity, readRelations, saveEntity, wasSaid } from './entity.store'

/**
 * Applies a patch to the graph, one entity at a time, each in one transaction with its history, relations and natural keys. A patch
 * applied again, whole or after a crash half way, changes nothing: new entities are named after the submission, and each
 * entity remembers the sources applied to it.
 */
export async function applyToGraph(patch: Patch, speaker: Speaker): Promise<void> {
  const ids = new Map<string, EntityId>()
  for (const said of patch.entities) ids.set(keyOf(said.ref), await resolve(speaker.knowledge, said))
  const idOf = (ref: EntityRef): EntityId => ids.get(keyOf(ref)) ?? ('known' in ref ? ref.known : mintedFrom(ref.fresh))
  const sources = new Set([...ids.values(), ...patch.relations.map(({ from }) => idOf(from))])
  for (const id of sources) {
    const said = patch.entities.filter(({ ref }) => idOf(ref) === id)
    const links = patch.relations
      .filter(({ from }) => idOf(from) === id)
      .map(({ from, to, ...said }): Link => ({ ...said, from: idOf(from), to: idOf(to) }))
    await applyToEntity(id, said, links, speaker)
  }
}

const keyOf = (ref: EntityRef): string => ('known' in ref ? ref.known : ref.fresh)

/** A new entity's id follows from its name in the patch: the same at each retry. */
export function mintedFrom(fresh: string): EntityId {
  return entityId(`e${base32(createHash('sha256').update(fresh).digest()).slice(0, 20)}`)
}

/** Who a new name stands for: the entity its natural key leads to, or a new one. */
async function resolve(knowledge: Knowledge, said: EntityPatch): Promise<EntityId> {
  if ('known' in said.ref) return said.ref.known
  for (const { attribute: code, value } of naturalKeys(knowledge, said.facts)) {
    const found = await entityOfKey(code, value)
    if (found !== undefined) return found
  }
  return mintedFrom(said.ref.fresh)
}

function naturalKeys(knowledge: Knowledge, facts: EntityPatch['facts']): { attribute: string; value: string }[] {
  return facts.flatMap(({ attribute: code, value }) =>
    knowledge.attribute(code)?.naturalKey === true && typeof value === 'string' ? [{ attribute: code, value }] : [],
  )
}

async function applyToEntity(
  id: EntityId,
  said: readonly EntityPatch[],
  links: readonly Link[],
  speaker: Speaker,
): Promise<void> {
  for (let attempt = 0; attempt < 6; attempt++) {
    if (await wasSaid(id, speaker.at, speaker.source.id)) return
    const [known, current] = await Promise.all([readEntity(id, true), readRelations(id, true)])
    const kind = known?.kind ?? said[0]?.kind ?? (isPlaceId(id) ? 'place' : 'person')
    const before: KeptEntity = known ?? { id, kind, name: '', facts: {}, authors: {}, by: speaker.by, version: 0 }
    const facts = said.filter((one) => one.kind === kind).flatMap((one) => one.facts)
    const settled = settleFacts(before, facts, speaker)
    const relations = settleRelations(
      current.filter(({ from, to }) => from === id || to === id),
      links,
      speaker,
    )
    const home = relations.begun.find(({ type, from }) => type === 'resides-at' && from === id)?.to
    const dwelling = home ?? before.path?.split('/').at(-1)
    const place = dwelling !== undefined && isPlaceId(dwelling) ? await findPlace(dwelling) : undefined
    const path = place?.path
    const accepted = facts.filter(({ attribute: code }) => !settled.recommended.includes(code))
    const outcome = await saveEntity({
      entity: {
        ...settled.entity,
        name: nameFrom(settled.entity.facts, kind, before.name || kindNames[kind]),
        ...(path === undefined ? {} : { path }),
        by: speaker.by,
        version: before.version + 1,
      },
      isNew: known === undefined,
      ...(place === undefined ? {} : { district: districtOf(place.tiers) }),
      home: place === undefined ? '' : await tailOf(place.id),
      keys: naturalKeys(speaker.knowledge, accepted),
      begun: relations.begun,
      ended: relations.ended,
      patch: {
        at: speaker.at,
        sourceId: speaker.source.id,
        by: speaker.by,
        changed: [...settled.changed, ...relations.begun.map(({ type }) => type)],
        recommended: [...settled.recommended, ...relations.recommended],
        said: { facts, links },
      },
    })
    if (outcome !== 'changed-meanwhile') return
    // Somebody else changed the entity: read again. If its natural key leads elsewhere since a moment, the whole patch starts over.
    const [first] = said
    if (first !== undefined && 'fresh' in first.ref && (await resolve(speaker.knowledge, first)) !== id) break
  }
  throw new Error('the entity is contended: the message comes again')
}
