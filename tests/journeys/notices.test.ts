import { expect, test } from 'vitest'
import { clientFor, signInByPhone } from '../../functions/local/first-service'
import { deskSize, type Person, phoneSize, runningStack, signIn } from './browser'
import { aJourney, seen, waitFor } from './journey'

const stack = runningStack()
const at = (path: string) => `#/${path}`
const stamp = Date.now() % 10_000
const title = `暴雨预警${stamp}`

const browser = aJourney('notices')
let worker: Person
let secretary: Person

test('a worker writes a flood warning to their community, sees whom it reaches, and hands it in for approval', async () => {
  worker = await browser.sit(`${stack.gov}/`, phoneSize)
  await signIn(worker, stack, '19000001029')
  const { page } = worker
  await page.goto(`${stack.gov}/${at('pages/channels/index')}`)
  await seen(page.getByText('发通知，看谁读了')).click()
  await seen(page.getByRole('button', { name: '写通知' }).first()).click()
  await seen(page.getByRole('list', { name: '通知模板' }).getByRole('button', { name: /^汛情预警/ })).waitFor()
  await worker.show('gov-phone-150-notice-templates')
  expect(await worker.barriers()).toEqual([])
  await seen(page.getByRole('list', { name: '通知模板' }).getByRole('button', { name: /^汛情预警/ })).click()
  await seen(page.getByRole('textbox', { name: '标题' })).fill(title)
  await seen(page.getByRole('button', { name: '下一步：看看发给多少人' })).click()
  await seen(page.getByText('请选择发给哪里')).waitFor()
  await seen(page.getByText(/^还有没填的/)).waitFor()
  const text = seen(page.getByRole('textbox', { name: '正文' }))
  const written = await text.inputValue()
  await text.fill(written.replace('（填电话）', ' 010-64700000').replace('（填地点）', '社区服务站'))
  // What was typed is there when the page is opened anew.
  await page.reload()
  expect(await seen(page.getByRole('textbox', { name: '标题' })).inputValue()).toBe(title)
  await seen(page.getByRole('button', { name: '加一个地点' })).click()
  await seen(page.getByRole('button', { name: '整个花家地北里' })).click()
  await seen(page.getByRole('button', { name: /^就是这里/ })).click()
  await worker.show('gov-phone-151-notice-written')
  expect(await worker.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: '下一步：看看发给多少人' })).click()
  await seen(page.getByText('会发给多少人')).waitFor()
  await seen(page.getByText('登记居住')).waitFor()
  await worker.show('gov-phone-152-notice-reach')
  expect(await worker.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: '提交审批' })).click()
  await seen(page.getByRole('dialog').getByRole('button', { name: '提交审批' })).click()
  await seen(page.getByText('等待审批')).waitFor()
})

test('the secretary finds it among what waits, and publishes it by agreeing', async () => {
  secretary = await browser.sit(`${stack.gov}/`, deskSize)
  await signIn(secretary, stack, '19000001028')
  const { page } = secretary
  await page.goto(`${stack.gov}/${at('notices/list/index?view=awaiting')}`)
  await waitFor(secretary, title)
  await secretary.show('gov-desk-153-notices-awaiting')
  expect(await secretary.barriers()).toEqual([])
  await seen(page.getByText(title)).click()
  await seen(page.getByRole('button', { name: '同意发布' })).click()
  await seen(page.getByRole('dialog').getByRole('button', { name: '同意' })).click()
  await seen(page.getByText('阅读情况', { exact: true })).waitFor()
})

test('a resident reads and answers, the numbers move, and who has not read is listed and handed on', async () => {
  const session = await signInByPhone(`${stack.resident}/api`, `${stack.outside}/sms`, 'resident', '19000009001')
  const resident = clientFor(`${stack.resident}/api`, session.accessToken)
  const told = (await resident.channels.messages()).items.find((one) => one.title === title)
  if (told === undefined) throw new Error('the resident is told')
  const opened = await resident.channels.openMessage({ params: { noticeId: told.id } })
  const [receiver] = opened.receivers
  const [safe] = opened.questions[0]?.options ?? []
  await resident.channels.answerMessage({
    params: { noticeId: told.id, person: receiver?.person ?? '' },
    body: { answers: { [opened.questions[0]?.key ?? '']: safe?.code ?? '' } },
  })
  const { page } = secretary
  await waitFor(secretary, '谁读了')
  await seen(page.getByText('周惊蛰')).waitFor()
  await secretary.show('gov-desk-154-notice-numbers')
  expect(await secretary.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: '核对名单' })).click()
  await waitFor(secretary, /没有账号 \d+ 人/)
  await secretary.show('gov-desk-155-notice-unread')
  expect(await secretary.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: '交给工作人员' })).click()
  await seen(page.getByRole('dialog').getByRole('button', { name: '下派任务' })).click()
  await waitFor(secretary, /交给工作人员/)
  await worker.page.reload()
  await waitFor(worker, '阅读情况')
  await worker.show('gov-phone-156-notice-numbers')
  expect(await worker.barriers()).toEqual([])
})

test('it is corrected in a sentence, and withdrawn with a reason', async () => {
  const { page } = secretary
  await seen(page.getByRole('button', { name: '更正', exact: true })).click()
  await seen(page.getByRole('textbox', { name: '更正说明' })).fill('避险地点改为社区服务站')
  await secretary.show('gov-desk-157-notice-correction')
  await seen(page.getByRole('button', { name: '发出更正' })).click()
  await seen(page.getByText('已更正：避险地点改为社区服务站')).waitFor()
  await seen(page.getByRole('button', { name: '撤回', exact: true })).click()
  await seen(page.getByRole('dialog').getByRole('textbox', { name: '原因' })).fill('预警已解除')
  await seen(page.getByRole('dialog').getByRole('button', { name: '撤回' })).click()
  await waitFor(secretary, /预警已解除/)
  await secretary.show('gov-desk-158-notice-withdrawn')
  expect(await secretary.barriers()).toEqual([])
})
