import { type GrantContent, mintClientId, mintGrantId } from '@zmht/shared/contract'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { inventedPhone } from '../../functions/local/demonstration'
import { forgetEverything } from '../../functions/platform/cache'
import { moveClock, resetClock } from '../../functions/platform/clock'
import { officialPhones } from '../people'
import { codeOf } from '../refusal'
import { aWorld, publishCheckUp, type World } from '../world'

type Api = ReturnType<World['as']>
let world: World
let city: Api
let worker: { id: string; api: Api; token: string }
let neighbour: { id: string; api: Api }
let clientId: string
let secret: string
let system: Api

const signedIn = async (phone: string) => {
  const { accessToken, me } = await world.signIn('gov', phone)
  return { id: me.id, api: world.as(accessToken), token: accessToken }
}
const tokenOf = async (id: string, withSecret: string) =>
  (
    await world.as().permissions.accessToken({
      body: { grant_type: 'client_credentials', client_id: id, client_secret: withSecret },
    })
  ).access_token

beforeAll(async () => {
  world = await aWorld()
  const officials = await officialPhones()
  city = (await signedIn(officials.city)).api
  worker = await signedIn(officials.worker)
  neighbour = await signedIn(officials.neighbourWorker)
  await publishCheckUp(worker.api, [world.places.north])
  await world.system.settle()
  clientId = mintClientId()
  const made = await city.permissions.makeClient({ params: { clientId }, body: { name: '一网统管平台' } })
  secret = made.secret
  system = world.as(await tokenOf(clientId, secret))
})
afterEach(() => {
  resetClock()
  forgetEverything()
})
afterAll(() => world.stop())

const official = (id: string) => ({ type: 'official', id })
const requestIn = (place: string) => ({ type: 'request', id: 'r1', properties: { place } })
const reading = { name: 'request.read' }
const asked = (api: Api, id: string, place: string) =>
  api.permissions.evaluation({ body: { subject: official(id), action: reading, resource: requestIn(place) } })

describe('one question', () => {
  test('is answered as the endpoints decide, with the rule', async () => {
    expect(await asked(system, worker.id, world.places.north)).toMatchObject({
      decision: true,
      context: { because: [{ grant: 'standard-service-worker' }] },
    })
    expect(await asked(system, neighbour.id, world.places.north)).toMatchObject({
      decision: false,
      context: { reason: 'outside-territory' },
    })
  })

  test('about what is not ours is answered with no', async () => {
    const ask = (body: Parameters<Api['permissions']['evaluation']>[0]['body']) =>
      system.permissions.evaluation({ body })
    const north = requestIn(world.places.north)
    expect(await ask({ subject: { type: 'user', id: worker.id }, action: reading, resource: north })).toMatchObject({
      decision: false,
    })
    expect(await ask({ subject: official(worker.id), action: { name: 'fly' }, resource: north })).toMatchObject({
      decision: false,
      context: { reason: 'no-such-action' },
    })
    expect(
      await ask({ subject: official(worker.id), action: reading, resource: { type: 'request', id: 'r1' } }),
    ).toMatchObject({ decision: false, context: { reason: 'outside-client' } })
  })

  test('about another city is answered with no, whoever may', async () => {
    expect(await asked(system, worker.id, world.places.datong)).toEqual({
      decision: false,
      context: { reason: 'outside-client' },
    })
  })

  test('is about a thing as it is described: whose it is, and its labels', async () => {
    const office = `o${idOfDivision('110105026')}`
    const content = {
      name: '街道查看养老诉求',
      effect: 'allow',
      subject: { organisations: [office], roles: ['statistics-viewer'] },
      actions: ['request.read'],
      resource: { kinds: ['request'], owners: [office], tags: ['养老'], applications: ['c1'] },
      territory: 'own',
      fields: { open: 'full', internal: 'full', personal: 'none', sensitive: 'none' },
    } satisfies GrantContent
    const params = { grantId: mintGrantId() }
    await city.permissions.saveGrant({ params, body: { content, reason: '养老工作', edition: 0 } })
    forgetEverything()
    const { id } = await signedIn((await officialPhones()).subdistrict)
    const met = { place: world.places.north, owner: `o${world.places.north}`, tags: ['养老'], application: 'c1' }
    const ask = async (properties: Record<string, unknown>) => {
      const resource = { type: 'request', id: 'r1', properties }
      return (await system.permissions.evaluation({ body: { subject: official(id), action: reading, resource } }))
        .decision
    }
    expect(await ask(met)).toBe(true)
    for (const other of [
      { owner: `o${idOfDivision('11')}` },
      { tags: ['助残'] },
      { tags: '养老' },
      { application: 'c2' },
    ])
      expect(await ask({ ...met, ...other })).toBe(false)
  })

  test('may carry what we do not know', async () => {
    const answer = await system.permissions.evaluation({
      body: {
        subject: { ...official(worker.id), properties: { department: 'x' } },
        action: { ...reading, properties: { method: 'GET' } },
        resource: requestIn(world.places.north),
        context: { time: '2026-11-28T12:00:00Z' },
      },
    })
    expect(answer).toMatchObject({ decision: true })
  })
})

describe('many questions', () => {
  const ask = (semantic?: 'execute_all' | 'deny_on_first_deny' | 'permit_on_first_permit') =>
    system.permissions.evaluations({
      body: {
        action: reading,
        resource: requestIn(world.places.north),
        evaluations: [
          { subject: official(worker.id) },
          { subject: official(neighbour.id) },
          { subject: official(worker.id), resource: requestIn(world.places.west) },
        ],
        ...(semantic === undefined ? {} : { options: { evaluations_semantic: semantic } }),
      },
    })
  const decisions = (answer: Awaited<ReturnType<typeof ask>>) =>
    'evaluations' in answer ? answer.evaluations.map(({ decision }) => decision) : []

  test('are answered in order, all or until the first of a kind', async () => {
    expect(decisions(await ask())).toEqual([true, false, false])
    expect(decisions(await ask('deny_on_first_deny'))).toEqual([true, false])
    expect(decisions(await ask('permit_on_first_permit'))).toEqual([true])
  })

  test('without a list are one', async () => {
    const answer = await system.permissions.evaluations({
      body: { subject: official(worker.id), action: reading, resource: requestIn(world.places.north) },
    })
    expect(answer).toMatchObject({ decision: true })
  })
})

describe('searches', () => {
  test('name every subject, page by page', async () => {
    const body = {
      subject: { type: 'official' },
      action: { name: 'hierarchy.read' },
      resource: requestIn(world.places.north),
    }
    const met: string[] = []
    let token = ''
    do {
      const { results, page } = await system.permissions.searchSubject({
        body: { ...body, page: { limit: 30, ...(token === '' ? {} : { token }) } },
      })
      met.push(...results.map(({ id }) => id))
      token = page.next_token
      expect(page.count).toBe(results.length)
      if (token === '') expect(page.total).toBe(met.length)
    } while (token !== '')
    expect(new Set(met).size).toBe(met.length)
    expect(met).toContain(worker.id)
  })

  test('agree with the single answers', async () => {
    const { results } = await system.permissions.searchSubject({
      body: { subject: { type: 'official' }, action: reading, resource: requestIn(world.places.north) },
    })
    expect(results.map(({ id }) => id)).toContain(worker.id)
    for (const { id } of results) expect(await asked(system, id, world.places.north)).toMatchObject({ decision: true })
  })

  test('name services and organisations, inside only', async () => {
    const search = async (id: string, type: string, name: string) =>
      (
        await system.permissions.searchResource({
          body: { subject: official(id), action: { name }, resource: { type } },
        })
      ).results.map((one) => one.id)
    expect(await search(worker.id, 'channel', 'channel.write')).toHaveLength(1)
    expect(await search(neighbour.id, 'channel', 'channel.write')).toEqual([])
    expect(await search(worker.id, 'organisation', 'request.read')).toEqual([`o${world.places.north}`])
    expect(await search(worker.id, 'place', 'request.read')).toEqual([world.places.north])
  })

  test('find nothing in another city, and begin nowhere but in themselves', async () => {
    const datong = await signedIn((await officialPhones()).datongWorker)
    const resource = requestIn(world.places.datong)
    expect(await codeOf(datong.api.tasks.work({ query: {} }))).toBe('ok')
    const subjects = await system.permissions.searchSubject({
      body: { subject: { type: 'official' }, action: reading, resource },
    })
    const actions = await system.permissions.searchAction({ body: { subject: official(datong.id), resource } })
    const things = await system.permissions.searchResource({
      body: { subject: official(datong.id), action: reading, resource: { type: 'organisation' } },
    })
    expect([subjects.results, actions.results, things.results]).toEqual([[], [], []])
    for (const token of ['-1', '1.5', 'x'])
      expect(
        await codeOf(
          system.permissions.searchSubject({
            body: {
              subject: { type: 'official' },
              action: reading,
              resource: requestIn(world.places.north),
              page: { token },
            },
          }),
        ),
      ).toBe('invalid')
  })

  test('name every action', async () => {
    const actionsOf = async (id: string) =>
      (
        await system.permissions.searchAction({
          body: { subject: official(id), resource: requestIn(world.places.north) },
        })
      ).results.map(({ name }) => name)
    expect(await actionsOf(worker.id)).toContain('request.handle')
    expect(await actionsOf(neighbour.id)).not.toContain('request.handle')
    expect(await actionsOf(neighbour.id)).toContain('hierarchy.read')
  })
})

describe('a client', () => {
  test('gets a token for a form as for JSON, and none for wrong credentials', async () => {
    const form = await world.send({
      method: 'POST',
      path: '/access/v1/token',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: clientId,
        client_secret: secret,
      }).toString(),
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    })
    expect(form).toMatchObject({ status: 200, body: { token_type: 'Bearer', expires_in: 600 } })
    expect(await codeOf(tokenOf(clientId, 'guessed'))).toBe('unauthenticated')
    expect(await codeOf(tokenOf(mintClientId(), secret))).toBe('unauthenticated')
    expect(await codeOf(tokenOf(clientId, ''))).toBe('unauthenticated')
  })

  test('is not a person, nor a person a client', async () => {
    expect(await codeOf(world.as(await tokenOf(clientId, secret)).permissions.me())).toBe('unauthenticated')
    expect(await codeOf(asked(worker.api, worker.id, world.places.north))).toBe('unauthenticated')
    expect(await codeOf(asked(world.as(), worker.id, world.places.north))).toBe('unauthenticated')
  })

  test('asks ten minutes with one token, and not at all once it is let out', async () => {
    const { id: other } = await city.permissions
      .makeClient({ params: { clientId: mintClientId() }, body: { name: '另一系统' } })
      .then(async (made) => {
        const api = world.as(await tokenOf(made.id, made.secret))
        expect(await codeOf(asked(api, worker.id, world.places.north))).toBe('ok')
        moveClock(11 * 60_000)
        expect(await codeOf(asked(api, worker.id, world.places.north))).toBe('unauthenticated')
        resetClock()
        await city.permissions.endClient({ params: { clientId: made.id } })
        expect(await codeOf(asked(api, worker.id, world.places.north))).toBe('unauthenticated')
        expect(await codeOf(tokenOf(made.id, made.secret))).toBe('unauthenticated')
        return made
      })
    const { items } = await city.permissions.clients()
    expect(items.find(({ id }) => id === other)?.ended).toBe(true)
    expect(items.find(({ id }) => id === clientId)?.ended).toBe(false)
  })

  test('is of the city that let it in: another neither ends nor replaces nor lists it', async () => {
    const datong = (await signedIn(inventedPhone(5001))).api
    expect(await codeOf(datong.permissions.endClient({ params: { clientId } }))).toBe('not-found')
    const replaced = datong.permissions.makeClient({ params: { clientId }, body: { name: '别的系统' } })
    expect(await codeOf(replaced)).toBe('key-reused')
    expect((await datong.permissions.clients()).items.map(({ id }) => id)).not.toContain(clientId)
    expect(await codeOf(asked(system, worker.id, world.places.north))).toBe('ok')
  })

  test('is let in by who keeps permissions only', async () => {
    const make = worker.api.permissions.makeClient({ params: { clientId: mintClientId() }, body: { name: '私自接入' } })
    expect(await codeOf(make)).toBe('forbidden')
  })
})
