import { isUnder, lineageOf, type PlaceId, type PlacePath } from '@zmht/shared/geo'
import type { Measure, Shares } from '@zmht/shared/measures'
import { type CountedNow, countedNow, isNowWithin, type PlaceFacts, stretchesWithin } from '../hierarchy/index'
import { cached, moving } from '../platform/cache'
import { addGroups } from '../platform/stream/counter.domain'
import { countedLines } from './row.store'

/**
 * What a measure of a ledger counts at a place and each of its children. From the community up it is kept (each row counts at its community); below, it
 * is added up from the rows: at most five seconds old, a minute where there are many.
 */
export async function countedAt(
  ledger: string,
  measure: Measure & { readonly id: string },
  place: Pick<PlaceFacts, 'id' | 'tiers'>,
): Promise<Omit<CountedNow, 'version'>> {
  const depth = place.tiers.findIndex(({ level }) => level === 'community')
  if (depth < 0) return countedNow(measure.id, place.id)
  const below = await belowPlace(`${ledger}/${place.id}`)
  const name = measure.id.slice(ledger.length + 1)
  const children = [...below.children].map(([child, shares]) => ({ place: child, groups: shares[name] ?? {} }))
  // The community's own number is the one every tier above adds up.
  const total = depth === place.tiers.length - 1 ? (await countedNow(measure.id, place.id)).total : below.here[name]
  return { total: total ?? {}, children }
}

/** What rows add together, by measure. */
export type ByMeasure = Readonly<Record<string, Shares>>

interface Below {
  readonly here: ByMeasure
  readonly children: ReadonlyMap<PlaceId, ByMeasure>
}

const minute = 60_000
/** From so many rows on adding up costs more than reading a page or two: then once a minute. */
const manyRows = 500
const sizes = new Map<string, number>()

const belowPlace = (key: string): Promise<Below> => ((sizes.get(key) ?? 0) < manyRows ? fewBelow : manyBelow).read(key)

/** Everything that is counted below a place inside a community, by its children. */
async function addedUp(key: string): Promise<Below> {
  const [ledger = '', place = ''] = key.split('/')
  let here: ByMeasure = {}
  let rows = 0
  const children = new Map<PlaceId, ByMeasure>()
  const stretches = await stretchesWithin([place as PlaceId]) // the key was made of one
  for (const { partition, path, within } of stretches) {
    for await (const line of countedLines(ledger, partition, path)) {
      if (!(await isNowWithin(line.path, within))) continue
      rows += 1
      here = addAll(here, line.counts)
      const child = childOf(line.path, path)
      if (child !== undefined) children.set(child, addAll(children.get(child) ?? {}, line.counts))
    }
  }
  sizes.set(key, rows)
  return { here, children }
}

const fewBelow = cached(moving, addedUp, 200)
const manyBelow = cached(minute, addedUp, 200)

/** @returns the child of a place below which something lies; undefined for what lies at the place itself */
export function childOf(path: PlacePath, above: PlacePath): PlaceId | undefined {
  return isUnder(path, above) ? lineageOf(path)[lineageOf(above).length] : undefined
}

export function addAll(one: ByMeasure, other: ByMeasure): ByMeasure {
  const sum: Record<string, Shares> = { ...one }
  for (const [measure, shares] of Object.entries(other)) sum[measure] = addGroups(sum[measure] ?? {}, shares)
  return sum
}
