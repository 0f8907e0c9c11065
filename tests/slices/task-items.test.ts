import {
  type Api,
  mintChargeId,
  mintLedgerId,
  mintOperationId,
  mintStepKey,
  mintTaskId,
  type TaskContent,
} from '@zmht/shared/contract'
import type { FormAnswers } from '@zmht/shared/controls'
import { type PlaceId, pathOf } from '@zmht/shared/geo'
import { baseVersion, type EntityId } from '@zmht/shared/knowledge'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { forgetEverything } from '../../functions/platform/cache'
import { saveItemWhere, type Where } from '../../functions/tasks/item.store'
import { recountTasks } from '../../functions/tasks/recount'
import { aLedgerLike } from '../ledgers'
import { officialPhones } from '../people'
import { communityTask } from '../tasks'
import { aWorld, phones, type World } from '../world'

let world: World
let worker: Api
let colleague: Api
let neighbour: Api
let subdistrict: Api
let district: Api
let city: Api
let resident: Api
let stranger: Api
let home: PlaceId
let ledgerId: string

const wangjing = idOfDivision('110105026')
const chaoyang = idOfDivision('110105')

beforeAll(async () => {
  world = await aWorld()
  const official = await officialPhones()
  const as = async (phone: string) => world.as((await world.signIn('gov', phone)).accessToken)
  worker = await as(official.worker)
  colleague = await as(official.secretary)
  neighbour = await as(official.neighbourWorker)
  subdistrict = await as(official.subdistrict)
  district = await as(official.district)
  city = await as(official.city)
  resident = world.as((await world.signIn('resident', phones.resident)).accessToken)
  stranger = world.as((await world.signIn('resident', phones.neighbour)).accessToken)
  const me = await resident.permissions.me()
  if (me.kind !== 'resident' || me.homes[0] === undefined) throw new Error('the resident has a home')
  home = me.homes[0].placeId
  ledgerId = mintLedgerId()
  await district.ledgers.save({
    params: { ledgerId },
    body: { content: aLedgerLike('residents'), measures: [], within: [chaoyang], edition: 0 },
  })
  await world.workOff()
})
afterAll(() => world.stop())

/** About residents: who they live with, and a word of their own. */
const aboutPeople = (change: Partial<TaskContent> = {}): TaskContent => ({
  title: '独居老人走访',
  basis: '入冬前逐户走访。',
  about: { of: 'ledger', ledger: ledgerId },
  form: {
    knowledge: baseVersion,
    subjects: [{ key: 'person', kind: 'person', name: '被走访的人', is: { by: 'target' } }],
    controls: [
      {
        id: 'mobile',
        kind: 'phone',
        label: '联系电话',
        required: true,
        binding: { subject: 'person', attribute: 'person.mobile' },
      },
      {
        id: 'dwelling',
        kind: 'choice',
        label: '居住情况',
        required: false,
        binding: { subject: 'person', attribute: 'person.dwellingKind' },
      },
      {
        id: 'wish',
        kind: 'text',
        label: '需要什么帮助',
        required: false,
        binding: { subject: 'person', own: { type: 'text:100' } },
      },
    ],
  },
  due: '2099-12-31',
  ...change,
})

async function dispatched(content: TaskContent, by: Api = district, within: readonly PlaceId[] = [chaoyang]) {
  const taskId = mintTaskId()
  const params = { taskId }
  const draft = await by.tasks.saveTask({ params, body: { content, within: [...within], edition: 0 } })
  expect(draft.problems).toEqual([])
  await by.tasks.changeTask({ params, body: { action: 'dispatch', edition: 1 } })
  await world.workOff()
  forgetEverything()
  return taskId
}

const answersOf = (entity: string, values: Record<string, string>): FormAnswers => ({
  person: [{ entity: entity as EntityId, values }],
})
const idOf = async (api: Api): Promise<string> => (await api.permissions.me()).id

async function ownItemOf(api: Api, taskId: string, about?: string) {
  for (const { id, about: words } of (await api.tasks.ownItems()).items) {
    const item = await worker.tasks.item({ params: { itemId: id } }).catch(() => undefined)
    if (item?.taskId === taskId && (about === undefined || words === about)) return item
  }
  throw new Error(`nobody is asked by ${taskId}`)
}

test('a resident fills in what is asked of them, it waits to be confirmed, and is the official’s word once confirmed', async () => {
  const taskId = await dispatched(aboutPeople({ selfFill: 'checked' }))
  const listed = (await resident.tasks.ownItems()).items
  expect(listed).toMatchObject([{ title: '独居老人走访', about: '您自己', state: 'open', open: true }])
  const item = await ownItemOf(resident, taskId)
  const params = { itemId: item.id }
  const opened = await resident.tasks.ownItem({ params })
  // What is known of them is there already, told as their own.
  expect(opened.prefill.person?.[0]?.values.mobile).toMatchObject({ value: phones.resident })
  expect(opened.steps).toEqual([])
  const key = mintStepKey()
  const filled = answersOf(item.subject, { mobile: '19000008888', dwelling: '2', wish: '修门铃' })
  const sent = { params: { ...params, key }, body: { answers: filled } }
  const handedIn = await resident.tasks.answerOwnItem(sent)
  expect(handedIn).toMatchObject({ state: 'answered', open: true, answers: filled })
  // Sent again after no answer came it is one answer.
  expect((await resident.tasks.answerOwnItem(sent)).steps).toEqual(handedIn.steps)
  // To anybody else it does not exist.
  await expect(stranger.tasks.ownItem({ params })).rejects.toMatchObject({ code: 'not-found' })
  await expect(stranger.tasks.answerOwnItem(sent)).rejects.toMatchObject({ code: 'not-found' })
  const asked = await worker.tasks.item({ params })
  expect(asked).toMatchObject({ state: 'answered', actions: ['answer', 'confirm', 'send-back', 'give-back'] })
  const told = asked.latest?.answers.person?.[0]
  expect(told?.values).toMatchObject({ wish: '修门铃' })
  await expect(
    worker.tasks.moveItem({ params, body: { key: mintStepKey(), action: 'send-back' } }),
  ).rejects.toMatchObject({ code: 'note-needed' })
  await worker.tasks.moveItem({ params, body: { key: mintStepKey(), action: 'send-back', note: '少了楼层' } })
  expect(await resident.tasks.ownItem({ params })).toMatchObject({ state: 'open', note: '少了楼层', open: true })
  await resident.tasks.answerOwnItem({ params: { ...params, key: mintStepKey() }, body: { answers: filled } })
  await worker.tasks.moveItem({ params, body: { key: mintStepKey(), action: 'confirm' } })
  await world.workOff()
  forgetEverything()
  const done = await resident.tasks.ownItem({ params })
  expect(done).toMatchObject({ state: 'done', open: false })
  expect(done.steps.map(({ says }) => says)).toEqual(['填报，等待核实', '请填的人修改', '填报，等待核实', '核实无误'])
  const { facts } = await worker.ledgers.entity({ params: { entityId: item.subject }, query: {} })
  expect(facts.some(({ attribute }) => attribute === 'person.dwellingKind')).toBe(true)
  for await (const { drift, name } of recountTasks()) expect({ name, drift }).toEqual({ name, drift: 0 })
})

test('a guardian fills in for their ward, a home’s people for their home, and where it counts it is done at once', async () => {
  const mother = (await resident.ledgers.mine()).family[0]
  if (mother === undefined) throw new Error('the resident has a mother')
  const chargeId = mintChargeId()
  const date = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  await resident.ledgers.askCharge({
    params: { chargeId },
    body: { entity: mother.id, as: 'guardian', from: date, reason: '行动不便' },
  })
  await worker.ledgers.decideCharge({ params: { chargeId }, body: { edition: 1, accept: true, reason: '已核实' } })
  await world.workOff()
  const taskId = await dispatched(aboutPeople({ title: '健康情况', selfFill: 'counts' }))
  const item = await ownItemOf(resident, taskId, `您照管的${mother.name}`)
  const filled = answersOf(mother.id, { mobile: '19000007777' })
  const params = { itemId: item.id, key: mintStepKey() }
  expect(await resident.tasks.answerOwnItem({ params, body: { answers: filled } })).toMatchObject({
    state: 'done',
    open: false,
  })
  await expect(
    resident.tasks.answerOwnItem({ params: { ...params, key: mintStepKey() }, body: { answers: filled } }),
  ).rejects.toMatchObject({ code: 'step-not-allowed' })
  // Somebody they do not act for cannot be named in their stead.
  const self = await ownItemOf(resident, taskId, '您自己')
  await expect(
    resident.tasks.answerOwnItem({
      params: { itemId: self.id, key: mintStepKey() },
      body: { answers: answersOf('e00000000000000000099', { mobile: '19000007777' }) },
    }),
  ).rejects.toMatchObject({ code: 'invalid' })
  const doors = await dispatched(
    {
      title: '住处登记',
      basis: '登记住处。',
      about: { of: 'places', level: 'door' },
      selfFill: 'counts',
      due: '2099-12-31',
      form: communityTask().form,
    },
    worker,
    [home],
  )
  const door = await ownItemOf(resident, doors)
  expect(door.subject).toBe(home)
})

test('what officials alone fill in is told to nobody else', async () => {
  const taskId = await dispatched(aboutPeople({ title: '内部核对' }))
  expect((await resident.tasks.ownItems()).items.map(({ title }) => title)).not.toContain('内部核对')
  const [item] = (await worker.tasks.items({ params: { taskId }, query: {} })).items
  if (item === undefined) throw new Error('there is one')
  await expect(resident.tasks.ownItem({ params: { itemId: item.id } })).rejects.toMatchObject({ code: 'not-found' })
})

test('what tasks asked of somebody is told to whoever works where they live, and to nobody else', async () => {
  const taskId = await dispatched(aboutPeople({ title: '问过一次', selfFill: 'checked' }))
  const { id, subject } = await ownItemOf(resident, taskId)
  const params = { entityId: subject }
  const [latest, ...former] = (await worker.tasks.itemsAbout({ params })).items
  expect(latest).toMatchObject({ id, title: '问过一次', state: 'open' })
  expect(former.map(({ taskId }) => taskId)).not.toContain(taskId)
  // Who sends tasks out sees numbers, and nobody's items.
  await expect(district.tasks.itemsAbout({ params })).rejects.toMatchObject({ code: 'forbidden' })
  expect((await neighbour.tasks.itemsAbout({ params })).items).toEqual([])
  // One whose place is gone hides none of the others.
  await dispatched(aboutPeople({ title: '又问一次', selfFill: 'checked' }))
  let where: Where | undefined
  const nowhere = pathOf(['d00000000000000000000' as PlaceId]) // nobody made it
  await saveItemWhere(id, async ({ path, anchor, district, place }) => {
    where = { path, anchor, district, place }
    return { ...where, path: nowhere }
  })
  const titles = (await worker.tasks.itemsAbout({ params })).items.map(({ title }) => title)
  expect(titles).toContain('又问一次')
  expect(titles).not.toContain('问过一次')
  await saveItemWhere(id, async () => where)
})

test('an item is handed to a colleague who works there, stands in their list, and goes to the successor of a post', async () => {
  const taskId = await dispatched(aboutPeople({ title: '转交' }))
  const [item] = (await worker.tasks.items({ params: { taskId }, query: {} })).items
  if (item === undefined) throw new Error('there is one')
  const params = { itemId: item.id }
  const { items: people } = await worker.tasks.colleagues({ params })
  const other = await idOf(colleague)
  expect(people.map(({ id }) => id)).toContain(other)
  expect(people.map(({ id }) => id)).not.toContain(await idOf(worker))
  expect(people.map(({ id }) => id)).not.toContain(await idOf(neighbour))
  await expect(
    worker.tasks.handOver({ params, body: { key: mintStepKey(), to: await idOf(neighbour) } }),
  ).rejects.toMatchObject({ code: 'not-a-colleague' })
  const key = mintStepKey()
  const handed = await worker.tasks.handOver({ params, body: { key, to: other, note: '我下午开会' } })
  expect(handed).toMatchObject({ state: 'claimed', claimedBy: { id: other } })
  expect(handed.note).toBeUndefined()
  // Sent again it is one step.
  expect((await worker.tasks.handOver({ params, body: { key, to: other } })).steps).toHaveLength(1)
  const held = async (api: Api) => (await api.tasks.heldItems({ query: {} })).items.map(({ id, title }) => [id, title])
  expect(await held(colleague)).toContainEqual([item.id, '转交'])
  expect(await held(worker)).not.toContainEqual([item.id, '转交'])
  // Back to the worker, who is then transferred away: whoever follows has it.
  await colleague.tasks.handOver({ params, body: { key: mintStepKey(), to: await idOf(worker) } })
  expect(await held(worker)).toContainEqual([item.id, '转交'])
  const me = await idOf(worker)
  const day = (after: number) => new Date(Date.now() + 8 * 3_600_000 + after * 86_400_000).toISOString().slice(0, 10)
  await subdistrict.permissions.personnel({
    params: { officialId: me, operationId: mintOperationId() },
    body: { kind: 'absence', date: day(0), until: day(2), substitute: other, reason: '病假' },
  })
  await world.workOff()
  forgetEverything()
  expect(await held(colleague)).toContainEqual([item.id, '转交'])
  const passed = await colleague.tasks.item({ params })
  expect(passed.claimedBy?.id).toBe(other)
  expect(passed.steps.at(-1)?.note).toMatch(/因原办理人休假/)
  // Back at work.
  await subdistrict.permissions.personnel({
    params: { officialId: me, operationId: mintOperationId() },
    body: { kind: 'return', date: day(0), reason: '销假' },
  })
  forgetEverything()
})

test('given back three times it waits for the superior of who issued it, whose word is final', async () => {
  const taskId = await dispatched(aboutPeople({ title: '来回' }), subdistrict, [wangjing])
  const [item] = (await colleague.tasks.items({ params: { taskId }, query: {} })).items
  if (item === undefined) throw new Error('there is one')
  const params = { itemId: item.id }
  const back = () =>
    colleague.tasks.moveItem({ params, body: { key: mintStepKey(), action: 'give-back', note: '不在本社区' } })
  const returned = (by: Api) =>
    by.tasks.returnItems({
      params: { taskId },
      body: { key: mintStepKey(), action: 'return', items: [item.id], note: '请再核对' },
    })
  for (const _ of [1, 2]) {
    await back()
    expect((await returned(subdistrict)).done).toEqual([item.id])
  }
  await back()
  expect(await returned(subdistrict)).toMatchObject({ done: [], left: [{ id: item.id }] })
  const waiting = (await district.tasks.itemsToRule({ query: {} })).items
  expect(waiting).toMatchObject([{ id: item.id, title: '来回', note: '不在本社区' }])
  // A name is told to those who may see names.
  expect(waiting[0]?.name).toMatch(/^.\*\*$/)
  expect((await city.tasks.itemsToRule({ query: {} }).catch(() => ({ items: [] }))).items).toEqual([])
  expect((await returned(district)).done).toEqual([item.id])
  expect((await district.tasks.itemsToRule({ query: {} })).items).toEqual([])
  await expect(back()).rejects.toMatchObject({ code: 'ruled-already' })
  expect((await colleague.tasks.item({ params })).actions).not.toContain('give-back')
})

test('an organisation between asks for what is done to be done again; nobody beside or above who issued it does', async () => {
  const taskId = await dispatched(aboutPeople({ title: '抽查' }))
  const [item] = (await colleague.tasks.items({ params: { taskId }, query: {} })).items
  if (item === undefined) throw new Error('there is one')
  const body = (action: 'return' | 'cancel') => ({ key: mintStepKey(), action, items: [item.id], note: '电话打不通' })
  expect(await subdistrict.tasks.returnItems({ params: { taskId }, body: body('cancel') })).toMatchObject({ done: [] })
  await colleague.tasks.answerItem({
    params: { itemId: item.id, key: mintStepKey() },
    body: { answers: answersOf(item.subject, { mobile: '19000006666' }) },
  })
  const sent = await subdistrict.tasks.returnItems({ params: { taskId }, body: body('return') })
  expect(sent.done).toEqual([item.id])
  expect(await colleague.tasks.item({ params: { itemId: item.id } })).toMatchObject({
    state: 'open',
    note: '电话打不通',
  })
})

test('what two filled in without knowing of each other is both kept, and settled by one of them', async () => {
  const taskId = await dispatched(aboutPeople({ title: '离线' }))
  const taken = await colleague.tasks.pack({ params: { taskId }, query: {} })
  const [item] = taken.items
  if (item === undefined) throw new Error('there is one')
  expect(taken).toMatchObject({
    task: { id: taskId, state: 'running' },
    form: { controls: [{ id: 'mobile' }, {}, {}] },
  })
  const base = item.revision
  const answer = (api: Api, values: Record<string, string>, from = base, key = mintStepKey()) =>
    api.tasks.answerItem({
      params: { itemId: item.id, key },
      body: { answers: answersOf(item.subject, values), base: from },
    })
  await subdistrict.permissions.me()
  await colleague.tasks.item({ params: { itemId: item.id } })
  const first = await answer(colleague, { mobile: '19000005555', wish: '送煤' })
  expect(first).toMatchObject({ state: 'done', besides: [] })
  const key = mintStepKey()
  const both = await answer(worker, { mobile: '19000004444', wish: '送煤' }, base, key)
  expect(both.state).toBe('done')
  expect(both.besides).toMatchObject([{ key, answers: { person: [{ values: { mobile: '19000004444' } }] } }])
  expect(both.latest?.answers.person?.[0]?.values.wish).toBe('送煤')
  // The colleague’s own later correction is no conflict with themself.
  expect((await answer(colleague, { mobile: '19000005556', wish: '送煤' })).state).toBe('done')
  const seen = await worker.tasks.item({ params: { itemId: item.id } })
  const settled = await answer(worker, { mobile: '19000004444', wish: '送煤' }, seen.revision)
  expect(settled).toMatchObject({
    besides: [],
    latest: { answers: { person: [{ values: { mobile: '19000004444' } }] } },
  })
  expect(settled.steps.map(({ says }) => says)).toEqual(['填报完成', '也填了一份，等待核对', '填报完成', '填报完成'])
  await world.workOff()
  for await (const { drift, name } of recountTasks()) expect({ name, drift }).toEqual({ name, drift: 0 })
})

test('given out evenly, each item is in the hand of who had least; where nobody is, it waits for whoever comes', async () => {
  const before = { worker: await heldBy(worker), colleague: await heldBy(colleague) }
  const taskId = await dispatched(aboutPeople({ title: '分好的', assign: 'balanced' }))
  const { items } = await worker.tasks.items({ params: { taskId }, query: {} })
  expect(items.length).toBeGreaterThan(0)
  expect(items.every(({ state, claimedBy }) => state === 'claimed' && claimedBy !== undefined)).toBe(true)
  const after = { worker: await heldBy(worker), colleague: await heldBy(colleague) }
  expect(after.worker + after.colleague).toBe(before.worker + before.colleague + items.length)
  // Nobody was given one while another had two less.
  expect(Math.abs(after.worker - after.colleague)).toBeLessThanOrEqual(
    Math.max(1, Math.abs(before.worker - before.colleague)),
  )
})

test('a task is changed while it is worked on: more places, another day, another form for what is not done yet', async () => {
  const first = aboutPeople({ title: '边做边调' })
  const taskId = await dispatched(first, district, [world.places.north])
  const params = { taskId }
  const { items } = await colleague.tasks.items({ params, query: {} })
  const [done, begun] = items
  if (done === undefined || begun === undefined) throw new Error('there are two')
  const answer = (itemId: string, subject: string, more: { formVersion?: number } = {}) =>
    colleague.tasks.answerItem({
      params: { itemId, key: mintStepKey() },
      body: { answers: answersOf(subject, { mobile: '19000003333', wish: '送煤' }), ...more },
    })
  await answer(done.id, done.subject)
  expect((await neighbour.tasks.tasksAt({ query: {} })).items.map(({ id }) => id)).not.toContain(taskId)
  const { basis, form } = first
  const [mobile, dwelling] = form.controls
  if (mobile === undefined || dwelling === undefined) throw new Error('the form has them')
  const shorter = { ...form, controls: [mobile, { ...dwelling, required: true }] }
  const body = { basis: `${basis}现在也要看居住情况。`, due: '2099-06-30', form: shorter, more: [world.places.west] }
  const amended = await district.tasks.amendTask({ params: { ...params, edition: '3' }, body })
  expect(amended).toMatchObject({ edition: 3, formVersion: 2, state: 'running', content: { due: '2099-06-30' } })
  // Sent again it is one change; by who had not seen it, none.
  expect((await district.tasks.amendTask({ params: { ...params, edition: '3' }, body })).edition).toBe(3)
  await expect(district.tasks.amendTask({ params: { ...params, edition: '9' }, body })).rejects.toMatchObject({
    code: 'changed',
  })
  await world.workOff()
  forgetEverything()
  // The neighbours have it now, with their items; nobody has it twice.
  const theirs = (await neighbour.tasks.tasksAt({ query: {} })).items.filter(({ id }) => id === taskId)
  expect(theirs).toMatchObject([{ due: '2099-06-30' }])
  expect((await neighbour.tasks.items({ params, query: {} })).items.length).toBeGreaterThan(0)
  const ours = (await colleague.tasks.tasksAt({ query: {} })).items.filter(({ id }) => id === taskId)
  expect(ours).toMatchObject([{ due: '2099-06-30', counts: { done: 1 } }])
  expect((await colleague.tasks.items({ params, query: {} })).items).toHaveLength(items.length)
  // Whoever began under the former form finishes under it; by the one in force something is missing.
  await expect(answer(begun.id, begun.subject)).rejects.toMatchObject({ code: 'invalid' })
  await expect(answer(begun.id, begun.subject, { formVersion: 7 })).rejects.toMatchObject({ code: 'form-outdated' })
  expect(await answer(begun.id, begun.subject, { formVersion: 1 })).toMatchObject({ state: 'done', formVersion: 2 })
  // What is over is changed no more.
  await district.tasks.changeTask({ params, body: { action: 'end', edition: 3 } })
  await expect(district.tasks.amendTask({ params: { ...params, edition: '5' }, body })).rejects.toMatchObject({
    code: 'step-not-allowed',
  })
})

const heldBy = async (api: Api): Promise<number> => (await api.tasks.heldItems({ query: {} })).items.length
