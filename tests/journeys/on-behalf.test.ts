import { expect, test } from 'vitest'
import { deskSize, type Person, phoneSize, runningStack, signIn } from './browser'
import { aJourney, seen, waitFor } from './journey'
import { apiOf } from './neighbours'

const stack = runningStack()
const at = (path: string) => `#/${path}`
const stamp = String(Date.now() % 10_000).padStart(4, '0')
const said = `楼道里堆了很多杂物，走路不方便，请来看看（${stamp}）`
const later = `门口的地砖松了，老人容易绊倒（${stamp}）`

const browser = aJourney('on-behalf')
let worker: Person
let resident: Person
/** 说件事, as it was opened in the first test. */
let channel: string

test('a worker helps somebody of the ledgers: from their page, with a form that knows them', async () => {
  resident = await browser.sit(`${stack.resident}/`, phoneSize)
  await signIn(resident, stack, '19000009001')
  worker = await browser.sit(`${stack.gov}/`, phoneSize)
  await signIn(worker, stack, '19000001029')
  const { page } = worker
  await page.goto(`${stack.gov}/${at('pages/people/index')}`)
  await seen(page.getByRole('searchbox')).fill('周惊蛰')
  await seen(page.getByRole('button', { name: /周惊蛰/ })).click()
  await seen(page.getByRole('button', { name: '替 TA 办事' })).waitFor()
  await worker.show('gov-phone-240-entity')
  await seen(page.getByRole('button', { name: '替 TA 办事' })).click()
  await waitFor(worker, '说件事')
  await worker.show('gov-phone-241-services-for')
  expect(await worker.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: /^说件事/ })).click()
  await waitFor(worker, '这位居民有账号')
  channel = /[?&]id=(c\w+)/.exec(page.url())?.[1] ?? ''
  await seen(page.getByRole('radio', { name: '上门' })).click()
  await seen(page.getByRole('textbox', { name: /^说说是什么事/ })).fill(said)
  await worker.show('gov-phone-242-on-behalf')
  expect(await worker.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: '代周惊蛰提交' })).click()
  await waitFor(worker, '等本人确认')
  await worker.show('gov-phone-243-entered')
  expect(await worker.barriers()).toEqual([])
})

test('whom it was entered for finds it among what waits, and says that it is theirs', async () => {
  const { page } = resident
  await page.goto(`${stack.resident}/`)
  await waitFor(resident, /工作人员替您提交的，请确认/)
  await seen(page.getByRole('button', { name: /工作人员替您提交的，请确认/ })).click()
  await seen(page.getByText('这是您要办的吗？')).waitFor()
  await resident.show('resident-244-is-it-yours')
  expect(await resident.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: '不是我的事' })).click()
  await resident.show('resident-245-not-mine')
  await seen(page.getByRole('dialog').getByRole('button', { name: '先不' })).click()
  await seen(page.getByRole('button', { name: '是我要办的' })).click()
  await seen(page.getByText('您确认了代办的内容')).waitFor()
  await resident.show('resident-246-confirmed')
  expect(await resident.barriers()).toEqual([])
})

test('without a network, for somebody nobody registered: it is kept, and goes when there is one', async () => {
  const { page, context } = worker
  const phone = `1391234${stamp}`
  await page.setViewportSize(deskSize)
  // Whoever prepares the day's visits has the application itself on the device.
  await page.goto(`${stack.gov}/${at('channels/visits/index')}`)
  await waitFor(worker, /按楼栋、单元、门牌排好了|今天没有要走访的/)
  await expect
    .poll(() => page.evaluate(async () => (await caches.match(`${location.origin}/`)) !== undefined), {
      timeout: 60_000,
    })
    .toBe(true)
  await page.goto(`${stack.gov}/${at(`channels/behalf/index?id=${channel}`)}`)
  // The page before may still be sliding in, which an address typed over it does not interrupt.
  await page.reload()
  await seen(page.getByRole('button', { name: '没有登记过，直接填写' })).click()
  await seen(page.getByRole('textbox', { name: /^姓名/ })).fill('何小满')
  await seen(page.getByRole('textbox', { name: /^本人手机号/ })).fill(phone)
  await seen(page.getByRole('button', { name: /^住在哪里/ })).click()
  await seen(page.getByRole('dialog').getByRole('button', { name: /整个花家地北里社区/ })).click()
  await seen(page.getByRole('dialog').getByRole('button', { name: /^就是这里/ })).click()
  await worker.show('gov-desk-247-who')
  expect(await worker.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: '开始填写' })).click()
  await seen(page.getByRole('textbox', { name: /^说说是什么事/ })).fill(later)
  await worker.show('gov-desk-248-on-behalf')
  expect(await worker.barriers()).toEqual([])
  await context.setOffline(true)
  await seen(page.getByRole('button', { name: '代何小满提交' })).click()
  await seen(page.getByText(/还有 1 项没有提交/)).waitFor()
  await seen(page.getByRole('button', { name: '看没有提交的' })).click()
  await seen(page.getByText('等待提交')).waitFor()
  await worker.show('gov-desk-249-unsent')
  expect(await worker.barriers()).toEqual([])
  await context.setOffline(false)
  await seen(page.getByText('都提交了')).waitFor()
  // Whoever signs in with the number that was given finds it.
  const theirs = await apiOf(stack, 'resident', phone)
  await expect
    .poll(async () => (await theirs.channels.myRequests({ query: {} })).items.map(({ title }) => title))
    .toEqual(['说件事'])
})
