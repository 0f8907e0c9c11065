import {
  type Api,
  type ItemCardReply,
  mintFileId,
  mintStepKey,
  mintTaskId,
  type SessionReply,
  type TaskContent,
} from '@zmht/shared/contract'
import { converted } from '@zmht/shared/geo/coordinates'
import { baseVersion, entityId } from '@zmht/shared/knowledge'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { clientFor, signInByPhone } from '../../functions/local/first-service'
import { sent } from '../files'
import { deskSize, hasSession, type Person, phoneSize, runningStack } from './browser'
import { aJourney, seen } from './journey'

/**
 * 拍照和签字: a worker goes from door to door where there is no network, takes a photo at each and has it signed; what was taken waits sealed on the
 * phone, arrives before its answer, and the community sees when and where. A resident puts a photo to what is asked of them.
 */
const stack = runningStack()
const stamp = Date.now() % 10_000
const title = `燃气安全入户${stamp}`
const north = idOfDivision('110105026047')
const taskId = mintTaskId()

const content: TaskContent = {
  title,
  basis: '逐户看燃气软管和报警器，拍照，请住户签字。',
  about: { of: 'places', level: 'door' },
  selfFill: 'checked',
  form: {
    knowledge: baseVersion,
    subjects: [{ key: 'home', kind: 'place', name: '这一户', is: { by: 'target' } }],
    controls: [
      {
        id: 'hose',
        kind: 'photo',
        label: '软管照片',
        required: true,
        binding: { subject: 'home', own: { type: 'photo' } },
      },
      {
        id: 'signed',
        kind: 'signature',
        label: '住户签名',
        required: false,
        binding: { subject: 'home', own: { type: 'signature' } },
      },
      {
        id: 'note',
        kind: 'text',
        label: '情况说明',
        required: false,
        binding: { subject: 'home', own: { type: 'text:100' } },
      },
    ],
  },
  due: '2099-12-31',
}

/** Where the doors are. */
const positions: TaskContent = {
  title: `门牌坐标${stamp}`,
  basis: '登记每一户的坐标。',
  about: { of: 'places', level: 'door' },
  form: {
    knowledge: baseVersion,
    subjects: [{ key: 'home', kind: 'place', name: '这一户', is: { by: 'target' } }],
    controls: [
      {
        id: 'position',
        kind: 'point',
        label: '坐标',
        required: true,
        binding: { subject: 'home', attribute: 'place.position' },
      },
    ],
  },
  due: '2099-12-31',
}

const browser = aJourney('task-photos')
let worker: Person
let secretary: Person
let resident: Person
let secretaryApi: Api
let residentApi: Api
let secretarySession: SessionReply
let residentSession: SessionReply
let picture: Buffer
let doors: readonly ItemCardReply[]
let ownItem: string

/** Where the worker stands: WGS-84, as a browser tells it. */
const here = { longitude: 116.4601, latitude: 39.9802 }

const signedIn = (app: 'resident' | 'gov', phone: string) =>
  signInByPhone(`${stack[app]}/api`, `${stack.outside}/sms`, app, phone)
const clientOf = (app: 'resident' | 'gov', { accessToken }: SessionReply) => clientFor(`${stack[app]}/api`, accessToken)

/** Sits down where they are signed in already. */
async function sitAs(app: 'resident' | 'gov', session: SessionReply, size: typeof phoneSize): Promise<Person> {
  const person = await browser.sit(`${stack[app]}/`, size)
  await hasSession(person, app, session)
  await person.page.reload()
  return person
}
const gov = (path: string) => `${stack.gov}/#/${path}`
const itemAt = (id: string) => gov(`tasks/item/index?id=${id}`)

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 240; tries++) {
    if (await holds()) return
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  throw new Error(`never: ${what}`)
}

beforeAll(async () => {
  secretarySession = await signedIn('gov', '19000001028')
  residentSession = await signedIn('resident', '19000009001')
  secretaryApi = clientOf('gov', secretarySession)
  residentApi = clientOf('resident', residentSession)
  const params = { taskId }
  const saved = await secretaryApi.tasks.saveTask({ params, body: { content, within: [north], edition: 0 } })
  expect(saved.problems).toEqual([])
  await secretaryApi.tasks.changeTask({ params, body: { action: 'dispatch', edition: saved.edition } })
  const own = async () => (await residentApi.tasks.ownItems()).items.find((item) => item.title === title)
  await until('the resident is asked', async () => (await own()) !== undefined)
  ownItem = (await own())?.id ?? ''
  const { items } = await secretaryApi.tasks.items({ params, query: { place: north, state: 'open' } })
  doors = items.filter(({ id }) => id !== ownItem)
  // Forty metres north of where the worker stands.
  const position = converted([here.longitude, here.latitude + 0.00036], 'wgs84', 'gcj02')
  const value = position.map((one) => one.toFixed(6)).join()
  const places = { taskId: mintTaskId() }
  const draft = await secretaryApi.tasks.saveTask({
    params: places,
    body: { content: positions, within: [north], edition: 0 },
  })
  await secretaryApi.tasks.changeTask({ params: places, body: { action: 'dispatch', edition: draft.edition } })
  const there = async () => (await secretaryApi.tasks.items({ params: places, query: { place: north } })).items
  const wanted = doors.slice(0, 4).map(({ subject }) => subject)
  const found = async () => (await there()).filter(({ subject }) => wanted.includes(subject))
  await until('the doors can be told where they are', async () => (await found()).length === wanted.length)
  for (const { id, subject } of await found())
    await secretaryApi.tasks.answerItem({
      params: { itemId: id, key: mintStepKey() },
      body: { answers: { home: [{ entity: entityId(subject), values: { position: value } }] } },
    })
  const { edition } = await secretaryApi.tasks.task({ params: places })
  await secretaryApi.tasks.changeTask({ params: places, body: { action: 'withdraw', edition } })
})
/** The resident is left as they were found. */
afterAll(async () => {
  const { edition } = await secretaryApi.tasks.task({ params: { taskId } })
  await secretaryApi.tasks.changeTask({ params: { taskId }, body: { action: 'withdraw', edition } })
})

const idOf = (at: number): string => doors[at]?.id ?? ''

/** Takes a photo as a phone does: the camera opens after the button is pressed. */
async function photograph(page: Page, label: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    seen(page.locator('label', { hasText: /拍照或选照片|换一张照片/ })).click(),
  ])
  await chooser.setFiles({ name: '现场.png', mimeType: 'image/png', buffer: picture })
  await seen(page.getByRole('button', { name: new RegExp(`^(打开)?${label} 1`) })).waitFor()
}

async function sign(page: Page, name: string): Promise<void> {
  await seen(page.getByRole('button', { name: '住户签名：点这里签名' })).click()
  await seen(page.getByRole('textbox', { name: /^打字签名/ })).fill(name)
  await seen(page.getByRole('button', { name: '签好了' })).click()
  await seen(page.getByRole('button', { name: /^(打开)?已签名/ })).waitFor()
}
/** Pictures come a moment after the words about them. */
const pictured = (page: Page, count: number) =>
  until(`${count} pictures are seen`, async () => {
    const widths = await page
      .locator('img')
      .filter({ visible: true })
      .evaluateAll((all) => all.map((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0)))
    return widths.filter((width) => width > 0).length >= count
  })
const handIn = (page: Page) => seen(page.getByRole('button', { name: /^(提交|更正并提交)$/ })).click()

test('without a network photos and signatures are taken at several doors; they wait with their answers', async () => {
  worker = await sitAs('gov', await signedIn('gov', '19000001029'), phoneSize)
  const { page, context } = worker
  await context.grantPermissions(['geolocation'])
  await context.setGeolocation({ ...here, accuracy: 12 })
  await seen(page.getByRole('button', { name: '任务' })).waitFor()
  picture = await page.screenshot()
  await page.goto(gov(`tasks/items/index?id=${taskId}&place=${north}`))
  await seen(page.getByRole('button', { name: '带走离线办' })).click()
  await seen(page.getByText(/^已带走 \d+ 项/)).waitFor()
  await context.setOffline(true)
  for (const at of [0, 1, 2]) {
    await page.goto(itemAt(idOf(at)))
    await photograph(page, '软管照片')
    if (at < 2) await sign(page, '赵立冬')
    await seen(page.getByText(/拍摄，等待上传/)).waitFor()
    if (at === 0) {
      await worker.show('gov-phone-90-photo-at-the-door')
      expect(await worker.barriers()).toEqual([])
    }
    await handIn(page)
    await seen(page.getByText(`还有 ${at + 1} 项没有提交`)).waitFor()
  }
  await page.goto(gov('tasks/unsent/index'))
  await seen(page.getByText('带 1 张照片、1 个签名，等待上传')).waitFor()
  await worker.show('gov-phone-91-photos-wait')
  expect(await worker.barriers()).toEqual([])
})

test('what is put away lies sealed: no picture can be found on the device', async () => {
  const legible = await worker.page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('zmht-gov-offline')
      opening.onsuccess = () => resolve(opening.result)
    })
    const all = await new Promise<unknown[]>((resolve) => {
      const reading = database.transaction('records').objectStore('records').getAll()
      reading.onsuccess = () => resolve(reading.result)
    })
    const bytes = all.filter((one) => one instanceof Uint8Array)
    const words = bytes.map((one) => new TextDecoder('latin1').decode(one)).join('')
    return { long: words.length, found: /PNG\r\n|IHDR|JFIF|hose|image\//.test(words) }
  })
  expect(legible.long).toBeGreaterThan(picture.length)
  expect(legible.found).toBe(false)
})

test('a door is left half filled in, the application is killed: photo and answers are there; with a network all arrive, files first', async () => {
  const { page } = worker
  await page.goto(itemAt(idOf(3)))
  await photograph(page, '软管照片')
  // Only what is kept survives: the draft is written in the background.
  await seen(page.getByText(/拍摄，等待上传/)).waitFor()
  worker = await worker.reopen(gov('tasks/unsent/index'))
  await seen(worker.page.getByText('带 1 张照片、1 个签名，等待上传')).waitFor()
  await worker.page.goto(itemAt(idOf(3)))
  await seen(worker.page.getByRole('button', { name: /^(打开)?软管照片 1/ })).waitFor()
  await handIn(worker.page)
  await seen(worker.page.getByText('还有 4 项没有提交')).waitFor()
  await worker.context.setOffline(false)
  const values = async (at: number) => {
    const { latest } = await secretaryApi.tasks.item({ params: { itemId: idOf(at) } })
    return latest?.answers.home?.[0]?.values ?? {}
  }
  await until('all four have arrived', async () => {
    const all = await Promise.all([0, 1, 2, 3].map(values))
    return all.every(({ hose }) => typeof hose === 'string')
  })
  for (const at of [0, 1, 2, 3]) {
    const { hose, signed } = await values(at)
    for (const file of [hose, signed]) {
      if (typeof file !== 'string') continue
      const params = { itemId: idOf(at), fileId: file }
      const { url, taken } = await secretaryApi.tasks.itemFile({ params, query: {} })
      expect((await fetch(url)).status).toBe(200)
      if (file === hose) expect(taken).toMatchObject({ accuracy: 12, away: 40 })
    }
  }
  await until('nothing is left on the device', async () =>
    worker.page.evaluate(
      () =>
        new Promise<boolean>((resolve) => {
          const opening = indexedDB.open('zmht-gov-offline')
          opening.onsuccess = () => {
            const reading = opening.result.transaction('records').objectStore('records').getAllKeys()
            reading.onsuccess = () => resolve(!reading.result.some((key) => /\/(file|bytes)\./.test(String(key))))
          }
        }),
    ),
  )
})

test('the secretary sees photo and signature, when and how far away they were taken, at a desk and on a phone', async () => {
  for (const [size, name] of [
    [phoneSize, 'gov-phone-92-photo-seen'],
    [deskSize, 'gov-desk-92-photo-seen'],
  ] as const) {
    secretary = await sitAs('gov', secretarySession, size)
    const { page } = secretary
    await page.goto(itemAt(idOf(0)))
    await page.reload()
    await seen(page.getByText(/拍摄，距任务地点约 40 米/)).waitFor()
    await pictured(page, 2)
    await secretary.show(name)
    expect(await secretary.barriers()).toEqual([])
  }
  const { page } = secretary
  await seen(page.getByRole('button', { name: /^(打开)?软管照片 1/ })).click()
  const whole = page.getByRole('dialog').locator('img')
  await whole.waitFor()
  expect(await whole.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0))).toBeGreaterThan(
    300,
  )
})

test('two took different photos of one door: the worker chooses by looking at both', async () => {
  const { page, context } = worker
  const item = doors[4]
  if (item === undefined) throw new Error('a fifth door is there')
  await page.goto(itemAt(item.id))
  await seen(page.getByRole('button', { name: '提交' })).waitFor()
  await context.setOffline(true)
  await photograph(page, '软管照片')
  await handIn(page)
  await seen(page.getByText('还有 1 项没有提交')).waitFor()
  const bytes = new Uint8Array(picture)
  const theirs = await sent(
    secretaryApi,
    { id: mintFileId(), kind: 'photo', name: '现场.png', type: 'image/png', bytes: bytes.length },
    bytes,
  )
  await secretaryApi.tasks.answerItem({
    params: { itemId: item.id, key: mintStepKey() },
    body: { answers: { home: [{ entity: entityId(item.subject), values: { hose: theirs } }] } },
  })
  await context.setOffline(false)
  await until('it waits for the worker', async () => (await seen(page.getByText('其中 1 项要您来处理')).count()) > 0)
  await page.goto(gov('tasks/unsent/index'))
  await seen(page.getByRole('button', { name: /^去核对/ })).click()
  await until('both are seen', async () => (await page.getByRole('listitem').locator('img').count()) >= 2)
  await worker.show('gov-phone-93-settle-photos')
  expect(await worker.barriers()).toEqual([])
  await page.getByRole('radio').last().click()
  await seen(page.getByRole('button', { name: '按选的提交' })).click()
  await until('it is settled with theirs', async () => {
    const { latest, besides } = await secretaryApi.tasks.item({ params: { itemId: item.id } })
    return latest?.answers.home?.[0]?.values.hose === theirs && besides.length === 0
  })
})

test('a resident puts a photo to what is asked of them; the secretary looks at it and finds it right', async () => {
  resident = await sitAs('resident', residentSession, phoneSize)
  const { page } = resident
  await page.goto(`${stack.resident}/#/tasks/one/index?id=${ownItem}`)
  await page.reload()
  picture = await page.screenshot()
  await photograph(page, '软管照片')
  await sign(page, '孙大雪')
  await seen(page.getByText('打开').or(page.getByRole('button', { name: /^(打开)?已签名/ }))).waitFor()
  await resident.show('resident-phone-90-photo-of-item')
  expect(await resident.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: '提交', exact: true })).click()
  await seen(page.getByText('您填写的内容')).waitFor()
  await seen(page.getByRole('button', { name: '打开照片' })).waitFor()
  await pictured(page, 2)
  await resident.show('resident-phone-91-photo-handed-in')
  secretary = await sitAs('gov', secretarySession, phoneSize)
  const gova = secretary.page
  await gova.goto(itemAt(ownItem))
  await gova.reload()
  await seen(gova.getByText('对方填的，请核实')).waitFor()
  await seen(gova.getByText(/拍摄，没有定位/)).waitFor()
  await pictured(gova, 2)
  await secretary.show('gov-phone-94-photo-to-confirm')
  expect(await secretary.barriers()).toEqual([])
  await seen(gova.getByRole('button', { name: '核实无误' })).click()
  await until(
    'it is done',
    async () => (await secretaryApi.tasks.item({ params: { itemId: ownItem } })).state === 'done',
  )
})
