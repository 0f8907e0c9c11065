import {
  type Api,
  type GrantContent,
  mintGrantId,
  mintLedgerId,
  mintOfficialId,
  mintOperationId,
  mintStepKey,
  mintTaskId,
  type TaskContent,
} from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { baseVersion, type EntityId } from '@zmht/shared/knowledge'
import { usccCheckCharacter } from '@zmht/shared/knowledge/identifiers'
import { markOfList, partsOf } from '@zmht/shared/rules'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { forgetEverything } from '../../functions/platform/cache'
import { dayInChina, later, now } from '../../functions/platform/clock'
import { copyList } from '../../functions/tasks/given-list'
import { readListPart, saveListPart, taskListItem } from '../../functions/tasks/list.store'
import { recountTasks } from '../../functions/tasks/recount'
import { aLedgerLike } from '../ledgers'
import { officialPhones } from '../people'
import { aWorld, phones, type World } from '../world'

let world: World
let worker: Api
let secretary: Api
let neighbour: Api
let subdistrict: Api
let district: Api
let contact: Api

let ledgerId: string
const shops: Record<string, string> = {}

const wangjing = idOfDivision('110105026')
const chaoyang = idOfDivision('110105')
const uscc = `91110105MA01ABCD2${usccCheckCharacter('91110105MA01ABCD2')}`

/** The enterprise that takes part in the demonstration, as the ledgers know it. */
const enterprise = '花家地北里物业服务中心'

beforeAll(async () => {
  world = await aWorld()
  const official = await officialPhones()
  const as = async (phone: string) => world.as((await world.signIn('gov', phone)).accessToken)
  worker = await as(official.worker)
  secretary = await as(official.secretary)
  neighbour = await as(official.neighbourWorker)
  subdistrict = await as(official.subdistrict)
  district = await as(official.district)
  contact = await as(official.contact)

  const enter = async (api: Api, place: PlaceId, name: string, code?: string) => {
    const facts = [
      { attribute: 'organisation.name', value: name },
      { attribute: 'organisation.smallPlaceKind', value: '3' },
      { attribute: 'organisation.extinguishers', value: 1 },
      ...(code === undefined ? [] : [{ attribute: 'organisation.uscc', value: code }]),
    ]
    const body = { key: mintStepKey(), kind: 'organisation' as const, place, facts, links: [] }
    shops[name] = (await api.ledgers.enter({ body })).entity.id
  }
  await enter(worker, world.places.north, '北里便利店')
  await enter(worker, world.places.north, '北里小吃店', uscc)
  await enter(worker, world.places.north, enterprise)
  await enter(neighbour, world.places.west, '西里理发店')
  await enter(neighbour, world.places.west, '西里便利店')
  ledgerId = mintLedgerId()
  await district.ledgers.save({
    params: { ledgerId },
    body: { content: aLedgerLike('small-shops'), measures: [], within: [chaoyang], edition: 0 },
  })
  await world.workOff()
})
afterAll(() => world.stop())

const content = (change: Partial<TaskContent> = {}): TaskContent => ({
  title: '小场所消防排查',
  basis: '请逐家查看灭火器。',
  about: { of: 'ledger', ledger: ledgerId },
  form: {
    knowledge: baseVersion,
    subjects: [{ key: 'shop', kind: 'organisation', name: '场所', is: { by: 'target' } }],
    controls: [
      {
        id: 'extinguishers',
        kind: 'number',
        label: '灭火器数量',
        required: true,
        binding: { subject: 'shop', attribute: 'organisation.extinguishers' },
      },
    ],
  },
  due: '2099-12-31',
  ...change,
})

const idOf = (name: string): EntityId => shops[name] as EntityId // entered above

async function dispatched(change: Partial<TaskContent>, by: Api = district, within: readonly PlaceId[] = [chaoyang]) {
  const taskId = mintTaskId()
  const params = { taskId }
  await by.tasks.saveTask({ params, body: { content: content(change), within: [...within], edition: 0 } })
  await by.tasks.changeTask({ params, body: { action: 'dispatch', edition: 1 } })
  await world.workOff()
  forgetEverything()
  return taskId
}

const itemNamed = async (api: Api, taskId: string, name: string) => {
  const found = (await api.tasks.items({ params: { taskId }, query: {} })).items.find((one) => one.name === name)
  if (found === undefined) throw new Error(`${name} has an item`)
  return found
}

const fillIn = (
  api: Api,
  item: { id: string; subject: string },
  extinguishers: number,
  key = mintStepKey(),
  base?: number,
) =>
  api.tasks.answerItem({
    params: { itemId: item.id, key },
    body: {
      answers: { shop: [{ entity: item.subject as EntityId, values: { extinguishers } }] },
      ...(base === undefined ? {} : { base }),
    },
  })

async function extinguishersOf(name: string): Promise<string> {
  await world.workOff()
  forgetEverything()
  const { facts } = await district.ledgers
    .entity({ params: { entityId: idOf(name) }, query: {} })
    .catch(() => worker.ledgers.entity({ params: { entityId: idOf(name) }, query: {} }))
  return facts.find(({ attribute }) => attribute === 'organisation.extinguishers')?.text ?? ''
}

async function withoutDrift() {
  for await (const { drift, name } of recountTasks()) expect({ name, drift }).toEqual({ name, drift: 0 })
}

test('a list somebody brings is recognised line by line: by code, by name, by what is alike, or not at all', async () => {
  const ask = (api: Api, kind: 'organisation' | 'person' | 'place', rows: string[], within = [chaoyang]) =>
    api.tasks.recogniseRows({ params: { taskId: mintTaskId() }, body: { kind, within, rows } })
  const { rows } = await ask(district, 'organisation', [
    '北里便利店',
    ' 北里（小吃店）',
    '便利店',
    '没有这家店',
    '',
    uscc,
    '91110105MA01ABCD9X',
  ])
  expect(rows.slice(0, 2)).toMatchObject([
    { is: 'found', one: { id: idOf('北里便利店'), name: '北里便利店' } },
    { is: 'found', one: { id: idOf('北里小吃店') } },
  ])
  expect(rows[2]).toMatchObject({ is: 'several' })
  expect(rows[3]).toEqual({ is: 'none', why: '范围内没有登记叫这个名字的' })
  expect(rows[4]).toEqual({ is: 'none', why: '这一行是空的' })
  expect(rows[5]).toMatchObject({ is: 'found', one: { id: idOf('北里小吃店') } })
  expect(rows[6]).toEqual({ is: 'none', why: '范围内没有登记这个号码' })
  // A community finds none of the neighbours': the same as what is not there.
  const { rows: own } = await ask(worker, 'organisation', ['西里理发店', '没有这家店'], [world.places.north])
  expect(own[0]).toEqual(own[1])
  await expect(ask(worker, 'organisation', ['西里理发店'], [world.places.west])).rejects.toMatchObject({
    code: 'outside-territory',
  })
  // A place by its address; a person by name only for whoever reads people there.
  const places = await ask(district, 'place', ['花家地北里社区', '天上人间'])
  expect(places.rows).toMatchObject([{ is: 'found', one: { id: world.places.north } }, { is: 'none' }])
  const person = (await ask(worker, 'person', ['周惊蛰'], [world.places.north])).rows[0]
  expect(person).toMatchObject({ is: 'several', candidates: [{ name: '周惊蛰' }] })
  const unseen = (await ask(district, 'person', ['周惊蛰'])).rows[0]
  expect(unseen).toMatchObject({ is: 'none' })
  expect(JSON.stringify(unseen)).toContain('身份证号')
})

test('a given list is kept with the draft in parts, goes out as items of just those in it, and comes again with it', async () => {
  const taskId = mintTaskId()
  const params = { taskId }
  const listed = [idOf('北里便利店'), idOf('西里理发店')]
  const listOf = (ids: readonly string[]) =>
    ({
      of: 'list',
      kind: 'organisation',
      parts: partsOf(ids).length,
      count: ids.length,
      mark: markOfList('organisation', ids),
    }) as const
  const about = listOf(listed)
  const body = { content: content({ about }), within: [chaoyang], edition: 0 }
  const draft = await district.tasks.saveTask({ params, body })
  expect(draft.aboutWords).toBe('名单里的 2 家')
  expect(draft.problems.map(({ message }) => message)).toEqual(['名单还没有保存完整，请回到“针对谁”再保存一次'])
  // Only whoever issues it keeps its list, and only with what stands inside its places.
  const part = { params: { taskId, part: '0' }, body: { entities: listed } }
  await expect(subdistrict.tasks.saveListPart(part)).rejects.toMatchObject({ code: 'outside-territory' })
  const strange = { ...part, body: { entities: [...listed, 'e00000000000000000000'] } }
  await expect(district.tasks.saveListPart(strange)).rejects.toThrow(/invalid \(body\.entities\.2\)/)
  // The line that is named is the one of the list as it came.
  const twice = { ...part, body: { entities: [listed[0], ...listed, 'e00000000000000000000'].map(String) } }
  await expect(district.tasks.saveListPart(twice)).rejects.toThrow(/invalid \(body\.entities\.3\)/)
  await district.tasks.saveListPart(part)
  expect(await district.tasks.saveListPart(part)).toEqual({ kept: 2 })
  expect((await district.tasks.task({ params })).problems).toEqual([])
  // Put right to one of as many whose parts never came, what is kept is not taken for it.
  const right = { ...body, content: content({ about: listOf([idOf('北里便利店'), idOf('西里便利店')]) }), edition: 1 }
  expect((await district.tasks.saveTask({ params, body: right })).problems).toHaveLength(1)
  await expect(district.tasks.changeTask({ params, body: { action: 'dispatch', edition: 2 } })).rejects.toBeDefined()
  await district.tasks.saveTask({ params, body: { ...body, edition: 2 } })
  expect(
    (await district.tasks.previewTask({ params, query: { place: wangjing } })).places
      .map(({ items }) => items ?? 0)
      .reduce((sum, one) => sum + one, 0),
  ).toBe(2)
  await district.tasks.changeTask({ params, body: { action: 'dispatch', edition: 3 } })
  await world.workOff()
  forgetEverything()
  const names = async (api: Api) => (await api.tasks.items({ params, query: {} })).items.map(({ name }) => name)
  expect(await names(worker)).toEqual(['北里便利店'])
  expect(await names(neighbour)).toEqual(['西里理发店'])
  expect((await district.tasks.taskCounts({ params, query: { place: chaoyang } })).groups).toEqual({ open: 2 })
  // Dispatched, its list is as it is.
  await expect(district.tasks.saveListPart(part)).rejects.toMatchObject({ code: 'step-not-allowed' })
  const late = { id: taskId, part: 0, entities: [], places: {} }
  expect(await saveListPart(late)).toBe(false)
  expect((await readListPart(taskId, 0))?.entities).toEqual(listed)
  // Taken along again, a list is what it was changed to meanwhile.
  const next = mintTaskId()
  const task = { id: taskId, content: content({ about }) }
  await copyList(task, next)
  await taskListItem()
    .put({ ...late, id: next })
    .go()
  await copyList(task, next)
  expect((await readListPart(next, 0))?.entities).toEqual([])
  await withoutDrift()
})

test('a list of one’s own community takes in nobody from beside: the same answer as for what does not exist', async () => {
  const params = { taskId: mintTaskId() }
  const about = { of: 'list', kind: 'organisation', parts: 1, count: 1, mark: 'a' } as const
  await worker.tasks.saveTask({
    params,
    body: { content: content({ about }), within: [world.places.north], edition: 0 },
  })
  const refusalOf = async (entity: string) =>
    worker.tasks.saveListPart({ params: { ...params, part: '0' }, body: { entities: [entity] } }).then(
      () => 'kept',
      ({ message }) => message,
    )
  expect(await refusalOf(idOf('西里理发店'))).toEqual(await refusalOf('e00000000000000000000'))
})

test('what has to be found right counts once somebody else has found it so, and reaches the ledgers then', async () => {
  const taskId = await dispatched({ done: 'checked' })
  const item = await itemNamed(worker, taskId, '北里便利店')
  const params = { itemId: item.id }
  const before = await extinguishersOf('北里便利店')
  const key = mintStepKey()
  const filled = await fillIn(worker, item, 7, key)
  expect(filled).toMatchObject({ state: 'answered', task: { done: 'checked' } })
  expect(filled.actions).not.toContain('confirm')
  expect(filled.actions).toContain('answer')
  expect((await fillIn(worker, item, 7, key)).steps).toHaveLength(1)
  expect(await extinguishersOf('北里便利店')).toBe(before)
  // Nobody finds right what they filled in themselves.
  const own = { params, body: { key: mintStepKey(), action: 'confirm' as const } }
  await expect(worker.tasks.moveItem(own)).rejects.toMatchObject({ code: 'own-answer' })
  // A colleague sends it back, it is filled in anew, and found right.
  expect((await secretary.tasks.item({ params })).actions).toContain('confirm')
  const back = { params, body: { key: mintStepKey(), action: 'send-back' as const, note: '再数一次' } }
  expect(await secretary.tasks.moveItem(back)).toMatchObject({ state: 'open', note: '再数一次' })
  await fillIn(worker, item, 8)
  const confirm = { params, body: { key: mintStepKey(), action: 'confirm' as const } }
  expect(await secretary.tasks.moveItem(confirm)).toMatchObject({ state: 'done' })
  expect((await secretary.tasks.moveItem(confirm)).steps.filter(({ says }) => says === '核实无误')).toHaveLength(1)
  expect(await extinguishersOf('北里便利店')).toMatch(/^8/)
  // What was done is corrected under four eyes too; a colleague who corrects it is the one who filled it in.
  expect(await fillIn(secretary, item, 9)).toMatchObject({ state: 'answered' })
  await expect(
    secretary.tasks.moveItem({ params, body: { key: mintStepKey(), action: 'confirm' } }),
  ).rejects.toMatchObject({ code: 'own-answer' })
  expect(await extinguishersOf('北里便利店')).toMatch(/^8/)
  // An organisation between finds it right as well, and is told apart what is not to be found right.
  const other = await itemNamed(worker, taskId, '北里小吃店')
  const both = await subdistrict.tasks.returnItems({
    params: { taskId },
    body: { key: mintStepKey(), action: 'confirm', items: [item.id, other.id] },
  })
  expect(both.done).toEqual([item.id])
  expect(both.left.map(({ id }) => id)).toEqual([other.id])
  expect(await extinguishersOf('北里便利店')).toMatch(/^9/)
  await withoutDrift()
})

test('who issued it sees what waits to be found right; an answer of an hour ago is put beside, and settled before', async () => {
  const taskId = await dispatched({ done: 'checked' })
  const item = await itemNamed(worker, taskId, '北里便利店')
  await fillIn(worker, item, 5, mintStepKey(), 1)
  // Without a network the secretary had filled in the same one.
  expect(await fillIn(secretary, item, 6, mintStepKey(), 1)).toMatchObject({ state: 'answered', besides: [{}] })
  await world.workOff()
  const waiting = await district.tasks.givenBack({ params: { taskId }, query: { state: 'answered' } })
  expect(waiting.items.map(({ id }) => id)).toEqual([item.id])
  const confirm = () =>
    district.tasks.returnItems({
      params: { taskId },
      body: { key: mintStepKey(), action: 'confirm', items: [item.id] },
    })
  // Neither is found right while the two differ.
  expect(await confirm()).toEqual({ done: [], left: [{ id: item.id, message: expect.stringContaining('两份') }] })
  const { revision } = await secretary.tasks.item({ params: { itemId: item.id } })
  expect(await fillIn(secretary, item, 5, mintStepKey(), revision)).toMatchObject({ state: 'answered', besides: [] })
  expect(await confirm()).toEqual({ done: [item.id], left: [] })
  expect(await extinguishersOf('北里便利店')).toMatch(/^5/)
  await expect(
    district.tasks.returnItems({
      params: { taskId },
      body: { key: mintStepKey(), action: 'return', items: [item.id] },
    }),
  ).rejects.toMatchObject({ code: 'note-needed' })
})

test('where a second pair of eyes is asked for, what residents and shopkeepers say of themselves waits too', async () => {
  const resident = world.as((await world.signIn('resident', phones.resident)).accessToken)
  const me = await resident.permissions.me()
  const home = me.kind === 'resident' ? me.homes[0]?.placeId : undefined
  if (home === undefined) throw new Error('the resident has a home')
  const form = {
    knowledge: baseVersion,
    subjects: [{ key: 'home', kind: 'place', name: '住处', is: { by: 'target' } }],
    controls: [
      {
        id: 'wish',
        kind: 'text',
        label: '需要什么',
        required: true,
        binding: { subject: 'home', own: { type: 'text:100' } },
      },
    ],
  } as const
  const about = { of: 'places', level: 'door' } as const
  await dispatched({ about, form: form as never, selfFill: 'counts', done: 'checked' }, worker, [home])
  const [asked] = (await resident.tasks.ownItems()).items
  if (asked === undefined) throw new Error('the resident is asked')
  const params = { itemId: asked.id }
  expect((await resident.tasks.ownItem({ params })).next).toBe('工作人员核实后就算完成。')
  const answered = await resident.tasks.answerOwnItem({
    params: { ...params, key: mintStepKey() },
    body: { answers: { home: [{ entity: home as unknown as EntityId, values: { wish: '换灯' } }] } },
  })
  expect(answered).toMatchObject({ state: 'answered' })
  expect(await worker.tasks.moveItem({ params, body: { key: mintStepKey(), action: 'confirm' } })).toMatchObject({
    state: 'done',
  })
})

const meOf = async (api: Api) => {
  const me = await api.permissions.me()
  if (me.kind !== 'official') throw new Error('an official')
  return me
}
const givenTo = async (api: Api, taskId: string) =>
  (await api.tasks.givenItems({ query: {} })).items.filter((one) => one.taskId === taskId)

/** Somebody else on the contact's post, as the subdistrict appoints them. */
async function aColleague(): Promise<Api> {
  const post = (await meOf(contact)).posts[0]?.id ?? ''
  const phone = '19000777001'
  await subdistrict.permissions.personnel({
    params: { officialId: mintOfficialId(), operationId: mintOperationId() },
    body: {
      kind: 'appoint',
      post,
      as: 'holder',
      date: dayInChina(later(now(), -2 * 24 * 3600_000)),
      person: { name: '何立夏', phone },
      reason: '新聘',
    },
  })
  await world.workOff()
  forgetEverything()
  return world.as((await world.signIn('gov', phone)).accessToken)
}

test('an enterprise does what is given to it: sees it alone, shares it out, answers; nobody else fills it in', async () => {
  const colleague = await aColleague()
  const taskId = await dispatched({ to: { by: 'own' } })
  const [item, ...others] = await givenTo(contact, taskId)
  if (item === undefined) throw new Error('the enterprise has an item')
  expect(others).toEqual([])
  expect(item).toMatchObject({ name: enterprise, state: 'open', due: '2099-12-31', title: '小场所消防排查' })
  const params = { itemId: item.id }
  // What is known of itself is there already.
  const opened = await contact.tasks.item({ params })
  expect(opened.prefill.shop?.[0]?.values.extinguishers).toMatchObject({ value: 1 })
  expect(opened).toMatchObject({ organisation: { name: enterprise } })
  // Those of the place see the numbers, and that it is with the enterprise; they neither open nor fill it in.
  const there = await itemNamed(worker, taskId, enterprise)
  expect(there.state).toBe('open')
  await expect(worker.tasks.item({ params })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(fillIn(worker, item, 3)).rejects.toMatchObject({ code: 'forbidden' })
  const packed = await worker.tasks.pack({ params: { taskId }, query: {} })
  expect(packed.items.map(({ name }) => name)).not.toContain(enterprise)
  // What has nobody in the directory is done by those of the place, as ever.
  const shop = await itemNamed(worker, taskId, '北里便利店')
  await expect(contact.tasks.item({ params: { itemId: shop.id } })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(contact.tasks.items({ params: { taskId }, query: {} })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(contact.tasks.task({ params: { taskId } })).rejects.toMatchObject({ code: 'not-found' })
  expect(await fillIn(worker, shop, 3)).toMatchObject({ state: 'done' })
  // It is shared out among its own people, and to nobody outside.
  const people = (await contact.tasks.givenTo()).items
  const [me, mate, outsider] = await Promise.all([contact, colleague, worker].map(meOf))
  expect(people.map(({ id }) => id).sort()).toEqual([me?.id, mate?.id].sort())
  const share = (to: string | undefined, items = [item.id]) =>
    contact.tasks.shareItems({ body: { key: mintStepKey(), items, ...(to === undefined ? {} : { to }) } })
  await expect(share(outsider?.id ?? '')).rejects.toMatchObject({ code: 'not-a-colleague' })
  expect(await share(mate?.id ?? '', [item.id, shop.id])).toEqual({
    done: [item.id],
    left: [{ id: shop.id, message: '本单位没有这一项' }],
  })
  expect(await givenTo(colleague, taskId)).toMatchObject([{ claimedBy: { id: mate?.id } }])
  expect((await share(undefined)).done).toEqual([item.id])
  // Handed over one by one it stays inside too.
  const hand = (to: string) => contact.tasks.handOver({ params, body: { key: mintStepKey(), to } })
  await expect(hand(outsider?.id ?? '')).rejects.toMatchObject({ code: 'not-a-colleague' })
  expect(await hand(mate?.id ?? '')).toMatchObject({ state: 'claimed' })
  expect((await contact.tasks.colleagues({ params })).items.map(({ id }) => id)).toEqual([mate?.id])
  // Given back with the reason it goes to who issued it, and comes again.
  const give = { params, body: { key: mintStepKey(), action: 'give-back' as const, note: '已经停业' } }
  expect(await colleague.tasks.moveItem(give)).toMatchObject({ state: 'unable' })
  expect(await givenTo(contact, taskId)).toEqual([])
  await district.tasks.returnItems({
    params: { taskId },
    body: { key: mintStepKey(), action: 'return', items: [item.id], note: '还在营业' },
  })
  expect(await givenTo(contact, taskId)).toMatchObject([{ state: 'open', note: '还在营业' }])
  expect(await fillIn(colleague, item, 6)).toMatchObject({ state: 'done' })
  expect(await givenTo(contact, taskId)).toEqual([])
  expect(await extinguishersOf(enterprise)).toMatch(/^6/)
  await withoutDrift()
})

test('what an enterprise fills in may have to be found right: by those of the place, who fill in nothing themselves', async () => {
  const taskId = await dispatched({ to: { by: 'own' }, done: 'checked' })
  const [item] = await givenTo(contact, taskId)
  if (item === undefined) throw new Error('the enterprise has an item')
  const params = { itemId: item.id }
  await expect(fillIn(worker, item, 3)).rejects.toMatchObject({ code: 'forbidden' })
  expect(await fillIn(contact, item, 11)).toMatchObject({ state: 'answered' })
  const seen = await worker.tasks.item({ params })
  expect(seen.actions).toEqual(['confirm', 'send-back'])
  const confirm = { params, body: { key: mintStepKey(), action: 'confirm' as const } }
  expect(await worker.tasks.moveItem(confirm)).toMatchObject({ state: 'done' })
})

test('what is urged at a place is told to the enterprise it was given to there', async () => {
  const taskId = await dispatched({ to: { by: 'own' } })
  await subdistrict.tasks.urgeUnit({
    params: { taskId, unitId: world.places.north },
    body: { key: mintStepKey(), note: '请本周办完' },
  })
  await world.workOff()
  expect(await givenTo(contact, taskId)).toMatchObject([{ urged: { note: '请本周办完' } }])
})

test('by duty it goes to who holds it there, wherever they are; when the duty goes to another, what is still to be done follows', async () => {
  const [west, north] = await Promise.all([meOf(neighbour), meOf(worker)])
  const organisationOf = (me: typeof west) => me.posts[0]?.organisation.id ?? ''
  const setDuty = async (organisation: string) => {
    const params = { placeId: world.places.north, duty: 'fire' as const }
    const body = { organisation, from: dayInChina(now()), reason: '职责调整' }
    await subdistrict.permissions.setDuty({ params, body })
    forgetEverything()
    await world.workOff()
    forgetEverything()
  }
  await setDuty(organisationOf(west))
  const taskId = await dispatched({ to: { by: 'duty', duty: 'fire' } })
  const names = async (api: Api) => (await givenTo(api, taskId)).map(({ name }) => name).sort()
  expect(await names(neighbour)).toEqual([enterprise, '北里便利店', '北里小吃店'].sort())
  expect(await names(worker)).toEqual([])
  expect(await names(contact)).toEqual([])
  const item = (await givenTo(neighbour, taskId)).find(({ name }) => name === '北里便利店')
  const other = (await givenTo(neighbour, taskId)).find(({ name }) => name === '北里小吃店')
  if (item === undefined || other === undefined) throw new Error('the neighbours have them')
  // They see and do it, though it lies elsewhere; those of the place may too; no other organisation opens it.
  expect(
    await neighbour.tasks.moveItem({
      params: { itemId: item.id },
      body: { key: mintStepKey(), action: 'claim' },
    }),
  ).toMatchObject({ state: 'claimed' })
  expect(await fillIn(worker, other, 2)).toMatchObject({ state: 'done' })
  await expect(contact.tasks.item({ params: { itemId: item.id } })).rejects.toMatchObject({ code: 'forbidden' })
  // What lies there beside it, of another task, is not theirs by that.
  const everyday = await dispatched({})
  const ordinary = await itemNamed(worker, everyday, '北里便利店')
  await expect(neighbour.tasks.item({ params: { itemId: ordinary.id } })).rejects.toMatchObject({
    code: 'outside-territory',
  })
  // Another answers for it from today: what was in hand goes back, and is theirs to take up.
  await setDuty(organisationOf(north))
  expect(await names(neighbour)).toEqual([])
  expect(await names(worker)).toEqual([enterprise, '北里便利店'].sort())
  await expect(neighbour.tasks.item({ params: { itemId: item.id } })).rejects.toMatchObject({
    code: 'outside-territory',
  })
  const followed = await worker.tasks.item({ params: { itemId: item.id } })
  expect(followed).toMatchObject({ state: 'open', organisation: { id: organisationOf(north) } })
  expect(followed.steps.at(-1)?.note).toContain('负责')
  // What was done by then, asked for again, is theirs too.
  await district.tasks.returnItems({
    params: { taskId },
    body: { key: mintStepKey(), action: 'return', items: [other.id], note: '请再看一次' },
  })
  await world.workOff()
  expect(await names(neighbour)).toEqual([])
  expect(await names(worker)).toEqual([enterprise, '北里便利店', '北里小吃店'].sort())
  await withoutDrift()
})

test('it may go to who keeps the ledger, and be given out evenly there', async () => {
  const ownLedger = mintLedgerId()
  await worker.ledgers.save({
    params: { ledgerId: ownLedger },
    body: { content: aLedgerLike('small-shops'), measures: [], within: [world.places.north], edition: 0 },
  })
  await world.workOff()
  const taskId = await dispatched({
    about: { of: 'ledger', ledger: ownLedger },
    to: { by: 'ledger' },
    assign: 'balanced',
  })
  const given = await givenTo(worker, taskId)
  expect(given).toHaveLength(3)
  const holders = new Set(given.map(({ claimedBy }) => claimedBy?.id))
  expect(holders).toEqual(new Set([(await meOf(worker)).id, (await meOf(secretary)).id]))
  // About something else than a ledger nobody keeps it.
  const draft = await district.tasks.saveTask({
    params: { taskId: mintTaskId() },
    body: {
      content: content({
        about: { of: 'list', kind: 'organisation', parts: 1, count: 1, mark: 'a' },
        to: { by: 'ledger' },
      }),
      within: [chaoyang],
      edition: 0,
    },
  })
  expect(draft.problems.map(({ message }) => message)).toContain(
    '只有针对台账的任务才能交给管台账的单位，请改选交给谁办',
  )
})

test('those of a place see the numbers of the places beside it where the task says so, and never their items', async () => {
  const unitsAt = async (taskId: string) =>
    worker.tasks.units({ params: { taskId }, query: { place: world.places.north } })
  const open = await dispatched({ siblings: 'numbers' })
  expect((await unitsAt(open)).beside).toEqual([
    expect.objectContaining({ id: world.places.west, groups: { open: 2 } }),
  ])
  await expect(
    worker.tasks.taskCounts({ params: { taskId: open }, query: { place: world.places.west } }),
  ).rejects.toMatchObject({ code: 'outside-territory' })
  await expect(
    worker.tasks.items({ params: { taskId: open }, query: { place: world.places.west } }),
  ).rejects.toMatchObject({ code: 'outside-territory' })
  expect(await unitsAt(await dispatched({}))).not.toHaveProperty('beside')
})

/** A rule of the city that forbids something, put in force. @returns how it is taken back */
async function forbidden(rule: Pick<GrantContent, 'subject' | 'actions' | 'resource' | 'territory'>) {
  const city = world.as((await world.signIn('gov', (await officialPhones()).city)).accessToken)
  const fields = { open: 'full', internal: 'full', personal: 'full', sensitive: 'masked' } as const
  const params = { grantId: mintGrantId() }
  const { edition } = await city.permissions.saveGrant({
    params,
    body: { content: { name: '停看', effect: 'forbid', fields, ...rule }, reason: '另有安排', edition: 0 },
  })
  forgetEverything()
  return async () => {
    await city.permissions.withdrawGrant({ params, body: { edition, reason: '试行结束' } })
    forgetEverything()
  }
}

const setDuty = async (duty: 'health' | 'environment', organisation: string) => {
  await subdistrict.permissions.setDuty({
    params: { placeId: world.places.north, duty },
    body: { organisation, from: dayInChina(now()), reason: '职责调整' },
  })
  await world.workOff()
  forgetEverything()
}

const personAsked = (api: Api) =>
  api.tasks.recogniseRows({
    params: { taskId: mintTaskId() },
    body: { kind: 'person', within: [world.places.north], rows: ['周惊蛰'] },
  })

test('somebody who may not be seen is found by no name, though they live inside a place that is given out', async () => {
  const [found] = (await personAsked(worker)).rows
  expect(found?.is).toBe('several')
  const { items } = await worker.hierarchy.children({ params: { placeId: world.places.north }, query: {} })
  const backAgain = await forbidden({
    subject: { organisations: [`o${world.places.north}`], ranks: ['worker'] },
    actions: ['ledger.read'],
    resource: { kinds: ['entity'] },
    territory: { given: items.map(({ id }) => id) },
  })
  expect((await personAsked(worker)).rows).toEqual([{ is: 'none', why: '范围内没有登记' }])
  await backAgain()
})

test('what is forbidden an organisation’s own people is not in their list', async () => {
  const taskId = await dispatched({ to: { by: 'own' } })
  expect(await givenTo(contact, taskId)).toHaveLength(1)
  const organisation = (await meOf(contact)).posts[0]?.organisation.id ?? ''
  for (const action of ['task.work', 'task.undertake'] as const) {
    const backAgain = await forbidden({
      subject: { organisations: [organisation] },
      actions: [action],
      resource: { kinds: ['own-item', 'given-item'], applications: [taskId] },
      territory: { given: [chaoyang] },
    })
    expect(await givenTo(contact, taskId)).toEqual([])
    await backAgain()
  }
  expect(await givenTo(contact, taskId)).toHaveLength(1)
})

test('on posts at two organisations: what is given to one is seen by the post there, and shared out there alone', async () => {
  const [me, mate] = await Promise.all([meOf(neighbour), meOf(contact)])
  const [west, company] = [me.posts[0]?.organisation.id ?? '', mate.posts[0]?.organisation.id ?? '']
  await subdistrict.permissions.personnel({
    params: { officialId: me.id, operationId: mintOperationId() },
    body: {
      kind: 'appoint',
      post: mate.posts[0]?.id ?? '',
      as: 'holder',
      date: dayInChina(later(now(), -2 * 24 * 3600_000)),
      reason: '兼任联络员',
    },
  })
  await setDuty('health', company)
  await setDuty('environment', west)
  // A person, given to the enterprise: its people see no people by it, whatever else they are.
  const [found] = (await personAsked(worker)).rows
  const person = found?.is === 'several' ? found.candidates[0]?.id : undefined
  if (person === undefined) throw new Error('the person is found')
  const params = { taskId: mintTaskId() }
  const wish = { id: 'wish', kind: 'text' as const, label: '需要什么', required: true }
  const form = {
    knowledge: baseVersion,
    subjects: [{ key: 'one', kind: 'person' as const, name: '本人', is: { by: 'target' as const } }],
    controls: [{ ...wish, binding: { subject: 'one', own: { type: 'text:100' as const } } }],
  }
  const mark = markOfList('person', [person])
  const about = { of: 'list', kind: 'person', parts: 1, count: 1, mark } as const
  await worker.tasks.saveTask({
    params,
    body: {
      content: content({ about, form, to: { by: 'duty', duty: 'health' } }),
      within: [world.places.north],
      edition: 0,
    },
  })
  await worker.tasks.saveListPart({ params: { ...params, part: '0' }, body: { entities: [person] } })
  await worker.tasks.changeTask({ params, body: { action: 'dispatch', edition: 1 } })
  await world.workOff()
  forgetEverything()
  const [item] = await givenTo(neighbour, params.taskId)
  expect(item?.name).toBe('周**')
  if (item === undefined) throw new Error('the enterprise has the item')
  const claim = { params: { itemId: item.id }, body: { key: mintStepKey(), action: 'claim' as const } }
  await neighbour.tasks.moveItem(claim)
  await world.workOff()
  const inHand = (await neighbour.tasks.heldItems({ query: {} })).items.find(({ id }) => id === item.id)
  expect(inHand?.name).toBe('周**')
  // Some of both organisations, to somebody of one of them.
  const taskId = await dispatched({ to: { by: 'duty', duty: 'environment' } })
  const [ofWest] = await givenTo(neighbour, taskId)
  if (ofWest === undefined) throw new Error('the neighbours have an item')
  const share = { key: mintStepKey(), items: [item.id, ofWest.id], to: mate.id }
  expect(await neighbour.tasks.shareItems({ body: share })).toEqual({
    done: [item.id],
    left: [{ id: ofWest.id, message: '这位同事不是这一项所在单位的，或现在办不了，没有改动' }],
  })
})
