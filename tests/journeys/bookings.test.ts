import { type ChannelContent, mintChannelId, mintRequestId } from '@zmht/shared/contract'
import { answersFrom } from '@zmht/shared/controls'
import { baseVersion } from '@zmht/shared/knowledge'
import { expect, test } from 'vitest'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { clientFor, signInByPhone } from '../../functions/local/first-service'
import { deskSize, type Person, phoneSize, runningStack, signIn } from './browser'
import { aJourney, seen, waitFor } from './journey'
import { aNeighbour } from './neighbours'

const stack = runningStack()
const browser = aJourney('bookings')
const title = `周末读书会${Date.now() % 10_000}`
const channelId = mintChannelId()
let desk: Person
const day = new Date(Date.now() + 3 * 24 * 3_600_000).toISOString().slice(0, 10)

const content: ChannelContent = {
  title,
  summary: '带孩子来读书，选一个时间',
  category: 'family',
  procedure: 'open',
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
        label: '想读什么书',
        required: false,
        binding: { subject: 'visit', attribute: 'event.note' },
      },
    ],
  },
  booking: {
    slots: [
      { id: 'am', day, from: '09:00', until: '10:00', capacity: 1 },
      { id: 'am2', day, from: '10:00', until: '11:00', capacity: 3 },
      { id: 'pm', day, from: '14:00', until: '15:00', capacity: 8, label: '二楼' },
    ],
    waiting: 5,
  },
  documents: { bring: ['身份证', '孩子的借书证'] },
  times: { hours: [{ days: [6, 7], from: '09:00', until: '17:00' }] },
  publicAfter: 'numbers',
}

test('the secretary sets times, tries the service out and publishes it', async () => {
  const session = await signInByPhone(`${stack.gov}/api`, `${stack.outside}/sms`, 'gov', '19000001029')
  const api = clientFor(`${stack.gov}/api`, session.accessToken)
  const made = await api.channels.create({ params: { channelId }, body: content })
  desk = await browser.sit(`${stack.gov}/`, deskSize)
  await signIn(desk, stack, '19000001028')
  await desk.page.goto(`${stack.gov}/#/builder/build/index?id=${channelId}`)
  await seen(desk.page.getByText('要预约时间或限名额')).scrollIntoViewIfNeeded()
  await desk.show('gov-desk-120-booking')
  expect(await desk.barriers()).toEqual([])
  await desk.page.setViewportSize(phoneSize)
  await desk.page.reload()
  await seen(desk.page.getByText(title)).waitFor()
  await seen(desk.page.getByRole('button', { name: new RegExp(title) })).click()
  await seen(desk.page.getByText('要预约时间或限名额')).scrollIntoViewIfNeeded()
  await seen(desk.page.getByRole('button', { name: '按天一次加多个' })).click()
  await desk.show('gov-phone-121-booking')
  await desk.page.setViewportSize(deskSize)
  await desk.page.goto(`${stack.gov}/#/channels/publish/index?id=${channelId}`)
  await seen(desk.page.getByRole('button', { name: '试办一遍' })).click()
  await seen(desk.page.getByText('已经约满')).click()
  await seen(desk.page.getByText(/候补第 1 位/)).waitFor()
  await desk.show('gov-desk-122-simulated')
  expect(await desk.barriers()).toEqual([])
  await api.channels.publish({
    params: { channelId },
    body: { edition: made.edition, reach: [idOfDivision('110105026047')] },
  })
})

test('a resident sees what is left, waits for a full time, and changes to a free one', async () => {
  // Somebody else has the only place in the morning.
  const api = await aNeighbour(stack, `1900003${1000 + (Date.now() % 9000)}`, ['花家地北里', '3号楼', '1单元', '302'])
  const service = await api.channels.service({ params: { channelId }, query: {} })
  await api.channels.submit({
    params: { channelId, requestId: mintRequestId() },
    body: {
      version: 1,
      home: service.home,
      answers: answersFrom(service.prefill),
      slot: 'am',
      notify: false,
    },
  })
  const phone = await browser.sit(`${stack.resident}/`, phoneSize)
  await signIn(phone, stack, '19000009001')
  const { page } = phone
  await page.goto(`${stack.resident}/#/apply/service/index?id=${channelId}`)
  await seen(page.getByText('已满，可候补')).waitFor()
  await phone.show('resident-120-times')
  expect(await phone.barriers()).toEqual([])
  await seen(page.getByRole('radio', { name: /9:00/ })).click()
  await seen(page.getByRole('button', { name: '约这个时间，开始填写' })).click()
  await seen(page.getByRole('textbox', { name: /想读什么书/ })).fill('绘本')
  await phone.show('resident-121-apply')
  await seen(page.getByRole('button', { name: '提交', exact: true })).click()
  await waitFor(phone, '候补第 1 位')
  await phone.show('resident-122-waiting')
  await seen(page.getByRole('button', { name: '查看办理进展' })).click()
  await seen(page.getByRole('button', { name: '改约时间' })).click()
  await seen(page.getByRole('dialog').getByRole('radio', { name: /2:00/ })).click()
  await phone.show('resident-123-rebook')
  await seen(page.getByRole('button', { name: '改到这个时间' })).click()
  await seen(page.getByText(/^已约 .*下午 2:00–3:00 二楼/)).waitFor()
  await phone.show('resident-124-booked')
  expect(await phone.barriers()).toEqual([])
})

test('the secretary sees how far it is taken and pauses it in one tap; residents read why', async () => {
  await desk.page.goto(`${stack.gov}/#/channels/one/index?id=${channelId}`)
  await seen(desk.page.getByText('约满 1/1')).waitFor()
  await seen(desk.page.getByRole('button', { name: '暂停受理' })).click()
  await seen(desk.page.getByRole('textbox', { name: /为什么暂停/ })).fill('场地检修')
  await seen(desk.page.getByRole('dialog').getByRole('button', { name: '暂停', exact: true })).click()
  await seen(desk.page.getByRole('button', { name: '恢复受理' })).waitFor()
  await desk.show('gov-desk-123-paused')
  expect(await desk.barriers()).toEqual([])
  await desk.page.goto(`${stack.gov}/#/channels/new/index`)
  await desk.page.waitForLoadState('networkidle')
  await desk.show('gov-desk-124-new')
})
