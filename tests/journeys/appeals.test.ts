import { expect, test } from 'vitest'
import { clientFor, signInByPhone } from '../../functions/local/first-service'
import { deskSize, hasSession, type Person, phoneSize, runningStack, signIn } from './browser'
import { goHome, opens } from './installing'
import { aJourney, seen, waitFor } from './journey'
import { setting } from './setting'

const stack = runningStack()
const at = (path: string) => `#/${path}`
const stamp = Date.now() % 10_000
const said = `${setting.community.compound}3号楼2单元的电梯坏了三天没人修，家里老人下不了楼，请尽快修好（${stamp}）`

const idIn = (address: string) => /id=(r\w+)/.exec(address)?.[1] ?? ''

const browser = aJourney('appeals')
let requestId = ''
let channelId = ''
let resident: Person
let handler: Person
let worker: Person

test('a secretary opens it from the gallery, without code', async () => {
  const session = await signInByPhone(`${stack.gov}/api`, `${stack.outside}/sms`, 'gov', setting.phones.secretary)
  const secretary = await browser.sit(`${stack.gov}/`, deskSize)
  await hasSession(secretary, 'gov', session)
  await goHome(secretary, stack.gov)
  const application = await opens(secretary, clientFor(`${stack.gov}/api`, session.accessToken), 'appeal')
  channelId = application.made('appeal')
  await secretary.show('gov-desk-170-opened')
  expect(secretary.errors).toEqual([])
  await secretary.context.close()
})

test('a resident says what is wrong, is told who will answer, and it goes there at once', async () => {
  resident = await browser.sit(`${stack.resident}/`, phoneSize)
  await signIn(resident, stack, setting.phones.resident)
  const { page } = resident
  await seen(page.getByRole('button', { name: '说件事' })).waitFor()
  await resident.show('resident-170-services')
  await page.goto(`${stack.resident}/${at(`apply/service/index?id=${channelId}`)}`)
  await seen(page.getByRole('button', { name: /开始填写$/ })).click()
  await seen(page.getByRole('textbox', { name: /^说说是什么事/ })).fill(said)
  await waitFor(resident, `会转给：${setting.housing}`)
  const confirm = page.getByRole('button', { name: '都对，一键确认' })
  if ((await confirm.count()) > 0) await seen(confirm).click()
  await resident.show('resident-171-read')
  expect(await resident.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: '提交', exact: true })).click()
  await seen(page.getByRole('button', { name: '查看办理进展' })).click()
  await waitFor(resident, setting.housing)
  requestId = idIn(page.url())
  await resident.show('resident-172-with-department')
  expect(await resident.barriers()).toEqual([])
})

test('the department has it, sees why, takes it up and answers', async () => {
  handler = await browser.sit(`${stack.gov}/`, phoneSize)
  await signIn(handler, stack, setting.phones.housing)
  const { page } = handler
  await page.goto(`${stack.gov}/${at('pages/work/index')}`)
  await waitFor(handler, '交给本单位的诉求')
  await handler.show('gov-phone-173-desk')
  expect(await handler.barriers()).toEqual([])
  // Other stories hand the same organisation requests too: theirs is opened by its address.
  await page.goto(`${stack.gov}/${at(`channels/request/index?id=${requestId}`)}`)
  await waitFor(handler, '系统读到的')
  await waitFor(handler, '电梯')
  await handler.show('gov-phone-174-proposal')
  expect(await handler.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: '我来办理' })).click()
  await seen(page.getByRole('button', { name: '办结并答复' })).click()
  await seen(page.getByLabel('给居民的答复')).fill('已责成维保单位今天上午修复，电梯已恢复运行。')
  await handler.show('gov-phone-175-answer')
  await seen(page.getByRole('dialog').getByRole('button', { name: '办结并答复' })).click()
  await waitFor(handler, '已办结')
})

test('the resident reads the answer, and says it is not solved', async () => {
  const { page } = resident
  await page.reload()
  await waitFor(resident, '已责成维保单位')
  await resident.show('resident-176-answered')
  await seen(page.getByRole('button', { name: '没有解决，请再办' })).click()
  await seen(page.getByLabel('哪里还没有解决')).fill('下午又停了')
  await resident.show('resident-177-reopen')
  expect(await resident.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: '请再办一次' })).click()
  await waitFor(resident, '您说还没有解决')
})

test('at the desk it is found right or sent elsewhere, and the community sees how it goes', async () => {
  const { page } = handler
  await page.setViewportSize(deskSize)
  await page.reload()
  await waitFor(handler, '系统读到的')
  await handler.show('gov-desk-178-request')
  expect(await handler.barriers()).toEqual([])
  worker = await browser.sit(`${stack.gov}/`, deskSize)
  await signIn(worker, stack, setting.phones.worker)
  await worker.page.goto(`${stack.gov}/${at(`channels/request/index?id=${requestId}`)}`)
  await waitFor(worker, `在${setting.housing}办理`)
  await worker.show('gov-desk-179-community')
  expect(await worker.page.getByRole('button', { name: '办结并答复' }).count()).toBe(0)
})
