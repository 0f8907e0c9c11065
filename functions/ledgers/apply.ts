import {
  applyFacts,
  applyRelation,
  type EntityPatch,
  type EntityRef,
  type Link,
  type Patch,
  speaksFor,
} from '@zmht/shared/controls'
import { isPlaceId, type PlacePath } from '@zmht/shared/geo'
import {
  type Authority,
  type ClaimSource,
  type EntityId,
  type EntityKind,
  type Instant,
  type Knowledge,
  type Relation,
  type Saying,
  undecided,
} from '@zmht/shared/knowledge'
import type { Charge } from '@zmht/shared/permission'
import { districtOf, findPlace, tailOf } from '../hierarchy/index'
import type { TransactionPart } from '../platform/table/write'
import { kindNames, nameFrom } from './domain/names'
import { pairState } from './duplicates.store'
import {
  type Alike,
  entityOfKey,
  type KeptEntity,
  type Placed,
  readEntity,
  readRelations,
  type Saving,
  type SavingOutcome,
  saveEntity,
} from './entity.store'
import { type HistoryEntry, wasSaid } from './history.store'
import { keepTraits } from './likeness.store'
import { currentId, mintedFrom, naturalKeys, type Resolved, resolve, traitsNow } from './resolve'

/** Who speaks, and what their word weighs about whom. */
export interface Speaker {
  readonly by: string
  readonly source: ClaimSource
  readonly at: Instant
  /** The system under which it is said. */
  readonly knowledge: Knowledge
  readonly authority: (about: EntityId) => Authority
  /** The same where it has to be looked up; then `authority` is not asked. */
  readonly weigh?: (about: EntityId) => Promise<Authority>
  /** Where the speaker is: what is to be decided of somebody without a place is decided there. */
  readonly place?: EntityId
}

/** A resident: of themself, of their wards and the organisations they act for the last word, of others hearsay. */
export const residentAuthority =
  (self: EntityId, charges: readonly Charge[] = []) =>
  (about: EntityId): Authority =>
    about === self || charges.some(({ entity, as }) => entity === about && as !== 'carer') ? 'own' : 'told'

/**
 * Applies a patch to the graph, one entity at a time, each in one transaction with its history, relations and natural keys. A patch
 * applied again, whole or after a crash half way, changes nothing: new entities are named after the submission, and each
 * entity remembers the sources applied to it.
 *
 * @returns whom each new name stands for
 */
export async function applyToGraph(patch: Patch, speaker: Speaker): Promise<ReadonlyMap<string, EntityId>> {
  const found = new Map<string, Resolved>()
  for (const said of patch.entities) found.set(keyOf(said.ref), await resolve(speaker.knowledge, patch, said))
  for (const ref of patch.relations.flatMap(({ from, to }) => [from, to])) {
    if ('known' in ref && !found.has(keyOf(ref))) found.set(keyOf(ref), { id: await currentId(ref.known), alike: [] })
  }
  const idOf = (ref: EntityRef): EntityId =>
    found.get(keyOf(ref))?.id ?? ('known' in ref ? ref.known : mintedFrom(ref.fresh))
  const sources = new Set([
    ...patch.entities.map(({ ref }) => idOf(ref)),
    ...patch.relations.map(({ from }) => idOf(from)),
  ])
  for (const id of sources) {
    const said = patch.entities.filter(({ ref }) => idOf(ref) === id)
    const links = patch.relations
      .filter(({ from }) => idOf(from) === id)
      .map(({ from, to, ...rest }): Link => ({ ...rest, from: idOf(from), to: idOf(to) }))
    const alike = [...found.values()].find((one) => one.id === id)?.alike ?? []
    await applyToEntity(id, { patch, said, links, alike }, await weighed(speaker, [id, ...links.flatMap(endsOf)]))
  }
  return new Map([...found].map(([key, { id }]) => [key, id]))
}

const endsOf = ({ from, to }: Link): EntityId[] => [from, to]

/** The speaker, with what their word weighs about each of those known. */
async function weighed(speaker: Speaker, ids: readonly EntityId[]): Promise<Speaker> {
  const { weigh } = speaker
  if (weigh === undefined) return speaker
  const weights = new Map(await Promise.all([...new Set(ids)].map(async (id) => [id, await weigh(id)] as const)))
  return { ...speaker, authority: (about) => weights.get(about) ?? 'told' }
}

const keyOf = (ref: EntityRef): string => ('known' in ref ? ref.known : ref.fresh)

/** What a patch says of one entity. */
interface SaidOfOne {
  readonly patch: Patch
  readonly said: readonly EntityPatch[]
  readonly links: readonly Link[]
  readonly alike: readonly Alike[]
}

async function applyToEntity(given: EntityId, one: SaidOfOne, speaker: Speaker): Promise<void> {
  const { patch, said, links, alike } = one
  for (let attempt = 0; attempt < 6; attempt++) {
    const known = await readEntity(given, true)
    const id = known?.id ?? given
    if (await wasSaid(id, speaker.at, speaker.source.id)) return
    if (given !== id && (await wasSaid(given, speaker.at, speaker.source.id))) return
    const kind = known?.kind ?? said[0]?.kind ?? (isPlaceId(id) ? 'place' : 'person')
    const before: KeptEntity = known ?? { id, kind, name: '', facts: {}, claims: {}, by: speaker.by, version: 0 }
    const facts = said.filter((part) => part.kind === kind).flatMap((part) => part.facts)
    const sayingOf = (about: EntityId): Saying => ({
      source: speaker.source,
      at: speaker.at,
      by: speaker.by,
      version: patch.knowledge,
      authority: speaker.authority(about),
    })
    const settled = applyFacts(speaker.knowledge, before, facts, sayingOf(id))
    const linked = settleRelations(speaker.knowledge, await readRelations(id, true), links, (link) =>
      sayingOf(speaksFor(speaker.knowledge, link, speaker)),
    )
    const { authority, version } = sayingOf(id)
    const outcome = await save({
      before: known,
      entity: { ...before, ...settled.entity, ...(known === undefined && alike.length > 0 ? { alike } : {}) },
      linked,
      speaker,
      facts,
      said: {
        at: speaker.at,
        by: speaker.by,
        source: speaker.source,
        authority,
        version,
        changed: [...settled.changed, ...linked.changed],
        undecided: [...settled.undecided, ...linked.undecided],
        facts,
        links,
      },
    })
    if (outcome !== 'changed-meanwhile') return
    // Somebody else changed the entity: read again. If its natural key leads elsewhere since a moment, the whole patch starts over.
    const [first] = said
    if (first !== undefined && 'fresh' in first.ref) {
      const now = await resolve(speaker.knowledge, patch, first)
      if (now.id !== given) break
    }
  }
  throw new Error('the entity is contended: the message comes again')
}

/** What became of the relations of an entity. */
export interface Linked {
  readonly relations: readonly Relation[]
  readonly begun: readonly Relation[]
  readonly ended: readonly Relation[]
  readonly changed: readonly string[]
  readonly undecided: readonly string[]
}

/** Says relations one after another among the current ones. */
export function settleRelations(
  knowledge: Knowledge,
  current: readonly Relation[],
  links: readonly Link[],
  sayingOf: (link: Link) => Saying,
): Linked {
  let relations = current
  const ended: Relation[] = []
  for (const link of links) {
    const said = applyRelation(knowledge, relations, link, sayingOf(link))
    ended.push(...said.ended.filter((one) => current.includes(one)))
    relations = said.relations
  }
  const isPending = ({ type, from, to }: Link): boolean =>
    relations.some((one) => one.type === type && one.from === from && one.to === to && one.pending === true)
  return {
    ...unchanged(relations),
    begun: relations.filter((one) => !current.includes(one)),
    ended,
    changed: links.filter((link) => !isPending(link)).map(({ type }) => type),
    undecided: links.filter(isPending).map(({ type }) => type),
  }
}

/** Relations of which nothing was said. */
export const unchanged = (relations: readonly Relation[]): Linked => ({
  relations,
  begun: [],
  ended: [],
  changed: [],
  undecided: [],
})

export interface Changing {
  /** Undefined: it is new. */
  readonly before: KeptEntity | undefined
  readonly entity: KeptEntity
  readonly linked: Linked
  readonly speaker: Pick<Speaker, 'by' | 'at' | 'knowledge' | 'place'>
  /** What was said, for the natural keys among it that are believed. */
  readonly facts: EntityPatch['facts']
  readonly said: Omit<HistoryEntry, 'entityId'>
  readonly beside?: readonly TransactionPart[]
}

/** Saves an entity as it is now, with everything that follows from it: its place, its name, its keys and traits, what is to be decided. */
export const save = async (changing: Changing): Promise<SavingOutcome> => saveEntity(await saving(changing))

/** What is saved of an entity as it is now. */
export async function saving(changing: Changing): Promise<Saving> {
  const { before, entity: changed, linked, speaker, facts, said, beside = [] } = changing
  const { knowledge, at } = speaker
  const { keys, twins } = await keysOf(knowledge, changed, facts)
  const alike = eachOnce([...(changed.alike ?? []), ...twins])
  const entity: KeptEntity = alike.length > 0 ? { ...changed, alike } : changed
  const placed = await placeOf(homeOf(entity, linked))
  const pending = linked.relations.filter(({ from, pending: waits }) => from === entity.id && waits === true)
  const open = Object.entries(entity.claims).filter(
    ([code, claims]) => undecided(knowledge.attribute(code), claims, at).length > 0,
  )
  const count = open.length + pending.length + alike.length
  const concern = placed ?? (count > 0 ? await placeOf(speaker.place) : undefined)
  const traits = traitsNow(knowledge, entity, placed?.path)
  const former = before && traitsNow(knowledge, before, before.path)
  return {
    entity: {
      ...entity,
      name: nameFrom(entity.facts, entity.kind, before?.name || kindNames[entity.kind]),
      ...(placed === undefined ? {} : { path: placed.path }),
      by: speaker.by,
      version: (before?.version ?? 0) + 1,
    },
    isNew: before === undefined,
    ...(placed === undefined ? {} : { district: placed.district }),
    home: placed?.home ?? '',
    undecided: count,
    ...(concern === undefined ? {} : { concern }),
    keys,
    begun: linked.begun,
    ended: linked.ended,
    said,
    beside: [...beside, ...(traits === undefined ? [] : await keepTraits(entity.id, former, traits))],
  }
}

/**
 * The natural keys said now: those that lead to this entity from now on, and the others that have one of them already. Of these two,
 * one is not what it is said to be, or both are one.
 */
async function keysOf(knowledge: Knowledge, entity: KeptEntity, facts: EntityPatch['facts']) {
  const said = await Promise.all(
    naturalKeys(knowledge, facts).map(async (key) => {
      const owner = await entityOfKey(key.attribute, key.value)
      return { key, owner: owner === undefined ? undefined : await currentId(owner) }
    }),
  )
  const isBelieved = ({ attribute, value }: { readonly attribute: string; readonly value: string }): boolean =>
    entity.facts[attribute]?.value === value
  const owners = said.flatMap(({ owner }) => (owner === undefined || owner === entity.id ? [] : [owner]))
  const states = await Promise.all(owners.map((owner) => pairState([entity.id, owner])))
  return {
    keys: said.filter(({ key, owner }) => owner === undefined && isBelieved(key)).map(({ key }) => key),
    // Of whom somebody has said that they are two it is not asked again.
    twins: owners
      .filter((_, at) => states[at] !== 'different')
      .map((other): Alike => ({ other, score: 1, reasons: ['key'] })),
  }
}

const eachOnce = (likes: readonly Alike[]): readonly Alike[] =>
  likes.filter((one, at) => likes.findIndex(({ other }) => other === one.other) === at)

/** What places an entity: where a person lives, where an organisation works or is registered, where a thing stands. */
export const placing: Partial<Record<EntityKind, readonly string[]>> = {
  person: ['resides-at'],
  organisation: ['operates-at', 'seated-at'],
  thing: ['located-at'],
}

/** The place an entity hangs on, else where it was. */
function homeOf(entity: KeptEntity, { relations }: Linked): string | undefined {
  const [home] = (placing[entity.kind] ?? []).flatMap(
    (code) =>
      relations.find(({ type, from, pending }) => type === code && from === entity.id && pending === undefined) ?? [],
  )
  return home?.to ?? entity.path?.split('/').at(-1)
}

async function placeOf(id: string | undefined): Promise<(Placed & { readonly home: string }) | undefined> {
  if (id === undefined || !isPlaceId(id)) return undefined
  const place = await findPlace(id)
  const path: PlacePath | undefined = place?.path
  return place && path ? { path, district: districtOf(place.tiers), home: await tailOf(place.id) } : undefined
}
