import { type ChannelContent, mintChannelId, mintRequestId } from '@zmht/shared/contract'
import { baseVersion } from '@zmht/shared/knowledge'
import { beforeAll, expect, test } from 'vitest'
import { deskSize, type Person, phoneSize, runningStack, signIn } from './browser'
import { aJourney, seen, waitFor } from './journey'
import { apiOf, community, placeNamed } from './neighbours'

const stack = runningStack()
const stamp = String(Date.now() % 10_000).padStart(4, '0')
const title = `上门量血压${stamp}`

const content: ChannelContent = {
  title,
  summary: '行动不便的，社区医生上门',
  category: 'health',
  procedure: 'open',
  promisedDays: 1,
  form: {
    knowledge: baseVersion,
    subjects: [{ key: 'applicant', kind: 'person', name: '申请人', is: { by: 'actor' } }],
    controls: [
      {
        id: 'mobile',
        kind: 'phone',
        label: '手机号',
        required: true,
        binding: { subject: 'applicant', attribute: 'person.mobile' },
      },
    ],
  },
}

/** In another order than they are walked in: buildings of the worker’s own grid. */
const asked = [
  { name: '何小满', door: ['花家地北里', '2号楼', '1单元', '302'], phone: `1391111${stamp}` },
  { name: '高白露', door: ['花家地北里', '1号楼', '2单元', '201'], phone: `1392222${stamp}` },
  { name: '郭霜降', door: ['花家地北里', '1号楼', '1单元', '501'], phone: `1393333${stamp}` },
]

const browser = aJourney('visits')
let worker: Person

beforeAll(async () => {
  const api = await apiOf(stack, 'gov', '19000001028')
  const params = { channelId: mintChannelId() }
  const { edition } = await api.channels.create({ params, body: content })
  const { version = 0 } = await api.channels.publish({ params, body: { edition, reach: [community] } })
  for (const { name, door, phone } of asked) {
    const home = await placeNamed(api, door)
    const answers = { applicant: [{ values: { mobile: phone } }] }
    await api.channels.submitOnBehalf({
      params: { ...params, requestId: mintRequestId() },
      body: { version, way: 'phone', home, named: { name }, answers },
    })
  }
})

/** Whom of these it lists, from above. */
const walked = async () => {
  const rows = await worker.page.getByRole('button', { name: new RegExp(title) }).allInnerTexts()
  return rows.flatMap((row) => asked.filter(({ name }) => row.includes(name)).map(({ name }) => name))
}

test('a worker opens who is to be seen today: by building, unit and door, with a number to call', async () => {
  worker = await browser.sit(`${stack.gov}/`, phoneSize)
  await signIn(worker, stack, '19000001029')
  const { page } = worker
  await seen(page.getByRole('button', { name: '任务' })).click()
  await waitFor(worker, '今天的走访')
  await seen(page.getByRole('button', { name: '今天的走访' })).click()
  await waitFor(worker, /按楼栋、单元、门牌排好了/)
  await seen(page.getByText(title)).waitFor()
  expect(await walked()).toEqual(['郭霜降', '高白露', '何小满'])
  await seen(page.getByRole('button', { name: '打电话给郭霜降' })).waitFor()
  await worker.show('gov-phone-256-visits')
  expect(await worker.barriers()).toEqual([])
  await page.setViewportSize(deskSize)
  await worker.show('gov-desk-257-visits')
  expect(await worker.barriers()).toEqual([])
  await page.setViewportSize(phoneSize)
})

test('narrowed to one building it lists that alone; without a network it is still there', async () => {
  const { page, context } = worker
  await seen(page.getByRole('combobox', { name: '楼栋' })).selectOption('花家地北里 2号楼')
  await expect.poll(walked).toEqual(['何小满'])
  // Also the application is on this device by now: it is prepared once that has been kept.
  await seen(page.getByRole('button', { name: '重新准备' })).click()
  await seen(page.getByText('正在准备')).waitFor()
  await seen(page.getByText(/按楼栋、单元、门牌排好了/)).waitFor()
  await context.setOffline(true)
  await page.reload()
  await seen(page.getByText(title)).waitFor()
  expect(await walked()).toEqual(['郭霜降', '高白露', '何小满'])
  await seen(page.getByRole('button', { name: '重新准备' })).click()
  await seen(page.getByText(/现在没有网络，看到的是.*存在这台设备上的安排/)).waitFor()
  await worker.show('gov-phone-258-visits-offline')
  expect(await worker.barriers()).toEqual([])
  await context.setOffline(false)
})
