import { expect, test } from 'vitest'
import { clientFor, signInByPhone } from '../../functions/local/first-service'
import { deskSize, type Person, phoneSize, runningStack, signIn } from './browser'
import { aJourney, seen, waitFor } from './journey'

const stack = runningStack()
const stamp = Date.now() % 10_000
const system = `随手拍${stamp}`
const at = (page: string) => `${stack.gov}/#/${page}`

const browser = aJourney('systems')
let keeper: Person
let key: string
let service: string

/** Nothing of what they see keeps anybody out, on a desk or on a phone. */
async function isOpenToAll({ page, barriers }: Person): Promise<void> {
  const size = page.viewportSize() ?? deskSize
  for (const other of [deskSize, phoneSize]) {
    await page.setViewportSize(other)
    expect(await barriers()).toEqual([])
  }
  await page.setViewportSize(size)
}

/** What stands in a dialog to be copied, by its label. */
const copied = async (dialog: ReturnType<Person['page']['getByRole']>, nth = 0): Promise<string> =>
  ((await dialog.locator('.g-verbatim').nth(nth).textContent()) ?? '').trim()

test('a district opens its service for whatever people say to other systems, on the service’s own page', async () => {
  const district = await browser.sit(`${stack.gov}/`, phoneSize)
  await signIn(district, stack, '19000001002')
  const { page } = district
  await page.goto(at('pages/channels/index'))
  await seen(page.getByRole('button', { name: /^说件事/ })).click()
  const open = seen(page.getByRole('button', { name: '开放给其他系统', exact: true }))
  const close = seen(page.getByRole('button', { name: '不再开放给其他系统' }))
  await open.or(close).first().waitFor()
  // On a stack that was walked before it is open already.
  if ((await close.count()) > 0) {
    await close.click()
    await page.getByRole('dialog').getByRole('button', { name: '不再开放', exact: true }).click()
  }
  await open.click()
  const dialog = page.getByRole('dialog', { name: '开放给其他系统' })
  await dialog.waitFor()
  await district.show('gov-phone-190-open-service')
  await isOpenToAll(district)
  await dialog.getByRole('button', { name: '开放', exact: true }).click()
  await close.waitFor()
})

test('who lets systems in sets up what one is told; the secret is told once', async () => {
  keeper = await browser.sit(`${stack.gov}/`, deskSize)
  await signIn(keeper, stack, '19000001001')
  const { page } = keeper
  await seen(page.getByRole('button', { name: /^谁能看什么/ })).click()
  await seen(page.getByRole('button', { name: '其他系统' })).click()
  await seen(page.getByRole('button', { name: '登记系统' })).click()
  const naming = page.getByRole('dialog', { name: '登记一个系统' })
  await naming.getByLabel('系统名称').fill(system)
  await naming.getByRole('button', { name: '登记，取得密钥' }).click()
  await page
    .getByRole('dialog', { name: `“${system}”的密钥` })
    .getByRole('button', { name: '已经存好，关闭' })
    .click()

  await page.goto(at('pages/channels/index'))
  await seen(page.getByRole('button', { name: /^系统对接/ })).click()
  await waitFor(keeper, system)
  await waitFor(keeper, '开放给其他系统的服务')
  service = /c[0-9a-z]{12}/.exec((await seen(page.getByText(/^服务代码/)).textContent()) ?? '')?.[0] ?? ''
  expect(service).not.toBe('')
  await keeper.show('gov-desk-191-systems')
  await isOpenToAll(keeper)

  await seen(page.getByRole('button', { name: new RegExp(`^${system}`) })).click()
  await seen(page.getByRole('button', { name: '新建推送' })).click()
  const making = page.getByRole('dialog', { name: '新建推送' })
  await making.getByRole('button', { name: '新建，取得密钥' }).click()
  await making.getByText('请填写接收地址').waitFor()
  await making.getByLabel('接收地址').fill('https://hooks.example.cn/zmht')
  await making.getByRole('checkbox', { name: '来了新诉求' }).click()
  await keeper.show('gov-desk-192-new-hook')
  await isOpenToAll(keeper)
  await making.getByRole('button', { name: '新建，取得密钥' }).click()
  const told = page.getByRole('dialog', { name: `“${system}”验签用的密钥` })
  await told.waitFor()
  const secret = await copied(told)
  expect(secret).toMatch(/^whsec_/)
  await page.keyboard.press('Escape')
  await told.getByText('还没有复制', { exact: true }).waitFor()
  await told.getByRole('button', { name: '已经存好，关闭' }).click()
  await told.waitFor({ state: 'detached' })
  await page.reload()
  await seen(page.getByText('https://hooks.example.cn/zmht')).waitFor()
  expect(await page.content()).not.toContain(secret)
})

test('a subscription is switched off and on, sent again, and given another secret', async () => {
  const { page } = keeper
  await seen(page.getByRole('button', { name: '停用' })).click()
  await page.getByRole('dialog').getByRole('button', { name: '停用', exact: true }).click()
  await seen(page.getByText('已停用', { exact: true })).waitFor()
  await seen(page.getByRole('button', { name: '启用' })).click()
  await seen(page.getByText('正常', { exact: true })).waitFor()
  await seen(page.getByRole('button', { name: '补发' })).click()
  const again = page.getByRole('dialog', { name: '补发' })
  await again.getByRole('radio', { name: '最近七天' }).click()
  await again.getByRole('button', { name: '补发', exact: true }).click()
  await seen(page.getByText('这段时间没有要补发的')).waitFor()
  await seen(page.getByRole('button', { name: '换密钥', exact: true })).click()
  await page.getByRole('dialog').getByRole('button', { name: '换，取得新密钥' }).click()
  const told = page.getByRole('dialog', { name: `“${system}”的新密钥` })
  expect(await copied(told)).toMatch(/^whsec_/)
  await told.getByRole('button', { name: '已经存好，关闭' }).click()
})

test('its work orders are bound to a service', async () => {
  const { page } = keeper
  await seen(page.getByRole('button', { name: '选一项服务接工单' })).click()
  const binding = page.getByRole('dialog', { name: `接“${system}”的工单` })
  await binding.getByRole('button', { name: '就用这项服务' }).click()
  await binding.getByText('请先选一个地方').waitFor()
  await keeper.show('gov-desk-193-orders')
  await isOpenToAll(keeper)
  await binding.getByRole('button', { name: /没写地址的工单放在哪里/ }).click()
  const where = page.getByRole('dialog', { name: '没写地址的工单放在哪里' })
  await where.getByRole('searchbox').fill('花家地北里社区')
  await where
    .getByRole('list', { name: '找到的地点' })
    .getByRole('button', { name: /^选这里：花家地北里社区/ })
    .first()
    .click()
  await where.getByRole('button', { name: '就是这里：花家地北里社区' }).click()
  await binding.getByRole('radio', { name: '说件事' }).first().click()
  await keeper.show('gov-desk-198-orders-bound')
  await isOpenToAll(keeper)
  await binding.getByRole('button', { name: '就用这项服务' }).click()
  await seen(page.getByText('按“说件事”受理')).waitFor()
  await seen(page.getByText(/^没写地址的，放在.*花家地北里社区$/)).waitFor()
})

test('with a key of Open311 an application sends a request in, and follows it', async () => {
  const { page } = keeper
  await seen(page.getByRole('button', { name: '发 Open311 密钥' })).click()
  await page.getByRole('dialog').getByRole('button', { name: '取得密钥' }).click()
  const told = page.getByRole('dialog', { name: `“${system}”的 Open311 密钥` })
  await told.waitFor()
  key = await copied(told)
  const jurisdiction = await copied(told, 1)
  await keeper.show('gov-desk-194-open311-key')
  await isOpenToAll(keeper)
  await told.getByRole('button', { name: '已经存好，关闭' }).click()
  await told.waitFor({ state: 'detached' })
  await seen(page.getByText(new RegExp(`末四位 ${key.slice(-4)}`))).waitFor()
  await keeper.show('gov-desk-195-system')
  await isOpenToAll(keeper)

  const open311 = `${stack.gov}/api/open311/v2`
  const sent = await fetch(`${open311}/requests.json`, {
    method: 'POST',
    body: new URLSearchParams({
      api_key: key,
      jurisdiction_id: jurisdiction,
      service_code: service,
      address_string: '花家地北里3号楼2单元',
      last_name: '孙',
      first_name: '小满',
      phone: '13900000001',
      description: `3号楼2单元的电梯又坏了，老人下不来楼（${stamp}）`,
    }),
  })
  const body = await sent.text()
  expect([sent.status, body]).toEqual([200, expect.stringContaining('service_request_id')])
  const id = JSON.parse(body)[0].service_request_id
  const query = new URLSearchParams({ api_key: key, jurisdiction_id: jurisdiction })
  const read = await fetch(`${open311}/requests/${id}.xml?${query}`)
  expect(read.headers.get('content-type')).toBe('text/xml; charset=utf-8')
  expect(await read.text()).toContain('<status>open</status>')
})

test('on the phone the keys are ended with one tap and a word about what comes of it', async () => {
  const phone = await browser.sit(`${stack.gov}/`, phoneSize)
  await signIn(phone, stack, '19000001902')
  const { page } = phone
  await page.goto(at('channels/systems/index'))
  await seen(page.getByRole('button', { name: new RegExp(`^${system}`) })).click()
  await waitFor(phone, '推送出去')
  await phone.show('gov-phone-196-system')
  await isOpenToAll(phone)
  await seen(page.getByRole('button', { name: '作废全部密钥' })).click()
  await page.getByRole('dialog').getByRole('button', { name: '作废', exact: true }).click()
  await seen(page.getByText('还没有 Open311 密钥')).waitFor()
  const query = new URLSearchParams({ api_key: key, jurisdiction_id: '110000' })
  expect((await fetch(`${stack.gov}/api/open311/v2/requests.json?${query}`)).status).toBe(403)
})

test('what workers decided appeals are about is read by the city', async () => {
  const session = await signInByPhone(`${stack.gov}/api`, `${stack.outside}/sms`, 'gov', '19000001001')
  const city = clientFor(`${stack.gov}/api`, session.accessToken)
  const me = await city.permissions.me()
  expect(me.kind).toBe('official')
  const { page } = keeper
  await page.goto(at('channels/corrections/index'))
  await seen(page.getByText(/都记在这里/)).waitFor()
  await keeper.show('gov-desk-197-corrections')
  await isOpenToAll(keeper)
})

test('nobody saw an error', () => {
  expect(keeper.errors).toEqual([])
})
