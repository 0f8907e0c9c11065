import { expect, test } from 'vitest'
import { deskSize, type Person, phoneSize, runningStack, signIn } from './browser'
import { aJourney, seen, waitFor } from './journey'

const stack = runningStack()
const stamp = Date.now() % 10_000
const service = `理发${stamp}`
const news = `周六义诊${stamp}`
const announcement = `周三停水${stamp}`

const browser = aJourney('community-page')
let worker: Person

test('a worker says who they are and when they are open, adds an announcement, a piece of news and a service, and looks at them as residents do', async () => {
  worker = await browser.sit(`${stack.gov}/`, phoneSize)
  await signIn(worker, stack, '19000001029')
  const { page } = worker
  await page.goto(`${stack.gov}/#/pages/channels/index`)
  await seen(page.getByText('社区动态、便民服务和电话')).click()
  await seen(page.getByRole('button', { name: '写一条公告' }).first()).click()
  await seen(page.getByRole('textbox', { name: '标题' })).fill(announcement)
  await seen(page.getByRole('textbox', { name: '内容' })).fill('早上 8 点到下午 5 点检修水管，请提前存水。')
  await seen(page.getByRole('button', { name: '保存' })).click()
  await waitFor(worker, announcement)
  await seen(page.getByRole('radio', { name: '动态' })).click()
  await seen(page.getByRole('button', { name: '写一条动态' }).first()).click()
  await seen(page.getByRole('textbox', { name: '标题' })).fill(news)
  await seen(page.getByRole('button', { name: '保存' })).click()
  await seen(page.getByText('请填写内容')).waitFor()
  // What was typed is there when the page is opened anew.
  await page.reload()
  expect(await seen(page.getByRole('textbox', { name: '标题' })).inputValue()).toBe(news)
  await seen(page.getByRole('textbox', { name: '内容' })).fill(
    '上午 9 点到 11 点，社区卫生站的大夫在活动室量血压、测血糖，不用预约。',
  )
  await seen(page.getByRole('button', { name: '保存' })).click()
  await waitFor(worker, news)
  await seen(page.getByRole('radio', { name: '服务' })).click()
  await seen(page.getByRole('button', { name: '加一项服务' }).first()).click()
  await seen(page.getByRole('textbox', { name: '名称' })).fill(service)
  await seen(page.getByRole('textbox', { name: '电话' })).fill('010-64700001')
  await seen(page.getByRole('textbox', { name: '地址' })).fill('3 号楼一层活动室')
  await seen(page.getByRole('textbox', { name: '内容' })).fill('70 岁以上老人免费')
  await seen(page.getByRole('button', { name: '加一段时间' })).click()
  await worker.show('gov-phone-160-community-entry')
  expect(await worker.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: '保存' })).click()
  await waitFor(worker, service)
  await worker.show('gov-phone-161-community-services')
  expect(await worker.barriers()).toEqual([])
  await seen(page.getByRole('radio', { name: '预览' })).click()
  await waitFor(worker, news)
  await page.setViewportSize(deskSize)
  await worker.show('gov-desk-162-community-preview')
  expect(await worker.barriers()).toEqual([])
})

test('a resident finds it from the first page, reads the news, and sees whether the service is open', async () => {
  const resident = await browser.sit(`${stack.resident}/`, phoneSize)
  await signIn(resident, stack, '19000009001')
  const { page } = resident
  await seen(page.getByText(/掌上服务站$/)).waitFor()
  await resident.show('resident-phone-163-services-community')
  await seen(page.getByText(/掌上服务站$/)).click()
  await waitFor(resident, service)
  await seen(page.getByText(announcement)).waitFor()
  await seen(page.getByText(/^现在(开门|关门)，/)).waitFor()
  await resident.show('resident-phone-164-community-page')
  expect(await resident.barriers()).toEqual([])
  await seen(page.getByText(news)).click()
  await seen(page.getByText(/不用预约/)).waitFor()
  await resident.show('resident-phone-165-community-news')
  expect(await resident.barriers()).toEqual([])
})
