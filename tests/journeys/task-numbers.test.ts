import { readFileSync } from 'node:fs'
import { read, utils, write } from '@e965/xlsx'
import { mintStepKey } from '@zmht/shared/contract'
import type { Value } from '@zmht/shared/knowledge'
import { expect, test } from 'vitest'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { clientFor, signInByPhone } from '../../functions/local/first-service'
import { deskSize, type Person, phoneSize, runningStack, signIn } from './browser'
import { aJourney, seen, waitFor } from './journey'

const stack = runningStack()
const at = (path: string) => `#/${path}`
const stamp = Date.now() % 10_000
const title = `消防排查数字${stamp}`
const shops = [`立冬便利店${stamp}`, `立冬小吃店${stamp}`, `立冬五金店${stamp}`]

const browser = aJourney('task-numbers')
let district: Person
let subdistrict: Person

const toWork = ({ page }: Person) => page.goto(`${stack.gov}/${at('pages/work/index')}`)

async function asOfficial(phone: string) {
  const api = `${stack.gov}/api`
  return clientFor(api, (await signInByPhone(api, `${stack.outside}/sms`, 'gov', phone)).accessToken)
}

test('a district chooses what a task is to be counted by, from a template that brings its measures', async () => {
  const secretary = await asOfficial('19000001028')
  for (const name of shops)
    await secretary.ledgers.enter({
      body: {
        key: mintStepKey(),
        kind: 'organisation',
        place: idOfDivision('110105026047'),
        facts: [
          { attribute: 'organisation.name', value: name },
          { attribute: 'organisation.smallPlaceKind', value: '3' },
        ],
        links: [],
      },
    })
  district = await browser.sit(`${stack.gov}/`, deskSize)
  await signIn(district, stack, '19000001002')
  const { page } = district
  await page.goto(`${stack.gov}/${at('pages/people/index')}`)
  await seen(page.getByRole('button', { name: '新建台账' })).click()
  await seen(page.getByRole('list', { name: /的模板$/ }).getByRole('button', { name: /^七小门店/ })).click()
  await seen(page.getByRole('button', { name: '建立台账' })).click()
  await seen(page.getByRole('heading', { name: '七小门店' })).waitFor()
  await toWork(district)
  await seen(page.getByRole('button', { name: '下派任务' })).click()
  await seen(page.getByRole('list', { name: '任务模板' }).getByRole('button', { name: /^小场所消防安全排查/ })).click()
  await seen(page.getByRole('textbox', { name: '任务名称' })).fill(title)
  const ledgers = seen(page.getByRole('combobox', { name: '台账' }))
  const option = await ledgers.locator('option', { hasText: '七小门店' }).first().getAttribute('value')
  await ledgers.selectOption(option ?? '')
  await seen(page.getByRole('button', { name: '去掉指标“经营状态”' })).click()
  await seen(page.getByText('统计哪些指标')).scrollIntoViewIfNeeded()
  await district.show('gov-desk-80-measures-chosen')
  expect(await district.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: '加一个指标' })).click()
  await page.getByRole('dialog').getByText('经营状态').first().waitFor()
  await district.show('gov-desk-81-add-measure')
  expect(await district.barriers()).toEqual([])
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^经营状态/ })
    .first()
    .click()
  await seen(page.getByRole('button', { name: '下一步：看看派到哪里' })).click()
  await waitFor(district, /[1-9]\d* 项/)
  await seen(page.getByRole('button', { name: '下派', exact: true })).click()
  await page.getByRole('dialog').getByRole('button', { name: '下派', exact: true }).click()
  await seen(page.getByRole('heading', { name: '指标' })).waitFor()
})

test('what the community fills in stands in the numbers of the district, by place and in the order of the tree', async () => {
  const worker = await asOfficial('19000001029')
  const all = await worker.tasks.tasksAt({ query: {} })
  const taskId = all.items.find((one) => one.title === title)?.id ?? ''
  const { items } = await worker.tasks.items({ params: { taskId }, query: {} })
  const fill = async (name: string, values: Record<string, Value>) => {
    const item = items.find((one) => one.name === name)
    if (item === undefined) throw new Error(`${name} is asked about`)
    const answers = { shop: [{ entity: item.subject as never, values: { businessStatus: '1', ...values } }] }
    await worker.tasks.answerItem({ params: { itemId: item.id, key: mintStepKey() }, body: { answers } })
  }
  await fill(shops[0] ?? '', { extinguishers: 4, expiredExtinguishers: 2, exitsLocked: true, mixedUse: false })
  await fill(shops[1] ?? '', { extinguishers: 6, expiredExtinguishers: 1, exitsLocked: false, mixedUse: true })
  const { page } = district
  await waitFor(district, /2 处填了/)
  await seen(page.getByRole('heading', { name: '指标' })).scrollIntoViewIfNeeded()
  await district.show('gov-desk-82-measures')
  expect(await district.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: '望京街道：看指标' })).click()
  await seen(page.getByRole('button', { name: /^花家地北里.*：看指标/ })).waitFor()
  await seen(page.getByRole('heading', { name: '指标' })).scrollIntoViewIfNeeded()
  await district.show('gov-desk-83-measures-inside')
})

test('a measure is kept for further tasks, and held against earlier ones', async () => {
  const { page } = district
  const star = seen(page.getByRole('button', { name: /^(常用指标|设为常用)：失效灭火器$/ }))
  if ((await star.getAttribute('aria-pressed')) !== 'true') await star.click()
  await expect.poll(() => star.getAttribute('aria-pressed')).toBe('true')
  await seen(page.getByRole('button', { name: '和以往比：失效灭火器' })).click()
  await seen(page.getByText(/失效灭火器数 · 合计/)).waitFor()
  await district.show('gov-desk-84-compared')
  expect(await district.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: title })).click()
  await seen(page.getByRole('heading', { name: '指标' })).waitFor()
})

/** The superior's sheet, made by hand in another program. */
function aSheet(cells: readonly (readonly unknown[])[]) {
  const sheet = utils.aoa_to_sheet(cells.map((row) => [...row]))
  sheet['!merges'] = [utils.decode_range('A1:D1')]
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, '附件1')
  const buffer: Buffer = write(book, { type: 'buffer', bookType: 'xlsx' })
  return { name: '市里要的表.xlsx', mimeType: 'application/octet-stream', buffer }
}

test('the superior’s sheet is attached, put right where it says what nobody knows, and comes back filled in', async () => {
  const { page } = district
  const input = page.getByLabel('上级要的表样', { exact: false }).last()
  const rows = (name: string) => [
    ['{{地点}}消防排查汇总（{{日期}}）'],
    ['社区', '所属街道', '失效灭火器', '出口上锁'],
    ['{{下级社区.地点}}', '{{下级社区.所属}}', `{{下级社区.${name}}}`, '{{下级社区.安全出口上锁或堵塞/是}}'],
    ['合计', '', { t: 'n', f: 'SUM(C3:C3)' }, '{{完成率}}'],
  ]
  await input.setInputFiles(aSheet(rows('失效灭火机')))
  await seen(page.getByText(/占位符不认识/)).waitFor()
  await seen(page.getByText(/占位符不认识，导出/)).scrollIntoViewIfNeeded()
  await district.show('gov-desk-85-sheet-unknown')
  expect(await district.barriers()).toEqual([])
  await page
    .getByLabel('上级要的表样', { exact: false })
    .last()
    .setInputFiles(aSheet(rows('失效灭火器')))
  await seen(page.getByText(/占位符不认识，导出/)).waitFor({ state: 'hidden' })
  await seen(page.getByRole('button', { name: '占位符怎么写' })).click()
  await page.getByRole('dialog').getByText('{{地点}}').first().waitFor()
  await district.show('gov-desk-86-placeholders')
  expect(await district.barriers()).toEqual([])
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click()
  const arriving = page.waitForEvent('download')
  await seen(page.getByRole('button', { name: '按上级要的表样导出', exact: true })).click()
  const path = await (await arriving).path()
  const sheet = read(readFileSync(path), { cellFormula: true, cellStyles: true }).Sheets.附件1 ?? {}
  const found = utils.sheet_to_json<unknown[]>(sheet, { header: 1 })
  const row = found.find(([name]) => String(name).startsWith('花家地北里'))
  expect(row?.slice(1)).toEqual(['望京街道', 3, 1])
  expect(found.at(-1)?.[0]).toBe('合计')
  expect(sheet[`C${found.length}`]?.f).toBe(`SUM(C3:C${found.length - 1})`)
})

test('on a phone the subdistrict sees each measure with its communities, and reports it as it is', async () => {
  subdistrict = await browser.sit(`${stack.gov}/`, phoneSize)
  await signIn(subdistrict, stack, '19000001003')
  const { page } = subdistrict
  await toWork(subdistrict)
  await waitFor(subdistrict, title)
  await seen(page.getByText(title)).click()
  await seen(page.getByRole('heading', { name: '指标' })).scrollIntoViewIfNeeded()
  await seen(page.getByRole('button', { name: '安全出口上锁或堵塞：看各单位' })).click()
  await seen(page.getByRole('button', { name: /^花家地北里.*：看指标/ })).scrollIntoViewIfNeeded()
  await subdistrict.show('gov-phone-80-measures')
  expect(await subdistrict.barriers()).toEqual([])
  await seen(page.getByRole('heading', { name: '汇总表' })).scrollIntoViewIfNeeded()
  await subdistrict.show('gov-phone-81-sheets')
  await seen(page.getByRole('button', { name: '上报', exact: true })).click()
  await page.getByRole('dialog').getByRole('button', { name: '上报' }).click()
  await seen(page.getByRole('button', { name: /^已上报/ })).click()
  await seen(page.getByText('没有改动过，和上报时一样。')).waitFor()
  await subdistrict.show('gov-phone-82-report')
  expect(await subdistrict.barriers()).toEqual([])
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '导出这份上报', exact: true }).scrollIntoViewIfNeeded()
  await subdistrict.show('gov-phone-83-report-numbers')
  const arriving = page.waitForEvent('download')
  await dialog.getByRole('button', { name: '导出这份上报', exact: true }).click()
  const book = read(readFileSync(await (await arriving).path()))
  const rows: Record<string, unknown>[] = utils.sheet_to_json(book.Sheets.汇总表 ?? {}, { range: 2 })
  expect(rows.at(-1)).toMatchObject({ 地点: '合计', 失效灭火器: 3 })
  expect([...district.errors, ...subdistrict.errors]).toEqual([])
})
