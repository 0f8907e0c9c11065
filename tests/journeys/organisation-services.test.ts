import { mintChargeId, mintStepKey } from '@zmht/shared/contract'
import { dayInChina } from '@zmht/shared/knowledge'
import { beforeAll, expect, test } from 'vitest'
import { deskSize, type Person, phoneSize, runningStack, signIn } from './browser'
import { aJourney, seen, waitFor } from './journey'
import { aNeighbour, apiOf, community } from './neighbours'

/**
 * 给单位办的服务: a community puts one up in the builder; the contact of an enterprise, its delegate by the community's word, opens it filled in with what is
 * known of the enterprise, sends it, is answered, and the second time has nothing to type.
 */
const stack = runningStack()
const stamp = String(Date.now() % 10_000).padStart(4, '0')
const title = `装修垃圾清运${stamp}`
const enterprise = '花家地北里物业服务中心'
const contactPhone = '19000001900'

const browser = aJourney('organisation-services')
let worker: Person
let contact: Person
let organisation: string
/** The service, as its page in the office names it. */
let channel: string

beforeAll(async () => {
  const secretary = await apiOf(stack, 'gov', '19000001028')
  const { items } = await secretary.ledgers.search({ query: { words: enterprise } })
  organisation =
    items.find(({ kind }) => kind === 'organisation')?.id ??
    (
      await secretary.ledgers.enter({
        body: {
          key: mintStepKey(),
          kind: 'organisation',
          place: community,
          facts: [{ attribute: 'organisation.name', value: enterprise }],
          links: [],
        },
      })
    ).entity.id
  const asResident = await aNeighbour(stack, contactPhone, [])
  const held = (await asResident.ledgers.charges()).items.some(
    ({ entity, state }) => entity === organisation && state === 'held',
  )
  if (held) return
  const charge = await asResident.ledgers.askCharge({
    params: { chargeId: mintChargeId() },
    body: {
      entity: organisation,
      as: 'delegate',
      from: dayInChina(new Date().toISOString()),
      reason: '我是物业的联络员',
    },
  })
  await secretary.ledgers.decideCharge({
    params: { chargeId: charge.id },
    body: { edition: charge.edition, accept: true, reason: '已看过授权书' },
  })
}, 120_000)

test('a worker says in the builder that it is for organisations, and asks about those', async () => {
  worker = await browser.sit(`${stack.gov}/`, deskSize)
  await signIn(worker, stack, '19000001029')
  const { page } = worker
  await seen(
    page.getByRole('navigation', { name: '主导航' }).getByRole('button', { name: '互通', exact: true }),
  ).click()
  await seen(page.getByRole('button', { name: '新建服务' })).click()
  await seen(page.getByRole('button', { name: /^空白服务/ })).click()
  await seen(page.getByLabel('服务名称')).fill(title)
  await seen(page.getByLabel('一句话说明')).fill('物业申请清运装修垃圾')
  await seen(page.getByRole('radio', { name: '单位', exact: true })).click()
  await seen(page.getByText('单位名称', { exact: true })).waitFor()
  await worker.show('gov-desk-266-for-organisations')
  await seen(page.getByLabel('想问什么，如行动不便')).fill('从业人数')
  await seen(page.getByRole('button', { name: /^从业人数/ })).click()
  await worker.show('gov-desk-267-organisation-form')
  expect(await worker.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: '下一步：发布' })).click()
  await seen(page.getByRole('radio', { name: '整个花家地北里社区' })).click()
  await worker.show('gov-desk-268-reach')
  expect(await worker.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: '发布', exact: true })).click()
  await seen(page.getByRole('button', { name: '立即发布' })).click()
  await seen(page.getByRole('button', { name: '查看这项服务' })).waitFor()
})

test('the delegate finds it under the name of the enterprise, filled in with what is known, and sends it', async () => {
  contact = await browser.sit(`${stack.resident}/`, phoneSize)
  await signIn(contact, stack, contactPhone)
  const { page } = contact
  await waitFor(contact, `${enterprise} 可以办的事`)
  // Among the resident's own there is none.
  expect(await page.getByRole('button', { name: new RegExp(`^${title}`) }).count()).toBe(0)
  await contact.show('resident-269-organisations')
  expect(await contact.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: new RegExp(`^${enterprise} 可以办的事`) })).click()
  await waitFor(contact, title)
  await contact.show('resident-270-organisation')
  expect(await contact.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: new RegExp(`^${title}`) })).click()
  await seen(page.getByRole('button', { name: '开始填写' })).waitFor()
  await contact.show('resident-271-organisation-service')
  await seen(page.getByRole('button', { name: '开始填写' })).click()
  await seen(page.getByText(`替${enterprise}办`)).waitFor()
  await contact.show('resident-272-organisation-prefilled')
  expect(await contact.barriers()).toEqual([])
  await fill('您的姓名', '王小满')
  await fill('从业人数', '12')
  await confirmAll()
  await seen(page.getByRole('button', { name: '提交', exact: true })).click()
  await seen(page.getByText(`${title}已提交`)).waitFor()
  await contact.show('resident-273-organisation-sent')
})

test('the office sees which organisation, where, and who acted, and answers', async () => {
  const { page } = worker
  await seen(page.getByRole('button', { name: '查看这项服务' })).click()
  await waitFor(worker, enterprise)
  channel = /[?&]id=(c\w+)/.exec(page.url())?.[1] ?? ''
  await seen(page.getByRole('button', { name: new RegExp(enterprise) })).click()
  await seen(page.getByText('单位申请 · 经办人 王小满')).waitFor()
  await worker.show('gov-desk-274-organisation-request')
  expect(await worker.barriers()).toEqual([])
  await seen(page.getByText('单位提交了申请')).waitFor()
  await seen(page.getByRole('button', { name: '我来办理', exact: true })).click()
  await seen(page.getByText(/由.*办理/)).waitFor()
  await seen(page.getByRole('button', { name: '办结并答复' })).click()
  await seen(page.getByLabel('给居民的答复')).fill('周三上午来清运，请留一位师傅在场。')
  await seen(page.getByRole('dialog').getByRole('button', { name: '办结并答复' })).click()
  await waitFor(worker, '已办结')
  await worker.show('gov-desk-275-organisation-answered')
})

test('the second time nothing is left to type', async () => {
  const { page } = contact
  await page.goto(`${stack.resident}/`)
  await waitFor(contact, `${enterprise} 可以办的事`)
  await seen(page.getByRole('button', { name: new RegExp(`^${enterprise} 可以办的事`) })).click()
  await waitFor(contact, '办过的事')
  await contact.show('resident-276-organisation-asked')
  await seen(page.getByRole('button', { name: new RegExp(`^${title}`) })).click()
  await waitFor(contact, /已为您填好 4 项/)
  await seen(page.getByRole('button', { name: '开始填写' })).click()
  await seen(page.getByRole('button', { name: '都对，一键确认' })).waitFor()
  await contact.show('resident-277-organisation-second')
  await confirmAll()
  await seen(page.getByRole('button', { name: '提交', exact: true })).click()
  await seen(page.getByText(`${title}已提交`)).waitFor()
  await page.setViewportSize(deskSize)
  await seen(page.getByRole('button', { name: '查看办理进展' })).click()
  await page.waitForURL(/pages\/request/)
  await page.reload()
  await seen(page.getByText(`${enterprise} 申请，王小满经办`)).waitFor()
  await contact.show('resident-desk-278-organisation-progress')
  await worker.page.goto(`${stack.gov}/#/channels/one/index?id=${channel}`)
  await worker.page.reload()
  await waitFor(worker, '再次办理不用再填')
  await seen(worker.page.getByText('再次办理不用再填')).scrollIntoViewIfNeeded()
  await worker.show('gov-desk-279-burden')
  expect(await worker.barriers()).toEqual([])
  expect(await contact.barriers()).toEqual([])
  expect([...contact.errors, ...worker.errors]).toEqual([])
})

async function fill(label: string, value: string): Promise<void> {
  const { page } = contact
  const change = seen(page.getByRole('button', { name: `修改${label}` }))
  if ((await change.count()) > 0) await change.click()
  await seen(page.getByLabel(new RegExp(`^${label}`))).fill(value)
}

async function confirmAll(): Promise<void> {
  const all = seen(contact.page.getByRole('button', { name: '都对，一键确认' }))
  if ((await all.count()) > 0) await all.click()
}
