import type { PlaceId } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import { type RequestState, requestStates } from '@zmht/shared/rules'
import { CustomAttributeType, isSome, itemType, none } from '../platform/table/item'
import { readPage } from '../platform/table/page'
import { putIf } from '../platform/table/write'

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
  readonly revision: number
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

/** Saves unless a later revision is there. @returns false when one was. */
export async function saveWork(work: Work): Promise<boolean> {
  const { written } = await putIf(
    workItem()
      .put({
        ...work,
        community: work.community ?? none,
        subdistrict: work.subdistrict ?? none,
        district: work.district ?? none,
        state: work.card.state,
      })
      .where(({ revision }, { lte, notExists }) => `${notExists(revision)} OR ${lte(revision, work.revision)}`)
      .params(),
  )
  return written
}

export type Tier = 'community' | 'subdistrict' | 'district'
const pageSize = 20

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
