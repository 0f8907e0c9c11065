import type { PlaceId } from '@zmht/shared/geo'
import { CustomAttributeType, itemType } from '../platform/table/item'
import { putIf } from '../platform/table/write'

/** A stretch of a road: which of its numbers lie in which place. */
export interface Segment {
  readonly place: PlaceId
  readonly from: number
  readonly to: number
  readonly side: 'odd' | 'even' | 'both'
}

export const segmentsItem = itemType({
  model: { entity: 'roadSegments', version: '1', service: 'zmht' },
  attributes: {
    road: { type: CustomAttributeType<PlaceId>('string'), required: true },
    segments: { type: CustomAttributeType<readonly Segment[]>('any'), required: true },
    version: { type: 'number', required: true },
    by: { type: 'string', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['road'], template: 'PLACE#${road}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'SEGMENTS', casing: 'none' },
    },
  },
})

export async function readSegments(road: PlaceId): Promise<{ segments: readonly Segment[]; version: number }> {
  const { data } = await segmentsItem().get({ road }).go({ consistent: true })
  return data === null ? { segments: [], version: 0 } : { segments: data.segments, version: data.version }
}

/** @returns false when somebody else saved since `version - 1`. */
export async function saveSegments(
  road: PlaceId,
  segments: readonly Segment[],
  version: number,
  by: string,
): Promise<boolean> {
  const { written } = await putIf(
    segmentsItem()
      .put({ road, segments, version, by })
      .where((held, { eq, notExists }) => (version === 1 ? notExists(held.version) : eq(held.version, version - 1)))
      .params(),
  )
  return written
}
