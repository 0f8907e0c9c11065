import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mintChannelId, mintOfficialId, mintOperationId, mintStepKey, type SessionReply } from '@zmht/shared/contract'
import type { Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { clientFor, signInByPhone } from '../../functions/local/first-service'
import { consultation } from '../../functions/local/seed'
import { filledIn } from '../world'
import { deskSize, hasSession, openBrowser, type Person, phoneSize, runningStack, signIn } from './browser'
import { inList } from './journey'

/**
 * An official is transferred in the directory: from the next request on, on a phone that stays signed in, the old community's people are shut and the new one's open, what they had
 * claimed is with the successor, and who keeps permissions sees the change and why.
 */
const stack = runningStack()
const west = idOfDivision('110105026034')
const north = idOfDivision('110105026047')
const newcomer = { name: '孙白露', phone: `1900003${String(Date.now() % 10_000).padStart(4, '0')}` }

const api = `${stack.gov}/api`
const sms = `${stack.outside}/sms`
const signedIn = (app: 'resident' | 'gov', phone: string) => signInByPhone(api, sms, app, phone)
const postOf = async (keeper: ReturnType<typeof clientFor>, organisationId: string) => {
  const { posts } = await keeper.permissions.organisation({ params: { organisationId } })
  const post = posts.find(({ title }) => title === '社工')
  if (post === undefined) throw new Error(`${organisationId} has no 社工`)
  return post
}

let browser: Awaited<ReturnType<typeof openBrowser>>
let official: Person
let keeper: Person
let successor: Person
let officialId: string
let requestId: string
let colleague: { name: string; phone: string }
let somebody: string

/** Sits down where they are signed in already. */
async function sitAs(session: SessionReply, size: typeof phoneSize): Promise<Person> {
  const person = await browser.sit(`${stack.gov}/`, size)
  await hasSession(person, 'gov', session)
  await person.page.reload()
  return person
}

beforeAll(async () => {
  browser = await openBrowser()
  // Somebody new comes to 花家地西里, puts up a service, and takes on what a resident asks for.
  const city = clientFor(api, (await signedIn('gov', '19000001902')).accessToken)
  const post = await postOf(city, `o${west}`)
  const [holder] = post.holders.filter(({ phone }) => phone.startsWith('1900000'))
  if (holder === undefined) throw new Error('the community has its 社工')
  colleague = holder
  officialId = mintOfficialId()
  await city.permissions.personnel({
    params: { officialId, operationId: mintOperationId() },
    body: {
      kind: 'appoint',
      post: post.id,
      as: 'holder',
      date: new Date(Date.now() - 16 * 3_600_000).toISOString().slice(0, 10),
      person: newcomer,
      reason: '新招录',
    },
  })
  const session = await signedIn('gov', newcomer.phone)
  const own = clientFor(api, session.accessToken)
  const made = await own.channels.create({ params: { channelId: mintChannelId() }, body: consultation })
  const channelId = made.id
  await own.channels.publish({ params: { channelId }, body: { edition: made.edition, reach: [west] } })
  const resident = clientFor(api, (await signedIn('resident', '19000009002')).accessToken)
  const filled = await filledIn(resident, channelId, {
    applicant: { name: '吴寒露', mobile: '19000009002' },
    visit: { note: '想了解上门助浴怎么申请' },
  })
  requestId = filled.requestId
  await resident.channels.submit({
    params: { channelId, requestId },
    body: { version: filled.service.version, home: filled.service.home, answers: filled.answers, notify: false },
  })
  await own.channels.step({ params: { requestId }, body: { action: 'claim', key: mintStepKey() } })
  const { items } = await own.ledgers.people({ query: {} })
  somebody = items[0]?.id ?? ''
  official = await sitAs(session, phoneSize)
}, 180_000)
afterAll(() => browser.close())

/** What everybody saw when it went wrong. */
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  for (const [who, person] of Object.entries({ official, keeper, successor }))
    await person?.page.screenshot({ path: join(tmpdir(), `zmht-transfer-${who}.png`) }).catch(() => undefined)
})

const seen = (locator: Locator) => locator.filter({ visible: true }).first()
const opened = async ({ page }: Person, address: string) => {
  await page.goto(`${stack.gov}/#/${address}`)
  await page.reload()
}

test('a 社工 sees the people of their community and has a request in hand', async () => {
  const { page } = official
  await seen(page.getByText(newcomer.name)).waitFor()
  await opened(official, `entities/one/index?id=${somebody}`)
  await seen(page.getByText('吴寒露')).waitFor()
  await opened(official, `channels/request/index?id=${requestId}`)
  await seen(page.getByRole('button', { name: '放回待办' })).waitFor()
  await official.show('gov-phone-31-in-hand')
})

test('the subdistrict transfers them in the directory', async () => {
  keeper = await browser.sit(`${stack.gov}/`, deskSize)
  await signIn(keeper, stack, '19000001003')
  const { page } = keeper
  await seen(page.getByRole('button', { name: /^通讯录/ })).waitFor()
  await opened(keeper, `directory/official/index?id=${officialId}`)
  await seen(page.getByRole('button', { name: '办理人事变动' })).click()
  await page.getByRole('dialog').getByRole('button', { name: /^调动/ }).click()
  await seen(page.getByRole('button', { name: /^调到哪个岗位/ })).click()
  const dialog = page.getByRole('dialog', { name: '调到哪个岗位' })
  await dialog.getByRole('searchbox').fill('花家地北里社区')
  await dialog
    .getByRole('list', { name: '找到的单位' })
    .getByRole('button', { name: /^花家地北里社区/ })
    .click()
  await dialog.getByRole('button', { name: /^社工/ }).click()
  await dialog.waitFor({ state: 'detached' })
  const choice = seen(page.getByRole('combobox', { name: /谁来接手没办完的事/ }))
  const offered = await choice.getByRole('option').allTextContents()
  await choice.selectOption({ label: offered.find((words) => words.startsWith(colleague.name)) ?? '' })
  await page.getByLabel('原因').fill('社区之间轮岗')
  await page.getByRole('button', { name: '下一步：看后果' }).click()
  await page.getByRole('button', { name: '办理调动' }).click()
  await seen(page.getByRole('heading', { name: '已生效' })).waitFor()
})

test('the people of the old community are shut to them at once, those of the new one open', async () => {
  const { page } = official
  const refusal = page.waitForResponse((answer) => answer.url().includes(`/entities/${somebody}`))
  await opened(official, `entities/one/index?id=${somebody}`)
  expect((await refusal).status()).toBe(403)
  await seen(page.getByText('超出管理范围')).waitFor()
  expect(await page.getByText('吴寒露').count()).toBe(0)
  await official.show('gov-phone-32-shut')
  await opened(official, 'ledgers/everybody/index')
  await inList(official, '周惊蛰')
  expect(await page.getByText('吴寒露').count()).toBe(0)
  await official.show('gov-phone-33-opens')
  expect(await official.barriers()).toEqual([])
})

test('what they had in hand is with the successor, and the time line says so', async () => {
  successor = await sitAs(await signedIn('gov', colleague.phone), deskSize)
  const { page } = successor
  await seen(page.getByText(colleague.name)).waitFor()
  await opened(successor, `channels/request/index?id=${requestId}`)
  await seen(page.getByRole('button', { name: '放回待办' })).waitFor()
  await seen(page.getByText(new RegExp(`调动.*${colleague.name}`))).waitFor()
  await successor.show('gov-desk-37-taken-over')
  expect(await successor.barriers()).toEqual([])
})

test('who asks who may see the old community’s ledger does not find them any more, and is told why', async () => {
  const { page } = keeper
  await opened(
    keeper,
    `permissions/look/index?by=thing&action=ledger.read&kind=entity&place=${west}&org=any&why=${officialId}`,
  )
  const dialog = page.getByRole('dialog')
  await dialog.getByText('不可以', { exact: true }).waitFor()
  await seen(dialog.getByText(/但不在这里：只在花家地北里/)).waitFor()
  await keeper.show('gov-desk-38-no-longer')
  await dialog.getByRole('button', { name: '关闭' }).click()
  const people = seen(page.getByRole('table', { name: '可以的人' }))
  await people.getByText(colleague.name).waitFor()
  expect(await people.getByText(newcomer.name).count()).toBe(0)
  await opened(keeper, `permissions/look/index?by=thing&action=ledger.read&kind=entity&place=${north}&org=any`)
  await seen(page.getByRole('table', { name: '可以的人' }).getByText(newcomer.name)).waitFor()
})

test('no page threw an error', () => {
  expect([official, keeper, successor].flatMap(({ errors }) => errors)).toEqual([])
})
