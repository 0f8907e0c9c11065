import type { SectorRule } from '@zmht/shared/answerable'
import type { PlaceId } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import { cached, moving } from '../platform/cache'
import { CustomAttributeType, itemType } from '../platform/table/item'
import { putIf } from '../platform/table/write'

/** Who supervises which sector at a place: all of it in one small item. */
export interface SupervisionRules {
  readonly place: PlaceId
  readonly rules: readonly SectorRule[]
  /** Counts up with each change; 0: nothing was ever said here. */
  readonly edition: number
}

export const supervisionItem = itemType({
  model: { entity: 'supervision', version: '1', service: 'zmht' },
  attributes: {
    place: { type: CustomAttributeType<PlaceId>('string'), required: true },
    rules: { type: CustomAttributeType<readonly SectorRule[]>('any'), required: true },
    edition: { type: 'number', required: true },
    at: { type: 'string', required: true },
    by: { type: 'string', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['place'], template: 'SUPERVISION#${place}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'SUPERVISION', casing: 'none' },
    },
  },
})

/** Strongly consistent. */
export async function readSupervision(place: PlaceId): Promise<SupervisionRules> {
  const { data } = await supervisionItem().get({ place }).go({ consistent: true })
  return { place, rules: data?.rules ?? [], edition: data?.edition ?? 0 }
}

const known = cached(moving, (place) => readSupervision(place as PlaceId)) // the key was made of one
/** At most 5 s old. */
export const supervisionNow = (place: PlaceId): Promise<SupervisionRules> => known.read(place)

/** @returns false when it was changed since `edition - 1` */
export async function saveSupervision(
  next: SupervisionRules & { readonly at: Instant; readonly by: string },
): Promise<boolean> {
  const before = next.edition - 1
  const { written } = await putIf(
    supervisionItem()
      .put(next)
      .where(({ edition }, { eq, notExists }) => (before === 0 ? notExists(edition) : eq(edition, before)))
      .params(),
  )
  known.forget(next.place)
  return written
}
