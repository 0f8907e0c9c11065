import { randomBytes } from 'node:crypto'
import { marshall } from '@aws-sdk/util-dynamodb'
import { type PlaceId, placeIdFrom } from '@zmht/shared/geo'
import type { DynamoDBRecord } from 'aws-lambda'
import fc from 'fast-check'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { measures as requests } from '../../functions/channels/measures'
import { handler } from '../../functions/entries/counter'
import { measures as rows } from '../../functions/ledgers/measures'
import { counter, type ShardEvent } from '../../functions/platform/stream/counter'
import type { CountedTier } from '../../functions/platform/stream/counter.domain'
import { relocateTotals } from '../../functions/platform/stream/counter.relocate'
import { readCounted, readLeaf } from '../../functions/platform/stream/counter.store'
import { intercept } from '../../functions/platform/table/client'
import { anEmptyTable } from '../table'
import { throttling, timeout } from './faults'

/**
 * The live roll-up against a recount by hand. The stream is made up: requests live on one of eight shards each, and batches of the shards
 * come at any time, together, twice, again from the beginning, and the function dies at any write. Whatever happened, the numbers are those
 * of what the requests are at last.
 */
const shards = 8
const states = ['submitted', 'claimed', 'confirmed', 'closed', 'withdrawn'] as const

/** One request: which door it hangs on and its state, change by change; `gone` is a removal. */
interface Life {
  readonly shard: number
  readonly changes: readonly { readonly door: number; readonly state: (typeof states)[number] | 'gone' }[]
}

const life: fc.Arbitrary<Life> = fc.record({
  shard: fc.nat(shards - 1),
  changes: fc.array(
    fc.record({
      // Most requests stay where they are; some move to another door on the way.
      door: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.nat(4)),
      state: fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...states) }, fc.constant('gone' as const)),
    }),
    { minLength: 1, maxLength: 4 },
  ),
})

/** How the stream misbehaves. */
const mishaps = fc.record({
  /** Records a batch holds. */
  batch: fc.integer({ min: 1, max: 4 }),
  /** Batches that come once more, right away. */
  twice: fc.array(fc.nat(11), { maxLength: 4 }),
  /** After how many batches a shard is read from its beginning again. */
  rewind: fc.nat(5),
  /** Which of the table's writes fail, and whether after they took place. */
  deaths: fc.uniqueArray(fc.record({ write: fc.nat(60), after: fc.boolean() }), {
    maxLength: 8,
    selector: ({ write }) => write,
  }),
  order: fc.array(fc.nat(shards - 1), { minLength: 0, maxLength: 12 }),
})

/** What is counted: requests, whose numbers hang on their door, or rows of a ledger, whose numbers their anchor's parent keeps. */
const counted = ['request', 'ledgerRow'] as const
type Counted = (typeof counted)[number]

interface City {
  readonly of: Counted
  readonly id: string
  /** Lineages of five doors in two communities of one district. */
  readonly doors: readonly (readonly PlaceId[])[]
}

const measureOf = ({ of, id }: City): string => (of === 'request' ? `requests.${id}` : `${id}.all`)

function aCity(of: Counted): City {
  const place = () => placeIdFrom(randomBytes(8))
  const above = [place(), place()]
  const [one, other] = [
    [...above, place()],
    [...above, place()],
  ]
  const doors = [one, one, one, other, other].map((community) => [...(community ?? []), place()])
  return { of, id: `c${randomBytes(6).toString('hex')}`, doors }
}

function recordsOf(city: City, lives: readonly Life[]): Map<number, DynamoDBRecord[]> {
  const byShard = new Map<number, DynamoDBRecord[]>()
  let sequence = 99_999_990 // grows by a digit on the way
  const longest = Math.max(...lives.map(({ changes }) => changes.length))
  // The first change of every request, then the second …: requests of one shard are mixed as real ones are.
  for (let turn = 0; turn < longest; turn++) {
    for (const [number, { shard, changes }] of lives.entries()) {
      const image = (at: number) => {
        const change = changes[at]
        if (change === undefined || change.state === 'gone') return undefined
        const path = (city.doors[change.door] ?? []).join('/')
        const { state } = change
        return marshall({
          pk: `ITEM#r${number}`,
          sk: 'ITEM',
          _e: city.of,
          ...(city.of === 'request'
            ? { channelId: city.id, state, path }
            : { ledger: city.id, anchor: path, counts: { all: { [state]: 1 } } }),
        })
      }
      if (turn >= changes.length) continue
      const [before, after] = [image(turn - 1), image(turn)]
      if (before === undefined && after === undefined) continue
      sequence += 7
      const list = byShard.get(shard) ?? []
      list.push({
        eventID: `${shard}-${sequence}`,
        dynamodb: {
          SequenceNumber: String(sequence),
          ...(before === undefined ? {} : { OldImage: before }),
          ...(after === undefined ? {} : { NewImage: after }),
        },
      } as DynamoDBRecord) // what the counter reads of one
      byShard.set(shard, list)
    }
  }
  return byShard
}

/** What every place should show: counted by hand from what each request is at last. */
function recount(city: City, lives: readonly Life[]): Map<string, Record<string, number>> {
  const counted = new Map<string, Record<string, number>>()
  for (const { changes } of lives) {
    const last = changes[changes.length - 1]
    if (last === undefined || last.state === 'gone') continue
    for (const place of city.doors[last.door] ?? []) {
      const groups = counted.get(place) ?? {}
      groups[last.state] = (groups[last.state] ?? 0) + 1
      counted.set(place, groups)
    }
  }
  return counted
}

/** What every place does show: its own numbers and its children's, added up by hand. */
async function shown(city: City): Promise<Map<string, Record<string, number>>> {
  const result = new Map<string, Record<string, number>>()
  for (const place of new Set(city.doors.flat())) {
    const { own, children } = await readCounted(measureOf(city), place, true)
    const groups: Record<string, number> = {}
    for (const part of [own.groups, ...children.map((child) => child.groups), ...(await atParents(city, place))])
      for (const [state, amount] of Object.entries(part)) groups[state] = (groups[state] ?? 0) + amount
    for (const [state, amount] of Object.entries(groups)) if (amount === 0) delete groups[state]
    if (Object.keys(groups).length > 0) result.set(place, groups)
  }
  return result
}

/** What hangs on a place itself where its parents keep it: those it has now, and had before it was moved. */
async function atParents(city: City, place: PlaceId): Promise<Readonly<Record<string, number>>[]> {
  const homes = new Set(city.doors.flatMap((lineage) => lineage.slice(0, -1)))
  const found = await Promise.all([...homes].map((parent) => readLeaf(measureOf(city), parent, place, true)))
  return found.flatMap((one) => (one === undefined ? [] : [one.groups]))
}

/** Hands over a batch until it is taken, as Lambda does. */
async function deliver(shard: number, records: readonly DynamoDBRecord[]): Promise<void> {
  const event: ShardEvent = { shardId: `shardId-${shard}`, Records: [...records] }
  for (;;) {
    try {
      await handler(event)
      return
    } catch {
      // The function died: the same batch comes again.
    }
  }
}

const chunks = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_none, index) => list.slice(index * size, index * size + size))

beforeAll(anEmptyTable)
afterEach(() => intercept(undefined))

test.each(counted)(
  '%s: numbers are those of an independent recount after any order of shards, duplicates, replays and deaths',
  async (of) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(life, { minLength: 1, maxLength: 10 }),
        mishaps,
        async (lives, { batch, twice, rewind, deaths, order }) => {
          const city = aCity(of)
          const byShard = recordsOf(city, lives)
          let write = 0
          intercept(async (command, _input, next) => {
            if (!command.startsWith('Put')) return next()
            const death = deaths.find((one) => one.write === write)
            write += 1
            if (death === undefined) return next()
            if (death.after) await next()
            throw death.after ? timeout() : throttling()
          })
          const waiting = new Map([...byShard].map(([shard, records]) => [shard, chunks(records, batch)]))
          let delivered = 0
          const one = async (shard: number) => {
            const next = waiting.get(shard)?.shift()
            if (next === undefined) return
            delivered += 1
            await deliver(shard, next)
            if (twice.includes(delivered)) await deliver(shard, next)
            if (delivered === rewind) await deliver(shard, byShard.get(shard)?.slice(0, next.length) ?? [])
          }
          // Some batches alone in any order, then all shards at once, each in its own.
          for (const shard of order) await one(shard)
          await Promise.all(
            [...waiting].map(async ([shard, batches]) => {
              while (batches.length > 0) await one(shard)
            }),
          )
          const expected = recount(city, lives)
          expect(await shown(city)).toEqual(expected)
          // The whole stream once more, and once more with the shards the other way round.
          for (const again of [[...byShard], [...byShard].reverse()])
            await Promise.all(again.map(([shard, records]) => deliver(shard, records)))
          expect(await shown(city)).toEqual(expected)
        },
      ),
      { numRuns: 12, interruptAfterTimeLimit: 40_000, markInterruptAsFailure: false },
    )
  },
  90_000,
)

test('a sum that was made earlier and arrives later does not overwrite the newer one', async () => {
  const city = aCity('request')
  const lives: Life[] = [0, 1].map((shard) => ({ shard, changes: [{ door: 0, state: 'submitted' }] }))
  const [[, first = []] = [0], [, second = []] = [1]] = [...recordsOf(city, lives)]
  let letGo = () => {}
  const newerIsThere = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const held: string[] = []
  let slow = true
  intercept(async (command, input, next) => {
    const { Item } = input as { Item?: { part?: string; measure?: string } } // what the counter's store writes
    // Only the first shard writes until it is held at its first sum of this channel.
    if (slow && command.startsWith('Put') && Item?.part?.startsWith('child#') && Item.measure !== 'requests') {
      slow = false
      held.push(Item.part)
      secondShard = deliver(1, second).then(letGo)
      await newerIsThere
    }
    return next()
  })
  let secondShard: Promise<void> | undefined
  await deliver(0, first)
  await secondShard
  expect(held).toHaveLength(1)
  expect(await shown(city)).toEqual(recount(city, lives))
})

/** Two communities of a district; from `move` on the first's door hangs below the other. The second door stays. */
function aMove(of: Counted) {
  const city = aCity(of)
  const [[region, district, oldHome, door] = [], [, , , staying] = [], , [, , newHome] = []] = city.doors
  if (!region || !district || !oldHome || !newHome || !door || !staying) throw new Error('the city has them')
  let moved = false
  const lineages = async (place: PlaceId): Promise<CountedTier[]> => {
    const leaves = place === door && moved
    const home = place === newHome || leaves ? newHome : oldHome
    const all = [region, district, home].map((id) => ({ id, edge: 0 }))
    if (place === door || place === staying) all.push({ id: place, edge: leaves ? 1 : 0 })
    return all.slice(0, all.findIndex(({ id }) => id === place) + 1)
  }
  const counting = counter({ ...requests, ...rows }, lineages)
  const count = (record: DynamoDBRecord | undefined) => {
    if (record === undefined) throw new Error('there is a request')
    return counting({ shardId: 'shardId-0', Records: [record] })
  }
  const submitted = async () => {
    const numbers = await shown(city)
    return [region, district, oldHome, newHome].map((place) => numbers.get(place)?.submitted ?? 0)
  }
  const relocate = async () => relocateTotals(await lineages(door), lineages)
  const move = () => {
    moved = true
  }
  return { city, oldHome, count, submitted, relocate, move }
}

test.each(counted)(
  '%s: what was moved is never counted twice, though its first row comes before the job that changes the numbers over',
  async (of) => {
    const { city, count, submitted, move } = aMove(of)
    const lives: Life[] = [0, 0].map((door) => ({ shard: 0, changes: [{ door, state: 'submitted' }] }))
    const [one, other] = recordsOf(city, lives).get(0) ?? []
    await count(one)
    move()
    await count(other)
    expect(await submitted()).toEqual([2, 2, 0, 2])
  },
)

test('a moved anchor that was counted anew before its numbers came has both', async () => {
  const { city, count, submitted, relocate, move } = aMove('ledgerRow')
  const lives: Life[] = [0, 0].map((door) => ({ shard: 0, changes: [{ door, state: 'submitted' }] }))
  const [one, other] = recordsOf(city, lives).get(0) ?? []
  await count(one)
  move()
  // The index that tells where it was counted before lags behind: it seems to be counted for the first time.
  intercept(async (_command, input, next) =>
    (input as { IndexName?: string }).IndexName === undefined
      ? next()
      : { response: {}, output: { Items: [], $metadata: {} } },
  )
  await count(other)
  intercept(undefined)
  await relocate()
  expect(await submitted()).toEqual([2, 2, 0, 2])
  // And the stream once more.
  await count(one)
  await count(other)
  expect(await submitted()).toEqual([2, 2, 0, 2])
})

test.each(counted)('%s: what is counted while the numbers change over is not lost', async (of) => {
  const { city, oldHome, count, submitted, relocate, move } = aMove(of)
  const lives: Life[] = [0, 1].map((door) => ({ shard: 0, changes: [{ door, state: 'submitted' }] }))
  const [moving, staying] = recordsOf(city, lives).get(0) ?? []
  await count(moving)
  move()
  const [added, changed] = [aSignal(), aSignal()]
  let counted: Promise<unknown> | undefined
  const measure = measureOf(city)
  intercept(async (command, input, next) => {
    // What the counter's store writes: a put of one total, or a transaction of several.
    const { Item, TransactItems } = input as Written & { TransactItems?: readonly { Put: Written }[] }
    if (counted === undefined && TransactItems?.[0]?.Put.Item?.measure === measure) {
      // All sums of the change have been read. Now the other door's row is added up without it …
      counted = count(staying)
      await added.given
      const answer = await next()
      changed.give()
      return answer
    }
    // … and its sum arrives after it.
    if (command.startsWith('Put') && Item?.measure === measure && Item?.part === `child#${oldHome}`) {
      added.give()
      await changed.given
    }
    return next()
  })
  await relocate()
  await counted
  expect(counted).toBeDefined()
  expect(await submitted()).toEqual([2, 2, 1, 1])
})

interface Written {
  readonly Item?: { readonly part?: string; readonly measure?: string }
}

function aSignal() {
  let give = () => {}
  const given = new Promise<void>((resolve) => {
    give = resolve
  })
  return { given, give: () => give() }
}
