import { mintStepKey } from '@zmht/shared/contract'
import { expect, test } from 'vitest'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { clientFor, signInByPhone } from '../../functions/local/first-service'
import { deskSize, type Person, phoneSize, runningStack, signIn } from './browser'
import { aJourney, seen, waitFor } from './journey'

const stack = runningStack()
const at = (path: string) => `#/${path}`
const stamp = Date.now() % 10_000
const title = `小场所消防排查${stamp}`
const shops = [`立冬便利店${stamp}`, `立冬小吃店${stamp}`]

const browser = aJourney('tasks')
let district: Person
let worker: Person

test('after a fire elsewhere a district orders every small shop to be looked at, from its ledger, in a minute', async () => {
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
          { attribute: 'organisation.extinguishers', value: 2 },
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
  await page.goto(`${stack.gov}/${at('pages/work/index')}`)
  await seen(page.getByRole('button', { name: '下派任务' })).click()
  await seen(page.getByRole('list', { name: '任务模板' }).getByRole('button', { name: /^小场所消防安全排查/ })).click()
  await seen(page.getByRole('textbox', { name: '任务名称' })).fill(title)
  const ledgers = seen(page.getByRole('combobox', { name: '台账' }))
  const option = await ledgers.locator('option', { hasText: '七小门店' }).first().getAttribute('value')
  await ledgers.selectOption(option ?? '')
  await district.show('gov-desk-60-new-task')
  expect(await district.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: '下一步：看看派到哪里' })).click()
  await waitFor(district, /[1-9]\d* 项/)
  await district.show('gov-desk-61-reach')
  expect(await district.barriers()).toEqual([])
  // Tier by tier: who would do how much, and where nobody would.
  await seen(page.getByRole('table').getByText('朝阳区', { exact: true })).click()
  await seen(page.getByText('望京街道', { exact: true })).waitFor()
  await district.show('gov-desk-61-reach-inside')
  expect(await district.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: '返回上一级' })).click()
  await seen(page.getByRole('button', { name: '下派', exact: true })).click()
  await page.getByRole('dialog').getByRole('button', { name: '下派', exact: true }).click()
  await seen(page.getByText(/朝阳区完成/)).waitFor()
  await waitFor(district, /共 [1-9]\d* 项/)
  await district.show('gov-desk-62-task')
  expect(await district.barriers()).toEqual([])
  // Changed while it is worked on.
  await seen(page.getByRole('button', { name: '调整任务' })).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('依据和要求').fill('逐家上门，也看电动自行车充电。')
  await district.show('gov-desk-62-amend')
  expect(await district.barriers()).toEqual([])
  await sheet.getByRole('button', { name: '保存调整' }).click()
  await seen(page.getByText('逐家上门，也看电动自行车充电。')).waitFor()
})

test('the worker has it at once, fills it in at the door with what is known, and the district sees it', async () => {
  worker = await browser.sit(`${stack.gov}/`, phoneSize)
  await signIn(worker, stack, '19000001029')
  const { page } = worker
  await page.goto(`${stack.gov}/${at('pages/work/index')}`)
  await waitFor(worker, title)
  await worker.show('gov-phone-60-tasks')
  expect(await worker.barriers()).toEqual([])
  await seen(page.getByText(title)).click()
  await seen(page.getByRole('button', { name: '去办理' })).click()
  await seen(page.getByText(shops[0] ?? '')).waitFor()
  await worker.show('gov-phone-61-items')
  expect(await worker.barriers()).toEqual([])
  await seen(page.getByText(shops[0] ?? '')).click()
  await seen(page.getByRole('radio', { name: '正常营业' })).click()
  await worker.show('gov-phone-62-item')
  expect(await worker.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: '提交', exact: true })).click()
  await seen(page.getByRole('radio', { name: '已完成' })).click()
  await seen(page.getByText(shops[0] ?? '')).waitFor()
  await waitFor(district, /已完成 [1-9]\d* 项/)
  await district.show('gov-desk-63-progress')
})

test('what cannot be done goes back with a reason', async () => {
  const { page } = worker
  await seen(page.getByRole('radio', { name: '待办' })).click()
  await seen(page.getByText(shops[1] ?? '')).click()
  await seen(page.getByRole('button', { name: '我来办' })).click()
  await seen(page.getByText('您正在办')).waitFor()
  await seen(page.getByRole('button', { name: '办不了' })).click()
  await page.getByRole('dialog').getByRole('textbox').fill('店已拆除')
  await worker.show('gov-phone-63-give-back')
  await page.getByRole('dialog').getByRole('button', { name: '退回' }).click()
  await seen(page.getByText('店已拆除')).waitFor()
  await worker.show('gov-phone-64-given-back')
  expect(await worker.barriers()).toEqual([])
})

test('who issued it reads why, and sends it back or strikes it off', async () => {
  const { page } = district
  await waitFor(district, '店已拆除')
  await seen(page.getByRole('checkbox', { name: new RegExp(shops[1] ?? '') })).click()
  await district.show('gov-desk-64-given-back')
  expect(await district.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: '不用办（1）' })).click()
  await page.getByRole('dialog').getByRole('textbox').fill('已核实拆除')
  await page.getByRole('dialog').getByRole('button', { name: '不用办' }).click()
  await seen(page.getByText('不用办 1')).waitFor()
  await district.show('gov-desk-65-struck-off')
  expect(await district.barriers()).toEqual([])
})
