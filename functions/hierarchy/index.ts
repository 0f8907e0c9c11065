/** What other slices may read of the hierarchy. */
import {
  type Level,
  levels,
  lineageOf,
  type NamedPlace,
  type PlaceId,
  type PlacePath,
  placeTail,
} from '@zmht/shared/geo'
import { Problem } from '@zmht/shared/problems'
import { type Place, readChildren, readLineage, readPlace } from './place.store'

export interface PlaceFacts {
  readonly id: PlaceId
  readonly name: string
  readonly level: NamedPlace['level']
  readonly path: PlacePath
  readonly lineage: readonly PlaceId[]
  /** The same with their levels, without reading them. */
  readonly tiers: readonly { readonly id: PlaceId; readonly level: Level }[]
}

function factsOf({ id, name, level, path, levels: numbers }: Place): PlaceFacts {
  const lineage = lineageOf(path)
  const tiers = lineage.flatMap((one, index) => {
    const at = levels[Number(numbers.charAt(index)) - 1]
    return at === undefined ? [] : [{ id: one, level: at }]
  })
  return { id, name, level, path, lineage, tiers }
}

/** @throws Problem `no-such-place`. */
export async function placeFacts(id: PlaceId): Promise<PlaceFacts> {
  const place = await readPlace(id)
  if (place === undefined) throw new Problem('no-such-place')
  return factsOf(place)
}

/** @returns undefined when there is no such place. */
export async function findPlace(id: PlaceId): Promise<PlaceFacts | undefined> {
  const place = await readPlace(id)
  return place === undefined ? undefined : factsOf(place)
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
