import { mintChannelId, mintRequestId } from '@zmht/shared/contract'
import { isPlaceId } from '@zmht/shared/geo'
import { idCheckCharacter } from '@zmht/shared/knowledge/identifiers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { officialPhones } from '../people'
import { aWorld, filledIn, phones, publishCheckUp, type World } from '../world'

const idNumber = (seventeen: string) => seventeen + idCheckCharacter(seventeen)

let world: World
let officials: Awaited<ReturnType<typeof officialPhones>>

beforeAll(async () => {
  world = await aWorld()
  officials = await officialPhones()
})
afterAll(() => world.stop())

const signedIn = async (app: 'resident' | 'gov', phone: string) =>
  world.as((await world.signIn(app, phone)).accessToken)

describe('the whole channel, end to end', () => {
  test('a worker puts up a check-up, only that community sees it, a resident confirms and submits, the worker closes, the numbers move', async () => {
    const worker = await signedIn('gov', officials.worker)
    const channel = await publishCheckUp(worker, [world.places.north])

    const resident = await signedIn('resident', phones.resident)
    const neighbour = await signedIn('resident', phones.neighbour)
    expect((await resident.channels.services()).items.map(({ id }) => id)).toContain(channel.id)
    expect((await neighbour.channels.services()).items.map(({ id }) => id)).not.toContain(channel.id)
    await expect(neighbour.channels.service({ params: { channelId: channel.id }, query: {} })).rejects.toMatchObject({
      code: 'not-found',
    })

    const { service, answers, requestId } = await filledIn(resident, channel.id)
    expect(service.prefill.applicant?.[0]?.values.applicantName?.value).toBe('周惊蛰')
    expect(service.prefill.applicant?.[0]?.values.applicantMobile?.value).toBe(phones.resident)
    expect(service.prefill.elder?.[0]?.values.elderName).toMatchObject({ value: '孙大雪', source: '社区入户登记' })

    const submission = {
      params: { channelId: channel.id, requestId },
      body: { version: service.version, home: service.home, answers, notify: false },
    }
    const first = await resident.channels.submit(submission)
    const again = await resident.channels.submit(submission)
    expect(again).toEqual(first)
    expect(first.state).toBe('submitted')
    await world.system.settle()

    const work = await worker.tasks.work({ query: {} })
    expect(work.items.filter((one) => one.requestId === requestId)).toHaveLength(1)

    const step = <A extends string>(action: A, letter: string) => ({
      params: { requestId },
      body: { action, key: `s${letter.repeat(20)}` },
    })
    await worker.channels.step(step('claim', 'a'))
    await worker.channels.step(step('claim', 'a'))
    await worker.channels.step(step('confirm', 'b'))
    const closed = await worker.channels.step({
      params: { requestId },
      body: { action: 'close', key: `s${'c'.repeat(20)}`, note: '请于12月10日上午到社区服务站体检' },
    })
    expect(closed.state).toBe('closed')
    await world.system.settle()

    const seen = await resident.channels.request({ params: { requestId } })
    expect(seen.steps.map(({ action }) => action)).toEqual(['submit', 'claim', 'confirm', 'close'])
    await resident.channels.ownStep({
      params: { requestId },
      body: { action: 'rate', key: `s${'d'.repeat(20)}`, stars: 5 },
    })

    // Linked entities, found by walking from the applicant.
    const mine = await resident.ledgers.mine()
    const mother = mine.family.find(({ name }) => name === '孙大雪')
    expect(mother?.facts.find(({ attribute }) => attribute === 'person.chronicDiseases')).toMatchObject({
      source: '老年人健康体检',
    })
    expect(mother?.links.some(({ type, other }) => type === 'resides-at' && isPlaceId(other.id))).toBe(true)

    // Exactly one, at every tier.
    await world.system.settle()
    const city = await signedIn('gov', officials.city)
    for (const code of ['110105026047', '110105026', '110105', '11']) {
      const counts = await city.channels.counts({
        params: { channelId: channel.id },
        query: { place: idOfDivision(code) },
      })
      expect({ code, total: counts.total, groups: counts.groups }).toEqual({ code, total: 1, groups: { closed: 1 } })
    }

    // Opened again, the form knows what was entered, with its source.
    const reopened = await resident.channels.service({ params: { channelId: channel.id }, query: {} })
    expect(reopened.prefill.elder?.[0]?.values.elderDiseases).toMatchObject({ value: ['02'], source: '老年人健康体检' })
  })

  test('a form half filled in is finished under the version it was begun with', async () => {
    const worker = await signedIn('gov', officials.worker)
    const resident = await signedIn('resident', phones.resident)
    const channel = await publishCheckUp(worker, [world.places.north])
    const { service, answers, requestId } = await filledIn(resident, channel.id)
    const params = { channelId: channel.id }
    const kept = await worker.channels.channel({ params })
    const { title, summary, category, procedure, promisedDays, form } = kept
    const controls = form.controls.map((one) => (one.id === 'note' ? { ...one, required: true } : one))
    const content = { title, summary, category, procedure, promisedDays, form: { ...form, controls } }
    const { edition } = await worker.channels.revise({ params, body: { edition: kept.edition, content } })
    await worker.channels.publish({ params, body: { edition, reach: [world.places.north] } })
    const { forgetEverything } = await import('../../functions/platform/cache')
    forgetEverything()

    const newest = await resident.channels.service({ params, query: {} })
    expect([newest.version, newest.newest]).toEqual([service.version + 1, service.version + 1])
    const begun = await resident.channels.service({ params, query: { version: String(service.version) } })
    expect([begun.version, begun.newest]).toEqual([service.version, service.version + 1])
    expect(begun.form).toEqual(service.form)
    const body = { version: service.version, home: service.home, answers, notify: false }
    await resident.channels.submit({ params: { ...params, requestId }, body })
    // The new version asks for a note; under the one it was begun with none was needed.
    await expect(
      resident.channels.submit({
        params: { ...params, requestId: mintRequestId() },
        body: { ...body, version: newest.version },
      }),
    ).rejects.toMatchObject({ code: 'invalid' })
  })

  test('in a province with a city tier every tier counts exactly one', async () => {
    const worker = await signedIn('gov', officials.datongWorker)
    const channel = await publishCheckUp(worker, [world.places.datong])
    const resident = await signedIn('resident', phones.faraway)
    const { service, answers, requestId } = await filledIn(resident, channel.id, {
      applicant: { applicantName: '郑小暑', applicantMobile: phones.faraway, consent: true },
      elder: {
        elderName: '郑大寒',
        elderIdNumber: idNumber('14020319500101001'),
        elderHome: await homeOf(resident),
        elderDiseases: ['01'],
        elderMobility: '1',
      },
    })
    await resident.channels.submit({
      params: { channelId: channel.id, requestId },
      body: { version: service.version, home: service.home, answers, notify: false },
    })
    await world.system.settle()
    const { readCounted } = await import('../../functions/platform/stream/counter.store')
    const { totalOf } = await import('../../functions/platform/stream/counter.domain')
    for (const place of [world.places.datong, ...['140213057', '140213', '1402', '14'].map(idOfDivision)]) {
      const { own, children } = await readCounted(`requests.${channel.id}`, place, true)
      expect(totalOf(own, children).groups).toEqual({ submitted: 1 })
    }
  })
})

test('what another instance published is seen here once five seconds have passed, and not later', async () => {
  const { moveClock, resetClock } = await import('../../functions/platform/clock')
  const { offerItem } = await import('../../functions/channels/channel.store')
  const { forgetEverything } = await import('../../functions/platform/cache')
  const resident = await signedIn('resident', phones.neighbour)
  forgetEverything()
  const listed = async () => (await resident.channels.services()).items.map(({ id }) => id)
  await listed()
  const id = mintChannelId()
  const { west } = world.places
  await offerItem().put({ at: west, place: west, id, title: '别处发布', summary: '另一个实例', category: 'other' }).go()
  expect(await listed()).not.toContain(id)
  moveClock(5000)
  try {
    expect(await listed()).toContain(id)
  } finally {
    resetClock()
  }
})

async function homeOf(resident: ReturnType<World['as']>): Promise<string> {
  const me = await resident.permissions.me()
  return me.kind === 'resident' ? (me.homes[0]?.placeId ?? '') : ''
}
