import { mintRequestId } from '@zmht/shared/contract'
import { expect, test } from 'vitest'
import { deskSize, type Person, phoneSize, runningStack, signIn } from './browser'
import { aJourney, seen, waitFor } from './journey'
import { aNeighbour, homeOf } from './neighbours'

const stack = runningStack()
const stamp = String(Date.now() % 10_000).padStart(4, '0')
const browser = aJourney('home')
let worker: Person

test('a worker sees what is new, opens it, and it is no longer new', async () => {
  worker = await browser.sit(`${stack.gov}/`, phoneSize)
  await signIn(worker, stack, '19000001029')
  const { page } = worker
  await seen(page.getByRole('heading', { name: /^新来的/ })).waitFor()
  const all = seen(page.getByRole('button', { name: '都看过了' }))
  if ((await all.count()) > 0) await all.click()
  await seen(page.getByText('没有新的')).waitFor()
  await worker.show('gov-phone-310-nothing-new')

  const phone = `1390000${stamp}`
  const api = await aNeighbour(stack, phone, ['花家地北里', '3号楼', '1单元', '102'])
  const { items } = await api.channels.services()
  const id = items.find(({ title }) => title === '说件事')?.id ?? ''
  const { version } = await api.channels.service({ params: { channelId: id }, query: {} })
  const requestId = mintRequestId()
  // Nobody is surely answerable for it: it stays with the community.
  const detail = `你好，有件事想请你们来一趟（${stamp}）`
  const answers = { matter: [{ values: { detail } }], applicant: [{ values: { name: '何立夏', mobile: phone } }] }
  await api.channels.submit({
    params: { channelId: id, requestId },
    body: { version, home: await homeOf(api), answers, notify: false },
  })
  await waitFor(worker, '新来的 1')
  await worker.show('gov-phone-311-new')
  expect(await worker.barriers()).toEqual([])
  await seen(page.getByRole('list', { name: '新来的' }).getByRole('button')).click()
  await expect.poll(() => page.url()).toContain(requestId)
  await page.goto(`${stack.gov}/#/pages/home/index`)
  await page.reload()
  await seen(page.getByText('没有新的')).waitFor()
  expect(worker.errors).toEqual([])
})

test('an official hides a section and moves another up', async () => {
  const { page } = worker
  await page.setViewportSize(deskSize)
  await seen(page.getByRole('button', { name: '调整首页' })).click()
  await seen(page.getByRole('button', { name: '上移工具' })).waitFor()
  await worker.show('gov-desk-312-arrange')
  expect(await worker.barriers()).toEqual([])
  await page.setViewportSize(phoneSize)
  await worker.show('gov-phone-312-arrange')
  await page.setViewportSize(deskSize)
  await seen(page.getByRole('switch', { name: /^我的数字/ })).click()
  await seen(page.getByRole('button', { name: '保存' })).click()
  await seen(page.getByRole('heading', { name: /^新来的/ })).waitFor()
  await worker.show('gov-desk-313-home-own')
  await seen(page.getByRole('button', { name: '调整首页' })).click()
  await seen(page.getByRole('button', { name: '恢复单位的安排' })).click()
  await seen(page.getByRole('heading', { name: /^新来的/ })).waitFor()
})

test('the organiser arranges a role, and its people see it', async () => {
  const { page } = worker
  await seen(page.getByRole('button', { name: '调整首页' })).click()
  await seen(page.getByRole('button', { name: /^各岗位的首页/ })).click()
  await seen(page.getByRole('button', { name: '调整服务办理的首页' })).waitFor()
  await worker.show('gov-desk-314-roles')
  expect(await worker.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: '调整服务办理的首页' })).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('button', { name: '上移先办这些' }).click()
  await worker.show('gov-desk-315-role')
  expect(await worker.barriers()).toEqual([])
  await sheet.getByRole('button', { name: '保存' }).click()
  await seen(page.getByText('已调整')).waitFor()
  await page.goto(`${stack.gov}/#/pages/home/index`)
  await page.reload()
  await seen(page.getByRole('heading', { name: /^先办这些/ })).waitFor()
  const heads = await page.getByRole('heading', { level: 2 }).filter({ visible: true }).allTextContents()
  const at = (words: string) => heads.findIndex((head) => head.startsWith(words))
  expect(at('先办这些')).toBeLessThan(at('新来的'))
  await worker.show('gov-desk-316-home-arranged')
  // As it was, for the journeys that follow.
  await seen(page.getByRole('button', { name: '调整首页' })).click()
  await seen(page.getByRole('button', { name: /^各岗位的首页/ })).click()
  await seen(page.getByRole('button', { name: '调整服务办理的首页' })).click()
  await page.getByRole('dialog').getByRole('button', { name: '上移新来的' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  expect(worker.errors).toEqual([])
})
