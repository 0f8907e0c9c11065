import { mintOfficialId, mintOperationId, mintPostId, type PersonnelBody } from '@zmht/shared/contract'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { inventedPhone } from '../../functions/local/demonstration'
import { forgetEverything } from '../../functions/platform/cache'
import { dayInChina, moveClock, now, resetClock } from '../../functions/platform/clock'
import { officialPhones } from '../people'
import { itemsOf } from '../table'
import { aWorld, filledIn, phones, publishCheckUp, type World } from '../world'

type Api = ReturnType<World['as']>
let world: World
let officials: Awaited<ReturnType<typeof officialPhones>>
let subdistrict: Api
let secretary: Api
let neighbour: Api
let resident: Api
/** A phone nobody has had yet. */
let unused = 19000007100

const day = (days: number): string => dayInChina(new Date(Date.parse(now()) + days * 24 * 3600 * 1000).toISOString())
const organisationAt = (place: string) => `o${place}`
const north = () => organisationAt(world.places.north)
const west = () => organisationAt(world.places.west)
const office = () => `o${idOfDivision('110105026')}`

const signedIn = async (phone: string) => {
  const { accessToken, me } = await world.signIn('gov', phone)
  return { id: me.id, api: world.as(accessToken), token: accessToken }
}
const postOf = async (organisationId: string, title: string) => {
  const { posts } = await subdistrict.permissions.organisation({ params: { organisationId } })
  const post = posts.find((one) => one.title === title)
  if (post === undefined) throw new Error(`${organisationId} has no ${title}`)
  return post
}
const record = (officialId: string, body: PersonnelBody, api = subdistrict, operationId = mintOperationId()) =>
  api.permissions.personnel({ params: { officialId, operationId }, body })
/** Somebody new on a post, signed in. */
async function somebodyOn(organisationId: string, title: string, name = '何立夏') {
  const id = mintOfficialId()
  const phone = String(++unused)
  const post = (await postOf(organisationId, title)).id
  await record(id, { kind: 'appoint', post, as: 'holder', date: day(0), person: { name, phone }, reason: '新聘' })
  return { ...(await signedIn(phone)), phone, post, id }
}
beforeAll(async () => {
  world = await aWorld()
  officials = await officialPhones()
  subdistrict = (await signedIn(officials.subdistrict)).api
  secretary = (await signedIn(officials.secretary)).api
  neighbour = (await signedIn(officials.neighbourWorker)).api
  resident = world.as((await world.signIn('resident', phones.resident)).accessToken)
})
afterEach(() => {
  resetClock()
  forgetEverything()
})
afterAll(() => world.stop())

/** A person who lives in a community, as its people list names them. */
const residentOf = async (api: Api): Promise<string> => {
  const { items } = await api.ledgers.people({ query: {} })
  const [first] = items
  if (first === undefined) throw new Error('nobody lives there')
  return first.id
}
const entity = (api: Api, entityId: string) => api.ledgers.entity({ params: { entityId }, query: {} })
const transfer = (from: string, to: string, date: string, successor?: string): PersonnelBody => ({
  kind: 'transfer',
  from,
  to,
  date,
  ...(successor === undefined ? {} : { successor }),
  reason: '工作需要',
})

describe('a transfer', () => {
  test('holds from the next request with the token already issued, wherever it is answered, and is told in the history', async () => {
    const worker = await somebodyOn(north(), '社工')
    const [here, there] = [await residentOf(worker.api), await residentOf(neighbour)]
    await entity(worker.api, here)
    await expect(entity(worker.api, there)).rejects.toMatchObject({ code: 'outside-territory' })
    const to = (await postOf(west(), '社工')).id
    const after = await record(worker.id, transfer(worker.post, to, day(0)))
    expect(after.posts.filter(({ current }) => current).map(({ id }) => id)).toEqual([to])
    for (const cold of [false, true]) {
      if (cold) forgetEverything()
      await expect(entity(worker.api, here)).rejects.toMatchObject({ code: 'outside-territory' })
      await entity(worker.api, there)
    }
    expect(after.history[0]).toMatchObject({
      kind: 'transfer',
      from: { post: worker.post, organisation: { id: north() } },
      to: { post: to, organisation: { id: west() } },
      reason: '工作需要',
    })
    for (const organisationId of [north(), west()]) {
      const { items } = await subdistrict.permissions.organisationHistory({ params: { organisationId }, query: {} })
      expect(items[0]).toMatchObject({ kind: 'transfer', official: { id: worker.id } })
    }
    const shown = await subdistrict.permissions.organisation({ params: { organisationId: north() } })
    expect(shown.posts.flatMap(({ holders }) => holders.map(({ id }) => id))).not.toContain(worker.id)
  })

  test('to come takes effect by itself on its day', async () => {
    const worker = await somebodyOn(north(), '社工')
    const here = await residentOf(worker.api)
    const to = (await postOf(west(), '社工')).id
    await record(worker.id, transfer(worker.post, to, day(3)))
    await entity(worker.api, here)
    moveClock(3 * 24 * 3600 * 1000)
    const later = (await signedIn(worker.phone)).api
    await expect(entity(later, here)).rejects.toMatchObject({ code: 'outside-territory' })
    expect(await later.permissions.me()).toMatchObject({ posts: [{ id: to }] })
  })

  test('sent twice is one, and under its id nothing else is recorded', async () => {
    const worker = await somebodyOn(north(), '社工')
    const to = (await postOf(west(), '社工')).id
    const id = mintOperationId()
    const body = transfer(worker.post, to, day(0))
    const [first, again] = await Promise.all([1, 2].map(() => record(worker.id, body, subdistrict, id)))
    expect(again?.posts).toEqual(first?.posts)
    expect((await record(worker.id, body, subdistrict, id)).history).toHaveLength(2)
    const other = record(worker.id, { kind: 'leave-post', date: day(0), reason: '离职' }, subdistrict, id)
    await expect(other).rejects.toMatchObject({ code: 'key-reused' })
  })

  test('needs both ends inside the places of who records it, and nobody records their own', async () => {
    const worker = await somebodyOn(north(), '社工')
    const datong = await postOf(organisationAt(world.places.datong), '社工')
    const abroad = record(worker.id, transfer(worker.post, datong.id, day(0)))
    await expect(abroad).rejects.toMatchObject({ code: 'outside-territory' })
    const me = await subdistrict.permissions.me()
    const own = (await postOf(office(), '街道民生专员')).id
    const mine = record(me.id, transfer(own, worker.post, day(0)))
    await expect(mine).rejects.toMatchObject({ code: 'own-personnel' })
    const shown = (officialId: string) => subdistrict.permissions.official({ params: { officialId } })
    expect([(await shown(me.id)).editable, (await shown(worker.id)).editable]).toEqual([false, true])
    // Nor is anybody told what stands in the way where they may not act.
    const impossible = record(worker.id, transfer(worker.post, datong.id, day(-90)))
    await expect(impossible).rejects.toMatchObject({ code: 'outside-territory' })
    const unasked = record(worker.id, { kind: 'leave-post', date: day(0), reason: '离职' }, secretary)
    await expect(unasked).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('of who has a post in another city, too, is for nobody who keeps only one of the two', async () => {
    const worker = await somebodyOn(north(), '社工')
    const post = (await postOf(organisationAt(world.places.datong), '社工')).id
    const datong = (await signedIn(inventedPhone(5003))).api
    await record(worker.id, { kind: 'appoint', post, as: 'holder', date: day(0), reason: '挂职' }, datong)
    const whole: PersonnelBody[] = [
      { kind: 'leave-post', date: day(0), reason: '离职' },
      { kind: 'absence', date: day(0), until: day(2), reason: '年休假' },
    ]
    for (const body of whole)
      for (const api of [subdistrict, datong])
        await expect(record(worker.id, body, api)).rejects.toMatchObject({ code: 'outside-territory' })
    await record(worker.id, transfer(worker.post, (await postOf(west(), '社工')).id, day(0)))
    expect(await worker.api.permissions.me()).toMatchObject({ posts: [{ id: post }, { organisation: { id: west() } }] })
  })

  test('of who came to another city while away is for nobody who keeps only the first, either', async () => {
    const worker = await somebodyOn(north(), '社工')
    await record(worker.id, { kind: 'absence', date: day(0), until: day(3), reason: '年休假' })
    const post = (await postOf(organisationAt(world.places.datong), '社工')).id
    const datong = (await signedIn(inventedPhone(5003))).api
    await record(worker.id, { kind: 'appoint', post, as: 'holder', date: day(0), reason: '挂职' }, datong)
    const back = record(worker.id, { kind: 'return', date: day(0), reason: '提前销假' })
    await expect(back).rejects.toMatchObject({ code: 'outside-territory' })
  })

  test('under the id of one official nobody else is entered', async () => {
    const worker = await somebodyOn(north(), '社工')
    const post = (await postOf(west(), '社工')).id
    const person = { name: '许小满', phone: String(++unused) }
    const other = record(worker.id, { kind: 'appoint', post, as: 'holder', date: day(0), person, reason: '新聘' })
    await expect(other).rejects.toMatchObject({ code: 'key-reused' })
  })

  test('by two at the same time leaves the official in one place', async () => {
    const worker = await somebodyOn(north(), '社工')
    const west1 = (await postOf(west(), '社工')).id
    const west2 = (await postOf(west(), '社区书记')).id
    const both = await Promise.allSettled(
      [west1, west2].map((to) => record(worker.id, transfer(worker.post, to, day(0)))),
    )
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const me = await worker.api.permissions.me()
    expect(me.kind === 'official' && me.posts).toHaveLength(1)
  })
})

describe('leave', () => {
  test('suspends the posts, the substitute acts, and coming back ends both', async () => {
    const worker = await somebodyOn(north(), '社工')
    const substitute = await somebodyOn(west(), '社工', '许小满')
    const here = await residentOf(worker.api)
    const away = { kind: 'absence', date: day(0), until: day(5), substitute: substitute.id, reason: '年休假' } as const
    await record(worker.id, away)
    await expect(entity(worker.api, here)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await worker.api.permissions.me()).toMatchObject({ away: day(5), posts: [], actions: [] })
    await entity(substitute.api, here)
    const me = await substitute.api.permissions.me()
    expect(me).toMatchObject({ posts: [{ as: 'holder' }, { as: 'acting', until: day(5) }] })
    const loop = record(substitute.id, { ...away, substitute: worker.id })
    await expect(loop).rejects.toMatchObject({ code: 'personnel-impossible' })
    await record(worker.id, { kind: 'return', date: day(0), reason: '提前销假' })
    await entity(worker.api, here)
    await expect(entity(substitute.api, here)).rejects.toMatchObject({ code: 'outside-territory' })
  })

  test('ends by itself on its last day', async () => {
    const worker = await somebodyOn(north(), '社工')
    await record(worker.id, { kind: 'absence', date: day(0), until: day(2), reason: '年休假' })
    moveClock(2 * 24 * 3600 * 1000)
    expect(await (await signedIn(worker.phone)).api.permissions.me()).toMatchObject({ posts: [{ id: worker.post }] })
  })

  test('whoever records it cannot make themself the substitute', async () => {
    const worker = await somebodyOn(north(), '社工')
    const me = await subdistrict.permissions.me()
    const body = { kind: 'absence', date: day(0), until: day(2), substitute: me.id, reason: '年休假' } as const
    await expect(record(worker.id, body)).rejects.toMatchObject({ code: 'own-personnel' })
  })
})

test('who leaves the last post is signed out, and signs in no more', async () => {
  const worker = await somebodyOn(north(), '社工')
  await expect(worker.api.permissions.grants({ query: {} })).rejects.toMatchObject({ code: 'forbidden' })
  await record(worker.id, { kind: 'leave-post', date: day(0), reason: '离职' })
  await expect(worker.api.permissions.me()).rejects.toMatchObject({ code: 'session-revoked' })
  await expect(world.signIn('gov', worker.phone)).rejects.toMatchObject({ code: 'unknown-official' })
  // What they did is still to be looked into.
  const auditor = world.as((await world.signIn('gov', (await officialPhones()).auditor)).accessToken)
  const { items } = await auditor.permissions.auditOfOfficial({ params: { officialId: worker.id }, query: {} })
  expect(items[0]).toMatchObject({ action: 'permission.read', outcome: 'refused' })
})

test('who is promoted has what the new post gives, from the next request on', async () => {
  const worker = await somebodyOn(north(), '社工')
  const to = (await postOf(north(), '社区书记')).id
  const before = await worker.api.permissions.me()
  expect(before.kind === 'official' && before.actions).not.toContain('grid.write')
  const promoted: PersonnelBody = { kind: 'promote', from: worker.post, to, date: day(0), reason: '换届选举' }
  expect((await record(worker.id, promoted)).history[0]?.kind).toBe('promote')
  const after = await worker.api.permissions.me()
  expect(after.kind === 'official' && after.actions).toContain('grid.write')
})

/** A request of a resident of 花家地北里, claimed by somebody. */
async function claimedBy(api: Api): Promise<string> {
  const channel = await publishCheckUp(api, [world.places.north])
  const { service, answers, requestId } = await filledIn(resident, channel.id)
  const body = { version: service.version, home: service.home, answers, notify: false }
  await resident.channels.submit({ params: { channelId: channel.id, requestId }, body })
  await api.channels.step({ params: { requestId }, body: { action: 'claim', key: `s${'k'.repeat(20)}` } })
  await world.system.settle()
  return requestId
}

describe('open work', () => {
  test('is with the successor after a transfer, the resident reads why, and the operation says how much', async () => {
    const worker = await somebodyOn(north(), '社工')
    const successor = await somebodyOn(north(), '社工', '许小满')
    const requestId = await claimedBy(worker.api)
    await record(worker.id, transfer(worker.post, (await postOf(west(), '社工')).id, day(0), successor.id))
    await world.system.settle()
    const seen = await successor.api.channels.request({ params: { requestId } })
    expect(seen).toMatchObject({ state: 'claimed', claimedBy: { id: successor.id, name: '社工 许小满' } })
    expect(seen.steps.at(-1)).toMatchObject({ action: 'hand-over', note: '因原办理人工作调动，由社工 许小满接着办理' })
    const { items } = await successor.api.tasks.work({ query: {} })
    expect(items.find((one) => one.requestId === requestId)?.claimedBy?.id).toBe(successor.id)
    const { history } = await subdistrict.permissions.official({ params: { officialId: worker.id } })
    expect(history[0]).toMatchObject({ kind: 'transfer', handedOver: 1, successor: { id: successor.id } })
    expect((await itemsOf('claim')).map(({ official, requestId: id }) => [official, id])).toContainEqual([
      successor.id,
      requestId,
    ])
  })

  test('goes back to the queue where the rules say so, and stays where they say that', async () => {
    const params = { organisationId: north() }
    const said = async (transferRule: 'queue' | 'stays' | 'successor') => {
      const { rules, edition } = await subdistrict.permissions.handover({ params })
      await subdistrict.permissions.saveHandover({
        params,
        body: { rules: { ...rules, transfer: transferRule }, edition },
      })
    }
    for (const [rule, state, claimed] of [
      ['queue', 'submitted', false],
      ['stays', 'claimed', true],
    ] as const) {
      const worker = await somebodyOn(north(), '社工')
      const successor = await somebodyOn(north(), '社区书记', '许小满')
      const requestId = await claimedBy(worker.api)
      await said(rule)
      await record(worker.id, transfer(worker.post, (await postOf(west(), '社工')).id, day(0), successor.id))
      await world.system.settle()
      const seen = await secretary.channels.request({ params: { requestId } })
      expect([seen.state, seen.claimedBy !== undefined]).toEqual([state, claimed])
    }
    await said('successor')
  })

  test('goes to who may do it all in the organisation above where the rules say so', async () => {
    const params = { organisationId: north() }
    const { rules, edition } = await subdistrict.permissions.handover({ params })
    const save = (transferRule: 'superior' | 'successor', on: number) =>
      subdistrict.permissions.saveHandover({
        params,
        body: { rules: { ...rules, transfer: transferRule }, edition: on },
      })
    expect(await save('superior', edition)).toMatchObject({ from: { id: north() }, edition: edition + 1 })
    // Sent again it is the same; otherwise somebody was there first.
    expect(await save('superior', edition)).toMatchObject({ edition: edition + 1 })
    await expect(save('successor', edition)).rejects.toMatchObject({ code: 'changed' })
    const worker = await somebodyOn(north(), '社工')
    const body = {
      title: '社工',
      catalogue: 'social-worker',
      rank: 'worker',
      tags: [],
      closed: false,
      edition: 0,
    } as const
    await subdistrict.permissions.savePost({
      params: { organisationId: office(), postId: mintPostId() },
      body: { ...body, tags: [], roles: ['service-organiser', 'service-worker'] },
    })
    const above = await somebodyOn(office(), '社工', '许小满')
    const requestId = await claimedBy(worker.api)
    await record(worker.id, transfer(worker.post, (await postOf(west(), '社工')).id, day(0)))
    await world.system.settle()
    const seen = await secretary.channels.request({ params: { requestId } })
    expect(seen).toMatchObject({ state: 'claimed', claimedBy: { id: above.id } })
    await save('successor', edition + 1)
  })

  test('claimed in the moment of the transfer is handed over a little later', async () => {
    const { sweep } = await import('../../functions/platform/sweep')
    const { intercept } = await import('../../functions/platform/table/client')
    const worker = await somebodyOn(north(), '社工')
    const successor = await somebodyOn(north(), '社工', '许小满')
    const requestId = await claimedBy(worker.api)
    await worker.api.channels.step({ params: { requestId }, body: { action: 'release', key: `s${'r'.repeat(20)}` } })
    await world.system.settle()
    // The claim was allowed before the transfer and is written after it.
    await sweep()
    let transferred = false
    intercept(async (_command, input, next) => {
      const parts = (input as { TransactItems?: { Put?: { Item?: { _e?: string } } }[] }).TransactItems ?? []
      if (!transferred && parts.some(({ Put }) => Put?.Item?._e === 'claim')) {
        transferred = true
        await record(worker.id, transfer(worker.post, (await postOf(west(), '社工')).id, day(0), successor.id))
        await world.system.settle()
      }
      return next()
    })
    await worker.api.channels.step({ params: { requestId }, body: { action: 'claim', key: `s${'m'.repeat(20)}` } })
    intercept(undefined)
    await world.system.settle()
    expect((await itemsOf('claim')).find((one) => one.requestId === requestId)?.official).toBe(worker.id)
    moveClock(5 * 60_000)
    await sweep()
    await world.system.settle()
    expect((await itemsOf('claim')).find((one) => one.requestId === requestId)?.official).toBe(successor.id)
  })

  test('of who is on leave is with the substitute; of a transfer to come it goes over on its day', async () => {
    const { sweep } = await import('../../functions/platform/sweep')
    const worker = await somebodyOn(north(), '社工')
    const substitute = await somebodyOn(west(), '社工', '许小满')
    const requestId = await claimedBy(worker.api)
    const holder = async () => (await itemsOf('claim')).find((one) => one.requestId === requestId)?.official
    await record(worker.id, {
      kind: 'absence',
      date: day(1),
      until: day(3),
      substitute: substitute.id,
      reason: '年休假',
    })
    await world.system.settle()
    expect(await holder()).toBe(worker.id)
    await sweep()
    moveClock(24 * 3600 * 1000)
    for (let run = 0; run < 14; run++) await sweep()
    await world.system.settle()
    expect(await holder()).toBe(substitute.id)
  })
})
