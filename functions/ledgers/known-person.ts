import type { PrefillFor } from '@zmht/shared/controls'
import { isPlaceId, type PlaceId } from '@zmht/shared/geo'
import { type EntityId, entityId, type Instant, sensitivityOf } from '@zmht/shared/knowledge'
import { accessTo, decide, type FieldDecision, seesNames } from '@zmht/shared/permission'
import { knowledgeNow } from '../knowledge/index'
import type { Official } from '../platform/endpoint/actor'
import { kindNames } from './domain/names'
import { readEntity } from './entity.store'
import { resourceFor } from './entity-resource'
import type { Surroundings } from './graph'

/** Somebody of the ledgers as an official meets them. */
export interface KnownPerson {
  readonly id: EntityId
  /** Whole; `shownAs` as the official may read it. */
  readonly name: string
  readonly shownAs: string
  /** What they are registered at. */
  readonly place?: PlaceId
  /** All that were found to be them, themself first. */
  readonly ids: readonly EntityId[]
  /** Whether the official's own word counts of them. */
  readonly looksAfter: boolean
}

/** @returns undefined for who is no person, or not theirs to read */
export async function personSeenBy(actor: Official, id: string, at: Instant): Promise<KnownPerson | undefined> {
  const found = await readEntity(entityId(id), true)
  if (found === undefined || found.kind !== 'person') return undefined
  const read = decide(actor.policy, actor, 'ledger.read', await resourceFor(found, actor), at)
  if (!read.allow) return undefined
  const edit = decide(actor.policy, actor, 'ledger.edit', await resourceFor(found, actor, 'ledger.edit'), at)
  const last = (found.path ?? found.concern)?.split('/').at(-1)
  const name = found.name || kindNames.person
  return {
    id: found.id,
    name,
    shownAs: seesNames(read.fields) ? name : `${[...name][0] ?? ''}**`,
    ...(last !== undefined && isPlaceId(last) ? { place: last } : {}),
    ids: [found.id, ...(found.merged ?? [])],
    looksAfter: edit.allow,
  }
}

/** Everybody who was found to be the same as this one, the one that stands for all first. */
export async function standsFor(id: EntityId): Promise<readonly EntityId[]> {
  const found = await readEntity(id, true)
  return found === undefined ? [id] : [...new Set([found.id, ...(found.merged ?? []), id])]
}

/** How much a form shows an official of those around somebody: each by what the official may see of that one; what is sensitive stays masked. */
export async function sightOfOfficial(
  actor: Official,
  { entities }: Surroundings,
  at: Instant,
): Promise<NonNullable<PrefillFor['may']>> {
  const knowledge = await knowledgeNow()
  const seen = new Map<string, FieldDecision>()
  for (const entity of Object.values(entities)) {
    const decision = decide(actor.policy, actor, 'ledger.read', await resourceFor(entity, actor), at)
    if (decision.allow) seen.set(entity.id, decision.fields)
  }
  return (entity, what) => {
    const fields = seen.get(entity.id)
    if (fields === undefined) return 'none'
    const attribute = 'value' in what ? knowledge.attribute(what.code) : undefined
    if (attribute === undefined) return 'full'
    const sensitivity = sensitivityOf(attribute, entity, at)
    const access = accessTo(fields, attribute.code, sensitivity)
    return sensitivity === 'sensitive' && access === 'full' ? 'masked' : access
  }
}
