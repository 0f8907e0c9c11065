import { marshall } from '@aws-sdk/util-dynamodb'
import {
  type Api,
  type BoardReply,
  mintChannelId,
  mintLedgerId,
  mintStepKey,
  mintTaskId,
  type OfficialStep,
} from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { steps } from '@zmht/shared/overview'
import { dayInChina } from '@zmht/shared/rules'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { measures as requests } from '../../functions/channels/measures'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { findPlace, placeFacts } from '../../functions/hierarchy/index'
import { seedDivisions } from '../../functions/local/seed'
import { measures as lateCases } from '../../functions/overview/measures'
import { forgetEverything } from '../../functions/platform/cache'
import { moveClock, now, nowMillis } from '../../functions/platform/clock'
import { minuteOf, saveSwept } from '../../functions/platform/due.store'
import { counter } from '../../functions/platform/stream/counter'
import { sweep } from '../../functions/platform/sweep'
import { metered } from '../../functions/platform/table/client'
import { measures as taskItems } from '../../functions/tasks/measures'
import { residentsLedger } from '../ledgers'
import { officialPhones } from '../people'
import { communityTask } from '../tasks'
import { aWorld, checkUp, filledIn, phones, type World } from '../world'

let world: World
let worker: Api
let neighbourWorker: Api
let subdistrict: Api
let district: Api
let city: Api
let resident: Api

const wangjing = idOfDivision('110105026')
const chaoyang = idOfDivision('110105')
const beijing = idOfDivision('11')

beforeAll(async () => {
  world = await aWorld()
  await signInAll()
})
afterAll(() => world.stop())

/** Again each time so much time has passed that everybody was signed out. */
async function signInAll() {
  const official = await officialPhones()
  const as = async (phone: string) => world.as((await world.signIn('gov', phone)).accessToken)
  worker = await as(official.worker)
  neighbourWorker = await as(official.neighbourWorker)
  subdistrict = await as(official.subdistrict)
  district = await as(official.district)
  city = await as(official.city)
  resident = world.as((await world.signIn('resident', phones.resident)).accessToken)
}

/** Some minutes after an instant, with all that falls due until then done. */
async function passes(at: string): Promise<void> {
  moveClock(Date.parse(at) - nowMillis() + 5 * 60_000)
  await saveSwept(minuteOf(new Date(Date.parse(at) - 10 * 60_000).toISOString()))
  await sweep()
  await world.workOff()
  await signInAll()
}

async function asked(promisedDays = 1): Promise<string> {
  const params = { channelId: mintChannelId() }
  const { edition } = await worker.channels.create({ params, body: { ...checkUp(), promisedDays } })
  await worker.channels.publish({ params, body: { edition, reach: [world.places.north] } })
  forgetEverything()
  const { service, answers, requestId } = await filledIn(resident, params.channelId)
  await resident.channels.submit({
    params: { ...params, requestId },
    body: { version: service.version, home: service.home, answers, notify: false },
  })
  await world.workOff()
  return requestId
}

type Without<T> = T extends unknown ? Omit<T, 'key'> : never
async function step(requestId: string, one: Without<OfficialStep>): Promise<void> {
  const body = { ...one, key: mintStepKey() } as OfficialStep // the key was all that was missing
  await worker.channels.step({ params: { requestId }, body })
  await world.workOff()
}

const boardOf = (api: Api, place: PlaceId): Promise<BoardReply> => api.overview.board({ query: { place } })
/** A number of a board by its measure; of a place inside by its id. */
function numberOf(board: BoardReply, measure: string, inside?: PlaceId): number | undefined {
  const at = board.columns.findIndex(({ id }) => id === measure)
  const cells = inside === undefined ? board.here : board.rows.find(({ id }) => id === inside)?.cells
  return cells?.[at]?.value
}

let late = ''

test('what a resident asks for stands on the board of each tier above, under the place it came from', async () => {
  const before = await boardOf(city, beijing)
  const { mark } = await city.overview.mark({ query: { place: beijing } })
  expect(mark).toBe(before.mark)
  late = await asked()
  expect((await city.overview.mark({ query: { place: beijing } })).mark).not.toBe(mark)
  for (const [api, place, inside] of [
    [city, beijing, chaoyang],
    [district, chaoyang, wangjing],
    [subdistrict, wangjing, world.places.north],
  ] as const) {
    const board = await boardOf(api, place)
    expect(board.columns).toHaveLength(8)
    expect([numberOf(board, 'open'), numberOf(board, 'open', inside)]).toEqual([1, 1])
    expect(numberOf(board, 'late')).toBe(0)
    expect(board.states).toEqual({ submitted: 1 })
  }
  expect((await boardOf(subdistrict, wangjing)).rows.find(({ id }) => id === world.places.west)?.cells[0]).toEqual({
    value: 0,
  })
})

test('only who may read statistics there sees it; of the places above only those they may', async () => {
  await expect(boardOf(neighbourWorker, world.places.north)).rejects.toMatchObject({ code: 'outside-territory' })
  await expect(boardOf(resident, world.places.north)).rejects.toMatchObject({ code: 'forbidden' })
  expect((await boardOf(subdistrict, world.places.north)).above.map(({ id }) => id)).toEqual([wangjing])
})

test('once its day has passed it is late on every board and first in the list, which says who has it', async () => {
  const { due } = await worker.channels.request({ params: { requestId: late } })
  await passes(due)
  expect(numberOf(await boardOf(city, beijing), 'late', chaoyang)).toBe(1)
  expect(numberOf(await boardOf(subdistrict, wangjing), 'late', world.places.north)).toBe(1)
  for (const [api, place] of [
    [city, beijing],
    [district, chaoyang],
    [subdistrict, wangjing],
    [worker, world.places.north],
  ] as const)
    expect((await api.overview.late({ query: { place } })).requests).toMatchObject([{ id: late, of: 'request' }])
  expect((await subdistrict.overview.late({ query: { place: world.places.west } })).requests).toEqual([])
  await step(late, { action: 'claim' })
  const [one] = (await district.overview.late({ query: { place: chaoyang } })).requests
  expect(one?.holder).toMatch(/社工/)
})

test('whoever has it in hand is the first to call; a word reaches them, once, and nobody else is sent one', async () => {
  const query = { place: chaoyang, request: late }
  const { organisation, people } = await district.overview.responsible({ query })
  expect(organisation?.name).toMatch(/花家地北里/)
  expect(people[0]).toMatchObject({ holds: true, title: '社工' })
  expect(people[0]?.phone).toMatch(/^1900000/)
  const key = mintStepKey()
  const body = {
    to: people[0]?.id ?? '',
    text: '这件请今天办结',
    about: { title: '体检', place: chaoyang, request: late },
  }
  const sent = await district.overview.sendWords({ params: { key }, body })
  expect(await district.overview.sendWords({ params: { key }, body })).toEqual(sent)
  const { items } = await worker.overview.ownWords()
  expect(items).toMatchObject([{ key, text: '这件请今天办结', read: false, about: { request: late } }])
  expect((await worker.overview.readWords({ params: { key } })).items[0]?.read).toBe(true)
  const other = (await subdistrict.overview.responsible({ query: { place: world.places.west } })).people[0]?.id ?? ''
  await expect(
    district.overview.sendWords({ params: { key: mintStepKey() }, body: { ...body, to: other } }),
  ).rejects.toMatchObject({
    code: 'invalid',
  })
  // What does not lie in a place is not told by way of it.
  await expect(
    subdistrict.overview.responsible({ query: { place: world.places.west, request: late } }),
  ).rejects.toMatchObject({ code: 'not-found' })
})

test('closed it is late no more; how long it took and each stage of it is told of the month', async () => {
  await step(late, { action: 'confirm' })
  await step(late, { action: 'close', note: '已办结' })
  const quick = await asked(3)
  await step(quick, { action: 'claim' })
  await step(quick, { action: 'confirm' })
  await step(quick, { action: 'close', note: '已办结' })
  const board = await boardOf(district, chaoyang)
  expect([numberOf(board, 'late'), numberOf(board, 'open'), numberOf(board, 'timely')]).toEqual([0, 0, 50])
  expect(numberOf(board, 'half')).toBeLessThanOrEqual(numberOf(board, 'most') ?? 0)
  expect((await district.overview.late({ query: { place: chaoyang } })).requests).toEqual([])
  expect(board.stages.map(({ stage, count }) => [stage, count])).toEqual([
    ['wait', 2],
    ['work', 2],
  ])
})

test('how a number stood on earlier days is kept, also over days on which nothing changed', async () => {
  const today = dayInChina(now())
  const { days } = await district.overview.course({ query: { place: chaoyang, measure: 'late' } })
  expect(days.at(-1)).toEqual({ day: today, value: 0 })
  expect(days).toHaveLength(30)
  await asked(3)
  await passes(new Date(nowMillis() + 2 * 24 * 3600_000).toISOString())
  await asked(3)
  const later = await district.overview.course({ query: { place: chaoyang, measure: 'open' } })
  const on = new Map(later.days.map(({ day, value }) => [day, value]))
  const back = (count: number) => dayInChina(new Date(nowMillis() - count * 24 * 3600_000).toISOString())
  expect([on.get(back(2)), on.get(back(1)), on.get(back(0))]).toEqual([1, 1, 2])
  expect(on.get(back(25))).toBeUndefined()
})

test('items of a task are late once their last day has passed, and no more when it has another, or is over', async () => {
  const params = { taskId: mintTaskId() }
  const content = { ...communityTask(), due: dayInChina(now()) }
  await subdistrict.tasks.saveTask({ params, body: { content, within: [wangjing], edition: 0 } })
  await subdistrict.tasks.changeTask({ params, body: { action: 'dispatch', edition: 1 } })
  await world.workOff()
  expect(numberOf(await boardOf(district, chaoyang), 'lateItems')).toBe(0)
  await passes(new Date(nowMillis() + 24 * 3600_000).toISOString())
  const communities = (await boardOf(subdistrict, wangjing)).rows.length
  expect(numberOf(await boardOf(district, chaoyang), 'lateItems', wangjing)).toBe(communities)
  expect(numberOf(await boardOf(subdistrict, wangjing), 'lateItems', world.places.north)).toBe(1)
  const { items } = await worker.overview.late({ query: { place: world.places.north } })
  expect(items).toMatchObject([{ of: 'item', task: params.taskId, title: content.title }])
  const item = items[0]?.id ?? ''
  const query = { place: world.places.north, item }
  expect((await worker.overview.responsible({ query })).people.length).toBeGreaterThan(0)
  const { basis, form } = content
  const due = dayInChina(new Date(nowMillis() + 10 * 24 * 3600_000).toISOString())
  await subdistrict.tasks.amendTask({ params: { ...params, edition: '3' }, body: { basis, form, due, more: [] } })
  await world.workOff()
  expect(numberOf(await boardOf(district, chaoyang), 'lateItems')).toBe(0)
  await passes(new Date(nowMillis() + 12 * 24 * 3600_000).toISOString())
  expect(numberOf(await boardOf(district, chaoyang), 'lateItems')).toBe(communities)
  await subdistrict.tasks.changeTask({ params, body: { action: 'end', edition: 3 } })
  await world.workOff()
  expect(numberOf(await boardOf(district, chaoyang), 'lateItems')).toBe(0)
})

test('an organisation chooses its numbers, a ledger among them', async () => {
  const ledger = mintLedgerId()
  await district.ledgers.save({
    params: { ledgerId: ledger },
    body: { content: residentsLedger, measures: [], within: [chaoyang], edition: 0 },
  })
  await world.workOff()
  forgetEverything()
  await district.overview.chooseMeasures({ body: { measures: ['late', `rows.${ledger}`, `stale.${ledger}`] } })
  const board = await boardOf(district, chaoyang)
  expect(board.columns.map(({ id }) => id)).toEqual(['late', `rows.${ledger}`, `stale.${ledger}`])
  expect(numberOf(board, `rows.${ledger}`)).toBeGreaterThan(0)
  // The numbers of a place are the same for whoever looks; below, where so few are told apart that they would be known, nothing is said.
  expect(
    board.rows.every(({ cells }) => cells[1]?.hidden === true || cells[1]?.value === 0 || (cells[1]?.value ?? 0) >= 3),
  ).toBe(true)
  expect((await boardOf(city, beijing)).columns).toHaveLength(8)
  await expect(district.overview.chooseMeasures({ body: { measures: ['nothing'] } })).rejects.toMatchObject({
    code: 'invalid',
  })
})

test('on working mornings whoever switched it on is told how yesterday was, once; off, no more', async () => {
  expect(await district.overview.digest()).toEqual({ on: false })
  await district.overview.switchDigest({ body: { place: chaoyang, on: true } })
  const morning = new Date(Math.ceil(nowMillis() / 86_400_000) * 86_400_000).toISOString()
  for (let day = 0; day < 4; day++) await passes(new Date(Date.parse(morning) + day * 86_400_000).toISOString())
  const { on, latest } = await district.overview.digest()
  expect(on).toBe(true)
  expect(latest?.text).toMatch(/^朝阳区昨天新来诉求 \d+ 件，办结 \d+ 件，在办 2 件。/)
  await district.overview.switchDigest({ body: { place: chaoyang, on: false } })
  const count = (await district.overview.ownWords()).items.length
  for (let day = 4; day < 7; day++) await passes(new Date(Date.parse(morning) + day * 86_400_000).toISOString())
  expect((await district.overview.ownWords()).items).toHaveLength(count)
})

test('what people were asked is told by month, and which services ask the same', async () => {
  const { months, duplicates } = await worker.overview.burdenAt({ query: { place: world.places.north } })
  expect(months[0]?.asked ?? 0).toBeGreaterThanOrEqual(0)
  expect(months.reduce((sum, { forms }) => sum + forms, 0)).toBe(4)
  expect(duplicates[0]?.percent).toBe(100)
  expect(duplicates[0]?.shared.length).toBeGreaterThanOrEqual(3)
})

/** The sixteen districts of 北京, each with one subdistrict of its own and rows in it. */
test('the page of a city with sixteen districts and eight measures costs no more than twelve read units', async () => {
  const codes = ['01', '02', '05', '06', '07', '08', '09', '11', '12', '13', '14', '15', '16', '17', '18', '19']
  for (const code of codes) await seedDivisions(`1101${code}001`, () => undefined)
  await world.workOff()
  forgetEverything()
  const lineages = new Map(
    await Promise.all(
      codes.map(async (code) => [code, (await placeFacts(idOfDivision(`1101${code}001`))).path] as const),
    ),
  )
  const today = dayInChina(now())
  const month = now().slice(0, 10)
  let sequence = 0
  const record = (image: Readonly<Record<string, unknown>>) => ({
    eventID: `cost-${++sequence}`,
    dynamodb: { SequenceNumber: String(sequence), NewImage: marshall(image) },
  })
  const states = [
    'submitted',
    'claimed',
    'confirmed',
    'returned',
    'listed',
    'queued',
    'declined',
    'withdrawn',
    'closed',
  ]
  // As full as a district can be: requests in every state and of every duration, items of tasks due on many days.
  const rows = [...lineages.values()].flatMap((path) => [
    ...states.flatMap((state) =>
      steps.map((waited, at) => ({
        ...{
          _e: 'request',
          pk: 'REQUEST#cost',
          path,
          state,
          channelId: 'c1',
          submittedAt: `${month}T01:00:00.000Z`,
          waited,
        },
        ...{ closedAt: `${month}T02:00:00.000Z`, due: `${today}T10:00:00.000Z`, untilTaken: Math.floor(waited / 2) },
        burden: { asked: 9, facts: 6, kept: at % 7, changed: 0, typed: 2 },
      })),
    ),
    ...Array.from({ length: 30 }, (_, at) => ({
      ...{ _e: 'taskItem', pk: 'TASKITEM#cost', taskId: 'q1', anchor: path, state: 'open' },
      due: new Date(nowMillis() + (at - 10) * 86_400_000).toISOString().slice(0, 10),
    })),
    ...steps.map((worked) => ({
      ...{ _e: 'taskItem', pk: 'TASKITEM#cost', taskId: 'q1', anchor: path, state: 'done', waited: worked, worked },
      at: `${month}T02:00:00.000Z`,
    })),
    { ...{ _e: 'lateCase', pk: 'LATE#cost', path, late: true } },
  ])
  const count = counter({ ...requests, ...taskItems, ...lateCases }, async (anchor) => (await findPlace(anchor))?.tiers)
  await count({ shardId: 'cost', Records: rows.map(record) } as unknown as Parameters<typeof count>[0]) // as the stream hands them over
  forgetEverything()
  // Whose session it is was read before: what is counted is the page.
  await city.permissions.me()
  const cold = await metered(() => boardOf(city, beijing))
  const warm = await metered(() => boardOf(city, beijing))
  const mark = await metered(() => city.overview.mark({ query: { place: beijing } }))
  process.stdout.write(
    `board of 16 districts × 8 measures: ${cold.used.readUnits} read units cold, ${warm.used.readUnits} warm; mark ${mark.used.readUnits}\n`,
  )
  expect([cold.result.rows.length, cold.result.columns.length]).toEqual([16, 8])
  expect(cold.result.rows.every(({ cells }) => cells.every(({ value }) => value !== undefined))).toBe(true)
  expect(cold.used.readUnits).toBeLessThanOrEqual(12)
  expect(mark.used.readUnits).toBeLessThanOrEqual(4)
})
