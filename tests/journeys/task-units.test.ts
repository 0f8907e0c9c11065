import { mintStepKey } from '@zmht/shared/contract'
import { expect, test } from 'vitest'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { clientFor, signInByPhone } from '../../functions/local/first-service'
import { deskSize, type Person, phoneSize, runningStack, signIn } from './browser'
import { aJourney, seen, waitFor } from './journey'

const stack = runningStack()
const at = (path: string) => `#/${path}`
const stamp = Date.now() % 10_000
const title = `逐级消防排查${stamp}`
const shops = [`小雪便利店${stamp}`, `小雪小吃店${stamp}`, `小雪五金店${stamp}`]

const browser = aJourney('task-units')
let district: Person
let subdistrict: Person
let worker: Person

const toWork = ({ page }: Person) => page.goto(`${stack.gov}/${at('pages/work/index')}`)

test('a district orders shops to be looked at, and asks its subdistricts to look at the order first', async () => {
  const api = `${stack.gov}/api`
  const session = await signInByPhone(api, `${stack.outside}/sms`, 'gov', '19000001028')
  const secretary = clientFor(api, session.accessToken)
  for (const name of shops)
    await secretary.ledgers.enter({
      body: {
        key: mintStepKey(),
        kind: 'organisation',
        place: idOfDivision('110105026047'),
        facts: [
          { attribute: 'organisation.name', value: name },
          { attribute: 'organisation.smallPlaceKind', value: '3' },
        ],
        links: [],
      },
    })
  district = await browser.sit(`${stack.gov}/`, deskSize)
  await signIn(district, stack, '19000001002')
  const { page } = district
  await page.goto(`${stack.gov}/${at('pages/people/index')}`)
  await seen(page.getByRole('button', { name: '新建台账' })).click()
  await seen(page.getByRole('list', { name: /的模板$/ }).getByRole('button', { name: /^七小门店/ })).click()
  await seen(page.getByRole('button', { name: '建立台账' })).click()
  await seen(page.getByRole('heading', { name: '七小门店' })).waitFor()
  await toWork(district)
  await seen(page.getByRole('button', { name: '下派任务' })).click()
  await seen(page.getByRole('list', { name: '任务模板' }).getByRole('button', { name: /^小场所消防安全排查/ })).click()
  await seen(page.getByRole('textbox', { name: '任务名称' })).fill(title)
  const ledgers = seen(page.getByRole('combobox', { name: '台账' }))
  const option = await ledgers.locator('option', { hasText: '七小门店' }).first().getAttribute('value')
  await ledgers.selectOption(option ?? '')
  await seen(page.getByRole('button', { name: /^更多设置/ })).click()
  await seen(page.getByRole('checkbox', { name: '街道乡镇' })).click()
  await seen(page.getByText('到期自动上报')).click()
  await seen(page.getByText('到期自动上报')).scrollIntoViewIfNeeded()
  await district.show('gov-desk-70-more-settings')
  expect(await district.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: '下一步：看看派到哪里' })).click()
  await waitFor(district, /[1-9]\d* 项/)
  await seen(page.getByRole('button', { name: '下派', exact: true })).click()
  await page.getByRole('dialog').getByRole('button', { name: '下派', exact: true }).click()
  await waitFor(district, '未接收')
  await district.show('gov-desk-71-units-waiting')
  expect(await district.barriers()).toEqual([])
})

test('the subdistrict reads it, and passes it on', async () => {
  subdistrict = await browser.sit(`${stack.gov}/`, phoneSize)
  await signIn(subdistrict, stack, '19000001003')
  const { page } = subdistrict
  await toWork(subdistrict)
  await waitFor(subdistrict, title)
  await subdistrict.show('gov-phone-70-to-pass')
  await seen(page.getByText(title)).click()
  await seen(page.getByText('还没有转下')).waitFor()
  await subdistrict.show('gov-phone-71-waiting')
  expect(await subdistrict.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: '接收并转下', exact: true })).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('textbox').fill('请各社区周五前办完')
  await subdistrict.show('gov-phone-72-pass')
  expect(await subdistrict.barriers()).toEqual([])
  await sheet.getByRole('button', { name: '接收并转下' }).click()
  await sheet.waitFor({ state: 'hidden' })
  expect(await page.getByText('还没有转下').count()).toBe(0)
  await seen(page.getByText('各单位进展')).scrollIntoViewIfNeeded()
  await subdistrict.show('gov-phone-73-units')
  expect(await subdistrict.barriers()).toEqual([])
})

test('the community fills one in; the subdistrict reports, and what goes on does not change the report', async () => {
  worker = await browser.sit(`${stack.gov}/`, phoneSize)
  await signIn(worker, stack, '19000001029')
  await fillIn(shops[0] ?? '')
  const { page } = subdistrict
  await page.reload()
  await seen(page.getByText(/已完成 [1-9]\d* 项/)).waitFor()
  await seen(page.getByRole('button', { name: '上报', exact: true })).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('textbox').fill('其余正在上门')
  await sheet.getByRole('button', { name: '上报' }).click()
  await seen(page.getByRole('button', { name: /^已上报/ })).waitFor()
  await fillIn(shops[1] ?? '')
  await seen(page.getByRole('button', { name: /^已上报/ })).click()
  await seen(page.getByText('没有改动过，和上报时一样。')).waitFor()
  await subdistrict.show('gov-phone-74-report')
  expect(await subdistrict.barriers()).toEqual([])
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click()
})

test('the district urges the subdistrict that has some left, which reads it first thing', async () => {
  const { page } = district
  await page.reload()
  await waitFor(district, /已上报/)
  await district.show('gov-desk-72-units')
  expect(await district.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: /^督办：望京街道/ })).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('textbox').fill('区里明天检查，请今天办完')
  await district.show('gov-desk-73-urge')
  await sheet.getByRole('button', { name: '督办' }).click()
  await seen(page.getByText('被督办')).waitFor()
  await toWork(subdistrict)
  await waitFor(subdistrict, '区里明天检查，请今天办完')
  await subdistrict.show('gov-phone-75-urged')
  expect(await subdistrict.barriers()).toEqual([])
})

test('whom to ring is one tap away, and the call the next', async () => {
  const { page } = district
  await seen(page.getByRole('button', { name: '望京街道', exact: true })).click()
  await seen(page.getByRole('button', { name: /^联系花家地北里/ })).click()
  await seen(page.getByRole('dialog').getByText('社工')).waitFor()
  await district.show('gov-desk-74-contact')
  expect(await district.barriers()).toEqual([])
  expect([...district.errors, ...subdistrict.errors, ...worker.errors]).toEqual([])
})

async function fillIn(shop: string): Promise<void> {
  const { page } = worker
  await toWork(worker)
  await waitFor(worker, title)
  await seen(page.getByText(title)).click()
  await seen(page.getByRole('button', { name: '去办理' })).click()
  await seen(page.getByText(shop)).click()
  await seen(page.getByRole('radio', { name: '正常营业' })).click()
  await seen(page.getByRole('button', { name: '提交', exact: true })).click()
  await seen(page.getByRole('radio', { name: '已完成' })).waitFor()
}
