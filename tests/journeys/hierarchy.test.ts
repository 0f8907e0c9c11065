import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { deskSize, openBrowser, type Person, phoneSize, runningStack, signIn } from './browser'

const stack = runningStack()
const stamp = Date.now() % 10_000
const compound = `晨光家园${stamp}`

let browser: Awaited<ReturnType<typeof openBrowser>>
let resident: Person
let organiser: Person

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
})

/** What everybody saw when it went wrong. */
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  for (const [who, person] of Object.entries({ resident, organiser })) {
    await person?.page.screenshot({ path: join(tmpdir(), `zmht-failed-${who}.png`) }).catch(() => undefined)
  }
  console.log(`screenshots of the failure: ${join(tmpdir(), 'zmht-failed-*.png')}`)
})

const at = (path: string) => `/#/${path}`
const seen = (locator: Locator) => locator.filter({ visible: true }).first()

/** Counts every press of a finger. */
function finger() {
  let taps = 0
  return {
    tap: async (on: Locator) => {
      taps++
      await on.click()
    },
    taps: () => taps,
  }
}

test('somebody new says where they live in four taps: their city, and the address as it is written on a letter', async () => {
  resident = await browser.sit(`${stack.resident}/`, phoneSize)
  const { page } = resident
  await signIn(resident, stack, `1770000${String(stamp).padStart(4, '0')}`)
  await page.getByRole('button', { name: '同意并继续' }).click()
  const search = page.getByRole('searchbox')
  await search.waitFor()
  const { tap, taps } = finger()
  await tap(page.getByRole('button', { name: '北京市' }))
  await tap(search)
  await search.fill('朝阳区望京街道花家地北里三号楼2单元502室')
  const found = page.getByRole('list', { name: '找到的地点' }).getByRole('button', { name: /3号楼 2单元 502/ })
  await found.waitFor()
  await resident.show('resident-11-address')
  expect(await resident.barriers()).toEqual([])
  await tap(found)
  await tap(page.getByRole('button', { name: /^就是这里：.*3号楼 2单元 502$/ }))
  await seen(page.getByText('花家地北里 3号楼 2单元 502')).waitFor()
  expect(taps()).toBeLessThanOrEqual(4)
  await resident.show('resident-12-home')
})

test('somebody with a home moves to the next building in four taps: by its numbers', async () => {
  const { page } = resident
  await page.goto(`${stack.resident}${at('mine/homes/index')}`)
  const { tap, taps } = finger()
  await tap(seen(page.getByRole('button', { name: /^搬家了，或还有别的地址/ })))
  const dialog = page.getByRole('dialog', { name: '选择地址' })
  const search = dialog.getByRole('searchbox')
  await search.waitFor()
  await resident.show('resident-13-nearby')
  expect(await resident.barriers()).toEqual([])
  await tap(search)
  await search.fill('2-1-302')
  await tap(dialog.getByRole('list', { name: '找到的地点' }).getByRole('button', { name: /2号楼 1单元 302/ }))
  await tap(dialog.getByRole('button', { name: /^就是这里：.*2号楼 1单元 302$/ }))
  await dialog.waitFor({ state: 'detached' })
  await seen(page.getByText('花家地北里 2号楼 1单元 302')).waitFor()
  expect(taps()).toBeLessThanOrEqual(4)
})

test('the subdistrict looks at its places and who is answerable for them', async () => {
  organiser = await browser.sit(`${stack.gov}/`, deskSize)
  await signIn(organiser, stack, '19000001003')
  const { page } = organiser
  await seen(page.getByRole('button', { name: /^地理层级/ })).click()
  await page.getByRole('treeitem', { name: /^花家地北里社区/ }).click()
  await seen(page.getByText('110105026047')).waitFor()
  await seen(page.getByRole('table', { name: '各项职责' })).waitFor()
  await organiser.show('gov-desk-11-places')
  expect(await organiser.barriers()).toEqual([])
})

test('a compound is entered with all its doors', async () => {
  const { page } = organiser
  await seen(page.getByRole('button', { name: '新增下级' })).click()
  await page.getByRole('radio', { name: '逐个填名称' }).click()
  await page.getByLabel('名称', { exact: true }).fill(compound)
  await page.getByRole('button', { name: '核对并新增 1 个' }).click()
  await page.getByRole('dialog').getByText('将新增 1 个小区').waitFor()
  await page.getByRole('dialog').getByRole('button', { name: '新增', exact: true }).click()
  await page.getByRole('heading', { name: '新增完成' }).waitFor()
  await page.getByRole('button', { name: '看花家地北里社区' }).click()
  await toCompound()

  await seen(page.getByRole('button', { name: '批量生成楼门' })).click()
  await page.getByLabel('到几号楼').fill('3')
  await page.getByLabel('跳过的号').fill('2')
  await page.getByLabel('每栋几个单元').fill('2')
  await page.getByLabel('几层', { exact: true }).fill('6')
  await page.getByLabel('每层几户').fill('2')
  await seen(page.getByText('2 栋 · 4 个单元 · 48 户')).waitFor()
  await organiser.show('gov-desk-12-doors')
  expect(await organiser.barriers()).toEqual([])
  await page.getByRole('button', { name: '核对并生成' }).click()
  await page.getByRole('dialog').getByText('将新增 2 栋 · 4 个单元 · 48 户').waitFor()
  await page.getByRole('dialog').getByRole('button', { name: '新增', exact: true }).click()
  await page.getByRole('heading', { name: '新增完成' }).waitFor()
  await page.getByRole('button', { name: `看${compound}` }).click()
  await seen(page.getByText('2 栋 · 4 个单元 · 48 户')).waitFor()
  await organiser.show('gov-desk-13-compound')
})

/** Opens the compound in the tree, whichever page was before. */
async function toCompound(): Promise<void> {
  const { page } = organiser
  const item = seen(page.getByRole('treeitem', { name: new RegExp(`^${compound}`) }))
  await item.waitFor()
  await item.click()
  await seen(page.getByRole('heading', { name: compound })).waitFor()
}

test('its boundary is drawn by hand', async () => {
  const { page } = organiser
  await seen(page.getByRole('button', { name: '画边界' })).click()
  const map = seen(page.getByRole('application'))
  await map.waitFor()
  await page.waitForLoadState('networkidle')
  // Nothing around has a boundary yet: one says where to begin.
  const typed = page.getByLabel('经度, 纬度')
  if ((await typed.count()) > 0) {
    await typed.fill('116.4786, 39.9861')
    await page.getByRole('button', { name: '到这里' }).click()
  }
  const box = await map.boundingBox()
  if (box === null) throw new Error('the map is not in sight')
  for (const [x, y] of [
    [0.4, 0.35],
    [0.62, 0.37],
    [0.6, 0.62],
    [0.38, 0.6],
  ] as const) {
    await page.mouse.click(box.x + box.width * x, box.y + box.height * y)
  }
  await page.keyboard.press('Enter')
  await seen(page.getByRole('button', { name: '保存边界' })).waitFor()
  // One corner is taken along, and back again by the keyboard.
  await page.mouse.move(box.x + box.width * 0.62, box.y + box.height * 0.37)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.68, box.y + box.height * 0.3, { steps: 5 })
  await page.mouse.up()
  const area = page.getByText(/(公顷|平方米)$/)
  const dragged = await seen(area).textContent()
  await page.keyboard.press('Control+z')
  await expect.poll(() => seen(area).textContent()).not.toBe(dragged)
  await page.keyboard.press('Control+y')
  await expect.poll(() => seen(area).textContent()).toBe(dragged)
  await organiser.show('gov-desk-14-boundary')
  expect(await organiser.barriers()).toEqual([])
  await page.getByRole('button', { name: '保存边界' }).click()
  await page.getByRole('button', { name: '已是最新' }).waitFor()
})

test('it moves to the neighbouring community, with its consequences named before', async () => {
  const { page } = organiser
  await page.getByRole('button', { name: '返回' }).filter({ visible: true }).click()
  await seen(page.getByRole('heading', { name: compound })).waitFor()
  await seen(page.getByRole('button', { name: '调整', exact: true })).click()
  await page.getByRole('dialog').getByRole('button', { name: /^移动/ }).click()
  await page.getByRole('button', { name: /^划归哪里/ }).click()
  const dialog = page.getByRole('dialog', { name: '划归哪里' })
  await dialog.getByRole('button', { name: '花家地西里社区' }).click()
  await dialog.getByRole('button', { name: '就是这里：花家地西里社区' }).click()
  await page.getByLabel('原因').fill('社区规模调整')
  await page.getByRole('button', { name: '下一步：看后果' }).click()
  await seen(page.getByText(/花家地西里社区.*晨光家园/)).waitFor()
  await organiser.show('gov-desk-15-consequences')
  expect(await organiser.barriers()).toEqual([])
  await page.getByRole('button', { name: `移动${compound}` }).click()
  await page.getByRole('dialog').getByText('划归「花家地西里社区」').waitFor()
  await page.getByRole('dialog').getByRole('button', { name: '移动', exact: true }).click()
  await seen(page.getByText('正在让所有服务按新的归属办理…')).waitFor()
  await organiser.show('gov-desk-16-moving')
  await seen(page.getByText(/^已(生效|完成)$/)).waitFor({ timeout: 60_000 })
  await organiser.show('gov-desk-17-moved')
  expect(await organiser.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: '看这个地点' })).click()
  await seen(
    page.getByRole('navigation', { name: '所在地点' }).getByRole('button', { name: '花家地西里社区' }),
  ).waitFor()
  await seen(page.getByText('由 花家地北里社区', { exact: false })).waitFor()
})

test('the same on a phone', async () => {
  const { page } = organiser
  await page.setViewportSize(phoneSize)
  await page.goto(`${stack.gov}${at('hierarchy/tree/index')}`)
  await page.reload()
  await seen(page.getByRole('button', { name: /^花家地西里社区/ })).waitFor()
  await organiser.show('gov-phone-04-places')
  expect(await organiser.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: /^花家地西里社区/ })).click()
  await seen(page.getByRole('button', { name: new RegExp(`^${compound}`) })).click()
  await seen(page.getByRole('button', { name: '详情和操作' })).click()
  await seen(page.getByText('谁负责这里')).waitFor()
  await organiser.show('gov-phone-05-place')
  expect(await organiser.barriers()).toEqual([])
})

test('no page threw an error', () => {
  expect([resident, organiser].flatMap(({ errors }) => errors)).toEqual([])
})
