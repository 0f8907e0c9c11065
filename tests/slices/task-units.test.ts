import {
  type Api,
  mintLedgerId,
  mintStepKey,
  mintTaskId,
  type TaskContent,
  type UnitReport,
} from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { taskTemplates } from '@zmht/shared/templates'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { forgetEverything } from '../../functions/platform/cache'
import { beginningOf, moveClock, nowMillis } from '../../functions/platform/clock'
import { minuteOf, saveSwept } from '../../functions/platform/due.store'
import { contentOf } from '../../functions/platform/signature'
import { sweep } from '../../functions/platform/sweep'
import { readUnitEntry, taskUnitEntryItem } from '../../functions/tasks/unit.store'
import { aLedgerLike } from '../ledgers'
import { officialPhones } from '../people'
import { aWorld, type World } from '../world'

let world: World
let worker: Api
let secretary: Api
let neighbour: Api
let subdistrict: Api
let district: Api
let ledgerId: string

const chaoyang = idOfDivision('110105')
const wangjing = idOfDivision('110105026')

const [fire] = taskTemplates
if (fire === undefined) throw new Error('a template is shipped')

/** A day in China, so many after today. */
const dayAfter = (days: number): string =>
  new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)

async function signInAll() {
  const official = await officialPhones()
  const as = async (phone: string) => world.as((await world.signIn('gov', phone)).accessToken)
  worker = await as(official.worker)
  secretary = await as(official.secretary)
  neighbour = await as(official.neighbourWorker)
  subdistrict = await as(official.subdistrict)
  district = await as(official.district)
}

beforeAll(async () => {
  world = await aWorld()
  await signInAll()
  const enter = (api: Api, place: PlaceId, name: string) =>
    api.ledgers.enter({
      body: {
        key: mintStepKey(),
        kind: 'organisation',
        place,
        facts: [
          { attribute: 'organisation.name', value: name },
          { attribute: 'organisation.smallPlaceKind', value: '3' },
        ],
        links: [],
      },
    })
  await enter(worker, world.places.north, '北里便利店')
  await enter(worker, world.places.north, '北里小吃店')
  await enter(neighbour, world.places.west, '西里理发店')
  ledgerId = mintLedgerId()
  await district.ledgers.save({
    params: { ledgerId },
    body: { content: aLedgerLike('small-shops'), measures: [], within: [chaoyang], edition: 0 },
  })
  await world.workOff()
})
afterAll(() => world.stop())

async function dispatched(change: Partial<TaskContent> = {}, within: readonly PlaceId[] = [chaoyang]) {
  const taskId = mintTaskId()
  const params = { taskId }
  const content: TaskContent = {
    title: '小场所消防排查',
    basis: fire?.basis ?? '',
    about: { of: 'ledger', ledger: ledgerId },
    form: fire?.form ?? { knowledge: '', subjects: [], controls: [] },
    due: '2099-12-31',
    ...change,
  }
  await district.tasks.saveTask({ params, body: { content, within: [...within], edition: 0 } })
  await district.tasks.changeTask({ params, body: { action: 'dispatch', edition: 1 } })
  await settled()
  return taskId
}

async function settled() {
  await world.workOff()
  forgetEverything()
}

const listedAt = async (api: Api, taskId: string) =>
  (await api.tasks.tasksAt({ query: {} })).items.find(({ id }) => id === taskId)

const unitsAt = (api: Api, taskId: string, place: PlaceId) => api.tasks.units({ params: { taskId }, query: { place } })

async function fillOne(api: Api, taskId: string) {
  const [item] = (await api.tasks.items({ params: { taskId }, query: { state: 'open' } })).items
  if (item === undefined) throw new Error('there is one open')
  const answers = { shop: [{ entity: item.subject as never, values: { businessStatus: '1' } }] }
  await api.tasks.answerItem({ params: { itemId: item.id, key: mintStepKey() }, body: { answers } })
  await settled()
}

const key = mintStepKey

test('a subdistrict looks at a task first: below it nobody sees or fills in anything until it passes it on', async () => {
  const taskId = await dispatched({ passes: ['subdistrict'] })
  // The items are there, and counted, for those above.
  expect((await unitsAt(district, taskId, chaoyang)).units).toMatchObject([
    { id: wangjing, stand: 'waiting', groups: { open: 3 }, actions: ['urge'], hasUnits: true },
  ])
  expect(await listedAt(worker, taskId)).toBeUndefined()
  await expect(worker.tasks.task({ params: { taskId } })).rejects.toMatchObject({ code: 'task-not-reached' })
  await expect(worker.tasks.items({ params: { taskId }, query: {} })).rejects.toMatchObject({
    code: 'task-not-reached',
    document: { detail: expect.stringContaining('望京街道') },
  })
  await expect(unitsAt(worker, taskId, world.places.north)).rejects.toMatchObject({ code: 'task-not-reached' })
  // The subdistrict has it, and is asked.
  expect(await listedAt(subdistrict, taskId)).toMatchObject({ waiting: true })
  const { here } = await unitsAt(subdistrict, taskId, wangjing)
  expect(here).toMatchObject({ stand: 'waiting', actions: ['pass', 'report'] })
  expect(here?.strip.map(({ done, total }) => [done, total])).toEqual(
    expect.arrayContaining([
      [0, 2],
      [0, 1],
    ]),
  )
  const params = { taskId, unitId: wangjing }
  const body = { key: key(), note: '请各社区本周内完成' }
  await expect(district.tasks.passUnit({ params, body })).rejects.toMatchObject({ code: 'forbidden' })
  const passed = await subdistrict.tasks.passUnit({ params, body })
  expect(passed).toMatchObject({ stand: 'passed', passed: { note: '请各社区本周内完成' }, actions: ['report'] })
  // Sent again it is one; done once more it is refused.
  await subdistrict.tasks.passUnit({ params, body })
  expect((await subdistrict.tasks.unit({ params })).entries).toHaveLength(1)
  await expect(subdistrict.tasks.passUnit({ params, body: { key: key() } })).rejects.toMatchObject({
    code: 'step-not-allowed',
  })
  forgetEverything()
  expect(await listedAt(worker, taskId)).toMatchObject({ counts: { open: 2 } })
  expect((await unitsAt(worker, taskId, world.places.north)).from).toMatchObject({ note: '请各社区本周内完成' })
  await fillOne(worker, taskId)
  expect((await unitsAt(district, taskId, wangjing)).units.map(({ stand }) => stand)).toEqual(['open', 'open'])
})

test('a community that looks at it first sees it, and fills in nothing before it has', async () => {
  const taskId = await dispatched({ passes: ['community'] })
  expect(await listedAt(worker, taskId)).toMatchObject({ waiting: true })
  await expect(worker.tasks.items({ params: { taskId }, query: {} })).rejects.toMatchObject({
    code: 'task-not-reached',
  })
  await worker.tasks.passUnit({ params: { taskId, unitId: world.places.north }, body: { key: key() } })
  await fillOne(worker, taskId)
  await expect(neighbour.tasks.items({ params: { taskId }, query: {} })).rejects.toMatchObject({
    code: 'task-not-reached',
  })
})

test('who issued it needs not look at its own task', async () => {
  const taskId = await dispatched({ passes: ['district'] })
  expect((await unitsAt(district, taskId, chaoyang)).here).toMatchObject({ stand: 'open' })
  expect(await listedAt(worker, taskId)).toBeDefined()
})

test('a report is what was, signed; the numbers go on, and whatever is changed of it is told', async () => {
  const taskId = await dispatched()
  await fillOne(worker, taskId)
  const params = { taskId, unitId: wangjing, key: key() }
  const first = await subdistrict.tasks.reportUnit({ params, body: { note: '已完成一半' } })
  expect(first).toMatchObject({
    task: { id: taskId, edition: 2 },
    place: { id: wangjing, name: '望京街道' },
    note: '已完成一半',
    groups: { done: 1, open: 2 },
  })
  expect(first.children).toEqual(
    expect.arrayContaining([expect.objectContaining({ id: world.places.north, groups: { done: 1, open: 1 } })]),
  )
  await fillOne(worker, taskId)
  // Sent again it is the one that was made, not another.
  expect(await subdistrict.tasks.reportUnit({ params, body: { note: '已完成一半' } })).toEqual(first)
  const second = { ...params, key: key() }
  expect((await subdistrict.tasks.reportUnit({ params: second, body: {} })).groups).toEqual({ done: 2, open: 1 })
  const unit = (await unitsAt(district, taskId, chaoyang)).units[0]
  expect(unit).toMatchObject({ groups: { done: 2, open: 1 }, reported: { key: second.key } })
  expect((await district.tasks.unit({ params: { taskId, unitId: wangjing } })).entries).toHaveLength(2)
  const read = await district.tasks.unitReport({ params })
  expect(read).toMatchObject({ intact: true, report: first })
  expect(contentOf(read.signature)).toEqual(first)
  // Somebody with their hands in the table makes the numbers better.
  const kept = await readUnitEntry(taskId, wangjing, params.key)
  if (kept?.signature === undefined) throw new Error('it is signed')
  const [header, , signature] = kept.signature.split('.')
  const better = (change: Partial<UnitReport>) =>
    [header, Buffer.from(JSON.stringify({ ...first, ...change })).toString('base64url'), signature].join('.')
  const put = (text: string, under = params.key) =>
    taskUnitEntryItem()
      .put({ ...kept, key: under, signature: text })
      .go()
  await put(better({ groups: { done: 3 } }))
  expect(await district.tasks.unitReport({ params })).toMatchObject({ intact: false, report: { groups: { done: 3 } } })
  // A good signature under another report’s key is no better.
  await put(kept.signature, second.key)
  expect(await district.tasks.unitReport({ params: second })).toMatchObject({ intact: false })
  await put(kept.signature)
  expect(await district.tasks.unitReport({ params })).toMatchObject({ intact: true })
  await expect(worker.tasks.reportUnit({ params: { ...params, key: key() }, body: {} })).rejects.toMatchObject({
    code: 'outside-territory',
  })
  await expect(district.tasks.reportUnit({ params: { ...params, key: key() }, body: {} })).rejects.toMatchObject({
    code: 'forbidden',
  })
})

test('of a task with several places its issuer reports the whole', async () => {
  const taskId = await dispatched({}, [world.places.north, world.places.west])
  expect((await unitsAt(district, taskId, wangjing)).whole).toEqual({})
  const params = { taskId, unitId: 'whole' as const, key: key() }
  const report = await district.tasks.reportUnit({ params, body: {} })
  expect(report).toMatchObject({ place: { id: 'whole' }, groups: { open: 3 } })
  expect(report.children.map(({ groups }) => groups)).toEqual([{ open: 2 }, { open: 1 }])
  expect(await district.tasks.unitReport({ params })).toMatchObject({ intact: true })
  expect((await unitsAt(district, taskId, wangjing)).whole).toMatchObject({ reported: { key: params.key } })
  await expect(subdistrict.tasks.reportUnit({ params: { ...params, key: key() }, body: {} })).rejects.toMatchObject({
    code: 'forbidden',
  })
})

test('who is urged is told by WeChat, once, if that is how they sign in', async () => {
  const official = await officialPhones()
  const once = () => Math.random().toString(36).slice(2)
  await world.as().permissions.signInByWechat({
    body: { app: 'gov', code: `login-grid-${once()}`, phoneCode: `phone-${official.worker}-${once()}` },
  })
  const taskId = await dispatched()
  const params = { taskId, unitId: world.places.north }
  const body = { key: key(), note: '今天办完' }
  await subdistrict.tasks.urgeUnit({ params, body })
  await subdistrict.tasks.urgeUnit({ params, body })
  await settled()
  const answer = await fetch(`${world.wechat.url}/stand-in/messages`)
  const all = (await answer.json()) as { page: string; data: unknown }[] // the stand-in's outbox
  expect(all.filter(({ page }) => page.includes(taskId))).toMatchObject([
    { page: `tasks/task/index?id=${taskId}`, data: { phrase2: { value: '督办' }, thing4: { value: '今天办完' } } },
  ])
})

test('who is urged reads it on their list until all is done, and whom to ring is one look away', async () => {
  const taskId = await dispatched()
  const params = { taskId, unitId: world.places.north }
  await expect(secretary.tasks.urgeUnit({ params, body: { key: key(), note: '快一点' } })).rejects.toMatchObject({
    code: 'forbidden',
  })
  const body = { key: key(), note: '区里明天检查，请今天办完' }
  expect(await subdistrict.tasks.urgeUnit({ params, body })).toMatchObject({ urged: { note: body.note } })
  forgetEverything()
  expect(await listedAt(worker, taskId)).toMatchObject({ urged: { says: '督办', note: body.note } })
  expect(await listedAt(neighbour, taskId)).not.toHaveProperty('urged')
  const { organisation, people } = await district.tasks.unitContact({ params })
  expect(organisation?.name).toMatch(/花家地北里/)
  expect(people).toEqual(
    expect.arrayContaining([
      { id: expect.any(String), name: expect.any(String), title: '社工', phone: expect.stringMatching(/^1\d{10}$/) },
    ]),
  )
  await fillOne(worker, taskId)
  expect(await listedAt(worker, taskId)).toHaveProperty('urged')
  await fillOne(worker, taskId)
  expect(await listedAt(worker, taskId)).not.toHaveProperty('urged')
  expect((await subdistrict.tasks.unit({ params })).entries).toMatchObject([{ kind: 'urge', note: body.note }])
})

test('rules remind before the day, tell the tier above the day after, and report what nobody reported', async () => {
  const due = dayAfter(7)
  const taskId = await dispatched({ due, urge: { before: 2 }, report: 'automatic', title: '按期办完' })
  await fillOne(neighbour, taskId)
  await comesTo(dayAfter(5))
  const kinds = async (unitId: PlaceId) =>
    (await district.tasks.unit({ params: { taskId, unitId } })).entries.map(({ kind }) => kind)
  expect(await kinds(world.places.north)).toEqual(['remind'])
  expect(await kinds(wangjing)).toEqual(['remind'])
  // All is done there.
  expect(await kinds(world.places.west)).toEqual([])
  expect(await listedAt(worker, taskId)).toMatchObject({ urged: { says: '快到期提醒' } })
  await comesTo(dayAfter(8))
  expect(await kinds(wangjing)).toEqual(['escalate', 'remind'])
  expect(await listedAt(subdistrict, taskId)).toMatchObject({
    late: true,
    urged: { says: '下级逾期', note: expect.stringMatching(/^1 处还没有办完：.*北里/), by: '系统' },
  })
  expect(await kinds(world.places.north)).toEqual(['remind'])
  expect(await kinds(chaoyang)).toEqual(expect.arrayContaining(['report', 'escalate', 'remind']))
  const { here } = await unitsAt(district, taskId, chaoyang)
  expect(here?.reported).toMatchObject({ key: 'automatic', by: '系统' })
  const params = { taskId, unitId: chaoyang, key: 'automatic' }
  expect(await district.tasks.unitReport({ params })).toMatchObject({
    intact: true,
    report: { groups: { done: 1, open: 2 } },
  })
})

/** The morning of a day, with all that falls due until then. */
async function comesTo(day: string) {
  const at = Date.parse(beginningOf(day))
  moveClock(at - nowMillis() + 5 * 60_000)
  await saveSwept(minuteOf(new Date(at - 10 * 60_000).toISOString()))
  forgetEverything()
  await sweep()
  await settled()
  // The sessions of before have ended.
  await signInAll()
}
