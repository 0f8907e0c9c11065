import { mintRequestId } from '@zmht/shared/contract'
import { answersFrom } from '@zmht/shared/controls'
import { expect, test } from 'vitest'
import { clientFor, signInByPhone } from '../../functions/local/first-service'
import { aNeighbour, book } from '../neighbour'
import { runningStack as weappStack } from '../weapp/stack'
import { deskSize, type Person, phoneSize, runningStack, signIn } from './browser'
import { asOpened, counting, goHome, mostInteractions, setUp } from './installing'
import { aJourney, seen, waitFor } from './journey'
import { setting } from './setting'

const stack = runningStack()
const at = (path: string) => `#/${path}`
const application = '老年人体检（医院确认）'
const service = '老年人健康体检（医院确认）'

const browser = aJourney('hospital-list')
let worker: Person
let hospital: Person
let channelId = ''

test('a worker opens the third variant from the gallery and names the hospital, without code', async () => {
  worker = await browser.sit(`${stack.gov}/`, deskSize)
  await signIn(worker, stack, setting.phones.secretary)
  await goHome(worker, stack.gov)
  const { page } = worker
  const hands = counting()
  await setUp(worker, 'check-up-hospital', hands)
  await worker.show('gov-desk-180-hospital')
  await hands.tap(page.getByRole('dialog').getByRole('button', { name: '确认开通' }))
  expect(hands.count()).toBeLessThanOrEqual(mostInteractions)
  await seen(page.getByText('等单位同意')).waitFor({ timeout: 60_000 })
  await seen(page.getByText(new RegExp(setting.hospital))).waitFor()
  await worker.show('gov-desk-181-asked')
  expect(await worker.barriers()).toEqual([])
})

test('the hospital agrees on its phone, and the service is published', async () => {
  hospital = await browser.sit(`${stack.gov}/`, phoneSize)
  await signIn(hospital, stack, setting.phones.hospital)
  const { page } = hospital
  await page.goto(`${stack.gov}/${at('pages/work/index')}`)
  await waitFor(hospital, '请本单位参与的服务')
  await hospital.show('gov-phone-182-consent')
  expect(await hospital.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: '同意参与' })).click()
  await seen(page.getByText(/现在没有交给本单位的/)).waitFor()
  // Nobody has to look again: the application goes on by itself.
  await seen(worker.page.getByRole('heading', { name: `「${application}」已开通` })).waitFor({ timeout: 120_000 })
  const { accessToken } = await signInByPhone(`${stack.gov}/api`, `${stack.outside}/sms`, 'gov', setting.phones.worker)
  channelId = (await asOpened(worker.page.url(), clientFor(`${stack.gov}/api`, accessToken))).made('check-up')
})

test('what residents ask for is checked by the worker and goes to the hospital as a list', async () => {
  const { accessToken } = await signInByPhone(
    `${stack.resident}/api`,
    `${stack.outside}/sms`,
    'resident',
    setting.phones.resident,
  )
  const resident = clientFor(`${stack.resident}/api`, accessToken)
  const given = await resident.channels.service({ params: { channelId }, query: {} })
  const known = answersFrom(given.prefill)
  const typed: Record<string, Record<string, string | boolean | string[]>> = {
    applicant: { consent: true },
    elder: { elderDiseases: ['02'], elderMobility: '1' },
    visit: { preferredDate: '2026-12-10', preferredPeriod: '1' },
  }
  const answers = Object.fromEntries(
    Object.entries(known).map(([subject, all]) => [
      subject,
      all.map((one) => ({ ...one, values: { ...one.values, ...typed[subject] } })),
    ]),
  )
  await resident.channels.submit({
    params: { channelId, requestId: mintRequestId() },
    body: { version: given.version, home: given.home, answers, notify: false },
  })
  // A second resident of the community, whom nobody knows yet.
  const neighbour = await aNeighbour(weappStack(), setting.community)
  await book(neighbour, { id: channelId }, '上午去')
  const { page } = worker
  await page.goto(`${stack.gov}/${at(`channels/one/index?id=${channelId}`)}`)
  await seen(page.getByRole('button', { name: '成批办理' })).click()
  await seen(page.getByRole('button', { name: '全选这 2 件' })).click()
  await worker.show('gov-desk-183-batch')
  expect(await worker.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: '列入名单，交承办单位确认（2）' })).click()
  await seen(page.getByRole('dialog').getByRole('button', { name: /列入名单/ })).click()
  await seen(page.getByText('已办 2 件')).waitFor()
})

test('the hospital confirms the list in one go', async () => {
  const { page } = hospital
  await page.reload()
  await waitFor(hospital, '交给本单位的诉求')
  await seen(page.getByRole('button', { name: '成批办理' })).click()
  await seen(page.getByRole('button', { name: /^全选这/ })).click()
  await hospital.show('gov-phone-184-list')
  expect(await hospital.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: /^确认（/ })).click()
  await seen(page.getByRole('dialog').getByLabel('给居民的话')).fill('{姓名}，请12月10日上午来，带身份证。')
  await hospital.show('gov-phone-185-confirm')
  await seen(page.getByRole('dialog').getByRole('button', { name: /^确认（/ })).click()
  await seen(page.getByText(/^已办 \d 件/)).waitFor()
  await worker.page.reload()
  await waitFor(worker, service)
  await waitFor(worker, '已确认，待办结')
  await worker.show('gov-desk-186-confirmed')
})
