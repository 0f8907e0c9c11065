import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { clientFor, signInByPhone } from '../../functions/local/first-service'
import { deskSize, openBrowser, type Person, phoneSize, runningStack, signIn } from './browser'
import { opens } from './installing'
import { inList, seen, waitFor } from './journey'
import { setting } from './setting'

const stack = runningStack()
const service = '老年人健康体检'
/** Not one of the other ways in which it is offered. */
const named = new RegExp(`${service}(?!（)`)
const { name: self, parent } = setting.resident

let browser: Awaited<ReturnType<typeof openBrowser>>
let worker: Person
let resident: Person
let neighbour: Person
let district: Person

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
})

/** What everybody saw when it went wrong. */
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  for (const [who, person] of Object.entries({ worker, resident, neighbour, district })) {
    await person?.page.screenshot({ path: join(tmpdir(), `zmht-failed-${who}.png`) }).catch(() => undefined)
  }
  console.log(`screenshots of the failure: ${join(tmpdir(), 'zmht-failed-*.png')}`)
})

const at = (path: string) => `/#/${path}`

test('a worker signs in at the desk and sees what waits', async () => {
  worker = await browser.sit(`${stack.gov}/`, deskSize)
  await worker.show('gov-desk-01-sign-in')
  await signIn(worker, stack, setting.phones.worker)
  await worker.page.getByRole('heading', { name: '首页' }).filter({ visible: true }).first().waitFor()
  await worker.page.waitForLoadState('networkidle')
  await worker.show('gov-desk-02-home')
  expect(await worker.barriers()).toEqual([])
})

test('the worker opens the check-up from the gallery, without code', async () => {
  const { accessToken } = await signInByPhone(
    `${stack.gov}/api`,
    `${stack.outside}/sms`,
    'gov',
    setting.phones.secretary,
  )
  await opens(worker, clientFor(`${stack.gov}/api`, accessToken), 'check-up')
  await worker.show('gov-desk-03-opened')
  expect(await worker.barriers()).toEqual([])
})

test('the worker asks one thing more than it came with', async () => {
  const { page } = worker
  await seen(page.getByRole('button', { name: `修改${service}` })).click()
  await page.getByLabel('想问什么，如行动不便').fill('紧急联系')
  await page
    .getByRole('button', { name: /^紧急联系人/ })
    .first()
    .click()
  await worker.show('gov-desk-04-builder')
  expect(await worker.barriers()).toEqual([])
})

test('published again, it is live for the residents of the community and for nobody else', async () => {
  const { page } = worker
  await page.getByRole('button', { name: '下一步：发布' }).click()
  await worker.show('gov-desk-05-reach')
  resident = await browser.sit(`${stack.resident}/`, phoneSize)
  await resident.show('resident-01-sign-in')
  await signIn(resident, stack, setting.phones.resident)
  await resident.page.getByText(setting.community.compound).filter({ visible: true }).first().waitFor()
  await page.getByRole('button', { name: '发布', exact: true }).click()
  await page.getByRole('button', { name: '立即发布' }).click()
  await page.getByRole('button', { name: '查看这项服务' }).waitFor()
  const published = Date.now()
  await worker.show('gov-desk-06-published')

  await seenAfterReload(resident, resident.page.getByRole('button', { name: named }).filter({ visible: true }).first())
  const seconds = (Date.now() - published) / 1000
  console.log(`published and seen after ${seconds.toFixed(1)} s`)
  await resident.show('resident-02-services')
  expect(await resident.barriers()).toEqual([])

  neighbour = await browser.sit(`${stack.resident}/`, phoneSize)
  await signIn(neighbour, stack, setting.phones.elsewhere)
  await neighbour.page.getByText(setting.elsewhere).filter({ visible: true }).first().waitFor()
  await neighbour.page.waitForLoadState('networkidle')
  expect(await neighbour.page.getByText(service).count()).toBe(0)
  await neighbour.show('resident-03-neighbour')
})

test('the resident confirms what is known, fills in the rest and submits', async () => {
  const { page } = resident
  await page.getByRole('button', { name: named }).first().click()
  await page.getByRole('button', { name: '开始填写' }).waitFor()
  await resident.show('resident-04-service')
  await page.getByRole('button', { name: '开始填写' }).click()
  await page.getByRole('button', { name: '都对，一键确认' }).waitFor()
  await resident.show('resident-05-prefilled')
  await page.getByRole('button', { name: '都对，一键确认' }).click()
  await fill()
  await resident.show('resident-06-filled')
  expect(await resident.barriers()).toEqual([])
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await page.getByRole('button', { name: '查看办理进展' }).waitFor()
  await resident.show('resident-07-submitted')
})

/** Looks again until it is there: lists are as of when they were opened. */
async function seenAfterReload(person: Person, what: Locator): Promise<void> {
  for (let looks = 0; ; looks++) {
    await person.page.reload()
    const seen = await what.waitFor({ timeout: 1500 }).then(
      () => true,
      () => false,
    )
    if (seen) return
    if (looks >= 10) throw new Error('it never came')
  }
}

/** By keyboard, as somebody without a mouse does. */
async function choose(person: Person, name: string | RegExp): Promise<void> {
  await person.page.getByLabel(name, typeof name === 'string' ? { exact: true } : {}).press('Space')
}

async function fill(): Promise<void> {
  const { page } = resident
  // Known already where another journey on this stack said it.
  for (const name of ['高血压', '可自理'])
    if ((await page.getByLabel(name, { exact: true }).count()) > 0) await choose(resident, name)
  await page.getByLabel(/希望哪天体检/).fill('2026-12-10')
  await choose(resident, '上午')
  await choose(resident, '健康资料使用同意书')
}

test('the worker handles it on the phone, the resident sees each step', async () => {
  const { page } = worker
  await page.setViewportSize(phoneSize)
  await page.goto(`${stack.gov}${at('pages/work/index')}`)
  await page.getByRole('heading', { name: '任务' }).filter({ visible: true }).first().waitFor()
  // Others ask the same community for much the same.
  const waiting = seen(page.getByRole('button', { name: named }).filter({ hasText: self }))
  await seenAfterReload(worker, waiting)
  await worker.show('gov-phone-01-work')
  await waiting.click()
  await page.getByRole('button', { name: '我来办理' }).waitFor()
  await worker.show('gov-phone-02-request')
  expect(await worker.barriers()).toEqual([])
  await page.getByRole('button', { name: '我来办理' }).click()
  await page.getByRole('button', { name: '放回待办' }).waitFor()
  // What is sensitive is read for a reason that stays on record.
  expect(await page.getByText('高血压').count()).toBe(0)
  await seen(page.getByRole('button', { name: '查看完整内容' })).click()
  await page.getByRole('dialog').getByRole('button', { name: '核对申请资料' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '写明理由，查看' }).click()
  await seen(page.getByText('高血压')).waitFor()
  expect(await worker.barriers()).toEqual([])
  await page.getByRole('button', { name: '确认', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '确认', exact: true }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '办结并答复' }).filter({ visible: true }).first().click()
  await page.getByLabel('给居民的答复').fill(`已为${parent}预约12月10日上午体检，请带身份证，早上空腹。`)
  await worker.show('gov-phone-03-answer')
  await page.getByRole('dialog').getByRole('button', { name: '办结并答复' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByText('已办结').filter({ visible: true }).first().waitFor()

  await resident.page.getByRole('button', { name: '查看办理进展' }).click()
  await waitFor(resident, `已为${parent}预约`)
  await resident.show('resident-08-progress')
  await resident.page.getByRole('radio', { name: '满意', exact: true }).click()
  await resident.page.getByRole('button', { name: '提交评价' }).click()
  await resident.page.getByText('您已评价').filter({ visible: true }).first().waitFor()
  expect(await resident.barriers()).toEqual([])
})

test('what was entered is now a family of linked entities, with source and age', async () => {
  const { page } = resident
  await page.goto(`${stack.resident}${at('pages/me/index')}`)
  await seenAfterReload(resident, page.getByText(parent).filter({ visible: true }).first())
  await resident.show('resident-09-me')
  await worker.page.setViewportSize(deskSize)
  await worker.page.goto(`${stack.gov}${at('ledgers/everybody/index')}`)
  // What the page before said of them is still in sight while the next one slides in.
  await worker.page.reload()
  await inList(worker, self)
  await inList(worker, parent)
  await worker.show('gov-desk-07-people')
  await worker.page
    .getByRole('button', { name: new RegExp(parent) })
    .first()
    .click()
  await worker.page.getByText(service).filter({ visible: true }).first().waitFor()
  await worker.show('gov-desk-08-entity')
  expect(await worker.barriers()).toEqual([])
})

test('opened again, the form knows everything', async () => {
  const { page } = resident
  await page.goto(`${stack.resident}/`)
  await page.reload()
  await page.getByRole('button', { name: named }).first().click()
  await page.getByRole('button', { name: '开始填写' }).click()
  await page.getByText('高血压').filter({ visible: true }).first().waitFor()
  await resident.show('resident-10-second-time')
})

test('the district sees the count move', async () => {
  district = await browser.sit(`${stack.gov}/`, deskSize)
  await signIn(district, stack, setting.phones.district)
  await district.page.getByText(setting.subdistrict).filter({ visible: true }).first().waitFor()
  await district.show('gov-desk-09-district')
  await district.page.getByRole('button', { name: setting.subdistrict }).filter({ visible: true }).first().click()
  await district.page.getByText(setting.community.name).filter({ visible: true }).first().waitFor()
  await district.show('gov-desk-10-subdistrict')
  expect(await district.barriers()).toEqual([])
})

test('no page threw an error', () => {
  expect([worker, resident, neighbour, district].flatMap(({ errors }) => errors)).toEqual([])
})
