import { type Api, mintChargeId, mintNoticeId, type NoticeReply } from '@zmht/shared/contract'
import { lineageOf, type PlaceId } from '@zmht/shared/geo'
import { entityId } from '@zmht/shared/knowledge'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { recountNotices } from '../../functions/channels/notices/recount'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { findPlace } from '../../functions/hierarchy/index'
import { knowledgeNow } from '../../functions/knowledge/index'
import { applyToGraph } from '../../functions/ledgers/apply'
import { peopleAt } from '../../functions/ledgers/index'
import { recountPeople } from '../../functions/ledgers/recount-people'
import { forgetEverything } from '../../functions/platform/cache'
import { dayInChina, later, moveClock, now, resetClock } from '../../functions/platform/clock'
import { minuteOf, saveSwept } from '../../functions/platform/due.store'
import { sweep } from '../../functions/platform/sweep'
import { metered } from '../../functions/platform/table/client'
import { aSentPhoto } from '../files'
import { aNotice, comeOrNot, savedNotice, sentNotice } from '../notices'
import { officialPhones } from '../people'
import { codeOf } from '../refusal'
import { aWorld, phones, type World } from '../world'

let world: World
let worker: Api
let secretary: Api
let neighbourWorker: Api
let subdistrict: Api
let district: Api
let resident: Api
let neighbour: Api
let faraway: Api

const chaoyang = idOfDivision('110105')
const wangjing = idOfDivision('110105026')

beforeAll(async () => {
  world = await aWorld()
  await signInAll()
})

async function signInAll(): Promise<void> {
  const official = await officialPhones()
  const as = async (app: 'gov' | 'resident', phone: string) => world.as((await world.signIn(app, phone)).accessToken)
  worker = await as('gov', official.worker)
  secretary = await as('gov', official.secretary)
  neighbourWorker = await as('gov', official.neighbourWorker)
  subdistrict = await as('gov', official.subdistrict)
  district = await as('gov', official.district)
  resident = await as('resident', phones.resident)
  neighbour = await as('resident', phones.neighbour)
  faraway = await as('resident', phones.faraway)
  await world.workOff()
}
afterEach(() => {
  resetClock()
  forgetEverything()
})
afterAll(() => world.stop())

const params = ({ id }: Pick<NoticeReply, 'id'>) => ({ params: { noticeId: id } })
const message = async (api: Api, { id }: Pick<NoticeReply, 'id'>) =>
  (await api.channels.messages()).items.find((one) => one.id === id)
const idsFor = async (api: Api) => (await api.channels.messages()).items.map(({ id }) => id)
const settled = async () => {
  await world.workOff()
  forgetEverything()
}

describe('a notice to a community', () => {
  test('is read by those who live there alone, is theirs to answer, and its numbers move down to the door', async () => {
    const notice = await sentNotice(worker, aNotice([world.places.north], { questions: comeOrNot }))
    expect(notice).toMatchObject({ state: 'published', revision: 1, actions: ['correct', 'withdraw'] })
    forgetEverything()

    expect(await idsFor(neighbour)).not.toContain(notice.id)
    expect(await codeOf(neighbour.channels.openMessage(params(notice)))).toBe('not-found')
    expect(await codeOf(faraway.channels.openMessage(params(notice)))).toBe('not-found')
    const before = await message(resident, notice)
    expect(before).toMatchObject({ read: false, answered: false, asks: true, corrected: false })

    const opened = await resident.channels.openMessage(params(notice))
    expect(opened.text).toMatch(/^周惊蛰，您好/)
    expect(opened).toMatchObject({ read: true, answered: false, where: expect.stringContaining('花家地北里') })
    expect(opened.before).toBeUndefined()
    // Opened again it is the same receipt.
    await resident.channels.openMessage(params(notice))
    const person = opened.receivers[0]?.person ?? ''
    const answered = await resident.channels.answerMessage({
      params: { noticeId: notice.id, person },
      body: { answers: { come: 'yes', many: '两个' } },
    })
    expect(answered.answers).toEqual({ [person]: { come: 'yes', many: '两个' } })
    expect(answered).toMatchObject({ read: true, answered: true })
    await settled()

    for (const code of ['110105026047', '110105026', '110105']) {
      const asker = code === '110105026047' ? worker : code === '110105' ? district : subdistrict
      const numbers = await asker.channels.noticeNumbers({ ...params(notice), query: { place: idOfDivision(code) } })
      expect({ code, ...numbers }).toMatchObject({ code, read: 1, answered: 1, options: { 'come.yes': 1 } })
      expect(numbers.accounts).toBe(1)
    }
    // Down to the door.
    let at: PlaceId = world.places.north
    for (;;) {
      const { children } = await worker.channels.noticeNumbers({ ...params(notice), query: { place: at } })
      const next = children.find(({ read }) => read === 1)
      if (next === undefined) break
      at = next.id
    }
    expect((await findPlace(at))?.level).toBe('door')

    // Changed one's mind: the later answer counts, once.
    await resident.channels.answerMessage({
      params: { noticeId: notice.id, person },
      body: { answers: { come: 'no' } },
    })
    await settled()
    const changed = await worker.channels.noticeNumbers({ ...params(notice), query: { place: world.places.north } })
    expect(changed).toMatchObject({ read: 1, answered: 1, options: { 'come.no': 1 } })
    for await (const { measure, drift, places } of recountNotices())
      expect({ measure, drift, places }).toMatchObject({ drift: 0 })
    expect(await recountPeople()).toMatchObject({ drift: 0 })
    expect(await peopleAt(world.places.north)).toBeGreaterThan(0)

    const read = await worker.channels.noticeReceipts({ ...params(notice), query: { place: world.places.north } })
    expect(read.items).toMatchObject([
      { name: '周惊蛰', forThem: false, answers: [{ label: '您来参加吗', text: '不来' }] },
    ])
    // The tier above sees numbers, and of people neither names nor what they wrote.
    const above = await subdistrict.channels.noticeReceipts({ ...params(notice), query: { place: world.places.north } })
    expect(above.items).toMatchObject([{ name: '周**' }])
    expect(above.items[0]?.answers).toBeUndefined()
  })

  test('leaves out the places it does not go to', async () => {
    const notice = await sentNotice(
      subdistrict,
      aNotice([wangjing], { fence: { places: [wangjing], except: [world.places.west] } }),
    )
    forgetEverything()
    expect(await idsFor(resident)).toContain(notice.id)
    expect(await idsFor(neighbour)).not.toContain(notice.id)
    expect(await codeOf(neighbour.channels.openMessage(params(notice)))).toBe('not-found')
  })

  test('says what is wrong with it before anything is saved', async () => {
    const wrong = (change: object) => codeOf(savedNotice(worker, aNotice([world.places.north], change)))
    expect(await wrong({ text: '{水压}不足' })).toBe('invalid')
    expect(await wrong({ expires: '2020-01-01T00:00:00.000Z' })).toBe('invalid')
    expect(await wrong({ expires: '2040-01-01T00:00:00.000Z' })).toBe('invalid')
    expect(await wrong({ fence: { places: [world.places.west], except: [] } })).toBe('outside-territory')
    expect(await wrong({ fence: { places: [world.places.north], except: [world.places.north] } })).toBe('invalid')
    expect(await wrong({})).toBe('ok')
  })

  test('is one however often it is sent, and is not written over by who has not seen the latest', async () => {
    const noticeId = mintNoticeId()
    const content = aNotice([world.places.north])
    const save = (edition: number, title = content.title) =>
      worker.channels.saveNotice({ params: { noticeId }, body: { edition, content: { ...content, title } } })
    expect(await save(0)).toEqual(await save(0))
    expect(await codeOf(save(0, '另一个标题'))).toBe('changed')
    expect(await codeOf(secretary.channels.publishNotice({ params: { noticeId }, body: { edition: 5 } }))).toBe(
      'changed',
    )
    const publish = () => worker.channels.publishNotice({ params: { noticeId }, body: { edition: 1 } })
    expect(await publish()).toEqual(await publish())
    expect(await codeOf(save(2))).toBe('step-not-allowed')
    expect(await codeOf(neighbourWorker.channels.notice({ params: { noticeId } }))).toBe('not-found')
    expect((await worker.channels.notices({ query: {} })).items.map(({ id }) => id)).toContain(noticeId)
    expect(
      (await worker.channels.notices({ query: { here: world.places.north } })).items.map(({ id }) => id),
    ).toContain(noticeId)
    expect(await codeOf(worker.channels.notices({ query: { here: world.places.west } }))).toBe('outside-territory')
  })

  test('shows its pictures to those it concerns, and keeps them', async () => {
    const photo = await aSentPhoto(worker)
    const files = [{ id: photo, kind: 'photo' as const, name: '施工区域.jpg' }]
    const notice = await sentNotice(worker, aNotice([world.places.north], { files }))
    forgetEverything()
    const at = { params: { noticeId: notice.id, fileId: photo } }
    expect((await resident.channels.messageFile(at)).url).toContain('http')
    expect(await codeOf(neighbour.channels.messageFile(at))).toBe('not-found')
    expect((await subdistrict.channels.noticeFile(at)).url).toContain('http')
    const stranger = mintNoticeId()
    const stolen = savedNotice(neighbourWorker, aNotice([world.places.west], { files }), stranger)
    expect(await codeOf(stolen)).toBe('invalid')
  })
})

describe('an urgent notice', () => {
  test('of a worker waits for the secretary, who sends it back with a reason, and publishes it by approving', async () => {
    const emergency = aNotice([world.places.north], { urgency: 'emergency', title: '暴雨红色预警' })
    const asked = await worker.channels.fenceReach({ body: { fence: emergency.fence, urgency: 'emergency' } })
    expect(asked.approval).toBe('emergency')
    const waiting = await sentNotice(worker, emergency)
    expect(waiting).toMatchObject({ state: 'awaiting-approval', approval: 'emergency', actions: ['call-off'] })
    expect(await idsFor(resident)).not.toContain(waiting.id)
    expect(await codeOf(resident.channels.openMessage(params(waiting)))).toBe('not-found')
    expect(
      await codeOf(worker.channels.judgeNotice({ ...params(waiting), body: { verdict: 'approve', edition: 2 } })),
    ).toBe('forbidden')
    const list = await secretary.channels.awaitingNotices({ query: {} })
    expect(list.items.map(({ id }) => id)).toContain(waiting.id)
    expect((await district.channels.awaitingNotices({ query: {} })).items.map(({ id }) => id)).toContain(waiting.id)

    const back = await secretary.channels.judgeNotice({
      ...params(waiting),
      body: { verdict: 'send-back', edition: 2, reason: '请写明避险地点' },
    })
    expect(back).toMatchObject({ state: 'draft', sentBack: { reason: '请写明避险地点' } })
    const revised = await worker.channels.saveNotice({
      ...params(waiting),
      body: { edition: 3, content: { ...emergency, text: '请到社区服务站避险。' } },
    })
    expect(revised).toMatchObject({ edition: 4, approval: 'emergency', actions: ['revise', 'submit'] })
    await worker.channels.publishNotice({ ...params(waiting), body: { edition: 4 } })
    const approve = () =>
      secretary.channels.judgeNotice({ ...params(waiting), body: { verdict: 'approve', edition: 5 } })
    const out = await approve()
    expect(out).toMatchObject({ state: 'published', approved: { by: expect.stringContaining('书记') } })
    expect(await approve()).toEqual(out)
    forgetEverything()
    expect(await message(resident, waiting)).toMatchObject({ urgency: 'emergency', read: false })
    expect((await secretary.channels.awaitingNotices({ query: {} })).items.map(({ id }) => id)).not.toContain(
      waiting.id,
    )
    // What was approved is not rewritten by who could not have published it.
    const rewrite = { edition: 6, note: '改一下', body: { title: '暴雨', text: '没事了', files: [] } }
    expect(await codeOf(worker.channels.correctNotice({ ...params(waiting), body: rewrite }))).toBe('forbidden')
  })

  test('beyond what may be approved is not decided by who answers for a part of it', async () => {
    const waiting = await sentNotice(worker, aNotice([world.places.north], { urgency: 'emergency' }))
    const verdict = { verdict: 'approve' as const, edition: waiting.edition }
    expect(await codeOf(neighbourWorker.channels.judgeNotice({ ...params(waiting), body: verdict }))).not.toBe('ok')
    // Taken back it is a draft, and nobody approves it any more.
    await worker.channels.callOffNotice({ ...params(waiting), body: { edition: waiting.edition } })
    expect(await codeOf(secretary.channels.judgeNotice({ ...params(waiting), body: { ...verdict, edition: 3 } }))).toBe(
      'step-not-allowed',
    )
  })
})

describe('in the course of time', () => {
  test('a planned notice goes out when its time has come, and leaves the lists when it is over', async () => {
    const start = now()
    const publishAt = later(start, 60 * 60_000)
    const expires = later(start, 3 * 60 * 60_000)
    const planned = await sentNotice(worker, aNotice([world.places.north], { publishAt, expires }))
    expect(planned).toMatchObject({ state: 'scheduled', actions: ['call-off'] })
    forgetEverything()
    expect(await idsFor(resident)).not.toContain(planned.id)

    const pass = async (millis: number) => {
      await saveSwept(minuteOf(later(now(), millis - 10 * 60_000)))
      moveClock(millis)
      await sweep()
      await settled()
      await signInAll()
    }
    await pass(65 * 60_000)
    expect(await message(resident, planned)).toMatchObject({ read: false })
    await resident.channels.openMessage(params(planned))
    await pass(2 * 60 * 60_000)
    expect(await idsFor(resident)).not.toContain(planned.id)
    expect(await worker.channels.notice(params(planned))).toMatchObject({ state: 'expired', actions: [] })
    // Who read it may look again, and nothing more is counted.
    expect(await resident.channels.openMessage(params(planned))).toMatchObject({ read: true })
  })

  test('a correction is told as one and asks to be read again; what is withdrawn says why to those who had read it', async () => {
    await signInAll()
    const notice = await sentNotice(secretary, aNotice([world.places.north, world.places.north]))
    await settled()
    await resident.channels.openMessage(params(notice))
    const mark = await resident.channels.news({ params: { placeId: world.places.north } })
    const body = {
      edition: notice.edition,
      note: '时间改为 23:00',
      body: { title: '今晚停水检修', text: '改为 23:00 起停水。', files: [] },
    }
    const corrected = await secretary.channels.correctNotice({ ...params(notice), body })
    expect(corrected).toMatchObject({ revision: 2, corrections: [{ note: '时间改为 23:00' }] })
    expect(await secretary.channels.correctNotice({ ...params(notice), body })).toEqual(corrected)
    forgetEverything()
    expect(await resident.channels.news({ params: { placeId: world.places.north } })).not.toEqual(mark)
    expect(await message(resident, notice)).toMatchObject({ corrected: true, read: false })
    const again = await resident.channels.openMessage(params(notice))
    expect(again).toMatchObject({ text: '改为 23:00 起停水。', read: true, corrections: [{ note: '时间改为 23:00' }] })
    // What it replaces can be read, filled in as it was.
    expect(again.before?.text).toMatch(/^周惊蛰，您好：今晚 22:00/)
    await settled()
    const numbers = await secretary.channels.noticeNumbers({ ...params(notice), query: { place: world.places.north } })
    expect(numbers.read).toBe(1)

    const unread = await sentNotice(secretary, aNotice([world.places.north]))
    for (const one of [corrected, unread])
      await secretary.channels.withdrawNotice({ ...params(one), body: { edition: one.edition, reason: '检修取消了' } })
    forgetEverything()
    expect(await message(resident, corrected)).toMatchObject({ withdrawn: '检修取消了' })
    expect(await message(resident, unread)).toBeUndefined()
    expect(await resident.channels.openMessage(params(corrected))).toMatchObject({ text: '', withdrawn: '检修取消了' })
    expect(await codeOf(resident.channels.openMessage(params(unread)))).toBe('not-found')
  })

  test('whoever asks whether there is anything new needs no session, and asks the table nothing about notices', async () => {
    const news = async (placeId: PlaceId) => (await world.as().channels.news({ params: { placeId } })).mark
    const [north, west] = [await news(world.places.north), await news(world.places.west)]
    await sentNotice(worker, aNotice([world.places.north]))
    forgetEverything()
    expect(await news(world.places.north)).not.toBe(north)
    expect(await news(world.places.west)).toBe(west)
    await sentNotice(subdistrict, aNotice([wangjing]))
    forgetEverything()
    expect(await news(world.places.west)).not.toBe(west)
    const door = lineageOf((await findPlace(world.places.north))?.path ?? ('' as never)).at(-1) ?? world.places.north
    forgetEverything()
    await news(door)
    // The place itself apart: five tiny items, and for a second none.
    const { used } = await metered(() => news(world.places.west))
    expect(used.readUnits).toBeLessThanOrEqual(6)
    expect((await metered(() => news(world.places.west))).used.reads).toBe(0)
    const answer = await world.send({ method: 'GET', path: `/news/${world.places.north}` })
    expect(answer.headers['cache-control']).toBe('public, max-age=5')
  })
})

describe('its cost', () => {
  test('is a few units to publish to a district, whoever lives there, and two to open', async () => {
    await signInAll()
    const { id, edition } = await savedNotice(
      district,
      aNotice([chaoyang], { text: '暴雨预警。'.repeat(900), urgency: 'emergency' }),
    )
    const publish = await metered(() =>
      district.channels.publishNotice({ params: { noticeId: id }, body: { edition } }),
    )
    expect(publish.result.state).toBe('published')
    expect(publish.used.writeUnits).toBeLessThanOrEqual(20)
    await settled()
    const open = await metered(() => resident.channels.openMessage({ params: { noticeId: id } }))
    expect(open.used.writeUnits).toBeLessThanOrEqual(2)
    await settled()
    const again = await metered(() => resident.channels.openMessage({ params: { noticeId: id } }))
    expect(again.used.writeUnits).toBe(0)
    process.stdout.write(
      `publish ${publish.used.writeUnits} WRU, open ${open.used.writeUnits} WRU, list ${(await metered(() => resident.channels.messages())).used.readUnits} RRU\n`,
    )
  })
})

/** A worker who looked says when the resident was born. */
async function isBorn(day: string): Promise<void> {
  const knowledge = await knowledgeNow()
  const known = entityId((await resident.ledgers.mine()).me.id)
  await applyToGraph(
    {
      knowledge: knowledge.version,
      entities: [{ ref: { known }, kind: 'person', facts: [{ attribute: 'person.birthDate', value: day }] }],
      relations: [],
    },
    {
      by: 'a-worker',
      authority: () => 'checked',
      source: { kind: 'official', id: 'visit-1', label: '入户走访' },
      at: now(),
      knowledge,
    },
  )
}

describe('whom it concerns', () => {
  test('is asked of what is known when it is read; too little known is no reason to keep a warning back', async () => {
    await isBorn('1960-05-05')
    const audience = (least: number) => ({ who: 'self' as const, rules: [{ about: 'age' as const, least }] })
    const for65 = await sentNotice(
      worker,
      aNotice([world.places.north], { fence: { places: [world.places.north], except: [], audience: audience(110) } }),
    )
    const forAll = await sentNotice(
      worker,
      aNotice([world.places.north], { fence: { places: [world.places.north], except: [], audience: audience(0) } }),
    )
    expect(for65.condition).toBe('面向 110 岁以上的居民')
    forgetEverything()
    const ids = await idsFor(resident)
    expect(ids).not.toContain(for65.id)
    expect(ids).toContain(forAll.id)
  })

  test('may be a ward: the daughter receives for her mother, and each is counted once', async () => {
    const mother = (await resident.ledgers.mine()).family[0]
    if (mother === undefined) throw new Error('the daughter has no mother in the graph')
    const chargeId = mintChargeId()
    await resident.ledgers.askCharge({
      params: { chargeId },
      body: { entity: mother.id, as: 'guardian', from: dayInChina(now()), reason: '母亲行动不便，由我代办' },
    })
    await worker.ledgers.decideCharge({
      params: { chargeId },
      body: { edition: 1, accept: true, reason: '已入户核实' },
    })
    await settled()
    const notice = await sentNotice(worker, aNotice([world.places.north]))
    forgetEverything()
    const listed = await message(resident, notice)
    expect(listed?.receivers.map(({ called }) => called)).toEqual(['您', '您照管的孙大雪'])
    await resident.channels.openMessage(params(notice))
    await settled()
    const numbers = await worker.channels.noticeNumbers({ ...params(notice), query: { place: world.places.north } })
    expect(numbers.read).toBe(2)
    const read = await worker.channels.noticeReceipts({ ...params(notice), query: { place: world.places.north } })
    expect(read.items.find(({ person }) => person === mother.id)).toMatchObject({ forThem: true })
    await resident.ledgers.endCharge({ params: { chargeId }, body: { edition: 2, reason: '不再需要' } })
    await settled()
  })
})
