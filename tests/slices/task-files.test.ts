import {
  type Api,
  mintFileId,
  mintLedgerId,
  mintRequestId,
  mintStepKey,
  mintTaskId,
  type TaskContent,
} from '@zmht/shared/contract'
import type { FormAnswers } from '@zmht/shared/controls'
import type { PlaceId } from '@zmht/shared/geo'
import { baseVersion, type EntityId } from '@zmht/shared/knowledge'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { auditOf } from '../../functions/platform/audit.store'
import { forgetEverything } from '../../functions/platform/cache'
import { later, now } from '../../functions/platform/clock'
import { storedFile } from '../../functions/platform/files/bucket'
import { dropWaiting } from '../../functions/platform/files/file.store'
import { intercept } from '../../functions/platform/table/client'
import { aPhoto, aSentPhoto, publishReport, sent } from '../files'
import { aLedgerLike } from '../ledgers'
import { officialPhones } from '../people'
import { itemsOf } from '../table'
import { withPhoto } from '../tasks'
import { aWorld, phones, type World } from '../world'

let world: World
let worker: Api
let colleague: Api
let neighbourWorker: Api
let subdistrict: Api
let district: Api
let resident: Api
let stranger: Api
let home: PlaceId
let ledgerId: string

const chaoyang = idOfDivision('110105')

beforeAll(async () => {
  world = await aWorld()
  const official = await officialPhones()
  const as = async (phone: string) => world.as((await world.signIn('gov', phone)).accessToken)
  worker = await as(official.worker)
  colleague = await as(official.secretary)
  neighbourWorker = await as(official.neighbourWorker)
  subdistrict = await as(official.subdistrict)
  district = await as(official.district)
  resident = world.as((await world.signIn('resident', phones.resident)).accessToken)
  stranger = world.as((await world.signIn('resident', phones.neighbour)).accessToken)
  const me = await resident.permissions.me()
  if (me.kind !== 'resident' || me.homes[0] === undefined) throw new Error('the resident has a home')
  home = me.homes[0].placeId
  ledgerId = mintLedgerId()
  await district.ledgers.save({
    params: { ledgerId },
    body: { content: aLedgerLike('residents'), measures: [], within: [chaoyang], edition: 0 },
  })
  await world.workOff()
})
afterAll(() => world.stop())

const person = 'person'
type Controls = TaskContent['form']['controls']
const ofPerson = (
  id: string,
  kind: 'photo' | 'file' | 'signature',
  label: string,
  rest: { attribute: string } | { own: { type: 'photo' | 'file' | 'signature' } },
): Controls[number] => ({ id, kind, label, required: false, binding: { subject: person, ...rest } })

/** A visit: a portrait the ledgers hold, and what only this form asks for. */
const visit = (change: Partial<TaskContent> = {}): TaskContent => ({
  title: '上门走访',
  basis: '入冬前走访。',
  about: { of: 'ledger', ledger: ledgerId },
  form: {
    knowledge: baseVersion,
    subjects: [{ key: person, kind: 'person', name: '被走访的人', is: { by: 'target' } }],
    controls: [
      ofPerson('portrait', 'photo', '本人照片', { attribute: 'person.photo' }),
      ofPerson('scene', 'photo', '现场照片', { own: { type: 'photo' } }),
      ofPerson('paper', 'file', '材料', { own: { type: 'file' } }),
      ofPerson('signed', 'signature', '本人签名', { own: { type: 'signature' } }),
    ],
  },
  due: '2099-12-31',
  ...change,
})

async function dispatched(content: TaskContent, by: Api = district, within: readonly PlaceId[] = [chaoyang]) {
  const params = { taskId: mintTaskId() }
  const draft = await by.tasks.saveTask({ params, body: { content, within: [...within], edition: 0 } })
  expect(draft.problems).toEqual([])
  await by.tasks.changeTask({ params, body: { action: 'dispatch', edition: 1 } })
  await world.workOff()
  forgetEverything()
  return params.taskId
}

async function itemOf(taskId: string, isOne: (item: { readonly subject: string }) => boolean = () => true) {
  const found = (await worker.tasks.items({ params: { taskId }, query: {} })).items.find(isOne)
  if (found === undefined) throw new Error('there is one')
  return found
}

async function ownItemOf(taskId: string) {
  for (const { id, about } of (await resident.tasks.ownItems()).items) {
    const item = await worker.tasks.item({ params: { itemId: id } }).catch(() => undefined)
    if (item?.taskId === taskId && about === '您自己') return item
  }
  throw new Error('the resident is asked')
}

type Values = FormAnswers[string][number]['values']
const said = (entity: string, values: Values): FormAnswers => ({ [person]: [{ entity: entity as EntityId, values }] }) // an id as it came
const aPaper = (api: Api) =>
  sent(api, { id: mintFileId(), kind: 'file', name: '证明.pdf', type: 'application/pdf', bytes: 3000 })
const aSignature = (api: Api) => sent(api, { id: mintFileId(), kind: 'signature', type: 'image/png', bytes: 300 })

interface Answering {
  readonly base?: number
  readonly key?: string
}
const answer = (api: Api, item: { id: string; subject: string }, values: Values, { base, key }: Answering = {}) =>
  api.tasks.answerItem({
    params: { itemId: item.id, key: key ?? mintStepKey() },
    body: { answers: said(item.subject, values), ...(base === undefined ? {} : { base }) },
  })
const answerOwn = (api: Api, item: { id: string; subject: string }, values: Values, key = mintStepKey()) =>
  api.tasks.answerOwnItem({ params: { itemId: item.id, key }, body: { answers: said(item.subject, values) } })

/** What a person is told of each answer that is refused. */
async function refusals(work: Promise<unknown>): Promise<Readonly<Record<string, string>>> {
  try {
    await work
  } catch (problem) {
    const { document } = problem as { document: { fields?: { path: string; message: string }[] } } // a Problem
    return Object.fromEntries((document.fields ?? []).map(({ path, message }) => [path, message]))
  }
  return {}
}
const where = (control: string): string => `body.answers.${person}.0.values.${control}`
const open = (api: Api, itemId: string, fileId: string, purpose?: string) =>
  api.tasks.itemFile({ params: { itemId, fileId }, query: purpose === undefined ? {} : { purpose } })
const stateOfFile = async (id: string) => (await itemsOf('file')).find((item) => item.id === id)?.state
const usesOf = async (fileId: string) =>
  (await itemsOf('fileUse')).filter((use) => use.fileId === fileId).map(({ subject }) => subject)
const hidden = { code: 'not-found' }

describe('filling in with files', () => {
  test('photo, paper and signature are kept in the same write as the answer; sent again it is one answer', async () => {
    const item = await itemOf(await dispatched(visit()))
    const [photo, paper, signed] = [await aSentPhoto(worker), await aPaper(worker), await aSignature(worker)]
    const key = mintStepKey()
    const values = { scene: photo, paper, signed }
    const first = await answer(worker, item, values, { key })
    expect(first).toMatchObject({ state: 'done', latest: { answers: said(item.subject, values) } })
    expect((await answer(worker, item, values, { key })).steps).toEqual(first.steps)
    for (const id of [photo, paper, signed]) {
      expect(await stateOfFile(id)).toBe('kept')
      expect(await usesOf(id)).toEqual([`task-item/${item.id}`])
    }
    const shown = await open(colleague, item.id, photo)
    expect((await fetch(shown.url)).status).toBe(200)
    expect(shown).toMatchObject({ name: '门口.jpg', bytes: 1000 })
  })

  test('a wrong file is told at its answer, in words, and nothing of the answer is kept', async () => {
    const item = await itemOf(await dispatched(visit({ title: '错的' })))
    const announced = aPhoto(500)
    await worker.channels.newFile({ body: announced })
    const good = await aPaper(worker)
    const values = { scene: announced.id, paper: good, signed: await aSentPhoto(worker), portrait: mintFileId() }
    expect(await refusals(answer(worker, item, values))).toEqual({
      [where('scene')]: '照片还没有传完，请稍等或重新添加',
      [where('signed')]: '这里要放签名，请重新添加',
      [where('portrait')]: '找不到这张照片，请重新添加',
    })
    expect(await stateOfFile(good)).toBe('waiting')
    expect(await worker.tasks.item({ params: { itemId: item.id } })).toMatchObject({ state: 'open', steps: [] })
  })

  test('a file removed in the moment of saving takes the answer with it; sent again with another it goes through', async () => {
    const item = await itemOf(await dispatched(visit({ title: '同时移除' })))
    const photo = await aSentPhoto(worker)
    let removed = false
    intercept(async (command, input, next) => {
      const saving = command.startsWith('TransactWrite') && JSON.stringify(input).includes(`TASKITEM#${item.id}`)
      if (saving && !removed) {
        removed = true
        await dropWaiting(photo, later(now(), 60_000))
      }
      return next()
    })
    try {
      await expect(answer(worker, item, { scene: photo })).rejects.toMatchObject({ code: 'invalid' })
    } finally {
      intercept(undefined)
    }
    expect(removed).toBe(true)
    expect(await worker.tasks.item({ params: { itemId: item.id } })).toMatchObject({ state: 'open', steps: [] })
    expect(await usesOf(photo)).toEqual([])
    expect(await answer(worker, item, { scene: await aSentPhoto(worker) })).toMatchObject({ state: 'done' })
  })

  test('an answer beside another keeps its photo, and either photo can be chosen when the two are settled', async () => {
    const item = await itemOf(await dispatched(visit({ title: '两人' })))
    const [mine, theirs] = [await aSentPhoto(worker), await aSentPhoto(colleague)]
    await answer(colleague, item, { scene: theirs }, { base: 1 })
    const beside = await answer(worker, item, { scene: mine }, { base: 1 })
    expect(beside.besides).toMatchObject([{ answers: said(item.subject, { scene: mine }) }])
    expect(await stateOfFile(mine)).toBe('kept')
    expect((await fetch((await open(colleague, item.id, mine)).url)).status).toBe(200)
    const settled = await answer(worker, item, { scene: theirs }, { base: beside.revision })
    expect(settled).toMatchObject({ latest: { answers: said(item.subject, { scene: theirs }) }, besides: [] })
    const again = await answer(colleague, item, { scene: mine }, { base: settled.revision })
    expect(again).toMatchObject({ latest: { answers: said(item.subject, { scene: mine }) } })
  })

  test('a portrait the ledgers hold opens the next form, opens for the official, and is named again', async () => {
    const before = await itemOf(await dispatched(visit({ title: '先' })))
    const portrait = await aSentPhoto(worker)
    await answer(worker, before, { portrait })
    await world.workOff()
    forgetEverything()
    const item = await itemOf(await dispatched(visit({ title: '后' })), ({ subject }) => subject === before.subject)
    const opened = await colleague.tasks.item({ params: { itemId: item.id } })
    expect(opened.prefill[person]?.[0]?.values.portrait?.value).toBe(portrait)
    expect((await fetch((await open(colleague, item.id, portrait)).url)).status).toBe(200)
    expect(await answer(colleague, item, { portrait })).toMatchObject({ state: 'done' })
    expect((await usesOf(portrait)).sort()).toEqual([before.id, item.id].map((id) => `task-item/${id}`).sort())
  })

  test('what nobody named is gone after its day, what an item names is not: it is kept', async () => {
    const item = await itemOf(await dispatched(visit({ title: '留下' })))
    const photo = await aSentPhoto(worker)
    await answer(worker, item, { scene: photo })
    const { removeUnused } = await import('../../functions/platform/files/files')
    await removeUnused(photo, later(now(), 25 * 3600_000))
    expect(await storedFile(photo)).toMatchObject({ bytes: 1000 })
  })
})

describe('whom an item is about', () => {
  test('they put photos to it and see them again; an official confirms with them, and only then they are the official’s word', async () => {
    const item = await ownItemOf(await dispatched(visit({ title: '自己填', selfFill: 'checked' })))
    const [scene, signed] = [await aSentPhoto(resident), await aSignature(resident)]
    const key = mintStepKey()
    const values = { scene, signed }
    const handedIn = await answerOwn(resident, item, values, key)
    expect(handedIn).toMatchObject({ state: 'answered', answers: said(item.subject, values) })
    expect((await answerOwn(resident, item, values, key)).steps).toEqual(handedIn.steps)
    const params = { itemId: item.id, fileId: scene }
    expect((await fetch((await resident.tasks.ownItemFile({ params })).url)).status).toBe(200)
    expect((await fetch((await open(worker, item.id, scene)).url)).status).toBe(200)
    // To anyone else it does not exist, whatever id they know.
    await expect(stranger.tasks.ownItemFile({ params })).rejects.toMatchObject(hidden)
    await expect(open(neighbourWorker, item.id, scene)).rejects.toMatchObject({ code: 'outside-territory' })
    const confirmed = await worker.tasks.moveItem({
      params: { itemId: item.id },
      body: { key: mintStepKey(), action: 'confirm' },
    })
    expect(confirmed).toMatchObject({ state: 'done', latest: { answers: said(item.subject, values) } })
    expect((await fetch((await open(colleague, item.id, signed)).url)).status).toBe(200)
  })

  test('the official who puts it right may leave the resident’s photo as it is', async () => {
    const item = await ownItemOf(await dispatched(visit({ title: '更正', selfFill: 'checked' })))
    const scene = await aSentPhoto(resident)
    await answerOwn(resident, item, { scene })
    const signed = await aSignature(worker)
    expect(await answer(worker, item, { scene, signed })).toMatchObject({ state: 'done' })
    // What officials put to it is not shown to whom it is about, nor may they name it.
    const params = { itemId: item.id, fileId: signed }
    await expect(resident.tasks.ownItemFile({ params })).rejects.toMatchObject(hidden)
  })

  test('a resident names no file of somebody else’s, of another item or a request', async () => {
    const item = await ownItemOf(await dispatched(visit({ title: '别人的', selfFill: 'checked' })))
    const theirs = await aSentPhoto(stranger)
    const officials = await aSentPhoto(worker)
    for (const scene of [theirs, officials, mintFileId()])
      expect(await refusals(answerOwn(resident, item, { scene }))).toEqual({
        [where('scene')]: '找不到这张照片，请重新添加',
      })
    expect(await stateOfFile(theirs)).toBe('waiting')
  })
})

describe('who reads a file of an item', () => {
  test('who may read the item, through this very item; not from beside, above or another item', async () => {
    const taskId = await dispatched(visit({ title: '谁能看' }))
    const item = await itemOf(taskId)
    const other = await itemOf(taskId, ({ subject }) => subject !== item.subject)
    const photo = await aSentPhoto(worker)
    await answer(worker, item, { scene: photo })
    for (const api of [worker, colleague]) expect((await open(api, item.id, photo)).bytes).toBe(1000)
    await expect(open(neighbourWorker, item.id, photo)).rejects.toMatchObject({ code: 'outside-territory' })
    await expect(open(subdistrict, item.id, photo)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(open(colleague, other.id, photo)).rejects.toMatchObject(hidden)
    await expect(open(colleague, item.id, await aSentPhoto(worker))).rejects.toMatchObject(hidden)
    // The way of requests does not lead to it.
    for (const query of [{}, { request: mintRequestId() }])
      await expect(colleague.channels.file({ params: { fileId: photo }, query })).rejects.toMatchObject(hidden)
    await expect(resident.channels.file({ params: { fileId: photo }, query: {} })).rejects.toMatchObject(hidden)
  })

  test('an official names no file they only know the id of: of a colleague, of another item, of a request', async () => {
    const taskId = await dispatched(visit({ title: '只知道编号' }))
    const item = await itemOf(taskId)
    const other = await itemOf(taskId, ({ subject }) => subject !== item.subject)
    const waiting = await aSentPhoto(colleague)
    const elsewhere = await aSentPhoto(colleague)
    await answer(colleague, other, { scene: elsewhere })
    const channel = await publishReport(worker, [world.places.north])
    const ofRequest = await aSentPhoto(resident)
    await resident.channels.submit({
      params: { channelId: channel.id, requestId: mintRequestId() },
      body: {
        version: channel.version,
        home,
        answers: { report: [{ values: { photos: [ofRequest] } }] },
        notify: false,
      },
    })
    for (const scene of [waiting, elsewhere, ofRequest])
      expect(await refusals(answer(worker, item, { scene }))).toEqual({
        [where('scene')]: '找不到这张照片，请重新添加',
      })
    expect(await usesOf(waiting)).toEqual([])
  })

  test('a child’s photo is sensitive although no birthday is asked for: it opens with a purpose, and the look is on record', async () => {
    const { entity } = await worker.ledgers.enter({
      body: {
        key: mintStepKey(),
        kind: 'person',
        place: home,
        facts: [
          { attribute: 'person.name', value: '周小满' },
          { attribute: 'person.birthDate', value: '2020-05-21' },
        ],
        links: [],
      },
    })
    await world.workOff()
    forgetEverything()
    const item = await itemOf(await dispatched(visit({ title: '孩子' })), ({ subject }) => subject === entity.id)
    const photo = await aSentPhoto(worker)
    await answer(worker, item, { scene: photo })
    expect(await itemsOf('fileUse')).toContainEqual(
      expect.objectContaining({ fileId: photo, sensitivity: 'sensitive' }),
    )
    await expect(open(colleague, item.id, photo)).rejects.toMatchObject({ code: 'purpose-needed' })
    const looks = async () => (await auditOf(`task-item/${item.id}`)).filter(({ outcome }) => outcome === 'seen')
    expect(await looks()).toEqual([])
    expect((await fetch((await open(colleague, item.id, photo, '核对入学')).url)).status).toBe(200)
    expect(await looks()).toMatchObject([{ purpose: '核对入学', person: entity.id }])
  })
})

describe('when and where a photo was taken', () => {
  const here = { longitude: 116.47, latitude: 39.99, accuracy: 12.4 }
  const taken = (point?: typeof here) => ({ at: '2026-11-01T01:12:00.000Z', ...(point === undefined ? {} : { point }) })
  const doors = (): TaskContent =>
    withPhoto({
      title: '门前照片',
      basis: '看门前有没有杂物。',
      about: { of: 'places', level: 'door' },
      due: '2099-12-31',
      form: {
        knowledge: baseVersion,
        subjects: [{ key: person, kind: 'place', name: '门前', is: { by: 'target' } }],
        controls: [
          {
            id: 'position',
            kind: 'point',
            label: '坐标',
            required: false,
            binding: { subject: person, attribute: 'place.position' },
          },
        ],
      },
    })

  test('it is told with the time, how well the place was known, and how far that is from the item; without a place just the time', async () => {
    const item = await itemOf(await dispatched(doors(), worker, [home]))
    const at = async (point?: typeof here) => {
      const id = await sent(worker, { ...aPhoto(100), taken: taken(point) })
      await answer(worker, item, { scene: id, position: '116.470000,39.990000' })
      await world.workOff()
      forgetEverything()
      return (await open(colleague, item.id, id)).taken
    }
    expect(await at()).toEqual({ at: '2026-11-01T01:12:00.000Z' })
    // 0.00036 degrees of latitude are 40 metres.
    expect(await at({ ...here, latitude: 39.99036 })).toEqual({
      at: '2026-11-01T01:12:00.000Z',
      accuracy: 12,
      away: 40,
    })
    expect(await at(here)).toMatchObject({ away: 0 })
    // Out of the album nothing is told of it.
    const plain = await aSentPhoto(worker)
    await answer(worker, item, { scene: plain })
    expect((await open(colleague, item.id, plain)).taken).toBeUndefined()
  })

  test('where it was taken lies sealed in the table, a clock that is fast is not believed, and a place that is none is refused', async () => {
    const ahead = { ...aPhoto(100), taken: { at: '2999-01-01T00:00:00.000Z', point: here } }
    await sent(worker, ahead)
    const kept = (await itemsOf('file')).find(({ id }) => id === ahead.id)
    expect(kept?.taken).toBeInstanceOf(Uint8Array)
    const item = await itemOf(await dispatched({ ...doors(), title: '快的钟' }, worker, [home]))
    await answer(worker, item, { scene: ahead.id })
    const told = (await open(colleague, item.id, ahead.id)).taken
    expect(told === undefined || told.at > now()).toBe(false)
    const nowhere = { ...aPhoto(100), taken: { at: now(), point: { ...here, latitude: 139 } } }
    await expect(worker.channels.newFile({ body: nowhere })).rejects.toMatchObject({ code: 'invalid' })
  })
})
