/** What other slices may read of the knowledge graph. */

import type { PlaceId, PlacePath } from '@zmht/shared/geo'
import { baseKnowledge, type EntityId, type EntityKind, entityId, type Instant } from '@zmht/shared/knowledge'
import { type Shares, standardMeasures, tellWhole } from '@zmht/shared/measures'
import { type Charge, decide, type FieldDecision } from '@zmht/shared/permission'
import { countedNow, districtOf, findPlace, type PlaceFacts, tailOf } from '../hierarchy/index'
import type { Official } from '../platform/endpoint/actor'
import { readJob } from '../platform/job.store'
import { countedAt } from './counted'
import { kindNames } from './domain/names'
import { readEntity } from './entity.store'
import { type Surroundings, surroundingsOf } from './graph'
import { entitiesSaidBy } from './history.store'
import { ledgerNow } from './ledger.store'
import { overlapOf, rowResource, visibleLedger as seenLedger } from './ledger-access'
import { narrowingOf, rowsFor } from './listing'
import { anchorOf, whereIs } from './look'
import { people } from './measures'
import { registeredIn } from './register.store'
import { standsInLedger } from './row.store'
import { subjectOf } from './rows'

export { answerField, checkAnswered } from './check-answers'
export { expiringAt } from './expiring'
export { sightOf } from './graph'
export { type KnownPerson, personSeenBy, sightOfOfficial, standsFor } from './known-person'
export { visibleLedger } from './ledger-access'
export { positionNear, positionOf } from './positions'
export { provisionFor } from './provisions/told'
export { type Recognised, type Recogniser, recognise } from './recognise'
export { undecidedWithin } from './register'
export { type SoughtEntity, search } from './tokens'
export type { Surroundings }

/** Where an entity stands now, for whoever lists it. */
export interface EntityStanding {
  readonly id: EntityId
  readonly kind: EntityKind
  readonly name: string
  readonly path: PlacePath
  /** Where it is counted: its community, or what it hangs on above one. */
  readonly anchor: PlacePath
  readonly district: string
  /** As briefly as is clear. */
  readonly home: string
}

/** @returns undefined for what is no more, or hangs on no place */
export async function standingOf(id: EntityId): Promise<EntityStanding | undefined> {
  const entity = await subjectOf(id)
  const standing = entity === undefined ? undefined : await whereIs(entity)
  if (entity === undefined || standing === undefined) return undefined
  const { path, anchor, district, home } = standing
  return { id: entity.id, kind: entity.kind, name: entity.name || kindNames[entity.kind], path, anchor, district, home }
}

/** Where what hangs on a place stands now, by the edges. @returns undefined where there is no such place */
export async function standingAt(place: PlaceId): Promise<Omit<EntityStanding, 'id' | 'kind' | 'name'> | undefined> {
  const found = await findPlace(place)
  if (found === undefined) return undefined
  const { path, tiers } = found
  return { path, anchor: anchorOf(found), district: districtOf(tiers), home: await tailOf(place) }
}

const nobody: FieldDecision = { open: 'none', internal: 'none', personal: 'none', sensitive: 'none' }

/** A page of who or what stands in a ledger inside some places, narrowed as its list is; nothing is told of them. */
export async function ledgerRowsIn(
  ledgerId: string,
  places: readonly PlaceId[],
  narrowed: Parameters<typeof narrowingOf>[1],
  cursor: string | undefined,
): Promise<{ items: readonly EntityId[]; next?: string }> {
  const ledger = await ledgerNow(ledgerId)
  if (ledger === undefined) return { items: [] }
  const reach = { places: await overlapOf(places, ledger.within), except: [], fieldsAt: () => nobody }
  const { items, next } = await rowsFor(ledger, reach, narrowingOf(ledger, narrowed), cursor)
  return { items: items.map(({ id }) => id), ...(next === undefined ? {} : { next }) }
}

/** A ledger as other slices name it. */
export interface LedgerFacts {
  readonly id: string
  readonly name: string
  readonly kind: EntityKind
  /** Who keeps it. */
  readonly organisation: string
  /** Its rows are still being brought to what it is: who belongs in it may not stand in it yet. */
  readonly arranging: boolean
}

/** @returns undefined where it has ended */
export async function ledgerFacts(id: string): Promise<LedgerFacts | undefined> {
  const ledger = await ledgerNow(id)
  if (ledger === undefined || ledger.ended) return undefined
  const job = ledger.job === undefined ? undefined : await readJob(ledger.job)
  const arranging = job?.state === 'waiting' || job?.state === 'running'
  return { id, name: ledger.content.name, kind: ledger.content.kind, organisation: ledger.organisationId, arranging }
}

/** How many stand in a ledger at a place, by every tier's own numbers: all, or those of one declared filter. @returns undefined where no number tells */
export async function ledgerCountAt(
  ledgerId: string,
  place: PlaceId,
  narrowed: Parameters<typeof narrowingOf>[1],
): Promise<number | undefined> {
  const ledger = await ledgerNow(ledgerId)
  if (ledger === undefined || narrowed.state !== undefined) return undefined
  const { filters } = narrowingOf(ledger, narrowed)
  const [filter] = filters
  if (filters.length > 1) return undefined
  const measure = filter === undefined ? 'all' : `filter${ledger.content.filters.indexOf(filter.attribute) + 1}`
  const { total } = await countedNow(`${ledgerId}.${measure}`, place)
  return filter === undefined ? tellWhole({ fold: { by: 'count' } }, total).rows : (total[filter.code] ?? 0)
}

/** How fresh the rows of a ledger are at a place and each inside it, as far as an official may be told. */
export interface FreshnessAt {
  readonly name: string
  readonly here: Shares
  readonly children: ReadonlyMap<PlaceId, Shares>
  /** They may see who it is: nothing is withheld. */
  readonly seesPeople: boolean
}

/** @throws Problem `not-found` for a ledger they do not know */
export async function freshnessAt(
  ledgerId: string,
  place: Pick<PlaceFacts, 'id' | 'tiers' | 'lineage'>,
  actor: Official,
  at: Instant,
): Promise<FreshnessAt> {
  const ledger = await seenLedger(ledgerId, actor, at)
  const measure = standardMeasures(ledgerId, ledger.content, baseKnowledge).find(
    ({ id }) => id === `${ledgerId}.freshness`,
  )
  const counted = measure === undefined ? undefined : await countedAt(ledgerId, measure, place)
  return {
    name: ledger.content.name,
    here: counted?.total ?? {},
    children: new Map(counted?.children.map((child) => [child.place, child.groups])),
    seesPeople: decide(actor.policy, actor, 'ledger.read', await rowResource(ledger, place.lineage), at).allow,
  }
}

/** How many people are registered as living at a place and inside it. */
export async function peopleAt(place: PlaceId): Promise<number> {
  return (await countedNow(people, place)).total.all ?? 0
}

/** A page of the people whose copied path begins with a path, by building and door. */
export const peopleIn = (
  district: string,
  path: PlacePath,
  cursor: string | undefined,
  limit: number,
): Promise<{ items: { id: EntityId; path: PlacePath }[]; next?: string }> => registeredIn(district, path, cursor, limit)

/** Whether somebody or something stands in a ledger that there is. */
export async function isInLedger(id: EntityId, ledgerId: string): Promise<boolean> {
  const ledger = await ledgerNow(ledgerId)
  return ledger !== undefined && !ledger.ended && (await standsInLedger(id, ledgerId))
}

/** What an entity is called in lists. */
export async function nameOfEntity(id: string): Promise<string> {
  const found = await readEntity(entityId(id))
  return found === undefined ? '' : found.name || kindNames[found.kind]
}

/** What an id stands for, if anything is known of it. */
export async function kindOf(id: string): Promise<EntityKind | undefined> {
  return (await readEntity(entityId(id)))?.kind
}

/** The part of the graph a resident's form looks at. */
export const aroundPerson = (person: EntityId, charges: readonly Pick<Charge, 'entity'>[]): Promise<Surroundings> =>
  surroundingsOf(person, charges)

/** The part of the graph a form of an organisation looks at: the organisation, and who acts for it. */
export async function aroundDelegate(
  organisation: EntityId,
  person: EntityId,
  charges: readonly Pick<Charge, 'entity'>[],
): Promise<Surroundings> {
  const [its, own] = await Promise.all([surroundingsOf(organisation), surroundingsOf(person, charges)])
  const keyOf = ({ from, type, to }: Surroundings['relations'][number]) => `${from} ${type} ${to}`
  const known = new Set(its.relations.map(keyOf))
  return {
    entities: { ...own.entities, ...its.entities },
    relations: [...its.relations, ...own.relations.filter((one) => !known.has(keyOf(one)))],
  }
}

/** The part of the graph a form about an entity looks at: itself, and whom it is related to. */
export const aroundTarget = (target: EntityId): Promise<Surroundings> => surroundingsOf(target, [], () => true)

/** Whom and what a submission spoke of, as they are now: nothing before its consequences have followed. */
export async function spokenOfBy(sourceId: string): Promise<{ id: EntityId; kind: EntityKind; name: string }[]> {
  const found = await Promise.all((await entitiesSaidBy(sourceId)).map((id) => readEntity(id)))
  const distinct = new Map(found.flatMap((one) => (one === undefined ? [] : [[one.id, one] as const])))
  return [...distinct.values()].map(({ id, kind, name }) => ({ id, kind, name: name || kindNames[kind] }))
}
