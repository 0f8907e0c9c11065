import { type Api, mintFileId, mintRequestId } from '@zmht/shared/contract'
import type { FormAnswers } from '@zmht/shared/controls'
import type { PlaceId } from '@zmht/shared/geo'
import { baseKnowledge } from '@zmht/shared/knowledge'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { auditOf } from '../../functions/platform/audit.store'
import { later, moveClock, now, nowMillis, resetClock } from '../../functions/platform/clock'
import { minuteOf, saveSwept } from '../../functions/platform/due.store'
import { storedFile } from '../../functions/platform/files/bucket'
import { dropWaiting } from '../../functions/platform/files/file.store'
import { sweep } from '../../functions/platform/sweep'
import { intercept } from '../../functions/platform/table/client'
import { aPhoto, aSentPhoto, post, publishReport, report, sent, someBytes } from '../files'
import { officialPhones } from '../people'
import { itemsOf } from '../table'
import { aWorld, phones, type World } from '../world'

let world: World
let channel: { id: string; version: number }
let home: PlaceId
let worker: Api
let neighbourWorker: Api
let subdistrict: Api
let resident: Api
let neighbour: Api

beforeAll(async () => {
  world = await aWorld()
  const officials = await officialPhones()
  const signedIn = async (app: 'resident' | 'gov', phone: string) =>
    world.as((await world.signIn(app, phone)).accessToken)
  worker = await signedIn('gov', officials.worker)
  neighbourWorker = await signedIn('gov', officials.neighbourWorker)
  subdistrict = await signedIn('gov', officials.subdistrict)
  resident = await signedIn('resident', phones.resident)
  neighbour = await signedIn('resident', phones.neighbour)
  channel = await publishReport(worker, [world.places.north])
  home = (await resident.channels.service({ params: { channelId: channel.id }, query: {} })).home
})
afterAll(() => world.stop())

const about = (values: FormAnswers[string][number]['values']): FormAnswers => ({ report: [{ values }] })

async function submit(answers: FormAnswers, requestId = mintRequestId(), api = resident) {
  const body = { version: channel.version, home, answers, notify: false }
  return api.channels.submit({ params: { channelId: channel.id, requestId }, body })
}

/** What a person is told of each answer that is refused. */
async function refusals(answers: FormAnswers): Promise<Readonly<Record<string, string>>> {
  try {
    await submit(answers)
  } catch (problem) {
    const { document } = problem as { document: { fields?: { path: string; message: string }[] } } // a Problem
    return Object.fromEntries((document.fields ?? []).map(({ path, message }) => [path, message]))
  }
  return {}
}

const where = (control: string): string => `body.answers.report.0.values.${control}`
const open = (api: Api, fileId: string, query: { request?: string; purpose?: string } = {}) =>
  api.channels.file({ params: { fileId }, query })
const fileItems = async (id: string) => (await itemsOf('file')).filter((item) => item.id === id)

describe('sending a file', () => {
  test('it is announced, posted to the bucket, and read by its owner under its own name', async () => {
    const photo = aPhoto(1234)
    const bytes = someBytes(1234)
    await sent(resident, photo, bytes)
    const shown = await open(resident, photo.id)
    expect(shown).toMatchObject({ name: '门口.jpg', type: 'image/jpeg', bytes: 1234 })
    const read = await fetch(shown.url)
    expect(read.headers.get('content-type')).toBe('image/jpeg')
    expect(read.headers.get('content-disposition')).toContain(encodeURIComponent('门口.jpg'))
    expect(new Uint8Array(await read.arrayBuffer())).toEqual(bytes)
  })

  test('announced again it is the same file, and a post of the first announcement still fits', async () => {
    const photo = aPhoto(100)
    const first = await resident.channels.newFile({ body: photo })
    const again = await resident.channels.newFile({ body: photo })
    expect(again.fields.key).toBe(first.fields.key)
    expect(await fileItems(photo.id)).toHaveLength(1)
    expect((await post(first, someBytes(100))).status).toBe(204)
  })

  test.each<[string, object]>([
    ['of another size', { bytes: 101 }],
    ['of another type', { type: 'image/png' }],
    ['of another kind', { kind: 'file' }],
  ])('an id is not used for two files: %s', async (_, other) => {
    const photo = aPhoto(100)
    await resident.channels.newFile({ body: photo })
    await expect(resident.channels.newFile({ body: { ...photo, ...other } })).rejects.toMatchObject({
      code: 'key-reused',
    })
  })

  test('somebody else’s id is not announced again', async () => {
    const photo = aPhoto(100)
    await resident.channels.newFile({ body: photo })
    await expect(neighbour.channels.newFile({ body: photo })).rejects.toMatchObject({ code: 'key-reused' })
  })

  test('the bucket itself refuses what was not announced: more bytes, fewer, another type, another file’s place', async () => {
    const mine = await resident.channels.newFile({ body: aPhoto(100) })
    expect(await post(mine, someBytes(101))).toMatchObject({ text: expect.stringContaining('EntityTooLarge') })
    expect(await post(mine, someBytes(99))).toMatchObject({ text: expect.stringContaining('EntityTooSmall') })
    expect(await post(mine, someBytes(100), { 'Content-Type': 'text/html' })).toMatchObject({ status: 403 })
    const other = aPhoto(100)
    await neighbour.channels.newFile({ body: other })
    expect(await post(mine, someBytes(100), { key: `files/${other.id}` })).toMatchObject({ status: 403 })
    expect(await storedFile(other.id)).toBeUndefined()
  })

  const told = async (body: unknown) => {
    const { accessToken } = await world.signIn('resident', phones.resident)
    const { status, body: answer } = await world.send({ method: 'POST', path: '/files', body, token: accessToken })
    const { fields = [] } = answer as { fields?: { message: string }[] } // a problem document
    return { status, messages: fields.map(({ message }) => message) }
  }
  test.each<[string, object, string]>([
    ['a photo of more than 10 MB', { bytes: 10 * 1024 * 1024 + 1 }, '照片不能超过 10 MB'],
    ['an empty one', { bytes: 0 }, '照片是空的，请换一个'],
    ['a drawing that could run', { type: 'image/svg+xml' }, '照片请用 JPG、PNG、WebP 或 HEIC 格式'],
    ['a PDF as a photo', { type: 'application/pdf' }, '照片请用 JPG、PNG、WebP 或 HEIC 格式'],
    [
      'an archive as a file',
      { kind: 'file', type: 'application/zip' },
      '文件请用 PDF、OFD、Word、Excel、PPT、文本或照片格式',
    ],
    ['a signature of 2 MB', { kind: 'signature', type: 'image/png', bytes: 2_000_000 }, '签名不能超过 1 MB'],
  ])('%s is not announced, and the person reads why', async (_, change, message) => {
    expect(await told({ ...aPhoto(100), ...change })).toEqual({ status: 422, messages: [message] })
  })

  test('the name, which may name people, lies sealed in the table', async () => {
    const id = await sent(resident, { ...aPhoto(10), name: '孙大雪病历.jpg' })
    const [item] = await fileItems(id)
    expect(item).toMatchObject({ state: 'waiting' })
    expect(JSON.stringify(item)).not.toContain('孙大雪')
    expect(item?.name).toBeInstanceOf(Uint8Array)
  })
})

describe('submitting with files', () => {
  test('they are kept and bound to the request in the same write; sent again, it is the same request', async () => {
    const photos = [await aSentPhoto(resident), await aSentPhoto(resident)]
    const paper = await sent(resident, {
      id: mintFileId(),
      kind: 'file',
      name: '证明.pdf',
      type: 'application/pdf',
      bytes: 3000,
    })
    const signature = await sent(resident, { id: mintFileId(), kind: 'signature', type: 'image/png', bytes: 300 })
    const requestId = mintRequestId()
    const answers = about({ photos, papers: [paper], signed: signature })
    const first = await submit(answers, requestId)
    expect(await submit(answers, requestId)).toEqual(first)
    for (const id of [...photos, paper, signature]) expect(await fileItems(id)).toMatchObject([{ state: 'kept' }])
    const uses = (await itemsOf('fileUse')).filter(({ subject }) => subject === `request/${requestId}`)
    expect(uses.map(({ fileId, sensitivity }) => `${fileId} ${sensitivity}`).sort()).toEqual(
      [...photos.map((id) => `${id} internal`), `${paper} personal`, `${signature} personal`].sort(),
    )
    const [{ items = [] } = {}] = first.answers
    expect(items.map(({ label, text, files }) => [label, text, files?.map(({ kind }) => kind)])).toEqual([
      ['现场照片', '2个', ['photo', 'photo']],
      ['有关材料', '1个', ['file']],
      ['签名', '已签名', ['signature']],
    ])
  })

  test('without the object in the bucket it is refused at the answer, in words for the person, and nothing is kept', async () => {
    const announced = aPhoto(500)
    await resident.channels.newFile({ body: announced })
    const arrived = await aSentPhoto(resident)
    expect(await refusals(about({ photos: [arrived, announced.id] }))).toEqual({
      [where('photos')]: '照片还没有传完，请稍等或重新添加',
    })
    expect(await fileItems(arrived)).toMatchObject([{ state: 'waiting' }])
  })

  test('a file that is not there, is somebody else’s, or is of another kind is refused', async () => {
    const theirs = await aSentPhoto(neighbour)
    const mine = await aSentPhoto(resident)
    expect(await refusals(about({ photos: [mintFileId()] }))).toEqual({
      [where('photos')]: '找不到这张照片，请重新添加',
    })
    expect(await refusals(about({ photos: [theirs] }))).toEqual({ [where('photos')]: '找不到这张照片，请重新添加' })
    expect(await refusals(about({ papers: [mine], signed: mine }))).toEqual({
      [where('papers')]: '这里要放文件，请重新添加',
      [where('signed')]: '这里要放签名，请重新添加',
    })
  })

  test('a kept file serves again, and what was kept is not written over', async () => {
    const photo = aPhoto(64)
    const address = await resident.channels.newFile({ body: photo })
    await post(address, someBytes(64))
    await submit(about({ photos: [photo.id] }))
    await submit(about({ photos: [photo.id] }))
    await expect(resident.channels.newFile({ body: photo })).rejects.toMatchObject({ code: 'key-reused' })
    // The first address is still good for some minutes: what it brings now is not what was submitted, and is shown to nobody.
    expect((await post(address, someBytes(64))).status).toBe(204)
    await expect(open(resident, photo.id)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('a kept photo is in the form when it is opened again, and is taken again', async () => {
    const portrait = await aSentPhoto(resident)
    const answers = { applicant: [{ values: { portrait } }] }
    await submit(answers)
    await world.system.settle()
    const service = await resident.channels.service({ params: { channelId: channel.id }, query: {} })
    expect(service.prefill.applicant?.[0]?.values.portrait?.value).toBe(portrait)
    await submit(answers)
  })

  test('somebody else’s photo is taken only where the form itself opened with it, and only once it was kept', async () => {
    const { filesToKeep } = await import('../../functions/platform/files/keep')
    const [kept, waiting] = [await aSentPhoto(resident), await aSentPhoto(resident)]
    await submit(about({ photos: [kept] }))
    const asked = (id: string, opened: boolean) =>
      filesToKeep({
        subject: `request/${mintRequestId()}`,
        knowledge: baseKnowledge,
        form: report().form,
        answers: about({ photos: [id] }),
        actor: 'somebody else',
        at: now(),
        mayUse: async () => opened,
      })
    expect(await asked(kept, true)).toHaveLength(2)
    await expect(asked(kept, false)).rejects.toMatchObject({ code: 'invalid' })
    await expect(asked(waiting, true)).rejects.toMatchObject({ code: 'invalid' })
  })

  test('a file that is removed while its request is saved takes the request with it: neither is there', async () => {
    const id = await aSentPhoto(resident)
    const requestId = mintRequestId()
    let removed = false
    intercept(async (command, input, next) => {
      const saving = command.startsWith('TransactWrite') && JSON.stringify(input).includes(`REQUEST#${requestId}`)
      if (saving && !removed) {
        removed = true
        await dropWaiting(id, later(now(), 60_000))
      }
      return next()
    })
    try {
      await expect(submit(about({ photos: [id] }), requestId)).rejects.toMatchObject({ code: 'invalid' })
    } finally {
      intercept(undefined)
    }
    expect(removed).toBe(true)
    expect((await itemsOf('request')).filter((item) => item.id === requestId)).toEqual([])
    expect((await itemsOf('fileUse')).filter(({ fileId }) => fileId === id)).toEqual([])
  })
})

describe('reading a file', () => {
  let requestId: string
  let photo: string
  let portrait: string
  beforeAll(async () => {
    requestId = mintRequestId()
    photo = await aSentPhoto(resident)
    portrait = await aSentPhoto(resident)
    const child = [{ values: { childName: '周小满', childBirth: '2018-05-21', childPortrait: portrait } }]
    await submit({ ...about({ photos: [photo] }), child }, requestId)
  })

  test('its owner and the worker of the place do, through the request; nobody else', async () => {
    for (const api of [resident, worker]) {
      const { url } = await open(api, photo, { request: requestId })
      expect((await fetch(url)).status).toBe(200)
    }
    await expect(open(neighbour, photo, { request: requestId })).rejects.toMatchObject({ code: 'not-found' })
    await expect(open(neighbourWorker, photo, { request: requestId })).rejects.toMatchObject({
      code: 'outside-territory',
    })
    await expect(open(subdistrict, photo, { request: requestId })).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('an official says through which request, and it is one the file answers', async () => {
    const other = await submit(about({ photos: [await aSentPhoto(resident)] }))
    await expect(open(worker, photo)).rejects.toMatchObject({ code: 'not-found' })
    await expect(open(worker, photo, { request: other.id })).rejects.toMatchObject({ code: 'not-found' })
    await expect(open(worker, await aSentPhoto(resident))).rejects.toMatchObject({ code: 'not-found' })
  })

  test('what is sensitive is named in no masked answer, opens only with a purpose, and the look is on record', async () => {
    const { answers } = await worker.channels.request({ params: { requestId } })
    const items = answers.flatMap((part) => part.items)
    expect(items.find(({ label }) => label === '现场照片')?.files).toEqual([{ id: photo, kind: 'photo' }])
    expect(items.find(({ label }) => label === '孩子照片')).toMatchObject({ masked: true })
    expect(JSON.stringify(answers)).not.toContain(portrait)
    await expect(open(worker, portrait, { request: requestId })).rejects.toMatchObject({ code: 'purpose-needed' })
    const looks = async () => (await auditOf(`request/${requestId}`)).filter(({ outcome }) => outcome === 'seen')
    expect(await looks()).toEqual([])
    const { url } = await open(worker, portrait, { request: requestId, purpose: '核对入学材料' })
    expect((await fetch(url)).status).toBe(200)
    expect(await looks()).toMatchObject([{ purpose: '核对入学材料', attributes: ['person.photo'] }])
  })

  test('an official’s own file is theirs as a resident’s is', async () => {
    const own = await aSentPhoto(worker)
    expect((await fetch((await open(worker, own)).url)).status).toBe(200)
    await expect(open(neighbourWorker, own)).rejects.toMatchObject({ code: 'not-found' })
    await expect(open(resident, own)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('what nobody used', () => {
  beforeEach(() => resetClock())

  /** Lets a day pass and sweeps its last half hour; everything before was swept in its time. */
  async function nextDay(hours = 24): Promise<void> {
    moveClock(hours * 3600_000 + 20 * 60_000)
    await saveSwept(minuteOf(new Date(nowMillis() - 30 * 60_000).toISOString()))
    await sweep()
    await world.system.settle()
  }

  test('is gone after a day from table and bucket; what a request names stays', async () => {
    const unused = await aSentPhoto(resident)
    const used = await aSentPhoto(resident)
    const onlyAnnounced = aPhoto(10)
    await resident.channels.newFile({ body: onlyAnnounced })
    await submit(about({ photos: [used] }))
    await nextDay()
    expect(await fileItems(unused)).toEqual([])
    expect(await storedFile(unused)).toBeUndefined()
    expect(await fileItems(onlyAnnounced.id)).toEqual([])
    expect(await fileItems(used)).toMatchObject([{ state: 'kept' }])
    expect(await storedFile(used)).toMatchObject({ bytes: 1000 })
    expect(world.system.queues.deadLetters).toEqual([])
  })

  test('announced again before its day is over it waits another day', async () => {
    const photo = aPhoto(1000)
    await sent(resident, photo)
    moveClock(20 * 3600_000)
    resident = world.as((await world.signIn('resident', phones.resident)).accessToken)
    await resident.channels.newFile({ body: photo })
    await nextDay(4)
    expect(await fileItems(photo.id)).toMatchObject([{ state: 'waiting' }])
    expect(await storedFile(photo.id)).toMatchObject({ bytes: 1000 })
    await nextDay(20)
    expect(await fileItems(photo.id)).toEqual([])
    expect(await storedFile(photo.id)).toBeUndefined()
    resetClock()
    resident = world.as((await world.signIn('resident', phones.resident)).accessToken)
  })

  test('is not taken any more once its day is over, even before it is swept', async () => {
    const late = await aSentPhoto(resident)
    moveClock(24 * 3600_000 + 60_000)
    resident = world.as((await world.signIn('resident', phones.resident)).accessToken)
    expect(await refusals(about({ photos: [late] }))).toEqual({
      [where('photos')]: '照片放了一天没有提交，已经移除，请重新添加',
    })
    const again = { ...aPhoto(1000), id: late }
    await expect(resident.channels.newFile({ body: again })).rejects.toMatchObject({ code: 'key-reused' })
    resetClock()
  })

  test('told twice, the removal leaves a file of the same id that was announced since', async () => {
    const { removeUnused } = await import('../../functions/platform/files/files')
    const photo = aPhoto(1000)
    await sent(resident, photo)
    await removeUnused(photo.id, now())
    expect(await storedFile(photo.id)).toMatchObject({ bytes: 1000 })
  })
})
