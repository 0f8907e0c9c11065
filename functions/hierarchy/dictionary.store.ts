import type { PlaceId } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import { cached, moving } from '../platform/cache'
import { CustomAttributeType, itemType } from '../platform/table/item'
import { putIf } from '../platform/table/write'

/** Which version of a city's dictionary is current. */
export interface DictionaryHead {
  readonly city: PlaceId
  readonly version: string
  readonly parts: number
  /** Of all parts, compressed. */
  readonly bytes: number
  readonly at: Instant
}

export const dictionaryItem = itemType({
  model: { entity: 'dictionary', version: '1', service: 'zmht' },
  attributes: {
    city: { type: CustomAttributeType<PlaceId>('string'), required: true },
    version: { type: 'string', required: true },
    parts: { type: 'number', required: true },
    bytes: { type: 'number', required: true },
    at: { type: 'string', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['city'], template: 'DICTIONARY#${city}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'HEAD', casing: 'none' },
    },
  },
})

/** One part of one version: below the 400 kB an item may have. Former versions end by themselves. */
export const dictionaryPartItem = itemType({
  model: { entity: 'dictionaryPart', version: '1', service: 'zmht' },
  attributes: {
    city: { type: CustomAttributeType<PlaceId>('string'), required: true },
    version: { type: 'string', required: true },
    part: { type: 'string', required: true },
    data: { type: CustomAttributeType<Uint8Array>('any'), required: true },
    expiresAt: { type: 'number', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['city'], template: 'DICTIONARY#${city}', casing: 'none' },
      sk: { field: 'sk', composite: ['version', 'part'], template: '${version}#${part}', casing: 'none' },
    },
  },
})

const partBytes = 300_000
const keptSeconds = 180 * 24 * 3600
const numberOf = (part: number): string => String(part).padStart(3, '0')

/** Keeps a version: its parts first, so that whoever learns of it finds them. */
export async function saveDictionary(city: PlaceId, version: string, packed: Uint8Array, at: Instant): Promise<void> {
  const parts = Math.max(1, Math.ceil(packed.length / partBytes))
  const expiresAt = Math.floor(Date.parse(at) / 1000) + keptSeconds
  for (let part = 0; part < parts; part++) {
    const data = packed.subarray(part * partBytes, (part + 1) * partBytes)
    await putIf(
      dictionaryPartItem()
        .put({ city, version, part: numberOf(part), data, expiresAt })
        .params(),
    )
  }
  await putIf(dictionaryItem().put({ city, version, parts, bytes: packed.length, at }).params())
  heads.forget(city)
}

const heads = cached(moving, async (city) => {
  const { data } = await dictionaryItem()
    .get({ city: city as PlaceId }) // only asked for places
    .go()
  return data === null ? undefined : (data satisfies DictionaryHead)
})
/** @returns undefined when the city has no dictionary yet. At most 5 s old. */
export const dictionaryHead = (city: PlaceId): Promise<DictionaryHead | undefined> => heads.read(city)

export async function dictionaryPart(city: PlaceId, version: string, part: number): Promise<Uint8Array | undefined> {
  const { data } = await dictionaryPartItem()
    .get({ city, version, part: numberOf(part) })
    .go()
  return data?.data
}
