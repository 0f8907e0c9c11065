import { type What, whats } from '@zmht/shared/answerable'
import { type AnsweredKind, answeredKinds } from '@zmht/shared/contract'
import { isUnder, lineageOf, type PlaceId, type PlacePath } from '@zmht/shared/geo'
import { countedNow, isNowWithin, type PlaceFacts, stretchesWithin } from '../hierarchy/index'
import { cached, moving } from '../platform/cache'
import type { Measures } from '../platform/stream/counter'
import type { Contribution } from '../platform/stream/counter.domain'
import { type FindingLine, findingList, readFindingList } from './answerable.store'

/** How many lines there are of each list. */
export const answerableMeasure = 'answerable'

/** Each line counts at its community; the item carries all of its lines, so that what is taken away is what was added. */
export const measures: Measures = {
  answerable: ({ lines }) =>
    // As its store writes them.
    ((lines ?? []) as readonly FindingLine[]).map(
      ({ list, anchor }): Contribution => ({
        measure: answerableMeasure,
        lineage: lineageOf(anchor),
        group: list,
        amount: 1,
        gathered: true,
      }),
    ),
}

export interface Tally {
  readonly what: What
  readonly kind: AnsweredKind
  readonly rows: number
}
type Groups = Readonly<Record<string, number>>

/** All lists, also those nobody stands in. */
export const talliesOf = (groups: Groups): readonly Tally[] =>
  whats.flatMap((what) => answeredKinds.map((kind) => ({ what, kind, rows: groups[findingList(what, kind)] ?? 0 })))

export interface CountedFindings {
  readonly here: Groups
  readonly children: ReadonlyMap<PlaceId, Groups>
}

/** How many stand in each list at a place and its children: kept from the community up, below it added up from the lines. */
export async function countedFindings({ id, tiers }: Pick<PlaceFacts, 'id' | 'tiers'>): Promise<CountedFindings> {
  const depth = tiers.findIndex(({ level }) => level === 'community')
  const kept = depth < 0 || depth === tiers.length - 1 ? await countedNow(answerableMeasure, id) : undefined
  const below = depth < 0 ? undefined : await belowPlace.read(id)
  return {
    here: kept?.total ?? below?.here ?? {},
    children: below?.children ?? new Map((kept?.children ?? []).map(({ place, groups }) => [place, groups] as const)),
  }
}

const minute = 60_000
/** From so many lines on adding up costs more than a page or two: then once a minute. */
const manyLines = 200
const few = cached(moving, addedUp, 200)
const many = cached(minute, addedUp, 200)
const sizes = new Map<string, number>()
const belowPlace = {
  read: (place: string): Promise<CountedFindings> => ((sizes.get(place) ?? 0) < manyLines ? few : many).read(place),
}

async function addedUp(key: string): Promise<CountedFindings> {
  const place = key as PlaceId // the key was made of one
  const here: Record<string, number> = {}
  const children = new Map<PlaceId, Record<string, number>>()
  let lines = 0
  for (const { partition, path } of await stretchesWithin([place])) {
    for (const list of whats.flatMap((what) => answeredKinds.map((kind) => findingList(what, kind)))) {
      for await (const at of pathsIn(list, partition, path)) {
        if (!(await isNowWithin(at, place))) continue
        lines += 1
        here[list] = (here[list] ?? 0) + 1
        const child = isUnder(at, path) ? lineageOf(at)[lineageOf(path).length] : undefined
        if (child === undefined) continue
        const groups = children.get(child) ?? {}
        children.set(child, { ...groups, [list]: (groups[list] ?? 0) + 1 })
      }
    }
  }
  sizes.set(key, lines)
  return { here, children }
}

async function* pathsIn(list: FindingLine['list'], partition: string, path: PlacePath): AsyncGenerator<PlacePath> {
  let cursor: string | undefined
  do {
    const page = await readFindingList(list, partition, path, cursor, 200)
    for (const one of page.items) yield one.path
    cursor = page.next
  } while (cursor !== undefined)
}
