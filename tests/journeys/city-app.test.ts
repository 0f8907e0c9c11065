import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { clientFor, signInByPhone } from '../../functions/local/first-service'
import { deskSize, phoneSize, runningStack, signIn } from './browser'
import { aJourney, seen } from './journey'

const stack = runningStack()
const browser = aJourney('city-app')
const app = `${stack.outside}/app`
const phone = '19000009002'

const enter = (page: Page) => seen(page.getByRole('button', { name: '用这个账号进入' })).click()

test('a resident opens us from the App of their city and is signed in, with the phone’s account', async () => {
  const person = await browser.sit(app, phoneSize)
  const { page } = person
  const exchanged = page.waitForResponse(/\/sessions\/token-exchange$/)
  await seen(page.getByRole('link', { name: new RegExp(phone) })).click()
  const { me } = await (await exchanged).json()
  await seen(page.getByText('手机尾号 9002')).waitFor()
  await person.show('resident-259-whose-account')
  expect(await person.barriers()).toEqual([])
  await enter(page)
  await seen(page.getByText('花家地西里').first()).waitFor()
  expect(await page.getByLabel('手机号').count()).toBe(0)
  // Nobody who copies the address, or goes back, has the token.
  expect(page.url()).not.toContain('id_token')
  await person.show('resident-260-from-app')
  expect(await person.barriers()).toEqual([])
  await page.reload()
  await seen(page.getByText('花家地西里').first()).waitFor()
  const known = await signInByPhone(`${stack.resident}/api`, `${stack.outside}/sms`, 'resident', phone)
  expect(me.id).toBe(known.me.id)
  expect(person.errors).toEqual([])
})

test('who is signed in already is whom the App says from then on', async () => {
  const person = await browser.sit(`${app}/open?phone=19000009001`, phoneSize)
  const { page } = person
  await enter(page)
  await seen(page.getByText('花家地北里').first()).waitFor()
  // The same again is not asked.
  await page.goto(`${app}/open?phone=19000009001`)
  await seen(page.getByText('花家地北里').first()).waitFor()
  await page.goto(`${app}/open?phone=${phone}`)
  await enter(page)
  await seen(page.getByText('已换成您在 App 里的账号')).waitFor()
  await seen(page.getByText('花家地西里').first()).waitFor()
  expect(page.url()).not.toContain('id_token')
  expect(person.errors).toEqual([])
})

test('an address somebody else handed on is refused with one tap', async () => {
  const person = await browser.sit(`${app}/open?phone=${phone}`, phoneSize)
  const { page } = person
  await seen(page.getByRole('button', { name: '这不是我' })).click()
  await seen(page.getByLabel('手机号')).waitFor()
  await page.reload()
  await seen(page.getByLabel('手机号')).waitFor()
})

test('a token that is no token leads to the phone number, and says so', async () => {
  const person = await browser.sit(`${stack.resident}/#id_token=not.a.token`, phoneSize)
  const { page } = person
  await seen(page.getByText(/没有从 App 确认您的身份/)).waitFor()
  await seen(page.getByLabel('手机号')).waitFor()
  expect(page.url()).not.toContain('id_token')
  await person.show('resident-261-from-app-refused')
  expect(await person.barriers()).toEqual([])
  expect(person.errors).toEqual([])
})

test('a token is good once: its address opened again signs nobody in', async () => {
  const answer = await fetch(`${app}/open?phone=${phone}`, { redirect: 'manual' })
  const address = answer.headers.get('location') ?? ''
  expect(address).toContain('#id_token=')
  const first = await browser.sit(address, phoneSize)
  await enter(first.page)
  await seen(first.page.getByText('花家地西里').first()).waitFor()
  const second = await browser.sit(address, phoneSize)
  await seen(second.page.getByText(/没有从 App 确认您的身份/)).waitFor()
})

test('who lets systems in registers an App, and switches it off', async () => {
  const keeper = await browser.sit(`${stack.gov}/`, deskSize)
  await signIn(keeper, stack, '19000001902')
  const { page } = keeper
  await seen(page.getByRole('button', { name: /^谁能看什么/ })).waitFor()
  await page.goto(`${stack.gov}/#/channels/systems/index`)
  const name = `区政务 App ${Date.now() % 10_000}`
  await seen(page.getByText('市民 App（演示）')).waitFor()
  await seen(page.getByRole('button', { name: '登记 App' })).click()
  const sheet = page.getByRole('dialog', { name: '登记 App' })
  await sheet.getByRole('button', { name: '登记', exact: true }).click()
  await sheet.getByText('请填写 App 名称').waitFor()
  await sheet.getByLabel('App 名称').fill(name)
  await sheet.getByLabel('签发方（iss）').fill(`https://app${Date.now()}.example.cn`)
  await sheet.getByLabel('我们在它那里的编号（aud）').fill('zhengmin')
  await sheet.getByLabel('公钥地址（JWKS）').fill('http://10.0.0.8/jwks')
  await sheet.getByRole('switch', { name: '手机号算数' }).click()
  await sheet.getByRole('button', { name: '登记', exact: true }).click()
  await sheet.getByText('有内容需要修改').waitFor()
  await sheet.getByLabel('公钥地址（JWKS）').fill('https://app.example.cn/jwks')
  await keeper.show('gov-desk-262-new-app')
  expect(await keeper.barriers()).toEqual([])
  await sheet.getByRole('button', { name: '登记', exact: true }).click()
  await sheet.waitFor({ state: 'detached' })
  await seen(page.getByRole('button', { name: `停用：${name}` })).scrollIntoViewIfNeeded()
  await keeper.show('gov-desk-263-apps')
  expect(await keeper.barriers()).toEqual([])
  await page.setViewportSize(phoneSize)
  await seen(page.getByRole('button', { name: `停用：${name}` })).scrollIntoViewIfNeeded()
  await keeper.show('gov-phone-264-apps')
  expect(await keeper.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: `停用：${name}` })).click()
  await page.getByRole('dialog').getByRole('button', { name: '停用', exact: true }).click()
  await seen(page.getByRole('button', { name: `启用：${name}` })).waitFor()
  const { accessToken } = await signInByPhone(`${stack.gov}/api`, `${stack.outside}/sms`, 'gov', '19000001001')
  const { items } = await clientFor(`${stack.gov}/api`, accessToken).permissions.issuers()
  expect(items.find((one) => one.name === name)).toMatchObject({ on: false, vouches: ['phone_number'] })
  expect(keeper.errors).toEqual([])
})
