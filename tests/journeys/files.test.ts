import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { clientFor, signInByPhone } from '../../functions/local/first-service'
import { publishReport } from '../files'
import { deskSize, openBrowser, type Person, phoneSize, runningStack, signIn } from './browser'

const stack = runningStack()

let browser: Awaited<ReturnType<typeof openBrowser>>
let channelId: string
let resident: Person
let worker: Person
/** A real picture, to send. */
let picture: Buffer

beforeAll(async () => {
  browser = await openBrowser()
  const { accessToken } = await signInByPhone(`${stack.gov}/api`, `${stack.outside}/sms`, 'gov', '19000001029')
  const api = clientFor(`${stack.gov}/api`, accessToken)
  channelId = (await publishReport(api, [idOfDivision('110105026047')])).id
}, 120_000)
afterAll(() => browser.close())

/** What everybody saw when it went wrong. */
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  for (const [who, person] of Object.entries({ resident, worker }))
    await person?.page.screenshot({ path: join(tmpdir(), `zmht-files-${who}.png`) }).catch(() => undefined)
})

/** The pictures in a list that have really been loaded, by their widths. */
const loaded = ({ page }: Person, list: string) =>
  page
    .getByRole('list', { name: list })
    .locator('img')
    .evaluateAll((images) => images.map((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0)))

test('a resident adds photos and a paper, which arrive while the rest is filled in', async () => {
  resident = await browser.sit(`${stack.resident}/`, phoneSize)
  picture = await resident.page.screenshot()
  await signIn(resident, stack, '19000009001')
  await resident.page.getByText('花家地').first().waitFor()
  const { page } = resident
  await page.goto(`${stack.resident}/#/apply/form/index?id=${channelId}`)
  const photos = page.getByLabel('现场照片：拍照或选照片')
  await photos.setInputFiles([
    { name: '门口.png', mimeType: 'image/png', buffer: picture },
    { name: '楼道.png', mimeType: 'image/png', buffer: picture },
  ])
  await page.getByLabel(/^有关材料：/).setInputFiles({
    name: '说明.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4\n%%EOF\n'),
  })
  await page.getByText('最多9张照片，已放2张。').waitFor()
  await page.getByRole('button', { name: '打开说明.pdf' }).waitFor()
  expect(await page.getByText('正在上传…').count()).toBe(0)
  expect(await resident.barriers()).toEqual([])
})

test('what may not be sent says why and stays, and the form is not sent without it', async () => {
  const { page } = resident
  await page.getByLabel('示意图：拍照或选照片').setInputFiles({
    name: '图.svg',
    mimeType: 'image/svg+xml',
    buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>'),
  })
  await page.getByText('照片请用 JPG、PNG、WebP 或 HEIC 格式').waitFor()
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await page.getByText('还有 1 个文件没有传好').waitFor()
  await page.getByRole('button', { name: '移除示意图 1' }).click()
})

test('the resident signs, submits, and sees what was sent', async () => {
  const { page } = resident
  await page.getByRole('button', { name: '签名：点这里签名' }).click()
  await page.getByLabel(/^打字签名/).fill('周惊蛰')
  await page.getByRole('button', { name: '签好了' }).click()
  await page.getByText('已签名').waitFor()
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await page.waitForURL(/apply\/result/)
  const id = /id=(r[0-9a-z]{20})/.exec(page.url())?.[1] ?? ''
  await page.goto(`${stack.resident}/#/pages/request/index?id=${id}`)
  await page.reload()
  await page.getByRole('button', { name: '打开照片 2' }).waitFor()
  await expect.poll(() => loaded(resident, '现场照片')).toEqual([phoneSize.width, phoneSize.width])
  expect(resident.errors).toEqual([])

  worker = await browser.sit(`${stack.gov}/`, deskSize)
  await signIn(worker, stack, '19000001029')
  await worker.page.getByRole('heading', { name: '首页' }).filter({ visible: true }).first().waitFor()
  await worker.page.goto(`${stack.gov}/#/channels/request/index?id=${id}`)
})

test('the worker sees the photos, the signature and the paper by its name, and opens them', async () => {
  const { page } = worker
  await page.getByRole('button', { name: '打开说明.pdf' }).waitFor()
  await expect.poll(() => loaded(worker, '现场照片')).toEqual([phoneSize.width, phoneSize.width])
  await expect.poll(async () => (await loaded(worker, '签名')).every((width) => width > 0)).toBe(true)
  await page.getByRole('button', { name: '打开照片 1' }).click()
  const sheet = page.getByRole('dialog', { name: '照片 1' })
  await sheet.getByRole('img', { name: '照片 1' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '打开说明.pdf' }).click()
  const link = page.getByRole('link', { name: '打开“说明.pdf”' })
  const answer = await fetch((await link.getAttribute('href')) ?? '')
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  await page.keyboard.press('Escape')
  await worker.show('gov-desk-files')
  expect(await worker.barriers()).toEqual([])
  expect(worker.errors).toEqual([])
})
