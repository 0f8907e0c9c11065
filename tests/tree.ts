import { lineageOf, type PlacePath } from '@zmht/shared/geo'
import { expect } from 'vitest'
import { forgetEverything } from '../functions/platform/cache'
import { aboveAll, keepsDays } from '../functions/platform/stream/counter.domain'
import { itemsOf } from './table'

/** Every stored path is the chain of stored parents, and nothing waits to be rewritten. */
export async function expectWholeTree(): Promise<void> {
  const places = await itemsOf('place')
  const byId = new Map(places.map((place) => [place.id as string, place]))
  const chain = (id: string): string[] => {
    const parent = byId.get(id)?.parentId as string
    return parent === '' ? [id] : [...chain(parent), id]
  }
  for (const place of places) expect(place.path).toBe(chain(place.id as string).join('/'))
  expect((await itemsOf('tree'))[0]?.relocations ?? []).toEqual([])
  const pathOf = (id: unknown) => byId.get(id as string)?.path
  for (const request of await itemsOf('request')) expect(request.path).toBe(pathOf(request.home))
  for (const entity of await itemsOf('entity'))
    if (typeof entity.path === 'string' && entity.path !== '')
      expect(entity.path).toBe(pathOf(lineageOf(entity.path as PlacePath).at(-1)))
}

/** By measure and place, groups. */
export type Counts = Map<string, Record<string, number>>

/** Requests and places counted by hand from the items themselves, for every place and measure. */
export async function recount(): Promise<Counts> {
  const counted: Counts = new Map()
  const add = (measure: string, path: string, group: string, amount = 1) => {
    if (amount === 0) return
    const places = path.split('/')
    // The highest places of what keeps its days are kept under one above all, each by itself.
    for (const place of [...(keepsDays(measure) ? [`${aboveAll}/${places[0]}`] : []), ...places]) {
      const groups = counted.get(`${measure}@${place}`) ?? {}
      groups[group] = (groups[group] ?? 0) + amount
      counted.set(`${measure}@${place}`, groups)
    }
  }
  for (const { path, state, channelId, burden } of await itemsOf('request')) {
    add('requests', String(path), String(state))
    add(`requests.${channelId}`, String(path), String(state))
    if (burden === undefined) continue
    const { again, ...sums } = burden as Readonly<Record<string, number | true>> // as the request keeps it
    const all = { forms: 1, ...sums }
    for (const [group, amount] of Object.entries(all)) {
      add(`requests.${channelId}.burden`, String(path), group, Number(amount))
      if (again === true) add(`requests.${channelId}.burden`, String(path), `again-${group}`, Number(amount))
    }
  }
  for (const { path, level, shown } of await itemsOf('place')) {
    const above = String(path).split('/').slice(0, -1).join('/')
    if (above !== '' && shown !== false) add('places', above, String(level))
  }
  return counted
}

/** People are counted for notices, and held by the recount that goes with them. */
const heldByTheirOwn: ReadonlySet<string> = new Set(['people', 'readers'])
/** The numbers of a board are held where boards are. */
const isOfBoards = (measure: string): boolean =>
  measure === 'late' || measure === 'taskItems' || /^(month|stages)\./.test(measure)

/** What the counters say, summed by hand from their items. */
export async function counted(): Promise<Counts> {
  const sums: Counts = new Map()
  for (const { measure, place, child, groups } of await itemsOf('counter')) {
    if (heldByTheirOwn.has(String(measure)) || isOfBoards(String(measure))) continue
    const key = `${measure}@${place === aboveAll ? `${place}/${child}` : place}`
    const sum = sums.get(key) ?? {}
    for (const [group, amount] of Object.entries(groups as Record<string, number>))
      sum[group] = (sum[group] ?? 0) + amount
    sums.set(key, sum)
  }
  for (const [key, groups] of sums) {
    for (const [group, amount] of Object.entries(groups)) if (amount === 0) delete groups[group]
    if (Object.keys(groups).length === 0) sums.delete(key)
  }
  return sums
}

/** Who lives where and who has an account, counted one by one: an operation on the tree took them along. */
export async function expectPeopleCounted(): Promise<void> {
  const { recountPeople } = await import('../functions/ledgers/recount-people')
  const { recountNotices } = await import('../functions/channels/notices/recount')
  forgetEverything()
  const drifts = [await recountPeople()]
  for await (const drift of recountNotices()) drifts.push(drift)
  expect(drifts.map(({ name, wrong }) => ({ name, wrong }))).toEqual(drifts.map(({ name }) => ({ name, wrong: [] })))
  expect(drifts.some(({ places }) => places > 0)).toBe(true)
}
