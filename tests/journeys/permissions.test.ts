import { expect, test } from 'vitest'
import { deskSize, type Person, phoneSize, runningStack, signIn } from './browser'
import { aJourney, seen } from './journey'

const stack = runningStack()
const rule = `望京街道统计岗位查看诉求${Date.now() % 10_000}`

const browser = aJourney('permissions')
let keeper: Person

test('the city keeper asks who may see the ledger of a community, and by which rule', async () => {
  keeper = await browser.sit(`${stack.gov}/`, deskSize)
  await signIn(keeper, stack, '19000001001')
  const { page } = keeper
  await seen(page.getByRole('button', { name: /^谁能看什么/ })).click()
  await seen(page.getByRole('combobox', { name: '做什么' })).selectOption({ label: '查看台账' })
  await seen(page.getByRole('button', { name: /^地点：/ })).click()
  const dialog = page.getByRole('dialog', { name: '地点' })
  await dialog.getByRole('searchbox').fill('花家地北里社区')
  await dialog
    .getByRole('list', { name: '找到的地点' })
    .getByRole('button', { name: /^选这里：花家地北里社区/ })
    .first()
    .click()
  await dialog.getByRole('button', { name: '就是这里：花家地北里社区' }).click()
  await seen(page.getByText(/^[1-9]\d* 人可以查看台账$/)).waitFor()
  const people = seen(page.getByRole('table', { name: '可以的人' }))
  const row = people.getByRole('row').nth(1)
  expect(await row.textContent()).toContain('服务办理：在本单位范围内看台账、办诉求')
  await seen(page.getByRole('list', { name: '按角色' }).getByText('服务办理')).waitFor()
  // Counts and people in one picture.
  await people.scrollIntoViewIfNeeded()
  await keeper.show('gov-desk-21-who-may')
  expect(await keeper.barriers()).toEqual([])
})

test('why somebody may, in plain words', async () => {
  const { page } = keeper
  await seen(page.getByRole('table', { name: '可以的人' }).getByRole('button', { name: /^为什么：/ })).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('可以', { exact: true }).waitFor()
  await dialog
    .getByRole('list', { name: '依据的规则' })
    .getByRole('button', { name: /^服务办理/ })
    .waitFor()
  await keeper.show('gov-desk-22-why')
  expect(await keeper.barriers()).toEqual([])
  await dialog.getByRole('button', { name: '关闭' }).click()
})

test('why the district’s coordinator may not', async () => {
  const { page } = keeper
  await seen(page.getByRole('button', { name: '查某个人为什么能、为什么不能' })).click()
  const search = page.getByRole('dialog', { name: '查哪位同事' })
  await search.getByRole('searchbox').fill('1002')
  await search
    .getByRole('list', { name: '找到的人' })
    .getByRole('button', { name: /区级统筹/ })
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('不可以', { exact: true }).waitFor()
  await keeper.show('gov-desk-23-why-not')
  expect(await keeper.barriers()).toEqual([])
  // The link says what was asked: a colleague sees the same.
  expect(page.url()).toMatch(/action=ledger\.read.*why=a[0-9a-z]+/)
  await dialog.getByRole('button', { name: '关闭' }).click()
})

test('a rule is drafted without code, and what it would change is seen before', async () => {
  const { page } = keeper
  await seen(page.getByRole('button', { name: '权限规则' })).click()
  await seen(
    page.getByRole('table', { name: '生效中的规则' }).getByText('服务办理：在本单位范围内看台账、办诉求'),
  ).waitFor()
  await keeper.show('gov-desk-24-rules')
  expect(await keeper.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: '新建规则' })).click()
  await page.getByLabel('名称', { exact: true }).fill(rule)
  await page.getByRole('checkbox', { name: '统计查看' }).check()
  await page.getByRole('button', { name: '加一个单位' }).click()
  const search = page.getByRole('dialog', { name: '给哪个单位的岗位' })
  await search.getByRole('searchbox').fill('望京街道')
  await search
    .getByRole('list', { name: '找到的单位' })
    .getByRole('button', { name: /^望京街道/ })
    .first()
    .click()
  await page.getByRole('checkbox', { name: '查看诉求' }).check()
  await page.getByRole('combobox', { name: '个人信息', exact: true }).selectOption({ label: '打码' })
  await page.getByRole('combobox', { name: '敏感个人信息', exact: true }).selectOption({ label: '打码' })
  await seen(
    page.getByText(
      /^望京街道.*（含下级单位）里角色为“统计查看”的岗位，可以在本单位管理的地点查看诉求；个人信息、敏感个人信息打码$/,
    ),
  ).waitFor()
  await seen(page.getByText(/^[1-9]\d* 人多出权限，0 人失去权限$/)).waitFor()
  await seen(page.getByRole('list', { name: '谁的权限会变' }).getByText(/^多出：在望京街道查看诉求/)).waitFor()
  await keeper.show('gov-desk-25-draft')
  expect(await keeper.barriers()).toEqual([])
})

test('a draft is not lost', async () => {
  const { page } = keeper
  await page.reload()
  await expect.poll(() => page.getByLabel('名称', { exact: true }).inputValue()).toBe(rule)
  await seen(page.getByText(/^[1-9]\d* 人多出权限，0 人失去权限$/)).waitFor()
})

test('saved with its reason it is in force at once', async () => {
  const { page } = keeper
  await page.getByRole('button', { name: '保存规则' }).click()
  const dialog = page.getByRole('dialog', { name: `保存「${rule}」` })
  await dialog.getByText(/^保存以后立即生效：[1-9]\d* 人多出权限/).waitFor()
  await dialog.getByLabel('原因').fill('街道月度分析需要')
  await keeper.show('gov-desk-26-save')
  expect(await keeper.barriers()).toEqual([])
  await dialog.getByRole('button', { name: '保存', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await seen(page.getByRole('heading', { name: rule, exact: true })).waitFor()
  await seen(page.getByText('街道月度分析需要')).waitFor()
  await keeper.show('gov-desk-27-rule')
  expect(await keeper.barriers()).toEqual([])
  await page.goto(`${stack.gov}/#/permissions/grants/index?action=request.read&role=statistics-viewer`)
  await page.reload()
  await seen(page.getByRole('table', { name: '生效中的规则' }).getByRole('button', { name: rule })).click()
})

test('and withdrawn it is gone at once, with its history kept', async () => {
  const { page } = keeper
  await seen(page.getByRole('button', { name: '撤回这条规则' })).click()
  const dialog = page.getByRole('dialog', { name: `撤回「${rule}」` })
  await dialog.getByText(/^0 人多出权限，[1-9]\d* 人失去权限$/).waitFor()
  await dialog.getByLabel('原因').fill('分析已完成')
  await dialog.getByRole('button', { name: '撤回', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await seen(page.getByText('已撤回', { exact: true })).waitFor()
  await seen(page.getByRole('list', { name: '以前的版本' }).getByText('街道月度分析需要', { exact: false })).waitFor()
  await keeper.show('gov-desk-28-withdrawn')
  expect(await keeper.barriers()).toEqual([])
})

test('what I may see and do, on a phone', async () => {
  const { page } = keeper
  await page.setViewportSize(phoneSize)
  await page.goto(`${stack.gov}/#/pages/me/index`)
  await page.reload()
  await seen(page.getByRole('button', { name: '我能看什么、做什么' })).click()
  await seen(page.getByRole('list', { name: '可以做什么' }).getByText(/^设置权限|查询权限/)).waitFor()
  await keeper.show('gov-phone-21-mine')
  expect(await keeper.barriers()).toEqual([])
})

test('no page threw an error', () => {
  expect(keeper.errors).toEqual([])
})
