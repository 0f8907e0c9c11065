import { expect, test } from 'vitest'
import { type Person, phoneSize, runningStack, signIn } from './browser'
import { aJourney, seen, waitFor } from './journey'
import './one-story'

const stack = runningStack()
const stamp = Date.now() % 10_000
const said = `花家地北里3号楼2单元的电梯坏了三天没人修，请尽快修好（总览 ${stamp}）`
const words = `请今天联系居民（${stamp}）`

/** What a change may take until a leader sees it, in milliseconds: two seconds, and twice as much again while the machine that runs all of it is busy. */
const live = 2000
const leeway = 4000

const browser = aJourney('overview')
let leader: Person
let resident: Person

/** A number of the place itself, as it stands on the page. */
async function numberOf({ page }: Person, name: string): Promise<string> {
  const numbers = page.getByRole('group', { name: '朝阳区的数' })
  const text = await seen(numbers.getByRole('button', { name: new RegExp(`^${name}`) })).textContent()
  return (text ?? '').replace(name, '').trim()
}

test('a district head opens the board at a desk and sees the numbers, worst first, and what stalls', async () => {
  leader = await browser.sit(`${stack.gov}/`, { width: 1440, height: 900 })
  await signIn(leader, stack, '19000001002')
  const { page } = leader
  await seen(page.getByRole('navigation', { name: '主导航' }).getByRole('button', { name: '总览' })).click()
  await waitFor(leader, '卡在哪里')
  await seen(page.getByRole('table', { name: /^朝阳区各处/ })).waitFor()
  await leader.show('gov-desk-510-board')
  expect(await leader.barriers()).toEqual([])
  expect(await numberOf(leader, '在办诉求')).toMatch(/^\d+$/)
})

test('a resident says what is wrong: the open page tells it within two seconds, without being loaded again', async () => {
  const before = Number(await numberOf(leader, '在办诉求'))
  resident = await browser.sit(`${stack.resident}/`, phoneSize)
  await signIn(resident, stack, '19000009001')
  const { page } = resident
  await seen(page.getByRole('button', { name: '说件事' })).click()
  await seen(page.getByRole('textbox', { name: /^说说是什么事/ })).fill(said)
  await waitFor(resident, '会转给：')
  const confirm = page.getByRole('button', { name: '都对，一键确认' })
  if ((await confirm.count()) > 0) await seen(confirm).click()
  // What counts is from when it was kept: how fast the machine takes it in is another matter.
  const kept = page.waitForResponse(
    (answer) => answer.request().method() === 'PUT' && answer.url().includes('/requests/'),
  )
  await seen(page.getByRole('button', { name: '提交', exact: true })).click()
  await kept
  const sent = Date.now()
  await expect.poll(() => numberOf(leader, '在办诉求'), { timeout: 15_000, interval: 50 }).toBe(String(before + 1))
  const took = Date.now() - sent
  process.stdout.write(`seen by the leader ${took} ms after it was kept\n`)
  expect(took).toBeLessThan(live + leeway)
  expect(leader.errors).toEqual([])
})

test('whoever is responsible for a place is two taps away, by telephone or by a word', async () => {
  const { page } = leader
  await seen(page.getByRole('button', { name: '联系望京街道' })).click()
  await seen(page.getByRole('dialog').getByRole('button', { name: /^给.*发消息$/ })).waitFor()
  await leader.show('gov-desk-511-people')
  expect(await leader.barriers()).toEqual([])
  await seen(page.getByRole('dialog').getByRole('button', { name: /^给.*发消息$/ })).click()
  await seen(page.getByLabel('想说的话')).fill(words)
  await seen(page.getByRole('dialog').getByRole('button', { name: '发出' })).click()
  await waitFor(leader, /^已发给/)
  const theirs = await browser.sit(`${stack.gov}/`, phoneSize)
  await signIn(theirs, stack, '19000001003')
  await waitFor(theirs, words)
  await theirs.show('gov-phone-512-words')
  expect(await theirs.barriers()).toEqual([])
  await seen(theirs.page.getByRole('button', { name: '知道了' })).click()
  await seen(theirs.page.getByText(words)).waitFor({ state: 'detached' })
})

test('on a phone the same: one number at a time, down to the community', async () => {
  const phone = await browser.sit(`${stack.gov}/`, phoneSize)
  await signIn(phone, stack, '19000001003')
  const { page } = phone
  await seen(page.getByText('各处的数、卡在哪里、找谁，打开着会自动更新')).click()
  await waitFor(phone, '今早简报')
  await phone.show('gov-phone-513-board')
  expect(await phone.barriers()).toEqual([])
  await seen(page.getByRole('combobox', { name: '按哪个数看' })).selectOption({ label: '在办诉求' })
  await phone.show('gov-phone-514-rows')
  await seen(page.getByRole('button', { name: /^花家地北里/ })).click()
  await waitFor(phone, '超时的事')
  await phone.show('gov-phone-515-community')
  expect(await phone.barriers()).toEqual([])
})
