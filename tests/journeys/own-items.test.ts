import { type Api, mintChargeId, mintLedgerId, mintStepKey, mintTaskId, type SessionReply } from '@zmht/shared/contract'
import { dayInChina } from '@zmht/shared/knowledge'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { clientFor, signInByPhone } from '../../functions/local/first-service'
import { homeTask } from '../home-task'
import { aLedgerLike } from '../ledgers'
import { deskSize, hasSession, type Person, phoneSize, runningStack } from './browser'
import { aJourney, seen, waitFor } from './journey'

/**
 * 请您填的: a district asks every small shop about its fire safety and a community every home about its gas; whoever keeps the shop and lives in the home
 * fills it in on their own phone, the community checks it.
 */
const stack = runningStack()
const stamp = Date.now() % 10_000
const fire = `小场所消防自查${stamp}`
const gas = `用气情况登记${stamp}`
const shop = `小雪便利店${stamp}`
const ledgerName = `小门店${stamp}`
const north = idOfDivision('110105026047')

const browser = aJourney('own-items')
let resident: Person
let worker: Person
let district: Person
let residentApi: Api
let secretary: Api
let districtSession: SessionReply
let residentSession: SessionReply
let ledgerId: string

const signedIn = (app: 'resident' | 'gov', phone: string) =>
  signInByPhone(`${stack[app]}/api`, `${stack.outside}/sms`, app, phone)
const clientOf = (app: 'resident' | 'gov', { accessToken }: SessionReply) => clientFor(`${stack[app]}/api`, accessToken)

/** Sits down where they are signed in already. */
async function sitAs(app: 'resident' | 'gov', session: SessionReply, size: typeof phoneSize): Promise<Person> {
  const person = await browser.sit(`${stack[app]}/`, size)
  await hasSession(person, app, session)
  await person.page.reload()
  return person
}

const opened = async ({ page }: Person, app: 'resident' | 'gov', address: string) => {
  await page.goto(`${stack[app]}/#/${address}`)
  await page.reload()
}

/** What was handed on arrives a moment later. */
/** What was said before, in an earlier task, is opened to be said anew. */
async function changes({ page }: Person, label: string): Promise<void> {
  const known = seen(page.getByRole('button', { name: `修改${label}` }))
  if ((await known.count()) > 0) await known.click()
}

/** Whatever is known and still so is looked at in one tap. */
async function confirms({ page }: Person): Promise<void> {
  const all = seen(page.getByRole('button', { name: '都对，一键确认' }))
  if ((await all.count()) > 0) await all.click()
}

/** The resident is left as they were found, for whoever uses the stack next. */
const tidying: (() => Promise<unknown>)[] = []
const withdraws = (api: Api, taskId: string) =>
  tidying.push(async () => {
    const { edition } = await api.tasks.task({ params: { taskId } })
    await api.tasks.changeTask({ params: { taskId }, body: { action: 'withdraw', edition } })
  })
afterAll(async () => {
  for (const tidy of tidying) await tidy()
})

beforeAll(async () => {
  secretary = clientOf('gov', await signedIn('gov', '19000001028'))
  const { entity } = await secretary.ledgers.enter({
    body: {
      key: mintStepKey(),
      kind: 'organisation',
      place: north,
      facts: [
        { attribute: 'organisation.name', value: shop },
        { attribute: 'organisation.smallPlaceKind', value: '3' },
        { attribute: 'organisation.extinguishers', value: 2 },
      ],
      links: [],
    },
  })
  residentSession = await signedIn('resident', '19000009001')
  residentApi = clientOf('resident', residentSession)
  const charge = await residentApi.ledgers.askCharge({
    params: { chargeId: mintChargeId() },
    body: { entity: entity.id, as: 'delegate', from: dayInChina(new Date().toISOString()), reason: '我在店里负责安全' },
  })
  const held = await secretary.ledgers.decideCharge({
    params: { chargeId: charge.id },
    body: { edition: charge.edition, accept: true, reason: '已看过营业执照' },
  })
  tidying.push(() =>
    residentApi.ledgers.endCharge({
      params: { chargeId: charge.id },
      body: { edition: held.edition, reason: '演示结束' },
    }),
  )
  districtSession = await signedIn('gov', '19000001002')
  ledgerId = mintLedgerId()
  await clientOf('gov', districtSession).ledgers.save({
    params: { ledgerId },
    body: {
      content: { ...aLedgerLike('small-shops'), name: ledgerName },
      measures: [],
      within: [idOfDivision('110105')],
      edition: 0,
    },
  })
}, 120_000)

test('a district lets the shops fill in their own fire safety, to be checked by whoever looks after them', async () => {
  district = await sitAs('gov', districtSession, deskSize)
  const { page } = district
  await opened(district, 'gov', `tasks/new/index?ledger=${ledgerId}`)
  await seen(page.getByRole('list', { name: '任务模板' }).getByRole('button', { name: /^小场所消防安全排查/ })).click()
  await seen(page.getByRole('textbox', { name: '任务名称' })).fill(fire)
  await seen(page.getByRole('radio', { name: '自己填了，由工作人员核实' })).click()
  await district.show('gov-desk-66-self-fill')
  expect(await district.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: '下一步：看看派到哪里' })).click()
  await waitFor(district, /[1-9]\d* 项/)
  withdraws(clientOf('gov', districtSession), /[?&]id=([^&]+)/.exec(page.url())?.[1] ?? '')
  await seen(page.getByRole('button', { name: '下派', exact: true })).click()
  await page.getByRole('dialog').getByRole('button', { name: '下派', exact: true }).click()
  await waitFor(district, /共 [1-9]\d* 项/)
  await seen(page.getByText('自己填了，由工作人员核实')).waitFor()
})

test('who keeps the shop is told on the first screen, finds what is known filled in, and hands it in', async () => {
  resident = await sitAs('resident', residentSession, phoneSize)
  const { page } = resident
  await waitFor(resident, `关于${shop}`)
  await resident.show('resident-60-asked')
  expect(await resident.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: `请您填：${fire}` }).filter({ hasText: shop })).click()
  await seen(page.getByText('提交以后会怎样')).waitFor()
  await resident.show('resident-61-own-item')
  expect(await resident.barriers()).toEqual([])
  await seen(page.getByText('经营状态')).waitFor()
  await seen(page.getByRole('radio', { name: '正常营业' })).click()
  // A killed application loses nothing.
  await page.reload()
  await seen(page.getByRole('radio', { name: '正常营业', checked: true })).waitFor()
  await seen(page.getByRole('button', { name: '提交', exact: true })).click()
  await seen(page.getByText(/项填好的内容没有确认/)).waitFor()
  await seen(page.getByRole('button', { name: '都对，一键确认' })).click()
  await seen(page.getByRole('button', { name: '提交', exact: true })).click()
  await seen(page.getByText('已经交上去了，不用再交一次')).waitFor()
  await resident.show('resident-62-handed-in')
  expect(await resident.barriers()).toEqual([])
})

test('the community sees what waits to be checked, by whom it was filled in, and finds it right', async () => {
  worker = await sitAs('gov', await signedIn('gov', '19000001029'), phoneSize)
  const { page } = worker
  await opened(worker, 'gov', 'pages/work/index')
  await waitFor(worker, fire)
  await seen(page.getByText(fire)).click()
  await seen(page.getByRole('button', { name: '去办理' })).click()
  await seen(page.getByRole('radio', { name: '待核实' })).click()
  await seen(page.getByText(shop)).waitFor()
  await worker.show('gov-phone-65-to-check')
  expect(await worker.barriers()).toEqual([])
  await seen(page.getByText(shop)).click()
  await seen(page.getByText('周惊蛰填的')).waitFor()
  await seen(page.getByText('正常营业')).waitFor()
  await worker.show('gov-phone-66-filled-in')
  expect(await worker.barriers()).toEqual([])
  await worker.page.setViewportSize(deskSize)
  await worker.show('gov-desk-67-filled-in')
  await worker.page.setViewportSize(phoneSize)
  await seen(page.getByRole('button', { name: '核实无误' })).click()
  await seen(page.getByText('已核实，算作完成')).waitFor()
})

test('who filled it in sees that it is done', async () => {
  await opened(resident, 'resident', 'pages/me/index')
  await seen(resident.page.getByText('我的任务')).waitFor()
  await resident.show('resident-68-me')
  expect(await resident.barriers()).toEqual([])
  await opened(resident, 'resident', 'tasks/list/index')
  await waitFor(resident, '已完成')
  await resident.show('resident-63-tasks')
  expect(await resident.barriers()).toEqual([])
  await seen(resident.page.getByText(`关于${shop}`)).click()
  await seen(resident.page.getByText('核实无误')).waitFor()
  await resident.show('resident-64-done')
  expect(await resident.barriers()).toEqual([])
})

test('a home is filled in by who lives there, sent back with the reason, and put right', async () => {
  const params = { taskId: mintTaskId() }
  await secretary.tasks.saveTask({ params, body: { content: homeTask(gas), within: [north], edition: 0 } })
  await secretary.tasks.changeTask({ params, body: { action: 'dispatch', edition: 1 } })
  withdraws(secretary, params.taskId)
  const { page } = resident
  await opened(resident, 'resident', 'pages/services/index')
  await waitFor(resident, `请您填：${gas}`)
  await seen(page.getByText(`请您填：${gas}`)).click()
  await seen(page.getByText('提交以后会怎样')).waitFor()
  await changes(resident, '做饭用什么气')
  await seen(page.getByRole('radio', { name: /管道/ })).click()
  await changes(resident, '建筑面积')
  await seen(page.getByRole('textbox', { name: /建筑面积/ })).fill('680')
  await page.evaluate(() => window.localStorage.setItem('zmht-elder', JSON.stringify({ data: true })))
  await page.reload()
  await seen(page.getByText('提交以后会怎样')).waitFor()
  await resident.show('resident-65-elder')
  expect(await resident.barriers()).toEqual([])
  await page.evaluate(() => window.localStorage.removeItem('zmht-elder'))
  await page.reload()
  await seen(page.getByText('提交以后会怎样')).waitFor()
  await confirms(resident)
  await seen(page.getByRole('button', { name: '提交', exact: true })).click()
  await seen(page.getByText('已经交上去了，不用再交一次')).waitFor()

  await opened(worker, 'gov', `tasks/items/index?id=${params.taskId}&state=answered&place=${north}`)
  await seen(worker.page.getByText(/501/)).click()
  await seen(worker.page.getByRole('button', { name: '请填的人改' })).click()
  await worker.page.getByRole('dialog').getByRole('textbox').fill('面积像是多写了一个零，请对照房产证')
  await worker.show('gov-phone-67-send-back')
  expect(await worker.barriers()).toEqual([])
  await worker.page.getByRole('dialog').getByRole('button', { name: '发给填的人' }).click()
  await seen(worker.page.getByText('已请填的人修改')).waitFor()

  await opened(resident, 'resident', 'pages/services/index')
  await waitFor(resident, `请您改：${gas}`)
  await seen(page.getByText(`请您改：${gas}`)).click()
  await seen(page.getByText('面积像是多写了一个零，请对照房产证')).waitFor()
  await resident.show('resident-66-sent-back')
  expect(await resident.barriers()).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  await resident.show('resident-67-sent-back-dark')
  expect(await resident.barriers()).toEqual([])
  await page.emulateMedia({ colorScheme: 'light' })
  await changes(resident, '建筑面积')
  await seen(page.getByRole('textbox', { name: /建筑面积/ })).fill('68')
  await confirms(resident)
  await seen(page.getByRole('button', { name: '提交', exact: true })).click()
  await seen(page.getByText('已经交上去了，不用再交一次')).waitFor()

  await opened(worker, 'gov', `tasks/items/index?id=${params.taskId}&state=answered&place=${north}`)
  await seen(worker.page.getByText(/501/)).click()
  await seen(worker.page.getByText('68')).waitFor()
  await seen(worker.page.getByRole('button', { name: '由我更正' })).click()
  await seen(worker.page.getByText('您在更正对方填的，提交后就算完成。')).waitFor()
  await worker.show('gov-phone-68-correct')
  await opened(worker, 'gov', `tasks/items/index?id=${params.taskId}&state=answered&place=${north}`)
  await seen(worker.page.getByText(/501/)).click()
  await seen(worker.page.getByRole('button', { name: '核实无误' })).click()
  await seen(worker.page.getByText('已核实，算作完成')).waitFor()
  const mine = (await residentApi.tasks.ownItems()).items.find(({ title }) => title === gas)
  expect(mine).toMatchObject({ state: 'done', open: false })

  // Another of the homes goes to a colleague, with a word; it stands among what they have in hand.
  const [other] = (await secretary.tasks.items({ params, query: { state: 'open' } })).items
  await opened(worker, 'gov', `tasks/item/index?id=${other?.id}`)
  await seen(worker.page.getByRole('button', { name: '转给同事' })).click()
  const sheet = worker.page.getByRole('dialog')
  await sheet.getByRole('textbox', { name: /要交代的话/ }).fill('这户下午在家')
  await seen(sheet.getByRole('button', { name: /^转给/ })).waitFor()
  await worker.show('gov-phone-69-hand-over')
  expect(await worker.barriers()).toEqual([])
  await seen(sheet.getByRole('button', { name: /^转给/ })).click()
  await sheet.waitFor({ state: 'hidden' })
  await seen(worker.page.getByText('这户下午在家')).waitFor()
  await worker.show('gov-phone-70-handed-over')
  await opened(worker, 'gov', `tasks/items/index?id=${params.taskId}&state=claimed&place=${north}`)
  await seen(worker.page.getByText(other?.place ?? '')).waitFor()
  await seen(worker.page.getByRole('checkbox', { name: '只看我在办的' })).click()
  await seen(worker.page.getByText('没有您在办的')).waitFor()
  for (const person of [resident, worker, district]) expect(person.errors).toEqual([])
})
