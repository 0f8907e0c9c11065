import { createHash } from 'node:crypto'
import type { EntityPatch, EntityRef, Patch } from '@zmht/shared/controls'
import { isPlaceId, type PlacePath } from '@zmht/shared/geo'
import { type EntityId, type EntityKind, entityId, type Knowledge } from '@zmht/shared/knowledge'
import { findPlace } from '../hierarchy/index'
import { base32 } from '../platform/cipher'
import { type Likeness, likenessOf, type Traits, traitsOf } from './domain/likeness'
import { type Alike, entityOfKey, type KeptEntity, mergedInto, readEntity } from './entity.store'
import { sharing } from './likeness.store'

/** Whom a name in a patch stands for, and who else it may be. */
export interface Resolved {
  readonly id: EntityId
  readonly alike: readonly Alike[]
}

/** A new entity's id follows from its name in the patch: the same at each retry. */
export function mintedFrom(fresh: string): EntityId {
  return entityId(`e${base32(createHash('sha256').update(fresh).digest()).slice(0, 20)}`)
}

/** @returns the entity that stands for a known one: itself, or what it was found to be */
export async function currentId(id: EntityId): Promise<EntityId> {
  if (isPlaceId(id)) return id
  const survivor = await mergedInto(id)
  return survivor === undefined ? id : currentId(survivor)
}

/** More likenesses than these are not put before a person. */
const mostAlike = 3

/**
 * Whom a name in a patch stands for: an entity that is known; the one its natural key leads to; the one who surely is the same by name, phone,
 * home and birth date; else a new one, with those who may be the same.
 */
export async function resolve(knowledge: Knowledge, patch: Patch, said: EntityPatch): Promise<Resolved> {
  if ('known' in said.ref) return { id: await currentId(said.ref.known), alike: [] }
  for (const { attribute, value } of naturalKeys(knowledge, said.facts)) {
    const found = await entityOfKey(attribute, value)
    if (found !== undefined) return { id: await currentId(found), alike: [] }
  }
  const id = mintedFrom(said.ref.fresh)
  // Made by an earlier try of the same patch: whom it may be was looked up then.
  if ((await readEntity(id, true)) !== undefined) return { id, alike: [] }
  const likes = await likesOf(knowledge, said, await homeSaid(patch, said.ref))
  const same = likes.filter(({ likeness }) => likeness.verdict === 'same')
  const [only] = same
  if (only !== undefined && same.length === 1) return { id: only.other.id, alike: [] }
  return {
    id,
    alike: likes
      .slice(0, mostAlike)
      .map(({ other, likeness: { score, reasons } }) => ({ other: other.id, score, reasons })),
  }
}

export function naturalKeys(
  knowledge: Knowledge,
  facts: EntityPatch['facts'],
): { readonly attribute: string; readonly value: string }[] {
  return facts.flatMap(({ attribute, value }) =>
    knowledge.attribute(attribute)?.naturalKey === true && typeof value === 'string' ? [{ attribute, value }] : [],
  )
}

/** The kinds whose records are compared by likeness; places have addresses, events happen once, things have numbers. */
const comparable: ReadonlySet<EntityKind> = new Set(['person', 'organisation'])

/** What tells an entity from others; nothing for kinds that are not compared. */
export function traitsNow(
  knowledge: Knowledge,
  entity: Pick<KeptEntity, 'kind' | 'facts'>,
  home: PlacePath | undefined,
): Traits | undefined {
  if (!comparable.has(entity.kind)) return undefined
  const keys = knowledge.attributesOf(entity.kind).filter(({ naturalKey }) => naturalKey === true)
  return traitsOf(
    entity,
    keys.map(({ code }) => code),
    home,
  )
}

async function likesOf(
  knowledge: Knowledge,
  said: EntityPatch,
  home: PlacePath | undefined,
): Promise<readonly { readonly other: KeptEntity; readonly likeness: Likeness }[]> {
  const facts = Object.fromEntries(said.facts.map(({ attribute, value }) => [attribute, { value }]))
  const traits = comparable.has(said.kind)
    ? traitsOf(
        { kind: said.kind, facts },
        naturalKeys(knowledge, said.facts).map(({ attribute }) => attribute),
        home,
      )
    : undefined
  if (traits === undefined) return []
  const others = await Promise.all((await sharing(traits)).map((id) => readEntity(id)))
  const likes = others.flatMap((other) => {
    const known = other && traitsNow(knowledge, other, other.path)
    return known ? [{ other, likeness: likenessOf(traits, known) }] : []
  })
  return likes
    .filter(({ likeness }) => likeness.verdict !== 'other')
    .sort((one, two) => two.likeness.score - one.likeness.score || (one.other.id < two.other.id ? -1 : 1))
}

/** Where the patch says somebody lives, or an organisation is. */
async function homeSaid(patch: Patch, ref: EntityRef): Promise<PlacePath | undefined> {
  const link = patch.relations.find(
    ({ type, from }) =>
      (type === 'resides-at' || type === 'operates-at') &&
      'fresh' in from &&
      'fresh' in ref &&
      from.fresh === ref.fresh,
  )
  const id = link && 'known' in link.to ? link.to.known : ''
  return isPlaceId(id) ? (await findPlace(id))?.path : undefined
}
