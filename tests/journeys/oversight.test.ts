import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { deskSize, type Person, phoneSize, runningStack, signIn } from './browser'
import { aJourney, seen } from './journey'

/**
 * Another system of the city is let in, asks, and is shut out; an auditor sees who did that, and that a sealed day is still what it was.
 */
const stack = runningStack()
const system = `一网统管平台${Date.now() % 10_000}`

const browser = aJourney('oversight')
let keeper: Person
let auditor: Person
let clientId: string
let secret: string

/** As the engineers of the system do it, by the example on the page. */
const askForToken = (clientSecret: string) =>
  fetch(`${stack.gov}/api/access/v1/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
    }),
  })

async function tokenFor(clientSecret: string): Promise<string> {
  const reply = await askForToken(clientSecret)
  expect(reply.status).toBe(200)
  const body: { access_token: string } = await reply.json() // as RFC 6749 says
  return body.access_token
}

const ask = (token: string, question: string) =>
  fetch(`${stack.gov}/api/access/v1/evaluation`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: question,
  })

/** The secret stands in the dialog as it is to be copied. */
async function toldIn(dialog: Locator): Promise<void> {
  const verbatim = dialog.locator('.g-verbatim')
  clientId = (await verbatim.nth(0).textContent()) ?? ''
  secret = (await verbatim.nth(1).textContent()) ?? ''
  expect(clientId).toMatch(/^k[0-9a-z]{20}$/)
  expect(secret.length).toBeGreaterThan(40)
}

let token: string
let question: string

test('a system is registered, and its secret is told once', async () => {
  keeper = await browser.sit(`${stack.gov}/`, deskSize)
  await signIn(keeper, stack, '19000001001')
  const { page } = keeper
  await seen(page.getByRole('button', { name: /^谁能看什么/ })).click()
  await seen(page.getByRole('button', { name: '其他系统' })).click()
  await seen(page.getByRole('button', { name: '登记系统' })).click()
  const dialog = page.getByRole('dialog', { name: '登记一个系统' })
  await dialog.getByRole('button', { name: '登记，取得密钥' }).click()
  await dialog.getByText('请填写系统名称').waitFor()
  await dialog.getByLabel('系统名称').fill(system)
  await keeper.show('gov-desk-41-let-in')
  expect(await keeper.barriers()).toEqual([])
  await dialog.getByRole('button', { name: '登记，取得密钥' }).click()
  const told = page.getByRole('dialog', { name: `“${system}”的密钥` })
  await toldIn(told)
  await keeper.show('gov-desk-42-secret')
  expect(await keeper.barriers()).toEqual([])
  // Not copied yet: the first attempt to leave only warns.
  await page.keyboard.press('Escape')
  await told.getByText('还没有复制密钥').waitFor()
  await told.getByRole('button', { name: '已经存好，关闭' }).click()
  await told.waitFor({ state: 'detached' })
  await seen(page.getByRole('group', { name: system })).waitFor()
  await page.reload()
  await seen(page.getByRole('group', { name: system })).waitFor()
  expect(await page.content()).not.toContain(secret)
})

test('it asks by the example on the page, and is answered', async () => {
  const { page } = keeper
  await seen(page.getByRole('button', { name: '展开地址和例子' })).click()
  const example = (await seen(page.getByText('/access/v1/evaluation \\')).textContent()) ?? ''
  question = /-d '(.*)'/.exec(example)?.[1] ?? ''
  expect(question).toContain('"official"')
  await keeper.show('gov-desk-43-systems')
  expect(await keeper.barriers()).toEqual([])
  token = await tokenFor(secret)
  const reply = await ask(token, question.replace('ledger.read', 'permission.write'))
  expect(await reply.json()).toMatchObject({ decision: true })
  expect(await (await ask(token, question)).json()).toMatchObject({ decision: false })
})

test('with a new secret the former ends at once', async () => {
  const { page } = keeper
  await seen(page.getByRole('button', { name: `更换密钥：${system}` })).click()
  const dialog = page.getByRole('dialog', { name: `更换密钥：${system}` })
  await dialog.getByText(/^原来的密钥立即作废/).waitFor()
  await dialog.getByRole('button', { name: '更换，取得新密钥' }).click()
  const told = page.getByRole('dialog', { name: `“${system}”的密钥` })
  const former = secret
  await toldIn(told)
  await told.getByRole('button', { name: '已经存好，关闭' }).click()
  expect((await askForToken(former)).status).toBe(401)
  token = await tokenFor(secret)
})

test('ended, it gets no token and the one it has is worth nothing', async () => {
  const { page } = keeper
  await seen(page.getByRole('button', { name: `停用：${system}` })).click()
  const dialog = page.getByRole('dialog', { name: `停用：${system}` })
  await keeper.show('gov-desk-44-end')
  expect(await keeper.barriers()).toEqual([])
  await dialog.getByRole('button', { name: '停用', exact: true }).click()
  await seen(page.getByRole('button', { name: `重新接入：${system}` })).waitFor()
  expect((await askForToken(secret)).status).toBe(401)
  expect((await ask(token, question)).status).toBe(401)
})

test('an auditor reads a sealed day again, to see that it is whole', async () => {
  auditor = await browser.sit(`${stack.gov}/`, deskSize)
  await signIn(auditor, stack, '19000001901')
  const { page } = auditor
  await seen(page.getByRole('button', { name: /^审计/ })).click()
  const days = seen(page.getByRole('table', { name: '封存的日子' }))
  await days.or(seen(page.getByText('还没有封存的日子'))).waitFor()
  // The first day of a stack is sealed within its first minute or two.
  if (await days.isVisible()) {
    await days.getByRole('row').nth(1).getByRole('button').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '重新核对' }).click()
    await dialog.getByText(/^核对一致：\d+ 条记录没有被改动/).waitFor()
    await auditor.show('gov-desk-45-whole')
    expect(await auditor.barriers()).toEqual([])
    await dialog.getByRole('button', { name: '关闭' }).click()
    await days.getByText('核对一致').waitFor()
  }
  await auditor.show('gov-desk-46-seals')
  expect(await auditor.barriers()).toEqual([])
})

test('and opens what an official did', async () => {
  const { page } = auditor
  await seen(page.getByRole('button', { name: '查一个人' })).click()
  const search = page.getByRole('dialog', { name: '查谁的记录' })
  await search.getByRole('searchbox').fill('1001')
  await search
    .getByRole('list', { name: '找到的人' })
    .getByRole('button', { name: /市级统筹/ })
    .click()
  const record = seen(page.getByRole('table', { name: '审计记录' }))
  const newest = record.getByRole('row').filter({ hasText: '更改其他系统' }).first()
  expect(await newest.textContent()).toContain(clientId)
  expect(await newest.textContent()).toContain('已办')
  await auditor.show('gov-desk-47-record')
  expect(await auditor.barriers()).toEqual([])
})

test('also on a phone, from the person’s page', async () => {
  const { page } = auditor
  await seen(page.getByRole('button', { name: /岗位和联系方式$/ })).click()
  await page.setViewportSize(phoneSize)
  await seen(page.getByRole('button', { name: '审计记录' })).click()
  await seen(page.getByRole('list', { name: '审计记录' })).waitFor()
  await auditor.show('gov-phone-41-record')
  expect(await auditor.barriers()).toEqual([])
})

test('no page threw an error', () => {
  expect(keeper.errors).toEqual([])
  expect(auditor.errors).toEqual([])
})
