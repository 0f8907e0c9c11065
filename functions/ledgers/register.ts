import type { PlaceId, PlacePath } from '@zmht/shared/geo'
import { childrenOf, findPlace, type PlaceFacts } from '../hierarchy/index'
import { joinPosition, splitPosition } from '../platform/table/page'
import { type RegisterEntry, readRegister } from './entity.store'

/** A register is partitioned by district: the district on the path, or the lowest place where a branch has none. */
export function registerPartition({ tiers }: PlaceFacts): string {
  return (tiers.find(({ level }) => level === 'district') ?? tiers.at(-1))?.id ?? ''
}

interface Part {
  readonly partition: string
  readonly id: PlaceId
  readonly path: PlacePath
}

/** The partitions a territory is spread over: one for a place inside a district, each district for a place above. */
async function partsOf(places: readonly PlaceId[]): Promise<Part[]> {
  const parts: Part[] = []
  for (const id of places) {
    const place = await findPlace(id)
    if (place === undefined) continue
    if (place.level === 'province' || place.level === 'city') {
      parts.push(...(await partsOf((await childrenOf(id)).map((child) => child.id))))
    } else {
      parts.push({ partition: registerPartition(place), id, path: place.path })
    }
  }
  return parts
}

const pageSize = 20

/** A page of the people inside the places, in their order; the cursor names the partition it stopped in. */
export async function peopleWithin(
  places: readonly PlaceId[],
  cursor: string | undefined,
): Promise<{ items: RegisterEntry[]; next?: string }> {
  const parts = await partsOf(places)
  const { part: start, from: inner } = splitPosition(cursor)
  const items: RegisterEntry[] = []
  let from = inner
  for (let index = start; index < parts.length; index++) {
    const part = parts[index]
    if (part === undefined) break
    const page = await readRegister(part.partition, part, from)
    items.push(...page.items)
    if (page.next !== undefined) return { items, next: joinPosition(index, page.next) }
    if (items.length >= pageSize && index + 1 < parts.length) return { items, next: joinPosition(index + 1) }
    from = undefined
  }
  return { items }
}
