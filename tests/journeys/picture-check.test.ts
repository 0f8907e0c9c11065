import { expect, test } from 'vitest'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { publishReport } from '../files'
import { aNeighbour } from '../neighbour'
import { marks } from '../pictures'
import { apiAt, loginCodeOf, runningStack as weappStack } from '../weapp/stack'
import { hasSession, type Person, phoneSize, runningStack, signIn } from './browser'
import { aJourney, seen, waitFor } from './journey'
import { apiOf } from './neighbours'

const stack = runningStack()

const browser = aJourney('picture-check')
let resident: Person
let worker: Person
let requestId = ''

/** A picture in which WeChat finds this: what stands behind its end nobody sees. */
const pictureThatIs = (verdict: keyof typeof marks, picture: Buffer) => ({
  name: `${verdict}.png`,
  mimeType: 'image/png',
  buffer: Buffer.concat([picture, Buffer.from(marks[verdict])]),
})

test('a resident sends three photos; under two of them they read what is the matter', async () => {
  const worker = await apiOf(stack, 'gov', '19000001029')
  const { id } = await publishReport(worker, [idOfDivision('110105026047')])
  const { who } = await aNeighbour(weappStack())
  const session = await apiAt(weappStack().resident).permissions.signInByWechat({
    body: { app: 'resident', code: loginCodeOf(who) },
  })
  resident = await browser.sit(`${stack.resident}/`, phoneSize)
  const { page } = resident
  const screen = await page.screenshot()
  await hasSession(resident, 'resident', session)
  await page.goto(`${stack.resident}/#/apply/form/index?id=${id}`)
  await page.reload()
  await page
    .getByLabel('现场照片：拍照或选照片')
    .setInputFiles((['pass', 'review', 'risky'] as const).map((verdict) => pictureThatIs(verdict, screen)))
  await seen(page.getByText('最多9张照片，已放3张。')).waitFor()
  await page.getByText('正在上传…').waitFor({ state: 'detached' })
  await seen(page.getByRole('button', { name: '提交', exact: true })).click()
  await page.waitForURL(/apply\/result/)
  requestId = /id=(r[0-9a-z]{20})/.exec(page.url())?.[1] ?? ''
  await page.goto(`${stack.resident}/#/pages/request/index?id=${requestId}`)
  await waitFor(resident, '检查未通过')
  await waitFor(resident, '需要人工查看')
  await seen(page.getByText('检查未通过')).scrollIntoViewIfNeeded()
  await resident.show('resident-320-checked')
  expect(await resident.barriers()).toEqual([])
  await page.goto(`${stack.resident}/#/pages/messages/index`)
  await waitFor(resident, '您的照片检查未通过')
  await resident.show('resident-321-told')
  expect(await resident.barriers()).toEqual([])
})

test('who works on it sees all of them, and says with a reason that one may be shown', async () => {
  worker = await browser.sit(`${stack.gov}/`, phoneSize)
  await signIn(worker, stack, '19000001029')
  const { page } = worker
  await page.waitForLoadState('networkidle')
  await page.goto(`${stack.gov}/#/channels/request/index?id=${requestId}`)
  await waitFor(worker, '需要人工查看')
  await seen(page.getByText('需要人工查看')).scrollIntoViewIfNeeded()
  await worker.show('gov-phone-322-marked')
  expect(await worker.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: '看过了，可以给其他人看' })).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('button', { name: '可以给其他人看' }).click()
  await seen(page.getByText('请写明理由')).waitFor()
  await seen(sheet.getByRole('textbox', { name: '理由' })).fill('拍的是楼道里的电线，没有不妥')
  await worker.show('gov-phone-323-vouch')
  expect(await worker.barriers()).toEqual([])
  await sheet.getByRole('button', { name: '可以给其他人看' }).click()
  await seen(page.getByText(/看过，可以给其他人看：拍的是楼道里的电线/)).waitFor()
  await worker.page.setViewportSize({ width: 1280, height: 800 })
  await worker.show('gov-desk-324-vouched')
  expect(await worker.barriers()).toEqual([])
})

test('whoever took it reads that somebody looked at it', async () => {
  const { page } = resident
  await page.goto(`${stack.resident}/#/pages/request/index?id=${requestId}`)
  await page.reload()
  await waitFor(resident, '工作人员看过')
  expect([...resident.errors, ...worker.errors]).toEqual([])
})
