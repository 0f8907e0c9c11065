import { mintRequestId } from '@zmht/shared/contract'
import { answersFrom } from '@zmht/shared/controls'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deskSize, runningStack } from './browser'
import { goHome, type Opened, opens } from './installing'
import { aJourney, seen, waitFor } from './journey'
import { aNeighbour, homeOf, placeNamed } from './neighbours'
import { setting } from './setting'
import { aCity, look, says } from './tiers'

/** 防汛救灾, from the templates that ship, by choosing on the screen alone. */
const stack = runningStack()
const stamp = Date.now() % 10_000
const warning = '暴雨预警，请注意避险'
const { compound } = setting.community
const { building, unit, door, beside } = setting.home

const browser = aJourney('flood')
const tiers = aCity(stack, browser)
const { apiOf, open } = tiers
let application: Opened
let taskId = ''
let channelId = ''

beforeAll(() => tiers.signIn(), 120_000)
afterAll(() => tiers.tidy())

test('the secretary opens it from the gallery, and the warning is out at once', async () => {
  const secretary = await tiers.person('secretary')
  await goHome(secretary, stack.gov)
  application = await opens(secretary, apiOf('secretary'), 'flood')
  taskId = application.made('evacuation')
  channelId = application.made('supplies')
  await look(secretary, 'gov-phone-330-opened')
  await open('secretary', `notices/one/index?id=${application.made('warning')}`)
  await seen(secretary.page.getByText('阅读情况', { exact: true })).waitFor()
})

test('a resident reads it and asks for help with one tap; the secretary sees who, and at which door', async () => {
  const resident = await open('resident', 'pages/services/index')
  await waitFor(resident, `紧急通知：${warning}`)
  await seen(resident.page.getByRole('button', { name: '现在就看' })).click()
  await seen(resident.page.getByRole('button', { name: '需要帮助', exact: true })).click()
  await seen(resident.page.getByText(/^已回答：需要帮助/)).waitFor()
  await look(resident, 'resident-330-asks-for-help')
  const secretary = await tiers.person('secretary')
  await waitFor(secretary, '您和家人现在怎么样：需要帮助')
  await seen(secretary.page.getByText('您和家人现在怎么样：需要帮助')).scrollIntoViewIfNeeded()
  await look(secretary, 'gov-phone-331-who-needs-help')
})

test('whoever asked for help is visited: the errand is there by itself', async () => {
  const worker = await open('worker', 'pages/work/index')
  await waitFor(worker, '上门看望求助的居民')
  await look(worker, 'gov-phone-332-errand')
  await open('secretary', `applications/one/index?id=${application.id}`)
  await waitFor(await tiers.person('secretary'), new RegExp(`${setting.resident.name}|需要帮助`))
})

test('the secretary has every door of the building knocked at, with the task that lies ready', async () => {
  const { page } = await open('secretary', `tasks/task/index?id=${taskId}`)
  const secretary = await tiers.person('secretary')
  await seen(page.getByRole('button', { name: '接着改' })).click()
  await seen(page.getByRole('button', { name: new RegExp(`^去掉${setting.community.name}`) })).click()
  await seen(page.getByRole('button', { name: '加一个地点' })).click()
  const sheet = page.getByRole('dialog')
  await seen(sheet.getByRole('button', { name: compound, exact: true })).click()
  await seen(sheet.getByRole('button', { name: `选这里：${building}` })).click()
  await seen(sheet.getByRole('button', { name: /^就是这里/ })).click()
  await seen(page.getByRole('button', { name: '下一步：看看派到哪里' })).click()
  await waitFor(secretary, /[1-9]\d* 项/)
  await look(secretary, 'gov-phone-332-doors')
  taskId = await tiers.dispatch('secretary', secretary)
  await waitFor(secretary, /共 [1-9]\d* 项/)
})

test('at the door a worker finds who lives there, and says where they were brought; it is counted at once', async () => {
  const place = await placeNamed(apiOf('secretary'), [compound, building, unit])
  const worker = await tiers.openItem('worker', taskId, place, door)
  const { page } = worker
  await seen(page.getByText(setting.resident.name)).waitFor()
  await says(worker, '居住状态', '自住')
  await says(worker, '转移方式', '需要搀扶背负')
  await says(worker, '安置方式', '集中安置')
  await look(worker, 'gov-phone-333-at-the-door')
  await seen(page.getByRole('button', { name: '提交', exact: true })).click()
  await seen(page.getByRole('radio', { name: '已完成' })).waitFor()
  const secretary = await open('secretary', `tasks/task/index?id=${taskId}`)
  await waitFor(secretary, /已完成 1 项/)
  await waitFor(secretary, '集中安置')
  await seen(secretary.page.getByRole('heading', { name: '指标' })).scrollIntoViewIfNeeded()
  await look(secretary, 'gov-phone-334-moved')
})

test('parcels are given out for as many as there are', async () => {
  const secretary = await open('secretary', `applications/one/index?id=${application.id}`)
  const { page } = secretary
  await page.setViewportSize(deskSize)
  await seen(page.getByRole('button', { name: '修改应急物资领取' })).click()
  await seen(page.getByRole('button', { name: /食品和饮用水/ })).click()
  await seen(page.getByRole('textbox', { name: /^名额/ })).fill('1')
  await look(secretary, 'gov-desk-335-parcels')
  await seen(page.getByRole('button', { name: '下一步：发布' })).click()
  await seen(page.getByRole('button', { name: '发布', exact: true })).click()
  await seen(page.getByRole('button', { name: '立即发布' })).click()
  await seen(page.getByRole('button', { name: '查看这项服务' })).waitFor()
})

test('a resident takes the last one; who comes later waits, and has theirs when more arrive', async () => {
  const resident = await open('resident', `apply/service/index?id=${channelId}`)
  const { page } = resident
  await seen(page.getByRole('radio', { name: /食品和饮用水/ })).click()
  await look(resident, 'resident-331-what-there-is')
  await seen(page.getByRole('button', { name: /开始填写$/ })).click()
  await seen(page.getByRole('button', { name: '都对，一键确认' })).click()
  await says(resident, '要送上门吗', '是')
  await look(resident, 'resident-332-known')
  await seen(page.getByRole('button', { name: '提交', exact: true })).click()
  await seen(page.getByRole('button', { name: '查看办理进展' })).waitFor()

  const neighbour = await aNeighbour(stack, `1900000${9100 + (stamp % 800)}`, [compound, building, unit, beside])
  const service = await neighbour.channels.service({ params: { channelId }, query: {} })
  const requestId = mintRequestId()
  const answers = answersFrom(service.prefill)
  await neighbour.channels.submit({
    params: { channelId, requestId },
    body: {
      version: service.version,
      home: service.home,
      answers: {
        ...answers,
        applicant: [
          {
            ...answers.applicant?.[0],
            values: {
              ...answers.applicant?.[0]?.values,
              name: '吴小满',
              mobile: '19000009199',
              home: await homeOf(neighbour),
            },
          },
        ],
        parcel: [{ values: { bring: false } }],
      },
      slot: 'food',
      notify: false,
    },
  })
  const placed = async () => (await neighbour.channels.request({ params: { requestId } })).booking?.has
  expect(await placed()).toBe('waiting')
  const secretary = await open('secretary', `channels/one/index?id=${channelId}`)
  await waitFor(secretary, /约满 1\/1/)
  await look(secretary, 'gov-desk-336-given-out')
  await seen(secretary.page.getByRole('button', { name: '修改', exact: true })).click()
  await seen(secretary.page.getByRole('button', { name: /食品和饮用水/ })).click()
  await seen(secretary.page.getByRole('textbox', { name: /^名额/ })).fill('5')
  await seen(secretary.page.getByRole('button', { name: '下一步：发布' })).click()
  await seen(secretary.page.getByRole('button', { name: '发布', exact: true })).click()
  await seen(secretary.page.getByRole('button', { name: '立即发布' })).click()
  await expect.poll(placed, { timeout: 60_000, interval: 1000 }).toBe('held')
  expect(tiers.errors()).toEqual([])
})
