import { type Api, mintStepKey } from '@zmht/shared/contract'
import { beforeAll, expect, test } from 'vitest'
import { clientFor, signInByPhone } from '../../functions/local/first-service'
import { deskSize, type Person, phoneSize, runningStack, signIn } from './browser'
import { goHome, opens } from './installing'
import { aJourney, picture, seen, waitFor } from './journey'
import { setting } from './setting'

const stack = runningStack()
const at = (path: string) => `#/${path}`
const stamp = Date.now() % 100_000
const cover = `东门污水井盖${stamp}`
const service = '井盖报修'

const browser = aJourney('manhole')
let worker: Person
let resident: Person
let crew: Person
let coverId = ''
let api: Api

beforeAll(async () => {
  const { accessToken } = await signInByPhone(`${stack.gov}/api`, `${stack.outside}/sms`, 'gov', setting.phones.worker)
  api = clientFor(`${stack.gov}/api`, accessToken)
  const keeper = await api.ledgers.enter({
    body: {
      key: mintStepKey(),
      kind: 'organisation',
      place: setting.community.id,
      facts: [{ attribute: 'organisation.name', value: setting.keeper }],
      links: [],
    },
  })
  const { entity } = await api.ledgers.enter({
    body: {
      key: mintStepKey(),
      kind: 'thing',
      place: setting.community.id,
      facts: [
        { attribute: 'thing.name', value: cover },
        { attribute: 'thing.coverKind', value: '02' },
      ],
      links: [{ type: 'maintained-by-organisation', direction: 'forward', other: keeper.entity.id }],
    },
  })
  coverId = entity.id
}, 120_000)

test('a worker opens the repair of manhole covers from the gallery, without code', async () => {
  worker = await browser.sit(`${stack.gov}/`, deskSize)
  await signIn(worker, stack, setting.phones.worker)
  await goHome(worker, stack.gov)
  const application = await opens(worker, api, 'manhole')
  await worker.show('gov-desk-250-covers')
  // The cover that is known stands in the ledger that came with it.
  await worker.page.goto(`${stack.gov}/${at(`ledgers/rows/index?id=${application.made('covers')}`)}`)
  await waitFor(worker, cover)
})

test('a resident finds the cover, adds a photo, and it goes to who keeps it up', async () => {
  resident = await browser.sit(`${stack.resident}/`, phoneSize)
  await signIn(resident, stack, setting.phones.resident)
  const { page } = resident
  await waitFor(resident, service)
  await seen(page.getByRole('button', { name: new RegExp(service) })).click()
  await seen(page.getByRole('button', { name: /^哪个井盖/ })).click()
  const sheet = page.getByRole('dialog')
  await seen(sheet.getByRole('searchbox').or(sheet.getByRole('textbox'))).fill(cover)
  await seen(sheet.getByText(cover)).waitFor()
  await resident.show('resident-251-find-the-cover')
  expect(await resident.barriers()).toEqual([])
  await seen(sheet.getByText(cover)).click()
  await page
    .getByLabel('现场照片：拍照或选照片')
    .setInputFiles([{ name: '井盖.png', mimeType: 'image/png', buffer: picture }])
  await seen(page.getByText('最多9张照片，已放1张。')).waitFor()
  await seen(page.getByRole('textbox', { name: /^怎么坏了/ })).fill('破了一半，走过去会响')
  const confirm = page.getByRole('button', { name: '都对，一键确认' })
  if ((await confirm.count()) > 0) await seen(confirm).click()
  await resident.show('resident-252-reported')
  expect(await resident.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: '提交', exact: true })).click()
  await seen(page.getByRole('button', { name: '查看办理进展' })).click()
  await waitFor(resident, setting.keeper)
  await resident.show('resident-253-with-the-keeper')
})

test('the crew takes it up on its phone and closes it with a photo of the new cover', async () => {
  crew = await browser.sit(`${stack.gov}/`, phoneSize)
  await signIn(crew, stack, setting.phones.keeper)
  const { page } = crew
  const id = /id=(r\w+)/.exec(resident.page.url())?.[1] ?? ''
  await page.goto(`${stack.gov}/${at('pages/work/index')}`)
  await waitFor(crew, service)
  await crew.show('gov-phone-254-crew')
  expect(await crew.barriers()).toEqual([])
  await page.goto(`${stack.gov}/${at(`channels/request/index?id=${id}`)}`)
  await seen(page.getByRole('button', { name: '我来办理' })).click()
  await seen(page.getByRole('button', { name: '办结并答复' })).click()
  const dialog = page.getByRole('dialog')
  await seen(dialog.getByLabel('给居民的答复')).fill('换了新井盖，周围也补平了。')
  await dialog
    .getByLabel('照片：拍照或选照片')
    .setInputFiles([{ name: '换好了.png', mimeType: 'image/png', buffer: picture }])
  await seen(dialog.getByText(/已放1张/)).waitFor()
  await crew.show('gov-phone-255-closing')
  expect(await crew.barriers()).toEqual([])
  await seen(dialog.getByRole('button', { name: '办结并答复' })).click()
  await waitFor(crew, '已办结')
})

test('the resident sees the answer with its photo and rates it; from the cover the report is found', async () => {
  const { page } = resident
  await page.reload()
  await waitFor(resident, '换了新井盖，周围也补平了。')
  await expect
    .poll(() =>
      page
        .locator('img')
        .evaluateAll((images) => images.some((one) => one instanceof HTMLImageElement && one.naturalWidth === 10)),
    )
    .toBe(true)
  await resident.show('resident-256-repaired')
  expect(await resident.barriers()).toEqual([])
  await seen(page.getByRole('radio', { name: '很满意' })).click()
  await seen(page.getByRole('button', { name: '提交评价' })).click()
  await waitFor(resident, '5 星')
  await worker.page.goto(`${stack.gov}/${at(`entities/one/index?id=${coverId}`)}`)
  await waitFor(worker, cover)
  await waitFor(worker, service)
  await worker.show('gov-desk-257-the-cover')
  expect(await worker.barriers()).toEqual([])
})
