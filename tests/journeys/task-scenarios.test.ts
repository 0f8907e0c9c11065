import { mintChargeId, mintStepKey } from '@zmht/shared/contract'
import { dayInChina } from '@zmht/shared/knowledge'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runningStack } from './browser'
import { goHome, opens } from './installing'
import { aJourney, inList, seen, waitFor } from './journey'
import { setting } from './setting'
import { aCity, look, says, type Tier } from './tiers'

/** Three scenarios of the whole city, as applications that were opened from what ships, by choosing on the screen alone. */
const stack = runningStack()
const stamp = Date.now() % 10_000
const { id: north } = setting.community
const shops = [`霜降便利店${stamp}`, `霜降小吃店${stamp}`, `霜降五金店${stamp}`]
const [own = '', visited = ''] = shops

const browser = aJourney('task-scenarios')
const tiers = aCity(stack, browser)
const { apiOf, person, open } = tiers
const openItem = (who: Tier, taskId: string, name: string) => tiers.openItem(who, taskId, north, name)

beforeAll(async () => {
  await tiers.signIn()
  const secretary = apiOf('secretary')
  for (const name of shops) {
    const { entity } = await secretary.ledgers.enter({
      body: {
        key: mintStepKey(),
        kind: 'organisation',
        place: north,
        facts: [
          { attribute: 'organisation.name', value: name },
          { attribute: 'organisation.smallPlaceKind', value: '3' },
          { attribute: 'organisation.extinguishers', value: 2 },
        ],
        links: [],
      },
    })
    if (name !== own) continue
    const chargeId = mintChargeId()
    const from = dayInChina(new Date().toISOString())
    const resident = apiOf('resident')
    const charge = await resident.ledgers.askCharge({
      params: { chargeId },
      body: { entity: entity.id, as: 'delegate', from, reason: '我在店里负责安全' },
    })
    const held = await secretary.ledgers.decideCharge({
      params: { chargeId },
      body: { edition: charge.edition, accept: true, reason: '已看过营业执照' },
    })
    tidying.push(() =>
      resident.ledgers.endCharge({ params: { chargeId }, body: { edition: held.edition, reason: '演示结束' } }),
    )
  }
}, 300_000)

/** Whoever uses the stack next finds it as it was. */
const tidying: (() => Promise<unknown>)[] = []
afterAll(async () => {
  await tiers.tidy()
  for (const tidy of tidying) await tidy()
})

describe('2 · a fire-safety sweep after a fire elsewhere', () => {
  const title = '小场所消防安全排查'
  let taskId = ''

  test('the city opens it, and the whole tree has it at once', async () => {
    const city = await person('city')
    await goHome(city, stack.gov)
    taskId = (await opens(city, apiOf('city'), 'fire-safety')).made('sweep')
    tiers.began('city', taskId)
    await look(city, 'gov-desk-100-city-opened')
    const { page } = await open('city', `tasks/task/index?id=${taskId}`)
    await waitFor(city, '未接收')
    await seen(page.getByRole('row', { name: new RegExp(setting.district) })).waitFor()
    await look(city, 'gov-desk-104-city-waiting')
  })

  test('district and subdistrict pass it on, one after the other; below nobody reads it before', async () => {
    for (const [tier, next] of [
      ['district', 'subdistrict'],
      ['subdistrict', 'worker'],
    ] as const) {
      await open(next, 'pages/work/index')
      const above = await open(tier, 'pages/work/index')
      await waitFor(above, title)
      expect(await (await person(next)).page.getByText(title).count()).toBe(0)
      await seen(above.page.getByText(title)).click()
      await seen(above.page.getByRole('button', { name: '接收并转下', exact: true })).click()
      await above.page.getByRole('dialog').getByRole('button', { name: '接收并转下' }).click()
      await above.page.getByRole('dialog').waitFor({ state: 'hidden' })
    }
    await look(await person('district'), 'gov-desk-105-district')
  })

  test('an owner fills in their own, a worker finds it right and goes to the next door', async () => {
    const resident = await open('resident', 'pages/services/index')
    await waitFor(resident, `关于${own}`)
    await seen(resident.page.getByRole('button', { name: `请您填：${title}` }).filter({ hasText: own })).click()
    await seen(resident.page.getByRole('radio', { name: '正常营业' })).click()
    await seen(resident.page.getByRole('button', { name: '都对，一键确认' })).click()
    await look(resident, 'resident-100-own-shop')
    await seen(resident.page.getByRole('button', { name: '提交', exact: true })).click()
    await seen(resident.page.getByText('已经交上去了，不用再交一次')).waitFor()

    const worker = await open('worker', 'pages/work/index')
    await waitFor(worker, title)
    await look(worker, 'gov-phone-100-worker')
    await open('worker', `tasks/items/index?id=${taskId}&place=${north}`)
    await seen(worker.page.getByText(visited)).waitFor()
    await look(worker, 'gov-phone-101-worker-list')
    await seen(worker.page.getByRole('radio', { name: '待核实' })).click()
    await seen(worker.page.getByText(own)).click()
    await seen(worker.page.getByRole('button', { name: '核实无误' })).click()
    await seen(worker.page.getByText('已核实，算作完成')).waitFor()
    await openItem('worker', taskId, visited)
    await says(worker, '经营状态', '正常营业')
    await seen(worker.page.getByRole('textbox', { name: /^失效灭火器数/ })).fill('2')
    await look(worker, 'gov-phone-102-collecting')
    await seen(worker.page.getByRole('button', { name: '提交', exact: true })).click()
    await seen(worker.page.getByRole('radio', { name: '已完成' })).waitFor()
  })

  test('every tier sees it at once, where it stalls, and what was found', async () => {
    const city = await open('city', `tasks/task/index?id=${taskId}`)
    await waitFor(city, /已完成 2 项/)
    await look(city, 'gov-desk-106-city-live')
    await seen(city.page.getByRole('heading', { name: '指标' })).scrollIntoViewIfNeeded()
    await look(city, 'gov-desk-107-city-measures')
    for (const tier of ['district', 'subdistrict', 'secretary'] as const) {
      const sitting = await open(tier, 'pages/work/index')
      await waitFor(sitting, title)
      await seen(sitting.page.getByText(title)).click()
      await waitFor(sitting, /已完成 2 项/)
      await look(sitting, `gov-${tier === 'district' ? 'desk-108' : 'phone-103'}-${tier}`)
    }
  })

  test('each reports upward; the frozen numbers reach the city', async () => {
    for (const tier of ['secretary', 'subdistrict', 'district'] as const) {
      const { page } = await person(tier)
      await seen(page.getByRole('button', { name: '上报', exact: true })).click()
      await page.getByRole('dialog').getByRole('textbox').fill('按时办理，其余正在上门')
      await page.getByRole('dialog').getByRole('button', { name: '上报' }).click()
      await seen(page.getByRole('button', { name: /^已上报/ })).waitFor()
    }
    const subdistrict = await person('subdistrict')
    await seen(subdistrict.page.getByRole('button', { name: /^已上报/ })).click()
    await seen(subdistrict.page.getByText('没有改动过，和上报时一样。')).waitFor()
    await look(subdistrict, 'gov-phone-104-report')
    const city = await open('city', `tasks/task/index?id=${taskId}`)
    await waitFor(city, /已上报/)
    await look(city, 'gov-desk-109-city-reported')
  })
})

describe('4 · a register of people at risk, counted while it is filled in', () => {
  let taskId = ''

  test('the city opens it for every door of a subdistrict', async () => {
    const city = await person('city')
    await goHome(city, stack.gov)
    const application = await opens(city, apiOf('city'), 'people-at-risk', async ({ page }, hands) => {
      await hands.tap(page.getByRole('button', { name: new RegExp(`^去掉${setting.city}`) }))
      await hands.tap(page.getByRole('button', { name: '加一个地点' }))
      const sheet = page.getByRole('dialog')
      await hands.tap(sheet.getByRole('button', { name: new RegExp(`^${setting.district}`) }))
      await hands.tap(sheet.getByRole('button', { name: `选这里：${setting.subdistrict}` }))
      await look(city, 'gov-desk-110-where')
      await hands.tap(sheet.getByRole('button', { name: /^就是这里/ }))
    })
    taskId = application.made('doors')
    tiers.began('city', taskId)
    await waitFor(await open('city', `tasks/task/index?id=${taskId}`), /共 [1-9]\d* 项/)
  })

  test('a worker puts somebody down at the door once, and every tier counts them', async () => {
    const worker = await openItem('worker', taskId, '101')
    const { page } = worker
    await says(worker, '居住状态', '自住')
    await seen(page.getByRole('button', { name: /添加.*需要关注的人/ })).click()
    await seen(page.getByRole('textbox', { name: /^姓名/ })).fill('韩白露')
    await seen(page.getByRole('group', { name: /^独居/ }).getByRole('radio', { name: '是', exact: true })).click()
    await look(worker, 'gov-phone-110-at-the-door')
    await seen(page.getByRole('button', { name: '提交', exact: true })).click()
    await seen(page.getByRole('radio', { name: '已完成' })).waitFor()
    const city = await open('city', `tasks/task/index?id=${taskId}`)
    await waitFor(city, /已完成 1 项/)
    await seen(city.page.getByRole('heading', { name: '指标' })).scrollIntoViewIfNeeded()
    await look(city, 'gov-desk-111-city-register')
    for (const tier of ['district', 'subdistrict', 'secretary'] as const) {
      const sitting = await open(tier, `tasks/task/index?id=${taskId}`)
      await waitFor(sitting, /已完成 1 项/)
      if (tier === 'subdistrict') await look(sitting, 'gov-phone-111-subdistrict-register')
    }
    // Whom it was about is in the ledgers from then on.
    await expect
      .poll(async () => (await apiOf('secretary').ledgers.search({ query: { words: '韩白露' } })).items.length)
      .toBeGreaterThan(0)
  })
})

describe('5 · small shops, looked at every month', () => {
  test('a community opens it: its ledger, and a look that comes again by itself', async () => {
    const secretary = await person('secretary')
    await goHome(secretary, stack.gov)
    const application = await opens(secretary, apiOf('secretary'), 'small-shops')
    await look(secretary, 'gov-phone-120-shops')
    const { page } = await open('secretary', `ledgers/rows/index?id=${application.made('shops')}`)
    await inList(secretary, visited)
    const taskId = application.made('round')
    tiers.began('secretary', taskId)
    await open('secretary', `tasks/task/index?id=${taskId}`)
    await waitFor(secretary, /下一期/)
    await seen(page.getByText(/下一期/)).scrollIntoViewIfNeeded()
    await look(secretary, 'gov-phone-121-next')

    const worker = await openItem('worker', taskId, visited)
    // What was found before is known: only what has changed is said.
    await says(worker, '经营状态', '停业')
    await look(worker, 'gov-phone-122-again')
    await seen(worker.page.getByRole('button', { name: '提交', exact: true })).click()
    await seen(worker.page.getByRole('radio', { name: '已完成' })).waitFor()
    // The ledger is fresh again, and says so.
    await expect
      .poll(async () => {
        const { items } = await apiOf('secretary').tasks.items({ params: { taskId }, query: { state: 'done' } })
        return items.map(({ name }) => name)
      })
      .toContain(visited)
    expect(tiers.errors()).toEqual([])
  })
})
