import { type Api, mintStepKey } from '@zmht/shared/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Person, phoneSize, runningStack } from './browser'
import { goHome, type Opened, opens } from './installing'
import { aJourney, inList, seen, takePlace, waitFor } from './journey'
import { aNeighbour, apiOf } from './neighbours'
import { setting } from './setting'
import { aCity, look } from './tiers'

/** 搬家登记: one community loses sight of who moves, the other has them, and nothing is said twice. */
const stack = runningStack()
const stamp = Date.now() % 10_000
const name = `潘${['立春', '雨水', '春分', '清明', '谷雨', '立夏', '芒种', '夏至', '大暑', '立秋', '处暑', '秋分'][stamp % 12]}`
const phone = `1900000${9900 - (stamp % 90)}`

const browser = aJourney('moving-house')
const tiers = aCity(stack, browser)
let application: Opened
let mover: Person
let old: Api

const withName = async (api: Api) =>
  (await api.ledgers.search({ query: { words: name } })).items.filter((one) => one.name === name)

beforeAll(async () => {
  await tiers.signIn()
  old = await apiOf(stack, 'gov', setting.phones.nextDoor)
  // They live in the neighbouring community, and have said who they are.
  const resident = await aNeighbour(stack, phone, [setting.next.compound, '1号楼', '1单元', '102'], setting.next.code)
  const facts = [
    { attribute: 'person.name', value: name },
    { attribute: 'person.mobile', value: phone },
  ]
  await resident.ledgers.tell({ body: { key: mintStepKey(), facts } })
  mover = await browser.sit(`${stack.resident}/`, phoneSize)
}, 120_000)
afterAll(() => tiers.tidy())

test('the new community opens it from the gallery', async () => {
  await expect.poll(() => withName(old).then((found) => found.length), { timeout: 30_000, interval: 500 }).toBe(1)
  const secretary = await tiers.person('secretary')
  await goHome(secretary, stack.gov)
  application = await opens(secretary, tiers.apiOf('secretary'), 'moving-house')
  await look(secretary, 'gov-phone-340-opened')
})

test('who moves says so once: the services of the new place are there, those of the old one are gone', async () => {
  await tiers.signInHere(mover, phone)
  const { page } = mover
  await seen(page.getByText(setting.next.compound)).waitFor()
  await page.goto(`${stack.resident}/#/mine/homes/index`)
  await seen(page.getByRole('button', { name: /^搬家了，或还有别的地址/ })).click()
  const dialog = page.getByRole('dialog', { name: '选择地址' })
  await takePlace(dialog, `${setting.community.compound}2号楼2单元501`, /2号楼 2单元 501/)
  await page.goto(`${stack.resident}/#/pages/services/index`)
  await waitFor(mover, '搬来登记一次，资料跟着走')
  await look(mover, 'resident-340-new-services')
})

test('the form knows them: nothing is entered again', async () => {
  const { page } = mover
  await seen(page.getByRole('button', { name: /搬家登记/ })).click()
  await seen(page.getByRole('button', { name: /开始填写$/ })).click()
  await seen(page.getByText(name)).waitFor()
  await seen(page.getByText(/2号楼 2单元 501/)).waitFor()
  await seen(page.getByRole('button', { name: '都对，一键确认' })).click()
  await look(mover, 'resident-341-known')
  await seen(page.getByRole('button', { name: '提交', exact: true })).click()
  await seen(page.getByRole('button', { name: '查看办理进展' })).click()
})

test('the new community finds it right, and they are in its ledger by themselves', async () => {
  const requestId = /id=(r\w+)/.exec(mover.page.url())?.[1] ?? ''
  const worker = await tiers.open('worker', `channels/request/index?id=${requestId}`)
  const { page } = worker
  await seen(page.getByRole('button', { name: '我来办理' })).click()
  await seen(page.getByRole('button', { name: '放回待办' })).waitFor()
  await seen(page.getByRole('button', { name: '确认', exact: true })).click()
  await page.getByRole('dialog').getByRole('button', { name: '确认', exact: true }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await seen(page.getByRole('button', { name: '办结并答复' })).click()
  await seen(page.getByLabel('给居民的答复')).fill('欢迎搬来，您的资料已经接上。')
  await page.getByRole('dialog').getByRole('button', { name: '办结并答复' }).click()
  await waitFor(worker, '已办结')
  const secretary = await tiers.open('secretary', `ledgers/rows/index?id=${application.made('newcomers')}`)
  await inList(secretary, name)
  await look(secretary, 'gov-phone-341-newcomers')
})

test('the old community does not find them any more', async () => {
  expect(await withName(old)).toEqual([])
  expect(await withName(tiers.apiOf('worker'))).toHaveLength(1)
  await waitFor(mover, '欢迎搬来，您的资料已经接上。')
  await look(mover, 'resident-342-settled')
  expect(tiers.errors()).toEqual([])
  expect(mover.errors).toEqual([])
})
