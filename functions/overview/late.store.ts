import type { PlaceId, PlacePath } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import { CustomAttributeType, isSome, itemType, none, present } from '../platform/table/item'
import { putIf } from '../platform/table/write'

/** A late request as leaders see it: how it goes, not whom it is about. */
export interface LateCard {
  readonly title: string
  /** As briefly as is clear. */
  readonly where: string
  readonly place: PlaceId
  readonly since: Instant
  readonly due: Instant
  /** A copy: never believed without the edges. */
  readonly path: PlacePath
  readonly holder?: { readonly id: string; readonly name: string }
  readonly office?: { readonly id: string; readonly name: string }
  /** The organisations it was reported to. */
  readonly overseers: readonly string[]
}

/** A request that is, or was, late. */
export interface LateCase {
  readonly id: string
  /** Only what is late is listed and counted. */
  readonly late: boolean
  readonly path: PlacePath
  readonly due: Instant
  readonly community?: string
  readonly subdistrict?: string
  readonly district?: string
  /** Grows with whatever it was told from. */
  readonly stamp: number
  readonly card: LateCard
}

const isListed = (late: boolean | undefined, place: string | undefined): boolean => late === true && isSome(place)

/** Late requests by the tiers they lie in, the longest late first. One that is over stays, unlisted: what was told later is not overwritten by what was told before. */
export const lateCaseItem = itemType({
  model: { entity: 'lateCase', version: '1', service: 'zmht' },
  attributes: {
    id: { type: 'string', required: true },
    late: { type: 'boolean', required: true },
    path: { type: CustomAttributeType<PlacePath>('string'), required: true },
    due: { type: 'string', required: true },
    community: { type: 'string', required: true },
    subdistrict: { type: 'string', required: true },
    district: { type: 'string', required: true },
    stamp: { type: 'number', required: true },
    card: { type: CustomAttributeType<LateCard>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['id'], template: 'LATE#${id}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'LATE', casing: 'none' },
    },
    ofCommunity: {
      index: 'gsi1',
      condition: (one: { late?: boolean; community?: string }) => isListed(one.late, one.community),
      pk: { field: 'gsi1pk', composite: ['community'], template: 'LATEIN#${community}', casing: 'none' },
      sk: { field: 'gsi1sk', composite: ['due', 'id'], template: '${due}#${id}', casing: 'none' },
    },
    ofSubdistrict: {
      index: 'gsi2',
      condition: (one: { late?: boolean; subdistrict?: string }) => isListed(one.late, one.subdistrict),
      pk: { field: 'gsi2pk', composite: ['subdistrict'], template: 'LATEIN#${subdistrict}', casing: 'none' },
      sk: { field: 'gsi2sk', composite: ['due', 'id'], template: '${due}#${id}', casing: 'none' },
    },
    ofDistrict: {
      index: 'gsi3',
      condition: (one: { late?: boolean; district?: string }) => isListed(one.late, one.district),
      pk: { field: 'gsi3pk', composite: ['district'], template: 'LATEIN#${district}', casing: 'none' },
      sk: { field: 'gsi3sk', composite: ['due', 'id'], template: '${due}#${id}', casing: 'none' },
    },
  },
})

/** Strongly consistent. */
export async function readLate(id: string): Promise<LateCase | undefined> {
  const { data } = await lateCaseItem().get({ id }).go({ consistent: true })
  if (data === null) return undefined
  const { community, subdistrict, district, ...rest } = data
  const tiers = { community, subdistrict, district }
  return { ...rest, ...Object.fromEntries(Object.entries(tiers).filter(([, place]) => isSome(place))) }
}

/** @returns false where it was told of something later already */
export async function saveLate(one: LateCase): Promise<boolean> {
  const { community = none, subdistrict = none, district = none, card, ...rest } = one
  const put = lateCaseItem()
    .put({ ...rest, community, subdistrict, district, card: present(card) })
    .where(({ stamp }, { lte, notExists }) => `${notExists(stamp)} OR ${lte(stamp, one.stamp)}`)
    .params()
  return (await putIf(put)).written
}

export type LateTier = 'community' | 'subdistrict' | 'district'

/** What is late in a place, the longest late first, at most so many. */
export async function lateAt(
  tier: LateTier,
  place: PlaceId,
  limit: number,
): Promise<readonly (LateCard & { readonly id: string })[]> {
  const options = { limit }
  const { data } =
    tier === 'community'
      ? await lateCaseItem().query.ofCommunity({ community: place }).go(options)
      : tier === 'subdistrict'
        ? await lateCaseItem().query.ofSubdistrict({ subdistrict: place }).go(options)
        : await lateCaseItem().query.ofDistrict({ district: place }).go(options)
  return data.map(({ id, card }) => ({ id, ...card }))
}
