import { isPlaceId, type PlaceId } from '@zmht/shared/geo'
import { type EntityId, entityId, type Value } from '@zmht/shared/knowledge'
import { isIn, meets, rowOf, valueIn } from '@zmht/shared/ledgers'
import { type Grouping, type Measure, measuresOf, tell, unknownGroup } from '@zmht/shared/measures'
import { countedNow, placesOfLevel, stretchesWithin } from '../hierarchy/index'
import { knowledgeNow } from '../knowledge/index'
import { type Drift, driftOf } from '../platform/stream/drift'
import type { KeptEntity } from './entity.store'
import type { Ledger } from './ledger.store'
import { type Look, lookAt, whereIs } from './look'
import { type RegisterKind, registeredIn } from './register.store'
import { rowsOf } from './row.store'
import { subjectOf } from './rows'

/**
 * A ledger counted by hand: every entity that lives in its places is opened, asked whether it is in, and put with its number into one heap for each place
 * and group. Nothing of how rows are kept or numbers are folded is used: not the rows, not what they add, not the sketch, not the sums of the tiers.
 * A wrong answer here and there would have to be the same one.
 */
export async function* recountLedger(ledger: Ledger): AsyncGenerator<Drift> {
  const knowledge = await knowledgeNow()
  const measures = measuresOf(ledger.id, ledger.content, ledger.measures, knowledge)
  const heaps = new Map(measures.map(({ id }) => [id, new Map<PlaceId, Map<string, Heap>>()]))
  if (!ledger.ended) for await (const id of membersOf(ledger)) await sort(id, ledger, measures, heaps)
  for (const measure of measures) {
    const heap = heaps.get(measure.id) ?? new Map()
    const should = new Map([...heap].map(([place, groups]) => [place, told(measure, groups)] as const))
    yield driftOf(
      { measure: measure.id, name: `${ledger.content.name} · ${measure.name}` },
      should,
      await countedPlaces(measure.id, ledger.within),
      async (place) => {
        const groups = (await countedNow(measure.id, place)).total
        const said = tell(measure, groups).filter(({ rows }) => rows !== 0)
        const exact = new Map(
          said.map(({ groups: keys, rows, value }) => [keyOf(keys), measure.fold.by === 'count' ? rows : (value ?? 0)]),
        )
        return near(measure, should.get(place), exact)
      },
    )
  }
}

/** The numbers of one group at one place; of whom nothing is known there is none. */
interface Heap {
  rows: number
  readonly numbers: number[]
}

const keyOf = (groups: readonly string[]): string => groups.join('|')

export async function* membersOf({ content, within }: Ledger): AsyncGenerator<EntityId> {
  if (content.kind === 'place') {
    for (const place of within) {
      let cursor: string | undefined
      do {
        const page = await placesOfLevel(place, content.level ?? 'door', cursor)
        for (const { id } of page.items) yield entityId(id)
        cursor = page.next
      } while (cursor !== undefined)
    }
    return
  }
  for (const { partition, path } of await stretchesWithin(within)) {
    let cursor: string | undefined
    do {
      const page = await registeredIn(partition, path, cursor, 100, content.kind as RegisterKind) // places are above
      for (const { id } of page.items) yield id
      cursor = page.next
    } while (cursor !== undefined)
  }
}

async function sort(
  id: EntityId,
  ledger: Ledger,
  measures: readonly (Measure & { readonly id: string })[],
  heaps: ReadonlyMap<string, Map<PlaceId, Map<string, Heap>>>,
): Promise<void> {
  const { content } = ledger
  const entity: KeptEntity | undefined = await subjectOf(id)
  const standing = entity === undefined || entity.id !== id ? undefined : await whereIs(entity)
  if (entity === undefined || standing === undefined) return
  if (!standing.lineage.some((place) => ledger.within.includes(place))) return
  const look = await lookAt(entity, standing, [ledger])
  if (!(await isMember(look, ledger))) return
  const { freshness, cells, states } = rowOf(content, look.knowledge, look.seen, look.at)
  const columns = content.columns.flatMap(({ key }) => {
    const name = key.split('%').join('%25').split('|').join('%7c').split('#').join('%23')
    return cells[key] === undefined ? [`missing:${name}`] : states[key] === undefined ? [] : [`${states[key]}:${name}`]
  })
  const community = standing.tiers.findIndex(({ level }) => level === 'community')
  const places = community < 0 ? standing.lineage : standing.lineage.slice(0, community + 1)
  for (const { id: measure, filter, groups, fold } of measures) {
    if (!filter.every((one) => meets(one, look.seen, look.at))) continue
    const number = fold.by === 'count' ? undefined : valueIn(look.seen, fold.attribute, look.at)
    for (const group of combinations(
      groups.map((one) => (one.by === 'columns' ? ['row', ...columns] : groupsOf(one, look, freshness))),
    )) {
      for (const place of places) {
        const heap = heaps.get(measure)?.get(place) ?? new Map<string, Heap>()
        heaps.get(measure)?.set(place, heap)
        const held = heap.get(group) ?? { rows: 0, numbers: [] }
        heap.set(group, held)
        held.rows += 1
        if (typeof number === 'number') held.numbers.push(number)
      }
    }
  }
}

async function isMember({ entity, seen, at }: Look, { id, content }: Ledger): Promise<boolean> {
  if (content.membership.by === 'rule') return isIn(content, seen, at)
  return (await rowsOf(entity.id)).some((row) => row.ledger === id && row.picked === true)
}

function combinations(lists: readonly (readonly string[])[]): string[] {
  let keys = ['']
  for (const [at, list] of lists.entries())
    keys = keys.flatMap((key) => list.map((one) => (at === 0 ? one : `${key}|${one}`)))
  return keys
}

function groupsOf(group: Grouping, { seen, at }: Look, freshness: string): readonly string[] {
  if (group.by === 'freshness') return [freshness]
  const value = valueIn(seen, group.attribute, at)
  if (value === undefined) return [unknownGroup]
  if (group.by === 'code') return [...new Set(typeof value === 'object' ? value : [said(value)])]
  if (group.by === 'time') return [String(value).slice(0, group.every === 'day' ? 10 : group.every === 'month' ? 7 : 4)]
  const number = group.years ? yearsBetween(String(value), at) : typeof value === 'number' ? value : Number.NaN
  if (Number.isNaN(number)) return [unknownGroup]
  let band = '-'
  for (const edge of group.edges) if (number >= edge) band = String(edge)
  return [band]
}

const said = (value: Value): string => (value === true ? 'yes' : value === false ? 'no' : String(value))

/** Whole years from a day to now in China, by the calendar. */
function yearsBetween(born: string, at: string): number {
  const [year = Number.NaN, month = 0, day = 0] = born.split('-').map(Number)
  const today = new Date(Date.parse(at) + 8 * 3_600_000)
  const years = today.getUTCFullYear() - year
  const isBefore = today.getUTCMonth() + 1 < month || (today.getUTCMonth() + 1 === month && today.getUTCDate() < day)
  return isBefore ? years - 1 : years
}

function told({ fold }: Measure, groups: ReadonlyMap<string, Heap>): ReadonlyMap<string, number> {
  return new Map([...groups].map(([key, heap]) => [key, numberOf(fold, heap)] as const))
}

function numberOf(fold: Measure['fold'], { rows, numbers }: Heap): number {
  const sorted = [...numbers].sort((one, other) => one - other)
  switch (fold.by) {
    case 'count':
      return rows
    case 'sum':
      return sorted.reduce((sum, one) => sum + one, 0)
    case 'average':
      return sorted.length === 0 ? 0 : sorted.reduce((sum, one) => sum + one, 0) / sorted.length
    case 'least':
      return sorted[0] ?? 0
    case 'most':
      return sorted.at(-1) ?? 0
    case 'percentile':
      return sorted[Math.max(0, Math.ceil((fold.percent / 100) * sorted.length) - 1)] ?? 0
  }
}

/** What a sketch says is within 1 % of a number that is there, and sums are kept in ten-thousandths: that near is exact. */
function near(
  { fold }: Measure,
  should: ReadonlyMap<string, number> | undefined,
  is: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  if (fold.by === 'count') return is
  const tolerance = fold.by === 'sum' || fold.by === 'average' ? 1e-6 : 0.0101
  return new Map(
    [...is].map(([key, value]) => {
      const wanted = should?.get(key)
      const isNear = wanted !== undefined && Math.abs(wanted - value) <= Math.max(1e-3, Math.abs(wanted) * tolerance)
      return [key, isNear ? wanted : value] as const
    }),
  )
}

/** Every place below some for which a measure has a number, down to communities: also those where nothing should be. */
export async function countedPlaces(measure: string, within: readonly PlaceId[]): Promise<readonly PlaceId[]> {
  const found: PlaceId[] = []
  const walk = async (place: PlaceId): Promise<void> => {
    found.push(place)
    const { children } = await countedNow(measure, place)
    for (const { place: child, groups } of children)
      if (Object.keys(groups).length > 0 && isPlaceId(child)) await walk(child)
  }
  for (const place of within) await walk(place)
  return found
}
