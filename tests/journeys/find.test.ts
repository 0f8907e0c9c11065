import { mintRequestId } from '@zmht/shared/contract'
import { expect, test } from 'vitest'
import { deskSize, type Person, phoneSize, runningStack, signIn } from './browser'
import { aJourney, seen } from './journey'
import { aNeighbour, homeOf } from './neighbours'

const stack = runningStack()
const stamp = String(Date.now() % 10_000).padStart(4, '0')
const browser = aJourney('find')
let worker: Person
let number = ''

test('at the desk one box in the header finds places, people and services, by keys alone', async () => {
  const phone = `1380000${stamp}`
  const api = await aNeighbour(stack, phone, ['花家地北里', '3号楼', '1单元', '101'])
  const { items } = await api.channels.services()
  const id = items.find(({ title }) => title === '说件事')?.id ?? ''
  const { version } = await api.channels.service({ params: { channelId: id }, query: {} })
  const requestId = mintRequestId()
  // Of no subject anybody could name: it stays with the community.
  const detail = `你好，有件事想请你们来一趟（${stamp}）`
  const answers = { matter: [{ values: { detail } }], applicant: [{ values: { name: '何小满', mobile: phone } }] }
  const body = { version, home: await homeOf(api), answers, notify: false }
  await api.channels.submit({ params: { channelId: id, requestId }, body })
  number = (await api.channels.request({ params: { requestId } })).number

  worker = await browser.sit(`${stack.gov}/`, deskSize)
  await signIn(worker, stack, '19000001029')
  const { page } = worker
  const box = seen(page.getByRole('combobox', { name: /^找一找/ }))
  await box.waitFor()
  await page.keyboard.press('/')
  await expect.poll(() => box.evaluate((one) => one === document.activeElement)).toBe(true)
  await seen(page.getByText('可以输入姓名')).waitFor()
  await worker.show('gov-desk-300-find-begun')
  await page.keyboard.type('花家地')
  const list = seen(page.getByRole('listbox'))
  await list.getByRole('group', { name: '地点' }).waitFor()
  await worker.show('gov-desk-301-find')
  expect(await worker.barriers()).toEqual([])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  const second = list.getByRole('option').nth(1)
  expect(await second.getAttribute('aria-selected')).toBe('true')
  await page.keyboard.press('Escape')
  await list.waitFor({ state: 'hidden' })
})

test('a request is found by its number, and Enter opens it', async () => {
  const { page } = worker
  const box = seen(page.getByRole('combobox', { name: /^找一找/ }))
  await box.fill(number)
  await seen(page.getByRole('listbox')).getByText('编号').waitFor()
  await page.keyboard.press('Enter')
  await seen(page.getByText(number)).waitFor()
  expect(page.url()).toContain('channels/request')
  expect(worker.errors).toEqual([])
})

test('what there is not says what can be typed', async () => {
  const { page } = worker
  const box = seen(page.getByRole('combobox', { name: /^找一找/ }))
  await box.fill('查无此人此物')
  await seen(page.getByText('没有找到“查无此人此物”')).waitFor()
  await worker.show('gov-desk-302-find-nothing')
})

test('on a phone it opens from the home page, and what was found opens by a tap', async () => {
  const { page } = worker
  await page.setViewportSize(phoneSize)
  await page.goto(`${stack.gov}/#/pages/home/index`)
  await seen(page.getByRole('button', { name: /^找一找/ })).click()
  const box = seen(page.getByRole('searchbox', { name: '人、地点、单位、车牌、编号' }))
  await box.waitFor()
  await worker.show('gov-phone-300-find-begun')
  await box.fill('hjdbl')
  await seen(page.getByRole('list', { name: '找到的地点' })).waitFor()
  await worker.show('gov-phone-301-find')
  expect(await worker.barriers()).toEqual([])
  await seen(page.getByRole('list', { name: '找到的地点' }).getByRole('button')).click()
  await expect.poll(() => page.url()).toContain('hierarchy/place')
  expect(worker.errors).toEqual([])
})
