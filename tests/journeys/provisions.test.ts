import { expect, test } from 'vitest'
import { deskSize, type Person, phoneSize, runningStack, signIn } from './browser'
import { aJourney, seen, waitFor } from './journey'

const stack = runningStack()
const at = (path: string) => `#/${path}`
const stamp = Date.now() % 10_000
const named = `实有人口信息${stamp}`

const browser = aJourney('provisions')
let district: Person
let secretary: Person

const side = async ({ page }: Person, name: string) => {
  await page.goto(`${stack.gov}/${at('provisions/list/index')}`)
  await seen(page.getByRole('radio', { name })).click()
}

test('a district opens a ledger and offers some of its columns to those below', async () => {
  district = await browser.sit(`${stack.gov}/`, deskSize)
  await signIn(district, stack, '19000001002')
  const { page } = district
  await seen(page.getByRole('button', { name: /^通讯录/ })).waitFor()
  await page.goto(`${stack.gov}/${at('pages/people/index')}`)
  await seen(page.getByRole('button', { name: '新建台账' })).click()
  await seen(page.getByRole('list', { name: /的模板$/ }).getByRole('button', { name: /^实有人口/ })).click()
  await seen(page.getByRole('button', { name: '建立台账' })).click()
  await seen(page.getByRole('heading', { name: '实有人口' })).waitFor()
  await side(district, '我提供的')
  await seen(page.getByRole('button', { name: '提供数据' })).click()
  const ledger = seen(page.getByRole('combobox', { name: '哪份台账' }))
  await ledger.waitFor()
  // The district may have others, opened by who was here before.
  await ledger.selectOption({ label: '实有人口' })
  await seen(page.getByRole('textbox', { name: /^数据名称/ })).fill(named)
  await seen(page.getByRole('textbox', { name: /^说明/ })).fill('全区登记过的居民，随登记更新。')
  for (const field of ['姓名', '身份证号', '手机号', '详细地址'])
    await seen(page.getByRole('checkbox', { name: new RegExp(`^${field}`) })).click()
  await district.show('gov-desk-51-offer-data')
  expect(await district.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: '提供给下级申请' })).click()
  await seen(page.getByRole('heading', { name: named })).waitFor()
})

test('a secretary asks for it on the phone, with a purpose, for some posts, until a day', async () => {
  secretary = await browser.sit(`${stack.gov}/`, phoneSize)
  await signIn(secretary, stack, '19000001028')
  const { page } = secretary
  await page.waitForLoadState('networkidle')
  await side(secretary, '数据目录')
  await seen(page.getByText(named)).waitFor()
  await secretary.show('gov-phone-52-data-catalogue')
  expect(await secretary.barriers()).toEqual([])
  await seen(page.getByText(named)).click()
  await seen(page.getByRole('button', { name: '申请这份数据' })).click()
  for (const field of ['姓名', '身份证号', '手机号'])
    await seen(page.getByRole('checkbox', { name: new RegExp(`^${field}`) })).click()
  await seen(page.getByRole('radio', { name: '走访服务' })).click()
  await seen(page.getByRole('textbox', { name: /^用途说明/ })).fill('入冬走访独居老人')
  const day = new Date(Date.now() + 20 * 24 * 3600_000).toISOString().slice(0, 10)
  await seen(page.getByLabel(/^用到哪一天/)).fill(day)
  await secretary.show('gov-phone-53-ask-data')
  expect(await secretary.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: '提交申请' })).click()
  await seen(page.getByText('申请中')).waitFor()
})

test('the district gives it field by field, and the secretary sees what was given and no more', async () => {
  await side(district, '待我批的')
  const { page } = district
  await seen(page.getByText(named)).click()
  const given = (field: RegExp, how: string) =>
    seen(page.getByRole('group', { name: field }).getByRole('radio', { name: how })).click()
  await given(/^手机号/, '遮盖')
  await given(/身份证号/, '不给')
  await district.show('gov-desk-54-decide-data')
  expect(await district.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: '批准' })).click()
  await waitFor(district, '生效中')
  await secretary.page.reload()
  await waitFor(secretary, '查看数据')
  await seen(secretary.page.getByRole('button', { name: '查看数据' })).click()
  // Whoever of them stands on the first page.
  await seen(secretary.page.getByText(/^(周惊蛰|何清明|未留姓名)$/)).waitFor()
  await secretary.show('gov-phone-55-data-given')
  expect(await secretary.barriers()).toEqual([])
  expect(await seen(secretary.page.getByText(/^1900\d+$/)).count()).toBe(0)
  await district.page.reload()
  await waitFor(district, /看了 \d+ 次/)
  await district.show('gov-desk-56-who-looked')
  expect(await district.barriers()).toEqual([])
})

test('taken back, it is seen no more', async () => {
  const { page } = district
  await seen(page.getByRole('button', { name: '撤回数据' })).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: '原因' }).fill('走访已结束')
  await dialog.getByRole('button', { name: '撤回数据' }).click()
  await seen(page.getByText('已撤回', { exact: true })).waitFor()
  await secretary.page.reload()
  await seen(secretary.page.getByText('已撤回', { exact: true })).waitFor()
  expect(await seen(secretary.page.getByRole('button', { name: '查看数据' })).count()).toBe(0)
  expect([...district.errors, ...secretary.errors]).toEqual([])
})
