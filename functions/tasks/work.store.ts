import type { Level, PlaceId, PlacePath } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import { type RequestState, requestStates } from '@zmht/shared/rules'
import { CustomAttributeType, isSome, itemType, none } from '../platform/table/item'
import { readPage } from '../platform/table/page'
import { putIf, type TransactionPart, transact } from '../platform/table/write'
import { saysTheSame } from './domain/work'

export interface WorkCard {
  readonly channelId: string
  readonly title: string
  readonly who: string
  readonly place: string
  readonly state: RequestState
  readonly since: Instant
  readonly due: Instant
  readonly overdue: boolean
  readonly claimedBy?: { readonly id: string; readonly name: string }
  /** Where it is to be done: a copy, never believed without the operations under way. */
  readonly path: PlacePath
  /** The grid it is routed to. */
  readonly grid?: string
}

/** One piece of work that waits for an official, kept in step with what it came from by its revision. */
export interface Work {
  readonly id: string
  readonly open: boolean
  readonly due: Instant
  readonly community?: PlaceId
  readonly subdistrict?: PlaceId
  readonly district?: PlaceId
  readonly overdue: boolean
  /** Of what it came from. */
  readonly revision: number
  /** Counts every change of this item. */
  readonly version: number
  readonly card: WorkCard
}

/**
 * Open work is listed at three tiers by its due time: a worker's own community, and the tiers that work across communities. Each is an index
 * of the same small item, so a page costs the same for either and is filtered in the query.
 */
export const workItem = itemType({
  model: { entity: 'work', version: '1', service: 'zmht' },
  attributes: {
    id: { type: 'string', required: true },
    open: { type: 'boolean', required: true },
    due: { type: 'string', required: true },
    community: { type: 'string', required: true },
    subdistrict: { type: 'string', required: true },
    district: { type: 'string', required: true },
    overdue: { type: 'boolean', required: true },
    revision: { type: 'number', required: true },
    version: { type: 'number', required: true },
    state: { type: requestStates, required: true },
    card: { type: CustomAttributeType<WorkCard>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['id'], template: 'WORK#${id}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'WORK', casing: 'none' },
    },
    ofCommunity: {
      index: 'gsi1',
      condition: (work: { open?: boolean; community?: string }) => work.open === true && isSome(work.community),
      pk: { field: 'gsi1pk', composite: ['community'], template: 'OPEN#${community}', casing: 'none' },
      sk: { field: 'gsi1sk', composite: ['due', 'id'], template: '${due}#${id}', casing: 'none' },
    },
    ofSubdistrict: {
      index: 'gsi2',
      condition: (work: { open?: boolean; subdistrict?: string }) => work.open === true && isSome(work.subdistrict),
      pk: { field: 'gsi2pk', composite: ['subdistrict'], template: 'OPEN#${subdistrict}', casing: 'none' },
      sk: { field: 'gsi2sk', composite: ['due', 'id'], template: '${due}#${id}', casing: 'none' },
    },
    ofDistrict: {
      index: 'gsi3',
      condition: (work: { open?: boolean; district?: string }) => work.open === true && isSome(work.district),
      pk: { field: 'gsi3pk', composite: ['district'], template: 'OPEN#${district}', casing: 'none' },
      sk: { field: 'gsi3sk', composite: ['due', 'id'], template: '${due}#${id}', casing: 'none' },
    },
  },
})

export async function readWork(id: string): Promise<Work | undefined> {
  const { data } = await workItem().get({ id }).go({ consistent: true })
  if (data === null) return undefined
  const { state: _state, community, subdistrict, district, ...work } = data
  // Each was written from a place id.
  return {
    ...work,
    ...(isSome(community) ? { community: community as PlaceId } : {}),
    ...(isSome(subdistrict) ? { subdistrict: subdistrict as PlaceId } : {}),
    ...(isSome(district) ? { district: district as PlaceId } : {}),
  }
}

/** Open work routed to a grid, listed there by its due time: written and removed with the work itself in one transaction. */
export const routedWorkItem = itemType({
  model: { entity: 'routedWork', version: '1', service: 'zmht' },
  attributes: {
    grid: { type: 'string', required: true },
    due: { type: 'string', required: true },
    id: { type: 'string', required: true },
    card: { type: CustomAttributeType<WorkCard>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['grid'], template: 'ROUTED#${grid}', casing: 'none' },
      sk: { field: 'sk', composite: ['due', 'id'], template: '${due}#${id}', casing: 'none' },
    },
  },
})

type Routed = { readonly grid: string; readonly due: Instant; readonly id: string }

/** Where a piece of work is listed by its grid, if it is. */
const routedAt = (work: Work | undefined): Routed | undefined =>
  work?.open === true && work.card.grid !== undefined ? { grid: work.card.grid, due: work.due, id: work.id } : undefined

/**
 * Saves work that was read as `before`, and its place in the list of its grid.
 * @returns false when it changed meanwhile: read it again.
 */
export async function saveWork(before: Work | undefined, next: Omit<Work, 'version'>): Promise<boolean> {
  const work: Work = { ...next, version: (before?.version ?? 0) + 1 }
  const put = workItem()
    .put({
      ...work,
      community: work.community ?? none,
      subdistrict: work.subdistrict ?? none,
      district: work.district ?? none,
      state: work.card.state,
    })
    .where(({ version }, { eq, notExists }) =>
      before === undefined ? notExists(version) : eq(version, before.version),
    )
    .params()
  const listed = routedAt(before)
  const toList = routedAt(work)
  const stays = listed?.grid === toList?.grid && listed?.due === toList?.due
  const parts: TransactionPart[] = [
    { put },
    ...(listed === undefined || stays ? [] : [{ delete: routedWorkItem().delete(listed).params() }]),
    ...(toList === undefined
      ? []
      : [
          {
            put: routedWorkItem()
              .put({ ...toList, card: work.card })
              .params(),
          },
        ]),
  ]
  const { written } = parts.length === 1 ? await putIf(put) : await transact(parts)
  return written
}

/**
 * Reads, decides and saves a piece of work; again when it changed meanwhile.
 * @param decide Gives undefined when there is nothing to change.
 * @returns what it was and what it became; undefined when nothing changed.
 */
export async function changeWork(
  id: string,
  decide: (before: Work | undefined) => Promise<Omit<Work, 'version'> | undefined>,
): Promise<{ readonly before: Work | undefined; readonly after: Omit<Work, 'version'> } | undefined> {
  for (;;) {
    const before = await readWork(id)
    const after = await decide(before)
    if (after === undefined) return undefined
    // Told again of what is there already: nothing is written.
    if (before !== undefined && saysTheSame({ ...after, version: before.version }, before)) return undefined
    if (await saveWork(before, after)) return { before, after }
  }
}

/** A position in the time order of open work: what comes after it has not been shown. */
export interface WorkPosition {
  readonly due: Instant
  readonly id: string
}

/** The open work routed to one grid, the earliest due first, at most a page, after a position. */
export async function routedTo(
  grid: string,
  after: WorkPosition | undefined,
): Promise<{ items: (WorkCard & { id: string })[]; more: boolean }> {
  const query = routedWorkItem().query.primary({ grid })
  const { data, cursor } = await (after === undefined
    ? query.go({ limit: pageSize })
    : query.gt({ due: after.due, id: after.id }).go({ limit: pageSize }))
  return { items: data.map(({ id, card }) => ({ id, ...card })), more: cursor !== null }
}

export type Tier = 'community' | 'subdistrict' | 'district'

/** @returns undefined for a level that has no list of its own. */
export const tierOf = (level: Level): Tier | undefined =>
  level === 'community' || level === 'subdistrict' || level === 'district' ? level : undefined

export const pageSize = 20

/** A page of open work of one place at a tier, the earliest due first. */
export async function openWork(
  tier: Tier,
  place: PlaceId,
  cursor: string | undefined,
): Promise<{ items: (WorkCard & { id: string })[]; next?: string }> {
  const { data, cursor: next } = await readPage(cursor, (from) => {
    const options = { cursor: from, limit: pageSize }
    return tier === 'community'
      ? workItem().query.ofCommunity({ community: place }).go(options)
      : tier === 'subdistrict'
        ? workItem().query.ofSubdistrict({ subdistrict: place }).go(options)
        : workItem().query.ofDistrict({ district: place }).go(options)
  })
  return { items: data.map(({ id, card }) => ({ id, ...card })), ...(next === null ? {} : { next }) }
}
