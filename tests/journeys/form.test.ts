import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mintChannelId, mintRequestId } from '@zmht/shared/contract'
import { answersFrom, controlDefaults, type Form } from '@zmht/shared/controls'
import { baseKnowledge, type Value } from '@zmht/shared/knowledge'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { clientFor, signInByPhone } from '../../functions/local/first-service'
import { deskSize, openBrowser, type Person, phoneSize, runningStack, signIn } from './browser'

/** A clerk drops the sheet they use, gets a form, corrects two fields, publishes; a resident finds nearly all of it filled in. */
const stack = runningStack()
const title = `居民信息${Date.now() % 10_000}`

/** What the resident told the community a year ago, in another service. */
const known: Readonly<Record<string, Value>> = {
  'person.name': '周惊蛰',
  'person.idNumber': '11010519491231002X',
  'person.nationality': '01',
  'person.education': '20',
  'person.politicalStatus': '13',
  'person.maritalStatus': '20',
  'person.bloodType': '1',
  'person.nativePlace': '山西大同',
  'person.employerName': '望京街道图书馆',
  'person.wechatNumber': 'jingzhe-zhou',
  'person.emergencyContactName': '王梅',
  'person.emergencyContactMobile': '13800138000',
  'person.livingAlone': false,
}

let browser: Awaited<ReturnType<typeof openBrowser>>
let clerk: Person
let resident: Person

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  for (const [who, person] of Object.entries({ clerk, resident })) {
    await person?.page
      .screenshot({ path: join(tmpdir(), `zmht-form-${who}.png`), fullPage: true })
      .catch(() => undefined)
  }
  console.log(`screenshots of the failure: ${join(tmpdir(), 'zmht-form-*.png')}`)
})

test('a resident told the community about themself before', async () => {
  const sms = `${stack.outside}/sms`
  const secretary = await signInByPhone(`${stack.gov}/api`, sms, 'gov', '19000001028')
  const gov = clientFor(`${stack.gov}/api`, secretary.accessToken)
  const form: Form = {
    knowledge: baseKnowledge.version,
    subjects: [{ key: 'me', kind: 'person', name: '您', is: { by: 'actor' } }],
    controls: Object.keys(known).flatMap((code, at) => {
      const what = baseKnowledge.attribute(code)
      return what ? [{ ...controlDefaults(what, 'me', `k${at}`), required: false }] : []
    }),
  }
  const channelId = mintChannelId()
  const service = {
    title: `${title}旧`,
    summary: '去年的登记',
    category: 'other',
    procedure: 'open',
    promisedDays: 3,
  } as const
  const { edition } = await gov.channels.create({ params: { channelId }, body: { ...service, form } })
  const reach = [idOfDivision('110105026047')]
  const open = await gov.channels.publish({ params: { channelId }, body: { edition, reach } })

  resident = await browser.sit(`${stack.resident}/`, phoneSize)
  await signIn(resident, stack, '19000009001')
  await resident.page.getByText('花家地').first().waitFor()
  const kept = await resident.page.evaluate(() => localStorage.getItem('zmht-resident-session'))
  const { data }: { data: { accessToken: string } } = JSON.parse(kept ?? '')
  const api = clientFor(`${stack.resident}/api`, data.accessToken)
  const found = await api.channels.service({ params: { channelId }, query: {} })
  const values = Object.fromEntries(form.controls.map(({ id }, at) => [id, Object.values(known)[at] ?? '']))
  await api.channels.submit({
    params: { channelId, requestId: mintRequestId() },
    body: {
      version: found.version,
      home: found.home,
      answers: { ...answersFrom(found.prefill), me: [{ values }] },
      notify: false,
    },
  })
  await gov.channels.close({ params: { channelId }, body: { edition: open.edition } })
})

test('a clerk drops the sheet they use and looks through what it became', async () => {
  const sheet = join(mkdtempSync(join(tmpdir(), 'zmht-sheet-')), `${title}登记表.csv`)
  const headings = [
    ['序号', '1', '2'],
    ['姓名', '王建国', '李红梅'],
    ['公民身份号码', '11010519520304001X', '110105195201080023'],
    ['民族', '汉族', '回族'],
    ['文化程度', '大学本科', '初中'],
    ['政治面貌', '群众', '中共党员'],
    ['婚姻状况', '已婚', '未婚'],
    ['血型', 'A型', 'O型'],
    ['籍贯', '河北保定', '山西大同'],
    ['工作单位', '退休', '望京街道图书馆'],
    ['联系电话', '13800138000', '13900139000'],
    ['现住址', '花家地北里1号楼1单元302', '花家地北里2号楼'],
    ['微信号', 'a', 'b'],
    ['紧急联系人', '王梅', '李明'],
    ['紧急联系人电话', '13700137000', '13600136000'],
    ['是否独居', '否', '是'],
    ['最想参加的社区活动', '合唱', '书法'],
  ]
  const lines = [0, 1, 2].map((row) => headings.map((column) => column[row]).join(','))
  writeFileSync(sheet, `\uFEFF${lines.join('\r\n')}\r\n`)

  clerk = await browser.sit(`${stack.gov}/`, deskSize)
  await signIn(clerk, stack, '19000001029')
  const { page } = clerk
  await page.getByRole('navigation', { name: '主导航' }).getByRole('button', { name: '互通', exact: true }).click()
  await page.getByRole('button', { name: '新建服务' }).filter({ visible: true }).first().click()
  await page.getByRole('button', { name: /表格/ }).filter({ visible: true }).first().click()
  await page.getByLabel('表格文件').setInputFiles(sheet)
  await page.getByText(/列里对上了/).waitFor()
  await page.getByLabel('服务名称').fill(title)
  await clerk.show('form-01-from-a-sheet')
  expect(await clerk.barriers()).toEqual([])
  const told =
    (await page
      .getByText(/列里对上了/)
      .first()
      .textContent()) ?? ''
  // All but the number of a row, and what no attribute means.
  expect(told).toContain('17 列里对上了 15 列')
})

test('they correct two fields and publish', async () => {
  const { page } = clerk
  await page.getByRole('button', { name: '改“工作单位”' }).click()
  await page.getByLabel('“工作单位”是什么意思').fill('工作单位名称')
  await page
    .getByRole('button', { name: /^工作单位/ })
    .filter({ visible: true })
    .last()
    .click()
  await page.getByRole('button', { name: '改“最想参加的社区活动”' }).click()
  await page
    .getByRole('button', { name: /^这张表自己的问题/ })
    .filter({ visible: true })
    .click()
  await page.getByRole('button', { name: '生成表单' }).first().click()
  await page.getByText('基本信息').first().waitFor()
  await page
    .getByText(/城市已掌握/)
    .first()
    .waitFor()
  await clerk.show('form-02-builder')
  expect(await clerk.barriers()).toEqual([])
  await page.getByLabel('一句话说明').fill('社区居民情况登记')
  await page.getByRole('button', { name: '下一步：发布' }).click()
  await page.getByRole('radio', { name: '整个花家地北里社区' }).filter({ visible: true }).first().click()
  await clerk.show('form-03-publish')
  await page.getByRole('button', { name: '发布', exact: true }).click()
  await page.getByRole('button', { name: '立即发布' }).click()
  await page.getByText(`「${title}」已发布`).waitFor()
})

test('the resident finds four fifths of it filled in', async () => {
  const { page } = resident
  await page.goto(`${stack.resident}/#/pages/services/index`)
  await page.reload()
  await page
    .getByRole('button', { name: new RegExp(`^${title} `) })
    .first()
    .click()
  await page
    .getByText(/已为您填好 \d+ 项/)
    .first()
    .waitFor()
  await resident.show('form-04-service')
  await page.getByRole('button', { name: '开始填写' }).click()
  await page.getByRole('button', { name: '都对，一键确认' }).waitFor()
  await resident.show('form-05-prefilled')
  expect(await resident.barriers()).toEqual([])
  const told =
    (await page
      .getByText(/已为您填好 \d+ 项/)
      .filter({ visible: true })
      .first()
      .textContent()) ?? ''
  const filled = Number(/(\d+) 项/.exec(told)?.[1])
  // Sixteen columns ask; the number of a row asks nothing.
  expect(filled / 16).toBeGreaterThanOrEqual(0.8)
  expect(resident.errors).toEqual([])
})
