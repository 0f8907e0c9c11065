import { expect, test } from 'vitest'
import { deskSize, type Person, phoneSize, runningStack, signIn } from './browser'
import { aJourney, picture, seen, waitFor } from './journey'

const stack = runningStack()
const at = (path: string) => `#/${path}`
const stamp = Date.now() % 10_000
const errand = `去看看楼道里的东西${stamp}`
const found = `楼道里的旧柜子已经请物主搬走（${stamp}）`

const browser = aJourney('request-task')
let resident: Person
let worker: Person
let id = ''

test('a worker has somebody go and look at what a resident tells of', async () => {
  resident = await browser.sit(`${stack.resident}/`, phoneSize)
  await signIn(resident, stack, '19000009001')
  const { page } = resident
  await seen(page.getByRole('button', { name: '说件事' })).click()
  await seen(page.getByRole('textbox', { name: /^说说是什么事/ })).fill(`有个事情想请你们来看一看，谢谢（${stamp}）`)
  const confirm = page.getByRole('button', { name: '都对，一键确认' })
  if ((await confirm.count()) > 0) await seen(confirm).click()
  await seen(page.getByRole('button', { name: '提交', exact: true })).click()
  await seen(page.getByRole('button', { name: '查看办理进展' })).click()
  await seen(page.getByText(/^编号/)).waitFor()
  id = /id=(r\w+)/.exec(page.url())?.[1] ?? ''

  worker = await browser.sit(`${stack.gov}/`, deskSize)
  await signIn(worker, stack, '19000001029')
  await worker.page.goto(`${stack.gov}/${at(`channels/request/index?id=${id}`)}`)
  await seen(worker.page.getByRole('button', { name: '我来办理' })).click()
  await seen(worker.page.getByRole('button', { name: '交办成任务' })).click()
  const dialog = worker.page.getByRole('dialog')
  await dialog.getByRole('button', { name: '交办', exact: true }).click()
  await seen(dialog.getByText('请写明要做什么')).waitFor()
  const due = dialog.getByLabel(/^哪天以前回话/)
  const today = await due.inputValue()
  await due.fill('2020-01-01')
  await seen(dialog.getByText('这一天已经过了，请选今天或以后')).waitFor()
  await due.fill(today)
  await dialog.getByRole('textbox', { name: /^要做什么/ }).fill(errand)
  await worker.show('gov-desk-290-hand-out')
  expect(await worker.barriers()).toEqual([])
  await dialog.getByRole('button', { name: '交办', exact: true }).click()
  // Made a moment later, it says so without being asked.
  await seen(worker.page.getByText('待办', { exact: true })).waitFor()
  await seen(worker.page.getByText(errand)).waitFor()
  await worker.show('gov-desk-291-handed-out')
  expect(await worker.barriers()).toEqual([])
})

test('a colleague finds it among their tasks, and fills in on their phone what they saw', async () => {
  const colleague = await browser.sit(`${stack.gov}/`, phoneSize)
  await signIn(colleague, stack, '19000001028')
  const { page } = colleague
  await page.goto(`${stack.gov}/${at('pages/work/index')}`)
  await waitFor(colleague, `交办：${errand}`)
  await seen(page.getByText(`交办：${errand}`)).click()
  await seen(page.getByRole('button', { name: '去办理' })).click()
  await seen(page.getByText(errand, { exact: true })).waitFor()
  await seen(page.getByRole('button', { name: /^看诉求/ })).waitFor()
  await seen(page.getByRole('textbox', { name: /^看到的情况和怎样处理的/ })).fill(found)
  await seen(page.getByRole('radio', { name: '办好了' })).click()
  await page
    .getByLabel(/^现场照片：拍照或选照片/)
    .setInputFiles([{ name: '楼道.png', mimeType: 'image/png', buffer: picture }])
  await seen(page.getByText(/已放1张/)).waitFor()
  await colleague.show('gov-phone-292-errand')
  expect(await colleague.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: '提交', exact: true })).click()
  await seen(page.getByRole('button', { name: '看办的情况' })).waitFor()
})

test('what was found is taken as the answer, with its photo; the resident reads it', async () => {
  const { page } = worker
  await waitFor(worker, found)
  await worker.show('gov-desk-293-found')
  expect(await worker.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: '采用为答复' })).click()
  const dialog = page.getByRole('dialog')
  expect(await dialog.getByLabel('给居民的答复').inputValue()).toBe(found)
  await worker.show('gov-desk-294-answer')
  await dialog.getByRole('button', { name: '办结并答复' }).click()
  await waitFor(worker, '已办结')
  await waitFor(resident, found)
  await waitFor(resident, '安排了工作人员去做')
  await expect
    .poll(() =>
      resident.page
        .locator('img')
        .evaluateAll((images) => images.some((one) => one instanceof HTMLImageElement && one.naturalWidth === 10)),
    )
    .toBe(true)
  await resident.show('resident-295-answered')
  expect(await resident.barriers()).toEqual([])
})
