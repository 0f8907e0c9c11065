import { readFileSync } from 'node:fs'
import type { SessionReply } from '@zmht/shared/contract'
import { applicationTemplates } from '@zmht/shared/templates'
import { expect, test } from 'vitest'
import { signInByPhone } from '../../functions/local/first-service'
import { deskSize, hasSession, type Person, phoneSize, runningStack } from './browser'
import { counting, goHome, mostInteractions, setUp } from './installing'
import { aJourney, seen, waitFor } from './journey'

const stack = runningStack()
const browser = aJourney('applications')

let session: SessionReply
let secretary: Person
let exported: string

async function sit(size: typeof phoneSize): Promise<Person> {
  const sitting = await browser.sit(`${stack.gov}/`, size)
  await hasSession(sitting, 'gov', session)
  await home(sitting)
  return sitting
}
const home = (person: Person) => goHome(person, stack.gov)

test('every application that ships is live within ten taps and answers', async () => {
  session = await signInByPhone(`${stack.gov}/api`, `${stack.outside}/sms`, 'gov', '19000001028')
  secretary = await sit(deskSize)
  const counts: Record<string, number> = {}
  for (const { id } of applicationTemplates) {
    await home(secretary)
    const hands = counting()
    await setUp(secretary, id, hands)
    // The one that is left is the confirmation.
    counts[id] = hands.count() + 1
  }
  console.log(`interactions from the first page to live: ${JSON.stringify(counts)}`)
  for (const [id, count] of Object.entries(counts)) expect([id, count <= mostInteractions]).toEqual([id, true])
})

test('the gallery and the set-up can be used by everybody', async () => {
  const { page } = secretary
  await home(secretary)
  await seen(page.getByRole('button', { name: /^应用/ })).click()
  await seen(page.getByRole('list', { name: '应用模板' })).waitFor()
  await secretary.show('gov-desk-80-applications')
  expect(await secretary.barriers()).toEqual([])
  const phone = await sit(phoneSize)
  await seen(phone.page.getByRole('button', { name: /^应用/ })).click()
  await seen(phone.page.getByRole('list', { name: '应用模板' })).waitFor()
  await phone.show('gov-phone-80-applications')
  expect(await phone.barriers()).toEqual([])
  await phone.page.getByRole('list', { name: '应用模板' }).getByRole('button').filter({ hasText: '防汛救灾' }).click()
  await seen(phone.page.getByRole('button', { name: '走一遍' })).click()
  await seen(phone.page.getByText(/王秀兰回答/)).waitFor()
  await phone.show('gov-phone-81-rehearsal')
  expect(await phone.barriers()).toEqual([])
  expect(phone.errors).toEqual([])
  await phone.context.close()
})

test('a secretary opens one from the gallery, and is told what now happens', async () => {
  const { page } = secretary
  await home(secretary)
  const hands = counting()
  await setUp(secretary, 'moving-house', hands)
  await secretary.show('gov-desk-81-set-up')
  await hands.tap(page.getByRole('dialog').getByRole('button', { name: '确认开通' }))
  await seen(page.getByRole('heading', { name: '「搬家登记」已开通' })).waitFor({ timeout: 60_000 })
  expect(hands.count()).toBeLessThanOrEqual(mostInteractions)
  await secretary.show('gov-desk-82-application')
  expect(await secretary.barriers()).toEqual([])
})

const asResident = async (): Promise<Person> => {
  const resident = await browser.sit(`${stack.resident}/`, phoneSize)
  const signedIn = await signInByPhone(`${stack.resident}/api`, `${stack.outside}/sms`, 'resident', '19000009001')
  await hasSession(resident, 'resident', signedIn)
  await resident.page.goto(`${stack.resident}/#/pages/services/index`)
  await resident.page.reload()
  return resident
}

test('a resident sees the service', async () => {
  const resident = await asResident()
  await waitFor(resident, '搬来登记一次，资料跟着走')
  await resident.context.close()
})

test('what goes by itself is written as a sentence, and is in force once it is saved', async () => {
  const { page } = secretary
  await seen(page.getByRole('region', { name: '自动联动' }).getByRole('button', { name: '编辑' })).click()
  await seen(page.getByRole('button', { name: '写一条联动' })).click()
  const wire = seen(page.getByRole('group', { name: '第 2 条联动' }))
  await wire.getByRole('combobox', { name: '当', exact: true }).selectOption({ label: '服务“搬家登记”' })
  await wire.getByRole('combobox', { name: '怎么样了' }).selectOption({ label: '有人申请' })
  await wire.getByRole('combobox', { name: '就', exact: true }).selectOption({ label: '交办一件事' })
  await seen(page.getByText('请写明交办什么')).waitFor()
  await wire.getByRole('textbox', { name: '交办什么' }).fill('上门认识新邻居')
  // Back and forth by the keyboard.
  await wire.getByRole('button', { name: '收起第 2 条联动' }).click()
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+y')
  await seen(page.getByText(/就交给当地工作人员去办：上门认识新邻居/)).waitFor()
  await seen(page.getByRole('button', { name: '修改第 2 条联动' })).click()
  await secretary.show('gov-desk-83-wiring')
  expect(await secretary.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: '保存并生效' })).click()
  await page.getByRole('dialog').getByRole('button', { name: '保存并生效' }).click()
  await seen(page.getByRole('heading', { name: '「搬家登记」已按新内容生效' })).waitFor({ timeout: 60_000 })
  await seen(page.getByText(/^增加联动/)).waitFor()
})

test('how it is now is kept, and every version before can be gone back to', async () => {
  const { page } = secretary
  await seen(page.getByRole('button', { name: '记为新版本' })).click()
  await page.getByRole('dialog').getByRole('button', { name: '记为新版本' }).click()
  await waitFor(secretary, '使用中')
  await seen(page.getByRole('button', { name: '回到第 1 版' })).waitFor()
  await secretary.show('gov-desk-84-versions')
  expect(await secretary.barriers()).toEqual([])
})

test('it is exported as a file, and the file tells from whom it is before anything is asked', async () => {
  const { page } = secretary
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    seen(page.getByRole('button', { name: '导出', exact: true })).click(),
  ])
  exported = await download.path()
  const text = readFileSync(exported, 'utf8')
  expect(text).not.toMatch(/花家地北里社区居委会|1900000\d{4}/)
  await seen(page.getByRole('heading', { name: '已导出' })).waitFor()
  await page.goto(`${stack.gov}/#/applications/install/index`)
  await page.waitForLoadState('networkidle')
  await seen(page.getByRole('region', { name: /把应用文件拖到这里/ })).waitFor()
  await page
    .locator('input[type=file][aria-label=应用文件]')
    .last()
    .setInputFiles({ name: '搬家登记.json', mimeType: 'application/json', buffer: Buffer.from(text) })
  await seen(page.getByText(/由本平台签发，内容没有改动过/)).waitFor()
  await seen(page.getByRole('heading', { name: '搬家登记', exact: true })).waitFor()
  await secretary.show('gov-desk-85-install')
  expect(await secretary.barriers()).toEqual([])
})

test('retired, nobody sees it, and it is there to be opened again', async () => {
  const { page } = secretary
  await home(secretary)
  await seen(page.getByRole('button', { name: /^应用/ })).click()
  await seen(page.getByRole('button', { name: '搬家登记', exact: true })).click()
  await seen(page.getByRole('button', { name: '停用', exact: true })).click()
  await page.getByRole('dialog').getByRole('button', { name: '停用', exact: true }).click()
  await seen(page.getByText('已停用', { exact: true })).waitFor({ timeout: 60_000 })
  await seen(page.getByRole('button', { name: '重新开通' })).waitFor()
  const resident = await asResident()
  await resident.page.waitForLoadState('networkidle')
  expect(await seen(resident.page.getByText('搬来登记一次，资料跟着走')).count()).toBe(0)
  expect([...secretary.errors, ...resident.errors]).toEqual([])
})
