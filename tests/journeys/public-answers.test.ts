import { type Api, type ChannelContent, mintChannelId, mintRequestId, mintStepKey } from '@zmht/shared/contract'
import { baseVersion } from '@zmht/shared/knowledge'
import { expect, test } from 'vitest'
import { deskSize, type Person, phoneSize, runningStack, signIn } from './browser'
import { aJourney, seen, waitFor } from './journey'
import { aNeighbour, apiOf, community, homeOf } from './neighbours'

const stack = runningStack()
const stamp = String(Date.now() % 10_000).padStart(4, '0')
const title = `老年餐桌咨询${stamp}`
const channelId = mintChannelId()
const requestId = mintRequestId()
const words = { question: '老年餐桌要带什么去办', answer: '带身份证到社区服务站，当天就能办好。' }

const content: ChannelContent = {
  title,
  summary: '问老年餐桌怎么办、在哪里吃',
  category: 'elderly',
  procedure: 'worker-confirms',
  promisedDays: 3,
  form: {
    knowledge: baseVersion,
    subjects: [
      { key: 'applicant', kind: 'person', name: '申请人', is: { by: 'actor' } },
      { key: 'visit', kind: 'event', name: '本次申请', is: { by: 'submission' } },
    ],
    controls: [
      {
        id: 'note',
        kind: 'long-text',
        label: '想问什么',
        required: true,
        binding: { subject: 'visit', attribute: 'event.note' },
      },
    ],
  },
}

const browser = aJourney('public-answers')
let secretary: Api
let worker: Person
let reader: Person

test('whoever builds a service sets that chosen answers are made public', async () => {
  secretary = await apiOf(stack, 'gov', '19000001028')
  await secretary.channels.create({ params: { channelId }, body: content })
  worker = await browser.sit(`${stack.gov}/`, deskSize)
  await signIn(worker, stack, '19000001029')
  const { page } = worker
  await seen(page.getByRole('button', { name: '任务' })).waitFor()
  await page.goto(`${stack.gov}/#/builder/build/index?id=${channelId}`)
  const choice = seen(page.getByRole('radio', { name: /再加选出来公开的答复/ }))
  await choice.scrollIntoViewIfNeeded()
  await choice.click()
  await worker.show('gov-desk-260-public-after')
  expect(await worker.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: '保存', exact: true })).click()
  const kept = async () => await secretary.channels.channel({ params: { channelId } })
  await expect.poll(async () => (await kept()).publicAfter, { timeout: 20_000 }).toBe('answers')
  await secretary.channels.publish({
    params: { channelId },
    body: { edition: (await kept()).edition, reach: [community] },
  })
})

test('the worker who answered makes it public, in words that name nobody', async () => {
  const asker = await aNeighbour(stack, `1394000${stamp}`, ['花家地北里', '2号楼', '2单元', '402'])
  const { version } = await asker.channels.service({ params: { channelId }, query: {} })
  const answers = { applicant: [{ values: {} }], visit: [{ values: { note: '我是2号楼的，老年餐桌怎么办' } }] }
  const body = { version, home: await homeOf(asker), answers, notify: false }
  await asker.channels.submit({ params: { channelId, requestId }, body })
  const params = { requestId }
  await secretary.channels.step({ params, body: { action: 'claim', key: mintStepKey() } })
  await secretary.channels.step({ params, body: { action: 'close', key: mintStepKey(), note: words.answer } })
  const { page } = worker
  await page.setViewportSize(phoneSize)
  await page.goto(`${stack.gov}/#/channels/request/index?id=${requestId}`)
  await waitFor(worker, '公开这条答复')
  await seen(page.getByRole('button', { name: '公开这条答复' })).click()
  await seen(page.getByLabel('问的是什么')).fill(`请打 1394000${stamp}`)
  await seen(page.getByRole('dialog').getByRole('button', { name: '公开', exact: true })).click()
  await seen(page.getByText(/公开的内容里有居民填写的信息/)).waitFor()
  await seen(page.getByLabel('问的是什么')).fill(words.question)
  await worker.show('gov-phone-261-publish-answer')
  expect(await worker.barriers()).toEqual([])
  await seen(page.getByRole('dialog').getByRole('button', { name: '公开', exact: true })).click()
  await waitFor(worker, '居民看得到')
  await seen(page.getByText('居民看得到')).scrollIntoViewIfNeeded()
  await worker.show('gov-phone-262-public-answer')
  expect(await worker.barriers()).toEqual([])
  await page.setViewportSize(deskSize)
  await seen(page.getByText('居民看得到')).scrollIntoViewIfNeeded()
  await worker.show('gov-desk-263-public-answer')
  expect(await worker.barriers()).toEqual([])
})

test('another resident reads it on the service’s page, until it is taken back', async () => {
  reader = await browser.sit(`${stack.resident}/`, phoneSize)
  await signIn(reader, stack, '19000009001')
  await seen(reader.page.getByRole('button', { name: '说件事' })).waitFor()
  await reader.page.goto(`${stack.resident}/#/apply/service/index?id=${channelId}`)
  await waitFor(reader, words.question)
  await seen(reader.page.getByText(words.answer)).scrollIntoViewIfNeeded()
  await reader.show('resident-264-answered')
  expect(await reader.barriers()).toEqual([])
  await reader.page.setViewportSize(deskSize)
  await seen(reader.page.getByText(words.answer)).scrollIntoViewIfNeeded()
  await reader.show('resident-desk-264-answered')
  expect(await reader.barriers()).toEqual([])
  const { page } = worker
  await seen(page.getByRole('button', { name: '撤下' })).click()
  await worker.show('gov-desk-265-take-back')
  await seen(page.getByRole('dialog').getByRole('button', { name: '撤下' })).click()
  await seen(page.getByText('已经撤下。可以重新公开。')).waitFor()
  await expect
    .poll(
      async () => {
        await reader.page.reload()
        await seen(reader.page.getByText(title)).waitFor()
        await reader.page.waitForLoadState('networkidle')
        return reader.page.getByText(words.question).count()
      },
      { timeout: 60_000 },
    )
    .toBe(0)
})
