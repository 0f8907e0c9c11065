import {
  type Api,
  mintLedgerId,
  mintOperationId,
  mintStepKey,
  mintTaskId,
  type TaskContent,
} from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { taskTemplates } from '@zmht/shared/templates'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { forgetEverything } from '../../functions/platform/cache'
import { beginningOf, moveClock } from '../../functions/platform/clock'
import { minuteOf, saveSwept } from '../../functions/platform/due.store'
import { sweep } from '../../functions/platform/sweep'
import { recountTasks } from '../../functions/tasks/recount'
import { aLedgerLike } from '../ledgers'
import { officialPhones } from '../people'
import { communityTask } from '../tasks'
import { aWorld, type World } from '../world'

let world: World
let worker: Api
let colleague: Api
let neighbour: Api
let district: Api
let subdistrict: Api
let ledgerId: string
let shops: readonly { readonly id: string; readonly name: string }[]

const chaoyang = idOfDivision('110105')
const wangjing = idOfDivision('110105026')

const [fire] = taskTemplates
if (fire === undefined) throw new Error('a template is shipped')

const content = (change: Partial<TaskContent> = {}): TaskContent => ({
  title: '小场所消防排查',
  basis: fire.basis,
  about: { of: 'ledger', ledger: ledgerId },
  form: fire.form,
  due: '2099-12-31',
  ...change,
})

beforeAll(async () => {
  world = await aWorld()
  const official = await officialPhones()
  const as = async (phone: string) => world.as((await world.signIn('gov', phone)).accessToken)
  worker = await as(official.worker)
  colleague = await as(official.secretary)
  neighbour = await as(official.neighbourWorker)
  district = await as(official.district)
  subdistrict = await as(official.subdistrict)
  const enter = async (api: Api, place: PlaceId, name: string) => {
    const facts = [
      { attribute: 'organisation.name', value: name },
      { attribute: 'organisation.smallPlaceKind', value: '3' },
      { attribute: 'organisation.extinguishers', value: 1 },
    ]
    const { entity } = await api.ledgers.enter({
      body: { key: mintStepKey(), kind: 'organisation', place, facts, links: [] },
    })
    return { id: entity.id, name }
  }
  shops = [
    await enter(worker, world.places.north, '北里便利店'),
    await enter(worker, world.places.north, '北里小吃店'),
    await enter(neighbour, world.places.west, '西里理发店'),
  ]
  ledgerId = mintLedgerId()
  await district.ledgers.save({
    params: { ledgerId },
    body: { content: aLedgerLike('small-shops'), measures: [], within: [chaoyang], edition: 0 },
  })
  await world.workOff()
})
afterAll(() => world.stop())

async function dispatched(
  api: Api = district,
  within: readonly PlaceId[] = [chaoyang],
  change: Partial<TaskContent> = {},
) {
  const taskId = mintTaskId()
  const params = { taskId }
  await api.tasks.saveTask({ params, body: { content: content(change), within: [...within], edition: 0 } })
  const running = await api.tasks.changeTask({ params, body: { action: 'dispatch', edition: 1 } })
  await world.workOff()
  forgetEverything()
  return { taskId, running }
}

const itemsOf = async (api: Api, taskId: string, query: Parameters<Api['tasks']['items']>[0]['query'] = {}) =>
  (await api.tasks.items({ params: { taskId }, query })).items

const answers = (values: Readonly<Record<string, string | number | boolean>>, entity: string) => ({
  shop: [{ entity: entity as never, values }],
})

test('a district’s order is at every shop’s community at once, filled in at the door, and counted at every tier', async () => {
  const draft = mintTaskId()
  const saved = await district.tasks.saveTask({
    params: { taskId: draft },
    body: { content: content(), within: [chaoyang], edition: 0 },
  })
  expect(saved).toMatchObject({ state: 'draft', problems: [], actions: ['revise', 'dispatch'] })
  expect((await district.tasks.previewTask({ params: { taskId: draft } })).places).toEqual([
    expect.objectContaining({ id: chaoyang, items: shops.length }),
  ])
  const { taskId, running } = await dispatched()
  expect(running).toMatchObject({ state: 'running', job: { kind: 'tasks.dispatch' } })
  // Sent again, it is dispatched once.
  const again = await district.tasks.changeTask({ params: { taskId }, body: { action: 'dispatch', edition: 1 } })
  expect(again.edition).toBe(2)
  await world.workOff()
  const [card] = (await worker.tasks.tasksAt({ query: {} })).items.filter(({ id }) => id === taskId)
  expect(card).toMatchObject({ title: '小场所消防排查', counts: { open: 2 }, late: false })
  const items = await itemsOf(worker, taskId)
  expect(items.map(({ name }) => name).sort()).toEqual(['北里便利店', '北里小吃店'])
  const [first, second] = items
  if (first === undefined || second === undefined) throw new Error('there are two')
  const opened = await worker.tasks.item({ params: { itemId: first.id } })
  // What is known is there already.
  expect(opened.prefill.shop?.[0]?.values.extinguishers).toMatchObject({ value: 1 })
  const key = mintStepKey()
  const filled = { businessStatus: '1', extinguishers: 4, exitsLocked: true }
  const body = { answers: answers(filled, first.subject) }
  const done = await worker.tasks.answerItem({ params: { itemId: first.id, key }, body })
  expect(done).toMatchObject({ state: 'done' })
  // Sent again after no answer came it is one answer.
  expect((await worker.tasks.answerItem({ params: { itemId: first.id, key }, body })).steps).toHaveLength(1)
  await world.workOff()
  forgetEverything()
  // The fact is known everywhere.
  const { facts } = await worker.ledgers.entity({ params: { entityId: first.subject }, query: {} })
  expect(facts.find(({ attribute }) => attribute === 'organisation.extinguishers')?.text).toMatch(/^4/)
  for (const place of [world.places.north, wangjing, chaoyang]) {
    const counts = await district.tasks.taskCounts({ params: { taskId }, query: { place } })
    expect(counts.groups).toEqual(
      place === world.places.north ? { done: 1, open: 1 } : { done: 1, open: shops.length - 1 },
    )
  }
  for await (const { drift, name } of recountTasks()) expect({ name, drift }).toEqual({ name, drift: 0 })
})

test('who is at work is seen by colleagues; what cannot be done goes back with a reason, and comes again or is struck off', async () => {
  const { taskId } = await dispatched()
  const [item] = await itemsOf(worker, taskId)
  if (item === undefined) throw new Error('there is one')
  const params = { itemId: item.id }
  const claimed = await worker.tasks.moveItem({ params, body: { key: mintStepKey(), action: 'claim' } })
  expect(claimed).toMatchObject({ state: 'claimed', actions: ['release', 'transfer', 'answer', 'give-back'] })
  const seen = await colleague.tasks.item({ params })
  expect(seen.claimedBy?.name).toMatch(/社工/)
  expect(seen.actions).toEqual(['transfer', 'answer', 'give-back'])
  await expect(
    colleague.tasks.moveItem({ params, body: { key: mintStepKey(), action: 'release' } }),
  ).rejects.toMatchObject({ code: 'step-not-allowed' })
  await expect(
    worker.tasks.moveItem({ params, body: { key: mintStepKey(), action: 'give-back' } }),
  ).rejects.toMatchObject({
    code: 'note-needed',
  })
  await worker.tasks.moveItem({ params, body: { key: mintStepKey(), action: 'give-back', note: '已拆除' } })
  // Who issued it reads which, and why.
  const waiting = await district.tasks.givenBack({ params: { taskId }, query: {} })
  expect(waiting.items).toMatchObject([{ id: item.id, name: item.name, note: '已拆除', state: 'unable' }])
  await expect(subdistrict.tasks.givenBack({ params: { taskId }, query: {} })).rejects.toMatchObject({
    code: 'outside-territory',
  })
  const back = { key: mintStepKey(), action: 'return' as const, items: [item.id], note: '请核对门牌' }
  expect(await district.tasks.returnItems({ params: { taskId }, body: back })).toEqual({ done: [item.id], left: [] })
  // Sent again it is done already: nothing more happens.
  await district.tasks.returnItems({ params: { taskId }, body: back })
  const [open] = (await itemsOf(worker, taskId, { state: 'open' })).filter(({ id }) => id === item.id)
  expect(open).toMatchObject({ state: 'open', note: '请核对门牌' })
  const cancel = { key: mintStepKey(), action: 'cancel' as const, items: [item.id], note: '确已拆除' }
  await district.tasks.returnItems({ params: { taskId }, body: cancel })
  expect((await worker.tasks.item({ params })).steps.map(({ state }) => state)).toEqual([
    'claimed',
    'unable',
    'open',
    'void',
  ])
  const done = await district.tasks.returnItems({ params: { taskId }, body: { ...cancel, key: mintStepKey() } })
  expect(done.left.map(({ id }) => id)).toEqual([item.id])
})

test('nobody sees or fills in what is elsewhere, and no one but who issued it changes a task', async () => {
  const { taskId } = await dispatched()
  const [theirs] = await itemsOf(neighbour, taskId)
  expect((await itemsOf(neighbour, taskId)).map(({ name }) => name)).toEqual(['西里理发店'])
  const params = { itemId: theirs?.id ?? '' }
  await expect(worker.tasks.item({ params })).rejects.toMatchObject({ code: 'outside-territory' })
  await expect(worker.tasks.items({ params: { taskId }, query: { place: world.places.west } })).rejects.toMatchObject({
    code: 'outside-territory',
  })
  await expect(
    subdistrict.tasks.changeTask({ params: { taskId }, body: { action: 'end', edition: 2 } }),
  ).rejects.toMatchObject({ code: 'outside-territory' })
  // A community's own order stays in the community.
  const own = await dispatched(colleague, [world.places.north], communityTask())
  await expect(neighbour.tasks.task({ params: { taskId: own.taskId } })).rejects.toMatchObject({ code: 'not-found' })
  const { places } = await colleague.tasks.previewTask({ params: { taskId: own.taskId } })
  expect(places).toMatchObject([
    { id: world.places.north, items: 1, organisation: '花家地北里社区居委会', officials: 2 },
  ])
  // And of a part of it, which has no organisation of its own.
  const { items: parts } = await colleague.hierarchy.children({ params: { placeId: world.places.north }, query: {} })
  const [part] = parts
  if (part === undefined) throw new Error('the community has parts')
  const inside = { taskId: mintTaskId() }
  await colleague.tasks.saveTask({
    params: inside,
    body: { content: communityTask(), within: [part.id], edition: 0 },
  })
  expect((await colleague.tasks.previewTask({ params: inside })).places).toMatchObject([
    { id: part.id, organisation: '花家地北里社区居委会', officials: 2 },
  ])
  await expect(
    colleague.tasks.saveTask({
      params: { taskId: mintTaskId() },
      body: { content: content(), within: [world.places.west], edition: 0 },
    }),
  ).rejects.toMatchObject({ code: 'outside-territory' })
})

test('suspended it takes no answers and loses none; ended it is on nobody’s list any more', async () => {
  const { taskId } = await dispatched()
  const change = (action: 'suspend' | 'resume' | 'end' | 'withdraw', edition: number) =>
    district.tasks.changeTask({ params: { taskId }, body: { action, edition } })
  await change('suspend', 2)
  forgetEverything()
  const [item] = await itemsOf(worker, taskId)
  const sent = {
    params: { itemId: item?.id ?? '', key: mintStepKey() },
    body: { answers: answers({ businessStatus: '1' }, item?.subject ?? '') },
  }
  await expect(worker.tasks.answerItem(sent)).rejects.toMatchObject({ code: 'task-not-running' })
  await change('resume', 3)
  forgetEverything()
  expect(await worker.tasks.answerItem(sent)).toMatchObject({ state: 'done' })
  await change('end', 4)
  forgetEverything()
  expect((await worker.tasks.tasksAt({ query: {} })).items.map(({ id }) => id)).not.toContain(taskId)
  await expect(change('withdraw', 5)).rejects.toMatchObject({ code: 'step-not-allowed' })
})

test('a form that cannot be filled in, a day that has passed, another kind: none is dispatched', async () => {
  const taskId = mintTaskId()
  const params = { taskId }
  const [subject] = fire.form.subjects
  if (subject === undefined) throw new Error('it has one')
  const form = { ...fire.form, subjects: [{ ...subject, kind: 'person' as const }] }
  const saved = await district.tasks.saveTask({
    params,
    body: { content: content({ form, due: '2020-01-01' }), within: [chaoyang], edition: 0 },
  })
  expect(saved.problems.length).toBeGreaterThan(1)
  await expect(district.tasks.changeTask({ params, body: { action: 'dispatch', edition: 1 } })).rejects.toMatchObject({
    code: 'invalid',
  })
  expect((await district.tasks.task({ params })).state).toBe('draft')
})

test('a compound that moves to the neighbours takes its items along, done or not, and every tier counts them there', async () => {
  const { taskId } = await dispatched(district, [chaoyang], {
    ...communityTask(),
    about: { of: 'places', level: 'building' },
  })
  const at = async (place: PlaceId) =>
    (await district.tasks.taskCounts({ params: { taskId }, query: { place } })).groups
  const [first] = await itemsOf(worker, taskId)
  const before = { north: await at(world.places.north), west: await at(world.places.west), all: await at(wangjing) }
  expect(before.north.open).toBeGreaterThan(1)
  const compound = (await worker.hierarchy.children({ params: { placeId: world.places.north } })).items[0]?.id
  if (first === undefined || compound === undefined) throw new Error('there are buildings')
  const sent = {
    params: { itemId: first.id, key: mintStepKey() },
    body: { answers: { home: [{ entity: first.subject as never, values: {} }] } },
  }
  await worker.tasks.answerItem(sent)
  const date = new Date(Date.now() + 8 * 3600 * 1000).toISOString().slice(0, 10)
  await subdistrict.hierarchy.operate({
    params: { placeId: compound, operationId: mintOperationId() },
    body: { kind: 'move', date, reason: '社区规模调整', to: world.places.west },
  })
  // Whose it is now holds from the next request.
  await expect(worker.tasks.item({ params: { itemId: first.id } })).rejects.toMatchObject({ code: 'outside-territory' })
  expect(await neighbour.tasks.item({ params: { itemId: first.id } })).toMatchObject({ state: 'done' })
  await world.workOff()
  forgetEverything()
  expect((await itemsOf(neighbour, taskId, { state: 'done' })).map(({ id }) => id)).toContain(first.id)
  expect(await at(world.places.west)).toEqual({
    done: 1,
    open: (before.west.open ?? 0) + (before.north.open ?? 0) - 1,
  })
  expect(await at(world.places.north)).toEqual({})
  expect(await at(wangjing)).toEqual({ ...before.all, done: 1, open: (before.all.open ?? 0) - 1 })
  for await (const { drift, name } of recountTasks()) expect({ name, drift }).toEqual({ name, drift: 0 })
})

test('a recurring inspection comes again by itself, with the shops there are then; withdrawn it does not', async () => {
  const { taskId, running } = await dispatched(district, [chaoyang], {
    repeat: 'month',
    title: '每月巡查',
    due: dayAfter(7),
  })
  expect(running.next).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  const later = {
    key: mintStepKey(),
    kind: 'organisation' as const,
    place: world.places.north,
    facts: [
      { attribute: 'organisation.name', value: '新开的店' },
      { attribute: 'organisation.smallPlaceKind', value: '3' },
    ],
    links: [],
  }
  await worker.ledgers.enter({ body: later })
  await world.workOff()
  const withdrawn = await dispatched(district, [chaoyang], { repeat: 'month', title: '不再巡查', due: dayAfter(7) })
  await district.tasks.changeTask({ params: { taskId: withdrawn.taskId }, body: { action: 'withdraw', edition: 2 } })
  const day = beginningOf(running.next ?? '')
  moveClock(Date.parse(day) - Date.now() + 5 * 60_000)
  // Everything up to ten minutes before was swept in its time.
  await saveSwept(minuteOf(new Date(Date.parse(day) - 10 * 60_000).toISOString()))
  forgetEverything()
  expect(await sweep()).toBeGreaterThan(0)
  await world.workOff()
  forgetEverything()
  const official = await officialPhones()
  const again = world.as((await world.signIn('gov', official.worker)).accessToken)
  const { items } = await again.tasks.tasksAt({ query: {} })
  const all = items.filter(({ title }) => title === '每月巡查')
  expect(all).toHaveLength(2)
  expect(items.filter(({ title }) => title === '不再巡查')).toEqual([])
  const [former, latest] = [...all].sort((one, other) => (one.due < other.due ? -1 : 1))
  expect(former?.id).toBe(taskId)
  expect((latest?.counts.open ?? 0) - (former?.counts.open ?? 0)).toBe(1)
  expect((await again.tasks.task({ params: { taskId: latest?.id ?? '' } })).next).toBeDefined()
})

/** A day in China, so many after today. */
const dayAfter = (days: number): string =>
  new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)
