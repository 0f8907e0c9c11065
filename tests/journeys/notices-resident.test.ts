import type { Api, NoticeReply } from '@zmht/shared/contract'
import { isPlaceId } from '@zmht/shared/geo'
import { expect, test } from 'vitest'
import { clientFor, signInByPhone } from '../../functions/local/first-service'
import { aNotice, comeOrNot, sentNotice } from '../notices'
import { type Person, phoneSize, runningStack, signIn } from './browser'
import { aJourney, seen, waitFor } from './journey'

const stack = runningStack()
const stamp = Date.now() % 10_000
const title = `暴雨红色预警${stamp}`
const later = `楼道消杀${stamp}`
const text = '{姓名}，您好：今夜有大暴雨，{住址}一带可能积水。请不要去地下室，把车开到高处。'
const [come] = comeOrNot
const questions = come === undefined ? [] : [come]

const browser = aJourney('notices-resident')
let secretary: Api
let resident: Person
let neighbour: Person
let noticeId: string
let laterOne: NoticeReply
let north: string

const asOfficial = async (phone: string): Promise<Api> => {
  const session = await signInByPhone(`${stack.gov}/api`, `${stack.outside}/sms`, 'gov', phone)
  return clientFor(`${stack.gov}/api`, session.accessToken)
}

test('residents of two communities are at their phones', async () => {
  secretary = await asOfficial('19000001028')
  const me = await secretary.permissions.me()
  north = me.kind === 'official' ? (me.posts[0]?.territory[0]?.id ?? '') : ''
  resident = await browser.sit(`${stack.resident}/`, phoneSize)
  await signIn(resident, stack, '19000009001')
  await seen(resident.page.getByText('花家地北里').first()).waitFor()
  neighbour = await browser.sit(`${stack.resident}/`, phoneSize)
  await signIn(neighbour, stack, '19000009002')
  await seen(neighbour.page.getByText('社区').first()).waitFor()
})

test('a flood warning comes to whoever it is for, and they touch nothing', async () => {
  if (!isPlaceId(north)) throw new Error('the secretary has a community')
  const content = aNotice([north], { title, text, questions, urgency: 'emergency' })
  noticeId = (await sentNotice(secretary, content)).id
  await seen(resident.page.getByText(`紧急通知：${title}`)).waitFor()
  await resident.show('resident-phone-170-emergency')
  expect(await resident.barriers()).toEqual([])
})

test('they open it, and one tap says that they come; they may think again', async () => {
  const { page } = resident
  await seen(page.getByRole('button', { name: '现在就看' })).click()
  await seen(page.getByText(/^周惊蛰，您好：今夜有大暴雨/)).waitFor()
  await resident.show('resident-phone-171-notice')
  expect(await resident.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: '不来', exact: true })).click()
  await seen(page.getByText(/^已回答：不来。/)).waitFor()
  await seen(page.getByRole('button', { name: '来', exact: true })).click()
  await seen(page.getByText(/^已回答：来。/)).waitFor()
  await resident.show('resident-phone-172-notice-answered')
})

test('the officials see one who read and one who answered', async () => {
  if (!isPlaceId(north)) throw new Error('the secretary has a community')
  const asked = { params: { noticeId }, query: { place: north } }
  await expect
    .poll(async () => secretary.channels.noticeNumbers(asked), { timeout: 30_000, interval: 1000 })
    .toMatchObject({ read: 1, answered: 1, options: { 'come.yes': 1 } })
})

test('the message centre counts what is unread, finds it by words, and says what may be muted', async () => {
  if (!isPlaceId(north)) throw new Error('the secretary has a community')
  const { page } = resident
  await page.goto(`${stack.resident}/#/pages/messages/index`)
  await seen(page.getByRole('heading', { name: '之前的消息' })).waitFor()
  laterOne = await sentNotice(secretary, aNotice([north], { title: later, urgency: 'important' }))
  await seen(page.getByRole('button', { name: new RegExp(later) })).waitFor()
  await seen(page.getByRole('heading', { name: /^未读 \d+ 条$/ })).waitFor()
  await resident.show('resident-phone-173-messages')
  expect(await resident.barriers()).toEqual([])
  await seen(page.getByRole('searchbox', { name: '查找消息' })).fill(later)
  await seen(page.getByText(title)).waitFor({ state: 'detached' })
  await seen(page.getByRole('searchbox', { name: '查找消息' })).fill('')
  await seen(page.getByRole('radio', { name: '进展' })).click()
  await seen(page.getByText(later)).waitFor({ state: 'detached' })
  await seen(page.getByRole('radio', { name: '全部' })).click()
  await seen(page.getByRole('button', { name: '哪些消息提醒我' })).click()
  await seen(page.getByRole('switch', { name: /重要通知/ })).click()
  await resident.show('resident-phone-174-muting')
  expect(await resident.barriers()).toEqual([])
  await page.goBack()
  await seen(page.getByText('未读，不提醒')).waitFor()
})

test('a correction comes to who is reading, and is read as one', async () => {
  const { page } = resident
  await page.goto(`${stack.resident}/#/messages/one/index?id=${noticeId}`)
  await seen(page.getByText(/^周惊蛰，您好：今夜有大暴雨/)).waitFor()
  const { edition } = await secretary.channels.notice({ params: { noticeId } })
  const body = { title, text: '{姓名}，您好：暴雨推迟到明早，请照样把车开到高处。', files: [] }
  await secretary.channels.correctNotice({ params: { noticeId }, body: { edition, note: '暴雨推迟到明早', body } })
  await seen(page.getByRole('button', { name: '看更正后的通知' })).click()
  await seen(page.getByText('暴雨推迟到明早', { exact: true })).waitFor()
  await seen(page.getByRole('button', { name: '看更正前是怎么说的' })).click()
  await seen(page.getByText(/今夜有大暴雨/)).waitFor()
  await resident.show('resident-phone-175-notice-corrected')
  expect(await resident.barriers()).toEqual([])
})

test('what was withdrawn says why', async () => {
  const { page } = resident
  const { edition } = await secretary.channels.notice({ params: { noticeId } })
  await secretary.channels.withdrawNotice({ params: { noticeId }, body: { edition, reason: '预警已解除' } })
  await seen(page.getByRole('button', { name: '看看为什么' })).click()
  await seen(page.getByText('原因：预警已解除')).waitFor()
  await resident.show('resident-phone-176-notice-withdrawn')
})

test('the neighbour was told nothing', async () => {
  await neighbour.page.goto(`${stack.resident}/#/pages/messages/index`)
  await waitFor(neighbour, '哪些消息提醒我')
  await neighbour.page.waitForLoadState('networkidle')
  for (const words of [title, later]) expect(await neighbour.page.getByText(words).count()).toBe(0)
  const { id, edition } = laterOne
  await secretary.channels.withdrawNotice({ params: { noticeId: id }, body: { edition, reason: '改期' } })
  expect(resident.errors).toEqual([])
  expect(neighbour.errors).toEqual([])
})
