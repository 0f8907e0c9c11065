/** What other slices may read of the hierarchy. */
import { lineageOf, type NamedPlace, type PlaceId, type PlacePath, placeTail } from '@zmht/shared/geo'
import { Problem } from '@zmht/shared/problems'
import { readChildren, readLineage, readPlace } from './place.store'

export interface PlaceFacts {
  readonly id: PlaceId
  readonly name: string
  readonly level: NamedPlace['level']
  readonly path: PlacePath
  readonly lineage: readonly PlaceId[]
}

/** @throws Problem `no-such-place`. */
export async function placeFacts(id: PlaceId): Promise<PlaceFacts> {
  const place = await readPlace(id)
  if (place === undefined) throw new Problem('no-such-place')
  return { id: place.id, name: place.name, level: place.level, path: place.path, lineage: lineageOf(place.path) }
}

/** @returns undefined when there is no such place. */
export async function findPlace(id: PlaceId): Promise<PlaceFacts | undefined> {
  const place = await readPlace(id)
  return place === undefined
    ? undefined
    : { id: place.id, name: place.name, level: place.level, path: place.path, lineage: lineageOf(place.path) }
}

/** The places along a path with their names, root first. */
export const namedLineage = (path: PlacePath): Promise<NamedPlace[]> => readLineage(path)

/** The shortest text that tells where. */
export async function tailOf(id: PlaceId): Promise<string> {
  const place = await readPlace(id)
  return place === undefined ? '' : placeTail(await readLineage(place.path))
}

/** All children of a place with their names (a roll-up shows each of them). */
export async function childrenOf(id: PlaceId) {
  const all: Awaited<ReturnType<typeof readChildren>>['items'] = []
  let cursor: string | undefined
  do {
    const page = await readChildren(id, cursor)
    all.push(...page.items)
    cursor = page.next
  } while (cursor !== undefined)
  return all
}
