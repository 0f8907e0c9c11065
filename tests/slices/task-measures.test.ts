import { read, utils } from '@e965/xlsx'
import { type Api, mintLedgerId, mintStepKey, mintTaskId, type TaskContent } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import type { Value } from '@zmht/shared/knowledge'
import { taskTemplates } from '@zmht/shared/templates'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { forgetEverything } from '../../functions/platform/cache'
import { dropKeptMeasure, saveKeptMeasure } from '../../functions/tasks/kept-measure.store'
import { recountTasks } from '../../functions/tasks/recount'
import { aSentTemplate, aTemplate, post as postTo } from '../files'
import { aLedgerLike } from '../ledgers'
import { officialPhones } from '../people'
import { itemsOf as itemsInTable } from '../table'
import { aWorld, type World } from '../world'

let world: World
let worker: Api
let secretary: Api
let neighbour: Api
let subdistrict: Api
let district: Api
let city: Api
let ledgerId: string

const chaoyang = idOfDivision('110105')
const wangjing = idOfDivision('110105026')

const [fire] = taskTemplates
if (fire === undefined) throw new Error('a template is shipped')
const { form, measures } = fire

beforeAll(async () => {
  world = await aWorld()
  const official = await officialPhones()
  const as = async (phone: string) => world.as((await world.signIn('gov', phone)).accessToken)
  worker = await as(official.worker)
  secretary = await as(official.secretary)
  neighbour = await as(official.neighbourWorker)
  subdistrict = await as(official.subdistrict)
  district = await as(official.district)
  city = await as(official.city)
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

async function settled() {
  await world.workOff()
  forgetEverything()
}

async function dispatched(change: Partial<TaskContent> = {}) {
  const taskId = mintTaskId()
  const params = { taskId }
  const content: TaskContent = {
    title: '小场所消防排查',
    basis: '逐家上门。',
    about: { of: 'ledger', ledger: ledgerId },
    form,
    measures: [...measures],
    due: '2099-12-31',
    ...change,
  }
  const draft = await district.tasks.saveTask({ params, body: { content, within: [chaoyang], edition: 0 } })
  expect(draft.problems).toEqual([])
  await district.tasks.changeTask({ params, body: { action: 'dispatch', edition: 1 } })
  await settled()
  return taskId
}

const itemsOf = async (api: Api, taskId: string) =>
  (await api.tasks.items({ params: { taskId }, query: {} })).items.map(({ id, subject, name, state }) => ({
    id,
    subject,
    name,
    state,
  }))

async function answer(
  api: Api,
  item: { readonly id: string; readonly subject: string },
  values: Record<string, Value>,
) {
  const answers = { shop: [{ entity: item.subject as never, values: { businessStatus: '1', ...values } }] }
  await api.tasks.answerItem({ params: { itemId: item.id, key: mintStepKey() }, body: { answers } })
  await settled()
}

const measuredAt = async (api: Api, taskId: string, place: PlaceId) =>
  api.tasks.taskMeasures({ params: { taskId }, query: { place } })

async function isExact() {
  for await (const { drift, name } of recountTasks()) expect({ name, drift }).toEqual({ name, drift: 0 })
}

const expired = 'expiredExtinguishers.sum'
const locked = 'exitsLocked.groups'

test('what is filled in rolls up at every tier at once, is replaced by a correction, and leaves with what goes back', async () => {
  const taskId = await dispatched()
  const [shop, snack] = await itemsOf(worker, taskId)
  const [barber] = await itemsOf(neighbour, taskId)
  if (shop === undefined || snack === undefined || barber === undefined) throw new Error('three are asked about')
  await answer(worker, shop, { expiredExtinguishers: 2, exitsLocked: true })
  await answer(worker, snack, { expiredExtinguishers: 1, exitsLocked: false })
  await answer(neighbour, barber, { expiredExtinguishers: 4 })
  const here = await measuredAt(district, taskId, chaoyang)
  expect(here.measures.map(({ title, unit }) => [title, unit])).toContainEqual(['失效灭火器', '具'])
  expect(here.measures.find(({ id }) => id === locked)?.options).toEqual([
    { code: 'yes', name: '是' },
    { code: 'no', name: '否' },
  ])
  expect(here.here).toMatchObject({
    [expired]: { given: 3, sum: 7 },
    [locked]: { given: 2, groups: { yes: 1, no: 1 } },
    'businessStatus.groups': { given: 3, groups: { 1: 3 } },
  })
  expect(here.children).toMatchObject([{ id: wangjing, hasUnits: true, measured: { [expired]: { sum: 7 } } }])
  const inside = await measuredAt(subdistrict, taskId, wangjing)
  const byPlace = new Map(inside.children.map((child) => [child.id, child.measured[expired]]))
  expect([byPlace.get(world.places.north), byPlace.get(world.places.west)]).toEqual([
    { given: 2, sum: 3 },
    { given: 1, sum: 4 },
  ])
  await isExact()
  await answer(worker, shop, { expiredExtinguishers: 0, exitsLocked: false })
  expect((await measuredAt(worker, taskId, world.places.north)).here).toMatchObject({
    [expired]: { given: 2, sum: 1 },
    [locked]: { groups: { no: 2 } },
  })
  await district.tasks.returnItems({
    params: { taskId },
    body: { key: mintStepKey(), action: 'return', items: [barber.id], note: '请再数一遍' },
  })
  await settled()
  expect((await measuredAt(district, taskId, chaoyang)).here[expired]).toEqual({ given: 2, sum: 1 })
  await isExact()
})

test('what somebody filled in beside another counts once; a measure that is added counts from then on', async () => {
  const taskId = await dispatched({ measures: [] })
  const [shop, snack] = await itemsOf(worker, taskId)
  if (shop === undefined || snack === undefined) throw new Error('two are asked about')
  await answer(worker, shop, { expiredExtinguishers: 3 })
  expect(await measuredAt(worker, taskId, world.places.north)).toMatchObject({ measures: [], here: {} })
  const amended = await district.tasks.amendTask({
    params: { taskId, edition: '3' },
    body: { basis: '逐家上门。', due: '2099-12-31', form, more: [], measures: [...measures] },
  })
  expect(amended.content.measures).toHaveLength(measures.length)
  await answer(worker, snack, { expiredExtinguishers: 5 })
  expect((await measuredAt(worker, taskId, world.places.north)).here[expired]).toEqual({ given: 1, sum: 5 })
  const { revision } = await secretary.tasks.item({ params: { itemId: snack.id } })
  await secretary.tasks.answerItem({
    params: { itemId: snack.id, key: mintStepKey() },
    body: {
      answers: { shop: [{ entity: snack.subject as never, values: { businessStatus: '1', expiredExtinguishers: 9 } }] },
      base: revision - 1,
    },
  })
  await settled()
  expect((await measuredAt(worker, taskId, world.places.north)).here[expired]).toEqual({ given: 1, sum: 5 })
  await isExact()
})

test('what cannot be counted is told before the task goes', async () => {
  const params = { taskId: mintTaskId() }
  const draft = await district.tasks.saveTask({
    params,
    body: {
      content: {
        title: '排查',
        basis: '逐家上门。',
        about: { of: 'ledger', ledger: ledgerId },
        form,
        due: '2099-12-31',
        measures: [
          { title: '负责人', control: 'manager', by: 'sum' },
          { title: '已办', control: 'extinguishers', by: 'sum' },
          { title: '没了', control: 'gone', by: 'given' },
        ],
      },
      within: [chaoyang],
      edition: 0,
    },
  })
  expect(draft.problems.map(({ message }) => message)).toEqual([
    '指标“负责人”：“现场负责人”不能算合计，请换一种',
    '指标不能叫“已办”，这个名称另有所指，请换一个',
    '指标“没了”统计的那一项，表单里已经没有了，请去掉这个指标',
  ])
})

test('a report freezes the measures; live numbers go on', async () => {
  const taskId = await dispatched()
  const [shop] = await itemsOf(worker, taskId)
  if (shop === undefined) throw new Error('one is asked about')
  await answer(worker, shop, { expiredExtinguishers: 2 })
  const key = mintStepKey()
  const params = { taskId, unitId: wangjing, key }
  const report = await subdistrict.tasks.reportUnit({ params, body: {} })
  expect(report.measured?.[expired]).toEqual({ given: 1, sum: 2 })
  expect(report.children.find(({ id }) => id === world.places.north)?.measured?.[expired]).toEqual({ given: 1, sum: 2 })
  await answer(worker, shop, { expiredExtinguishers: 6 })
  const again = await district.tasks.unitReport({ params })
  expect(again).toMatchObject({ intact: true, report: { measured: { [expired]: { sum: 2 } } } })
  expect((await measuredAt(district, taskId, chaoyang)).here[expired]?.sum).toBe(6)
  const frozen = await opened(
    await subdistrict.tasks.exportTask({ params: { taskId }, body: { place: wangjing, shape: 'plain', report: key } }),
  )
  expect(frozen.at(-1)).toMatchObject({ 地点: '合计', 失效灭火器: 2 })
})

test('an organisation keeps a measure, and compares it over its tasks', async () => {
  const params = { attribute: 'organisation.expiredExtinguishers', by: 'sum' } as const
  const { items } = await district.tasks.keepMeasure({ params, body: { title: '失效灭火器' } })
  expect(items).toEqual([{ ...params, title: '失效灭火器', name: '失效灭火器数' }])
  expect((await subdistrict.tasks.keptMeasures()).items).toEqual([])
  await expect(
    district.tasks.keepMeasure({ params: { attribute: 'organisation.manager', by: 'sum' }, body: { title: '负责人' } }),
  ).rejects.toMatchObject({ code: 'invalid' })
  // With as many as there may be, one of them may still be called otherwise; another is not kept.
  const organisation = (await itemsInTable('keptMeasure'))[0]?.organisation
  const others = Array.from({ length: 59 }, (_, at) => `organisation.x${at}`)
  for (const attribute of others)
    await saveKeptMeasure({ organisation: String(organisation), attribute, by: 'given', title: attribute })
  const renamed = await district.tasks.keepMeasure({ params, body: { title: '坏了的灭火器' } })
  expect(renamed.items.find(({ attribute }) => attribute === params.attribute)?.title).toBe('坏了的灭火器')
  await expect(
    district.tasks.keepMeasure({ params: { ...params, by: 'given' }, body: { title: '又一个' } }),
  ).rejects.toMatchObject({ code: 'invalid' })
  for (const attribute of others) await dropKeptMeasure({ organisation: String(organisation), attribute, by: 'given' })
  const compared = await district.tasks.comparedMeasure({ params })
  expect(compared.name).toBe('失效灭火器数')
  // The latest first: the report’s, the one it was added to, and the first of all.
  expect(compared.items.map(({ measured }) => measured.sum)).toEqual([6, 5, 1])
  expect((await district.tasks.dropMeasure({ params })).items).toEqual([])
})

/** The rows of the first sheet from its headings on, by heading. */
async function opened({ url }: { readonly url: string }): Promise<Record<string, unknown>[]> {
  const book = read(await (await fetch(url)).arrayBuffer())
  return utils.sheet_to_json(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, { range: 2 })
}

describe('a task as a workbook', () => {
  let taskId = ''
  beforeAll(async () => {
    taskId = await dispatched()
    const [shop, snack] = await itemsOf(worker, taskId)
    const [barber] = await itemsOf(neighbour, taskId)
    if (shop === undefined || snack === undefined || barber === undefined) throw new Error('three are asked about')
    await answer(worker, shop, { expiredExtinguishers: 2, exitsLocked: true })
    await answer(neighbour, barber, { expiredExtinguishers: 4, exitsLocked: false })
  })

  test('has a row for each place inside, in the order of the tree, and numbers as numbers', async () => {
    const file = await subdistrict.tasks.exportTask({ params: { taskId }, body: { place: wangjing, shape: 'plain' } })
    expect(file.name).toMatch(/^小场所消防排查 望京街道 \d{4}-\d\d-\d\d\.xlsx$/)
    const rows = await opened(file)
    const { children } = await subdistrict.tasks.taskCounts({ params: { taskId }, query: { place: wangjing } })
    const names = children.filter(({ total }) => total > 0).map(({ name }) => name)
    expect(rows).toHaveLength(names.length + 1)
    for (const [at, name] of names.entries()) expect(name).toContain(String(rows[at]?.地点).slice(0, 4))
    expect(rows.at(-1)).toMatchObject({
      地点: '合计',
      应办: 3,
      已办: 2,
      未办: 1,
      失效灭火器: 6,
      '安全出口上锁或堵塞：是': 1,
    })
  })

  const post = (cells: readonly (readonly unknown[])[]) => aSentTemplate(district, cells)

  test('comes in the shape that was asked for: its template is looked at when it is attached', async () => {
    const params = { taskId }
    const broken = await district.tasks.attachSheet({
      params,
      body: { file: await post([['{{地点}}', '{{失效灭火机}}']]) },
    })
    expect(broken).toMatchObject({
      attached: { name: '区里要的表.xlsx' },
      unknown: [{ cell: 'B1', name: '失效灭火机', near: '失效灭火器' }],
    })
    const file = await post([
      ['{{地点}}汇总（{{日期}}）'],
      ['社区', '街道', '失效', '上锁'],
      ['{{下级社区.地点}}', '{{下级社区.所属}}', '{{下级社区.失效灭火器}}', '{{下级社区.安全出口上锁或堵塞/是}}'],
      ['合计', '', { t: 'n', f: 'SUM(C3)' }, '{{完成率}}'],
    ])
    expect(await district.tasks.attachSheet({ params, body: { file } })).toMatchObject({ unknown: [], mine: true })
    expect((await subdistrict.tasks.taskSheet({ params })).mine).toBe(false)
    const made = await district.tasks.exportTask({ params, body: { place: chaoyang, shape: 'own' } })
    const sheet =
      read(await (await fetch(made.url)).arrayBuffer(), { cellFormula: true, cellStyles: true }).Sheets.上级要的表 ?? {}
    expect(sheet.A1?.v).toMatch(/^朝阳区汇总（\d{4}年\d+月\d+日）$/)
    expect([sheet.B3?.v, sheet.B4?.v]).toEqual(['望京街道', '望京街道'])
    expect([sheet.C3, sheet.C4].map((cell) => [cell?.t, cell?.v])).toEqual(
      expect.arrayContaining([
        ['n', 2],
        ['n', 4],
      ]),
    )
    expect(sheet.C5?.f).toBe('SUM(C3:C4)')
    expect(sheet.D5).toMatchObject({ t: 'n' })
    // Below, everybody exports in it; only who issued the task attaches it.
    await expect(subdistrict.tasks.attachSheet({ params, body: { file } })).rejects.toMatchObject({
      code: 'outside-territory',
    })
    const report = mintStepKey()
    await district.tasks.reportUnit({ params: { taskId, unitId: chaoyang, key: report }, body: {} })
    await expect(
      district.tasks.exportTask({ params, body: { place: chaoyang, shape: 'own', report } }),
    ).rejects.toMatchObject({ code: 'invalid' })
    expect((await district.tasks.detachSheet({ params })).attached).toBeUndefined()
  })

  test('a file of somebody else, or one that says nothing, is no template', async () => {
    const params = { taskId }
    const plain = await post([['没有占位符']])
    await expect(district.tasks.attachSheet({ params, body: { file: plain } })).rejects.toMatchObject({
      code: 'invalid',
    })
    const mine = await post([['{{地点}}']])
    await expect(city.tasks.attachSheet({ params, body: { file: mine } })).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('posted over after it was attached it fills in nothing, and says what to do; it can be replaced', async () => {
    const params = { taskId }
    const announced = aTemplate([['{{地点}}']])
    const address = await district.channels.newFile({ body: announced.announcement })
    await postTo(address, announced.bytes)
    await district.tasks.attachSheet({ params, body: { file: announced.announcement.id } })
    await postTo(
      address,
      announced.bytes.map((byte) => byte ^ 1),
    )
    await expect(district.tasks.exportTask({ params, body: { place: chaoyang, shape: 'own' } })).rejects.toMatchObject({
      code: 'invalid',
      document: { fields: [{ message: expect.stringContaining('重新上传') }] },
    })
    expect(await district.tasks.taskSheet({ params })).toMatchObject({ attached: {}, unknown: [] })
    const file = await post([['{{地点}}']])
    expect(await district.tasks.attachSheet({ params, body: { file } })).toMatchObject({ unknown: [] })
    expect((await district.tasks.exportTask({ params, body: { place: chaoyang, shape: 'own' } })).name).toContain(
      '朝阳',
    )
    await district.tasks.detachSheet({ params })
  })

  test('the template to begin from knows all its names, and explains them', async () => {
    const { url } = await district.tasks.exportTask({
      params: { taskId },
      body: { place: chaoyang, shape: 'template' },
    })
    const book = read(await (await fetch(url)).arrayBuffer())
    expect(book.SheetNames).toEqual(['汇总表', '占位符说明'])
    const explained: unknown[][] = utils.sheet_to_json(book.Sheets.占位符说明 ?? {}, { header: 1 })
    expect(explained.map(([name]) => name)).toEqual(
      expect.arrayContaining(['{{地点}}', '{{安全出口上锁或堵塞/是}}', '{{下级社区.所属}}']),
    )
  })
})
