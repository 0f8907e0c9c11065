import { isUnder, lineageOf, type PlaceId, type PlacePath } from '@zmht/shared/geo'
import type { Measure, Shares } from '@zmht/shared/measures'
import { type CountedNow, countedNow, isNowWithin, type PlaceFacts, stretchesWithin } from '../hierarchy/index'
import { cached } from '../platform/cache'
import { addGroups } from '../platform/stream/counter.domain'
import { countedLines } from './row.store'

/**
 * What a measure of a ledger counts at a place and each of its children. From the community up it is kept (each row counts at its community); below, it
 * is added up from the rows, at most a minute old.
 */
export async function countedAt(
  ledger: string,
  measure: Measure & { readonly id: string },
  place: Pick<PlaceFacts, 'id' | 'tiers'>,
): Promise<CountedNow> {
  const depth = place.tiers.findIndex(({ level }) => level === 'community')
  if (depth < 0) return countedNow(measure.id, place.id)
  const below = await belowPlaces.read(`${ledger}/${place.id}`)
  const name = measure.id.slice(ledger.length + 1)
  const children = [...below.children].map(([child, shares]) => ({ place: child, groups: shares[name] ?? {} }))
  // The community's own number is the one every tier above adds up.
  const total = depth === place.tiers.length - 1 ? (await countedNow(measure.id, place.id)).total : below.here[name]
  return { total: total ?? {}, children }
}

type ByMeasure = Readonly<Record<string, Shares>>

interface Below {
  readonly here: ByMeasure
  readonly children: ReadonlyMap<PlaceId, ByMeasure>
}

const minute = 60_000

/** Everything that is counted below a place inside a community, by its children. */
const belowPlaces = cached(
  minute,
  async (key): Promise<Below> => {
    const [ledger = '', place = ''] = key.split('/')
    let here: ByMeasure = {}
    const children = new Map<PlaceId, ByMeasure>()
    for (const { partition, path, within } of await stretchesWithin([place as PlaceId])) {
      // the key is one
      for await (const line of countedLines(ledger, partition, path)) {
        if (!(await isNowWithin(line.path, within))) continue
        here = addAll(here, line.counts)
        const child = childOf(line.path, path)
        if (child !== undefined) children.set(child, addAll(children.get(child) ?? {}, line.counts))
      }
    }
    return { here, children }
  },
  200,
)

function childOf(path: PlacePath, above: PlacePath): PlaceId | undefined {
  return isUnder(path, above) ? lineageOf(path)[lineageOf(above).length] : undefined
}

function addAll(one: ByMeasure, other: ByMeasure): ByMeasure {
  const sum: Record<string, Shares> = { ...one }
  for (const [measure, shares] of Object.entries(other)) sum[measure] = addGroups(sum[measure] ?? {}, shares)
  return sum
}
