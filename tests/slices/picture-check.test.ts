import { type Api, mintFileId, mintRequestId, mintStepKey } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { mostAsked, verdictMillis } from '@zmht/shared/rules'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askedPart, readCheck, saveCheck, saveVerdict } from '../../functions/channels/picture-check/check.store'
import { seenByOthers } from '../../functions/channels/picture-check/standing'
import { auditOf } from '../../functions/platform/audit.store'
import { moveClock, now, resetClock } from '../../functions/platform/clock'
import { minuteOf, saveSwept } from '../../functions/platform/due.store'
import { pushSignature } from '../../functions/platform/outside/wechat-push'
import { secrets } from '../../functions/platform/secrets'
import { sweep } from '../../functions/platform/sweep'
import { aPhoto, aSentPhoto, publishReport, sent, someBytes } from '../files'
import { aNotice, sentNotice } from '../notices'
import { officialPhones } from '../people'
import { aPhotoThatIs, pusher, pushesOf, toPushAddress } from '../pictures'
import { codeOf } from '../refusal'
import { replayStream } from '../replay'
import { itemsOf } from '../table'
import { aWorld, phones, type World } from '../world'

let world: World
/** Several: a resident asks for one service a few times a day at most. */
let channels: readonly { id: string; version: number }[]
let home: PlaceId
let worker: Api
let neighbourWorker: Api
let subdistrict: Api
let resident: Api
let neighbour: Api
let pushed: () => Promise<number>

const signedIn = async (app: 'resident' | 'gov', phone: string) =>
  world.as((await world.signIn(app, phone)).accessToken)

/** Signs in with WeChat, which then knows the account by its openid there. */
let times = 0
async function byWechat(app: 'resident' | 'gov', who: string, phone: string): Promise<Api> {
  times += 1
  const body = { app, code: `login-${who}-${times}`, phoneCode: `phone-${phone}-${times}` }
  return world.as((await world.as().permissions.signInByWechat({ body })).accessToken)
}

async function signEverybodyIn(): Promise<void> {
  const officials = await officialPhones()
  worker = await byWechat('gov', 'worker', officials.worker)
  neighbourWorker = await signedIn('gov', officials.neighbourWorker)
  subdistrict = await signedIn('gov', officials.subdistrict)
  resident = await byWechat('resident', 'zhou', phones.resident)
  neighbour = await signedIn('resident', phones.neighbour)
}

beforeAll(async () => {
  world = await aWorld()
  await signEverybodyIn()
  pushed = pusher(world)
  const north = [world.places.north]
  channels = [
    await publishReport(worker, north),
    await publishReport(worker, north),
    await publishReport(worker, north),
  ]
  home = (await resident.channels.service({ params: { channelId: aChannel().id }, query: {} })).home
})
afterAll(async () => {
  resetClock()
  await world.stop()
})

let submitted = 0
function aChannel() {
  submitted += 1
  const channel = channels[submitted % channels.length]
  if (channel === undefined) throw new Error('there are channels')
  return channel
}

/** A resident tells of something with these photos. @returns the request's id */
async function told(photos: readonly string[], api = resident): Promise<string> {
  const requestId = mintRequestId()
  const channel = aChannel()
  const body = {
    version: channel.version,
    home,
    answers: { report: [{ values: { photos: [...photos] } }] },
    notify: false,
  }
  await api.channels.submit({ params: { channelId: channel.id, requestId }, body })
  await world.system.settle()
  return requestId
}

async function pictureIn(api: Api, requestId: string, fileId: string) {
  const { pictures = [] } = await api.channels.request({ params: { requestId } })
  return pictures.find(({ id }) => id === fileId)
}
const open = (api: Api, fileId: string, request: string) =>
  api.channels.file({ params: { fileId }, query: { request } })
const isForOthers = async (fileId: string) => (await seenByOthers([fileId], 'somebody-else')).has(fileId)
const vouch = (
  api: Api,
  fileId: string,
  request: string,
  state: 'checking' | 'unchecked' | 'review' | 'risky' | 'passed',
  reason = '是楼道里的电表箱',
) => api.channels.vouchForPicture({ params: { fileId }, body: { request, state, reason } })

/** Time passes in which nothing comes from WeChat. */
async function silence(): Promise<void> {
  await saveSwept(minuteOf(now()))
  moveClock(verdictMillis + 60_000)
  await sweep()
  await world.system.settle()
}

describe('what WeChat finds', () => {
  test('a picture that passes: its author is told it is looked at, others see it only then', async () => {
    const photo = await aPhotoThatIs(resident, 'pass')
    const request = await told([photo])
    expect(await pictureIn(resident, request, photo)).toMatchObject({
      state: 'checking',
      shown: false,
      mayVouch: false,
    })
    expect(await isForOthers(photo)).toBe(false)
    expect(await pushed()).toBe(1)
    expect(await pictureIn(resident, request, photo)).toBeUndefined()
    expect(await isForOthers(photo)).toBe(true)
  })

  test.each([
    ['risky', 'risky', /色情内容/],
    ['review', 'review', /违法犯罪内容/],
  ] as const)(
    'one that is %s: its author is told why at the photo and among the messages, who works on it sees it marked',
    async (verdict, state, why) => {
      const photo = await aPhotoThatIs(resident, verdict)
      const request = await told([photo])
      await pushed()
      expect(await pictureIn(resident, request, photo)).toMatchObject({
        state,
        why: expect.stringMatching(why),
        shown: false,
      })
      const { items } = await resident.channels.pictureChecks({ query: {} })
      expect(items.find(({ id }) => id === photo)).toMatchObject({
        state,
        why: expect.stringMatching(/不影响办理/),
        shown: false,
        request: { id: request, title: '随手拍' },
      })
      expect((await neighbour.channels.pictureChecks({ query: {} })).items).toEqual([])
      expect(await pictureIn(worker, request, photo)).toMatchObject({ state, mayVouch: true })
      expect((await open(worker, photo, request)).url).not.toBe('')
      expect(await isForOthers(photo)).toBe(false)
    },
  )

  test('told twice, and the whole stream told again, it is the same', async () => {
    const photo = await aPhotoThatIs(resident, 'risky')
    await told([photo])
    await pushed()
    const before = await readCheck(photo)
    const last = (await pushesOf(world)).at(-1)
    if (last === undefined) throw new Error('there is a push')
    expect((await toPushAddress(world, 'POST', last)).status).toBe(200)
    const asked = (await pushesOf(world)).length
    await replayStream(world)
    expect(await readCheck(photo)).toEqual(before)
    expect((await pushesOf(world)).length).toBe(asked)
  })

  test('a verdict that arrives before its question is saved is kept, and finds its picture', async () => {
    const photo = await aPhotoThatIs(resident, 'pass')
    await told([photo])
    const check = await readCheck(photo)
    if (check === undefined) throw new Error('it has a check')
    await saveVerdict({ trace: 'early', suggest: 'risky', label: 20001 }, now())
    await world.system.settle()
    expect(await readCheck(photo)).toMatchObject({ state: 'checking' })
    await saveCheck({ ...check, version: check.version + 1 }, [askedPart('early', photo, now())])
    await world.system.settle()
    expect(await readCheck(photo)).toMatchObject({ state: 'risky', label: 20001 })
    // The other question's answer is milder: the stricter counts.
    await pushed()
    expect(await readCheck(photo)).toMatchObject({ state: 'risky', label: 20001 })
  })

  test('a picture WeChat reads no format of, or of somebody without WeChat, is left to a person at once', async () => {
    const asked = (await pushesOf(world)).length
    const webp = await sent(resident, { ...aPhoto(100), type: 'image/webp' }, someBytes(100))
    const request = await told([webp])
    expect(await pictureIn(resident, request, webp)).toMatchObject({ state: 'unchecked', shown: false })
    expect((await pushesOf(world)).length).toBe(asked)
  })

  test('a paper that is no picture is nobody’s to check', async () => {
    const before = (await itemsOf('pictureCheck')).length
    const paper = { id: mintFileId(), kind: 'file', name: '说明.txt', type: 'text/plain', bytes: 20 } as const
    await sent(resident, paper)
    const channel = aChannel()
    const requestId = mintRequestId()
    const answers = { report: [{ values: { papers: [paper.id] } }] }
    await resident.channels.submit({
      params: { channelId: channel.id, requestId },
      body: { version: channel.version, home, answers, notify: false },
    })
    await world.system.settle()
    expect((await itemsOf('pictureCheck')).length).toBe(before)
    expect(await isForOthers(paper.id)).toBe(true)
  })
})

/** An event in plain words, signed with a token: what somebody without the key could send. */
async function anEvent(token: string, more: object) {
  const [timestamp, nonce] = ['1714036504', '1514711492']
  const query = new URLSearchParams({ signature: pushSignature(token, timestamp, nonce), timestamp, nonce })
  const body = JSON.stringify({ MsgType: 'event', Event: 'wxa_media_check', version: 2, ...more })
  return { app: 'resident', query: String(query), body }
}

describe('the address WeChat pushes to', () => {
  test('echoes what it is asked with, where the signature is right', async () => {
    const { push } = (await secrets()).wechat.gov
    const { query } = await anEvent(push?.token ?? '', {})
    const call = { app: 'gov', query: `${query}&echostr=4375120948345356249`, body: '' }
    expect(await toPushAddress(world, 'GET', call)).toEqual({ status: 200, body: '4375120948345356249' })
    const wrong = { ...call, query: call.query.replace('1514711492', '1') }
    expect((await toPushAddress(world, 'GET', wrong)).status).toBe(403)
    expect((await toPushAddress(world, 'GET', { ...call, app: 'other' })).status).toBe(404)
  })

  test('takes nothing that was changed on the way, sent to the other app, or is plain where there is a key', async () => {
    const photo = await aPhotoThatIs(resident, 'risky')
    await told([photo])
    const push = (await pushesOf(world)).at(-1)
    if (push === undefined) throw new Error('there is a push')
    const { Encrypt }: { Encrypt: string } = JSON.parse(push.body)
    const changed = JSON.stringify({ Encrypt: `${Encrypt.slice(0, -4)}AAA=` })
    const plain = await anEvent((await secrets()).wechat.resident.push?.token ?? '', {
      trace_id: 'x',
      result: { suggest: 'pass', label: 100 },
    })
    const traces = (await itemsOf('pictureTrace')).length
    for (const wrong of [
      { ...push, body: changed },
      { ...push, app: 'gov' },
      { ...push, query: push.query.replace(/msg_signature=\w{4}/, 'msg_signature=0000') },
      { ...push, query: '' },
      { ...push, body: 'no JSON' },
      plain,
    ])
      expect(await toPushAddress(world, 'POST', wrong)).toMatchObject({ status: 403 })
    await world.system.settle()
    expect(await readCheck(photo)).toMatchObject({ state: 'checking' })
    expect((await itemsOf('pictureTrace')).length).toBe(traces)
    await pushed()
    expect(await readCheck(photo)).toMatchObject({ state: 'risky' })
  })
})

describe('who says that others may see it', () => {
  test('whoever works on the request, with a reason, which is kept on record; sent again it is once', async () => {
    const photo = await aPhotoThatIs(resident, 'risky')
    const request = await told([photo])
    await pushed()
    expect(await codeOf(vouch(worker, photo, request, 'risky', ''))).toBe('invalid')
    expect(await isForOthers(photo)).toBe(false)
    const said = await vouch(worker, photo, request, 'risky')
    expect(said).toMatchObject({
      state: 'risky',
      shown: true,
      mayVouch: false,
      vouched: { reason: '是楼道里的电表箱' },
    })
    expect(await vouch(worker, photo, request, 'risky')).toEqual(said)
    expect(await isForOthers(photo)).toBe(true)
    const log = (await auditOf(`request/${request}`)).filter(({ action }) => action.startsWith('picture.vouched'))
    expect(log).toHaveLength(1)
    // Its author reads that others see it now, and not who said so.
    const own = await pictureIn(resident, request, photo)
    expect(own).toMatchObject({ shown: true })
    expect(own?.vouched).toBeUndefined()
  })

  test('what is vouched for before WeChat answers is hidden again when it finds something', async () => {
    const photo = await aPhotoThatIs(resident, 'risky')
    const request = await told([photo])
    await vouch(worker, photo, request, 'checking')
    expect(await isForOthers(photo)).toBe(true)
    await pushed()
    expect(await isForOthers(photo)).toBe(false)
    // They had decided about something else.
    expect(await codeOf(vouch(worker, photo, request, 'unchecked'))).toBe('changed')
    expect(await isForOthers(photo)).toBe(false)
  })

  test('nobody else: not the neighbours’ worker, nor the tier above, nor by a request it was not put with', async () => {
    const photo = await aPhotoThatIs(resident, 'review')
    const request = await told([photo])
    const other = await told([await aPhotoThatIs(resident, 'pass')])
    await pushed()
    expect(await codeOf(vouch(neighbourWorker, photo, request, 'review'))).toBe('outside-territory')
    expect(await codeOf(vouch(subdistrict, photo, request, 'review'))).toBe('forbidden')
    expect(await codeOf(vouch(worker, photo, other, 'review'))).toBe('not-found')
    expect(await codeOf(vouch(resident, photo, request, 'review'))).not.toBe('ok')
    expect(await isForOthers(photo)).toBe(false)
    expect(await codeOf(open(neighbour, photo, request))).toBe('not-found')
  })

  test('what passed needs nobody', async () => {
    const photo = await aPhotoThatIs(resident, 'pass')
    const request = await told([photo])
    await pushed()
    expect(await codeOf(vouch(worker, photo, request, 'passed'))).toBe('changed')
  })
})

describe('what officials put there', () => {
  test('is shown at once, and not any more to residents once something was found in it', async () => {
    const request = await told([await aPhotoThatIs(resident, 'pass')])
    const photo = await aPhotoThatIs(worker, 'risky')
    const step = (action: 'claim' | 'close') => ({ action, key: mintStepKey() })
    await worker.channels.step({ params: { requestId: request }, body: { ...step('claim'), action: 'claim' } })
    await worker.channels.step({
      params: { requestId: request },
      body: { ...step('close'), action: 'close', note: '已经修好', files: [photo] },
    })
    await world.system.settle()
    const files = async (api: Api) =>
      (await api.channels.request({ params: { requestId: request } })).steps.flatMap((one) => one.files ?? [])
    expect((await files(resident)).map(({ id }) => id)).toEqual([photo])
    expect((await open(resident, photo, request)).url).not.toBe('')
    await pushed()
    expect(await files(resident)).toEqual([])
    expect(await codeOf(open(resident, photo, request))).toBe('not-found')
    expect((await files(worker)).map(({ id }) => id)).toEqual([photo])
    expect(await pictureIn(worker, request, photo)).toMatchObject({ state: 'risky' })
  })

  test('so are the pictures of a notice', async () => {
    const photo = await aPhotoThatIs(worker, 'risky')
    const content = {
      ...aNotice([world.places.north]),
      files: [{ id: photo, kind: 'photo' as const, name: '停水范围.jpg' }],
    }
    const { id: noticeId } = await sentNotice(worker, content)
    await world.system.settle()
    const read = async () => (await resident.channels.openMessage({ params: { noticeId } })).files
    const opened = () => codeOf(resident.channels.messageFile({ params: { noticeId, fileId: photo } }))
    expect(await read()).toEqual(content.files)
    expect(await opened()).toBe('ok')
    await pushed()
    expect(await read()).toEqual([])
    expect(await opened()).toBe('not-found')
  })
})

describe('when nothing comes', () => {
  test('WeChat is asked again a few times, then it is left to a person, who may vouch for it; a late verdict still counts', async () => {
    const photo = await aSentPhoto(resident)
    const request = await told([photo])
    for (let asked = 1; asked < mostAsked; asked++) {
      expect(await readCheck(photo)).toMatchObject({ state: 'checking', asked })
      await silence()
    }
    expect(await readCheck(photo)).toMatchObject({ state: 'checking', asked: mostAsked })
    await silence()
    expect(await readCheck(photo)).toMatchObject({ state: 'unchecked', asked: mostAsked })
    await silence()
    expect(await readCheck(photo)).toMatchObject({ state: 'unchecked', asked: mostAsked })
    await signEverybodyIn()
    expect(await isForOthers(photo)).toBe(false)
    await vouch(worker, photo, request, 'unchecked')
    expect(await isForOthers(photo)).toBe(true)
    await pushed()
    expect(await readCheck(photo)).toMatchObject({ state: 'passed' })
  })

  test('WeChat does not answer: nothing is lost, it is asked again', async () => {
    const fail = (times: number) =>
      fetch(`${world.wechat.url}/stand-in/failures`, {
        method: 'POST',
        body: JSON.stringify({ path: '/wxa/media_check_async', errcode: 61010, times }),
      })
    await fail(1)
    const photo = await aPhotoThatIs(resident, 'pass')
    await told([photo])
    expect(await readCheck(photo)).toMatchObject({ state: 'checking', asked: 1 })
    expect(await pushed()).toBe(0)
    await silence()
    expect(await readCheck(photo)).toMatchObject({ asked: 2 })
    expect(await pushed()).toBe(1)
    expect(await readCheck(photo)).toMatchObject({ state: 'passed' })
  })

  test('two that write at once: the later one writes nothing over', async () => {
    await signEverybodyIn()
    const photo = await aPhotoThatIs(resident, 'pass')
    await told([photo])
    const check = await readCheck(photo)
    if (check === undefined) throw new Error('it has a check')
    expect(await saveCheck({ ...check, version: check.version + 1 })).toBe(true)
    expect(await saveCheck({ ...check, state: 'passed', version: check.version + 1 })).toBe(false)
  })
})
