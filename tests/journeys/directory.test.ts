import { expect, test } from 'vitest'
import { deskSize, type Person, phoneSize, runningStack, signIn } from './browser'
import { aJourney, seen } from './journey'

const stack = runningStack()
const stamp = Date.now() % 10_000
/** Somebody of the demonstration whom no other journey meets. */
const colleague = { name: '何春分', phone: '19000001011', community: '望京西园四区社区' }
/** In China. */
const yesterday = new Date(Date.now() - 16 * 3_600_000).toISOString().slice(0, 10)
/** Somebody new, recorded a day late. */
const newcomer = { name: '钱谷雨', phone: `1900002${String(stamp).padStart(4, '0')}` }

const browser = aJourney('directory')
let keeper: Person

test('the district finds a colleague in the address book by typing, and sees the whole number', async () => {
  keeper = await browser.sit(`${stack.gov}/`, deskSize)
  await signIn(keeper, stack, '19000001002')
  const { page } = keeper
  await seen(page.getByRole('button', { name: /^通讯录/ })).click()
  await seen(page.getByRole('heading', { name: '朝阳区人民政府' })).waitFor()
  await page.keyboard.press('/')
  await page.keyboard.press('/')
  await page.keyboard.type('hcf')
  const people = seen(page.getByRole('list', { name: '找到的人员' }))
  await people.getByRole('button', { name: new RegExp(`^${colleague.name}`) }).waitFor()
  await people.getByText(colleague.phone, { exact: true }).waitFor()
  await people.getByRole('button', { name: `复制${colleague.name}的号码` }).waitFor()
  expect(page.url()).toContain('q=hcf')
  await keeper.show('gov-desk-31-address-book')
  expect(await keeper.barriers()).toEqual([])
})

test('on a phone the same link is one tap from the call', async () => {
  const { page } = keeper
  await page.setViewportSize(phoneSize)
  await page.reload()
  await seen(page.getByRole('button', { name: `打电话给${colleague.name}` })).waitFor()
  await keeper.show('gov-phone-11-address-book')
  expect(await keeper.barriers()).toEqual([])
  await page.setViewportSize(deskSize)
  await page.reload()
})

test('somebody new is appointed to a post, with what follows named before', async () => {
  const { page } = keeper
  await seen(page.getByRole('searchbox')).fill(colleague.community)
  await seen(
    page.getByRole('list', { name: '找到的单位' }).getByRole('button', { name: new RegExp(`^${colleague.community}`) }),
  ).click()
  await seen(page.getByRole('button', { name: '任命社工' })).waitFor()
  await keeper.show('gov-desk-32-organisation')
  expect(await keeper.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: '任命社工' })).click()
  await seen(page.getByRole('radio', { name: '新来的人' })).click()
  await page.getByLabel('姓名').fill(newcomer.name)
  await page.getByLabel('工作手机号').fill(newcomer.phone)
  await page.getByLabel('从哪一天起').fill(yesterday)
  await page.getByLabel('原因').fill('新招录')
  await page.getByRole('button', { name: '下一步：看后果' }).click()
  await seen(page.getByText(`${newcomer.name}用手机号 ${newcomer.phone} 登录，不用另外开通。`)).waitFor()
  await page.getByRole('button', { name: '办理任职' }).click()
  await seen(page.getByRole('heading', { name: '已生效' })).waitFor()
  await seen(page.getByRole('button', { name: `看${newcomer.name}` })).click()
  await seen(page.getByRole('heading', { name: newcomer.name })).waitFor()
})

test('they are transferred to another community, and a colleague takes over', async () => {
  const { page } = keeper
  await seen(page.getByRole('button', { name: '办理人事变动' })).click()
  await page.getByRole('dialog').getByRole('button', { name: /^调动/ }).click()
  await seen(page.getByRole('button', { name: /^调到哪个岗位/ })).click()
  const dialog = page.getByRole('dialog', { name: '调到哪个岗位' })
  await dialog.getByRole('searchbox').fill('花家地西里社区')
  await dialog
    .getByRole('list', { name: '找到的单位' })
    .getByRole('button', { name: /^花家地西里社区/ })
    .click()
  await dialog.getByRole('button', { name: /^社工/ }).click()
  await dialog.waitFor({ state: 'detached' })
  const successor = seen(page.getByRole('combobox', { name: /谁来接手没办完的事/ }))
  const offered = await successor.getByRole('option').allTextContents()
  const chosen = offered.find((words) => words.startsWith(colleague.name))
  if (chosen === undefined) throw new Error(`${colleague.name} is not offered: ${offered.join(' | ')}`)
  await successor.selectOption({ label: chosen })
  await page.getByLabel('原因').fill('社区之间轮岗')
  await keeper.show('gov-desk-33-transfer')
  expect(await keeper.barriers()).toEqual([])
  await page.getByRole('button', { name: '下一步：看后果' }).click()
  await seen(
    page.getByText(`${newcomer.name}从今天起不再看到${colleague.community}的台账和诉求，已经登录的手机和电脑也一样。`),
  ).waitFor()
  await seen(page.getByText(`手上没办完的事交给${colleague.name}。`)).waitFor()
  await keeper.show('gov-desk-34-consequences')
  expect(await keeper.barriers()).toEqual([])
  await page.getByRole('button', { name: '办理调动' }).click()
  await seen(page.getByRole('heading', { name: '已生效' })).waitFor()
  await keeper.show('gov-desk-35-transferred')
})

test('their page shows where they are, where they were, and why', async () => {
  const { page } = keeper
  await seen(page.getByRole('button', { name: `看${newcomer.name}` })).click()
  const posts = seen(page.getByRole('list', { name: '岗位经历' }))
  await posts.getByText(/^花家地西里社区.* · 社工（进行中）$/).waitFor()
  await posts.getByText(new RegExp(`^${colleague.community}.* · 社工（已完成）$`)).waitFor()
  const history = seen(page.getByRole('list', { name: '变动记录' }))
  await history.getByText(/调到花家地西里社区/).waitFor()
  await history.getByText(/原因：社区之间轮岗/).waitFor()
  await keeper.show('gov-desk-36-official')
  expect(await keeper.barriers()).toEqual([])
  await page.setViewportSize(phoneSize)
  await page.reload()
  await seen(page.getByRole('button', { name: `打电话给${newcomer.name}` })).waitFor()
  await keeper.show('gov-phone-12-official')
  expect(await keeper.barriers()).toEqual([])
})

test('no page threw an error', () => {
  expect(keeper.errors).toEqual([])
})
