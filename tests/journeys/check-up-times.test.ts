import { afterAll, beforeAll, expect, test } from 'vitest'
import { runningStack } from './browser'
import { goHome, type Opened, opens } from './installing'
import { aJourney, seen, waitFor } from './journey'
import { setting } from './setting'
import { aCity, look } from './tiers'

/** 老年人体检, booked by time: the second variant, as it ships. */
const stack = runningStack()
const browser = aJourney('check-up-times')
const tiers = aCity(stack, browser)
let application: Opened
/** As the first time of the day reads. */
const time = /上午 8 点至 10 点/

beforeAll(() => tiers.signIn(), 120_000)
afterAll(() => tiers.tidy())

test('the secretary opens it and says the day', async () => {
  const secretary = await tiers.person('secretary')
  await goHome(secretary, stack.gov)
  application = await opens(secretary, tiers.apiOf('secretary'), 'check-up-open')
  await look(secretary, 'gov-phone-350-opened')
})

test('a resident takes a time of that day, and is asked for what is not known', async () => {
  const resident = await tiers.open('resident', `apply/service/index?id=${application.made('check-up')}`)
  const { page } = resident
  await seen(page.getByRole('radio', { name: /可约|还有|剩/ })).click()
  await look(resident, 'resident-350-times')
  await seen(page.getByRole('button', { name: '约这个时间，开始填写' })).click()
  await seen(page.getByRole('button', { name: '都对，一键确认' })).click()
  // Known already where another story on this system said it.
  for (const name of ['高血压', '可自理', '健康资料使用同意书']) {
    const choice = page.getByLabel(name, { exact: true })
    if ((await choice.count()) > 0) await choice.press('Space')
  }
  await look(resident, 'resident-351-filled')
  await seen(page.getByRole('button', { name: '提交', exact: true })).click()
  await seen(page.getByRole('button', { name: '查看办理进展' })).click()
  await seen(page.getByText(/^已约/)).waitFor()
  await look(resident, 'resident-352-booked')
})

test('the worker sees who comes, and when', async () => {
  const requestId = /id=(r\w+)/.exec((await tiers.person('resident')).page.url())?.[1] ?? ''
  const worker = await tiers.open('worker', `channels/request/index?id=${requestId}`)
  await waitFor(worker, time)
  await look(worker, 'gov-phone-351-who-comes')
  const secretary = await tiers.open('secretary', `channels/one/index?id=${application.made('check-up')}`)
  await waitFor(secretary, time)
  await look(secretary, 'gov-phone-352-how-far')
  // The list of that time holds them, the other one nobody.
  const { page } = secretary
  const which = seen(page.getByRole('combobox', { name: '看哪个时间' }))
  await which.selectOption({ index: 3 })
  await seen(page.getByText('这个时间还没有人约')).waitFor()
  await which.selectOption({ index: 2 })
  await seen(page.getByText(setting.resident.name)).waitFor()
  await look(secretary, 'gov-phone-353-who-at-that-time')
  expect(tiers.errors()).toEqual([])
})
