import { allRoutes, mintGridId } from '@zmht/shared/contract'
import { SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { secrets } from '../../functions/platform/secrets'
import { officialPhones } from '../people'
import { codeOf } from '../refusal'
import { snapshot } from '../table'
import { aWorld, phones, type World } from '../world'

let world: World
let worker: string

beforeAll(async () => {
  world = await aWorld()
  worker = (await world.signIn('gov', (await officialPhones()).worker)).accessToken
})
afterAll(() => world.stop())

const partsOf = (token: string) => {
  const [header = '', payload = ''] = token.split('.')
  const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString())
  return { header: read(header), payload: read(payload) }
}
const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const me = (token: string) => codeOf(world.as(token).permissions.me())

describe('a forged token', () => {
  test('signed with a key of ours for something else is refused', async () => {
    const { header, payload } = partsOf(worker)
    const { fields, blind } = await secrets()
    const others = [Buffer.from(fields.keys[fields.current] ?? '', 'base64'), Buffer.from(blind, 'base64')]
    for (const key of others) {
      const forged = await new SignJWT(payload).setProtectedHeader({ alg: 'HS256', kid: header.kid }).sign(key)
      expect(await me(forged)).toBe('unauthenticated')
    }
  })

  test('naming another algorithm, or a key that is none, is refused', async () => {
    const { header, payload } = partsOf(worker)
    const { session } = await secrets()
    const key = Buffer.from(session.keys[session.current] ?? '', 'base64')
    for (const alg of ['HS384', 'HS512'])
      expect(
        await me(
          await new SignJWT(payload).setProtectedHeader({ alg, kid: header.kid }).sign(Buffer.concat([key, key])),
        ),
      ).toBe('unauthenticated')
    for (const kid of ['', '__proto__', 'constructor', '../session'])
      expect(await me(await new SignJWT(payload).setProtectedHeader({ alg: 'HS256', kid }).sign(key))).toBe(
        'unauthenticated',
      )
    for (const alg of ['none', 'None', 'RS256'])
      expect(await me(`${encoded({ ...header, alg })}.${encoded(payload)}.`)).toBe('unauthenticated')
  })

  test('made of a good one for somebody else, or for the other application, is refused', async () => {
    const { payload } = partsOf(worker)
    const [head = '', , signature = ''] = worker.split('.')
    for (const change of [
      { sub: 'a00000000000000000000' },
      { app: 'resident' },
      { fam: 'f0' },
      { exp: payload.exp + 9999 },
    ])
      expect(await me(`${head}.${encoded({ ...payload, ...change })}.${signature}`)).toBe('unauthenticated')
  })
})

describe('what was not asked for', () => {
  /** Routes whose body is strict: all but those that other systems' standards leave open. */
  const strict = allRoutes.filter(
    ({ method, path }) => (method === 'PUT' || method === 'POST') && !path.startsWith('/access/v1/'),
  )

  test('is no part of any body, query or path of ours', () => {
    const taken = strict.filter(
      ({ body }) => body.safeParse({ id: 'x', roles: ['permission-keeper'], by: 'me', posts: [] }).success,
    )
    expect(taken.map(({ path }) => path)).toEqual([])
    const queried = allRoutes.filter(({ query }) => query.safeParse({ territory: '*', $where: '1' }).success)
    expect(queried.map(({ path }) => path)).toEqual([])
  })

  test('sent along with what is in order changes nothing', async () => {
    const before = await snapshot()
    const resident = (await world.signIn('resident', phones.resident)).accessToken
    await world.system.settle()
    const signed = await snapshot()
    expect(signed).not.toBe(before)
    for (const body of [
      { label: '常住', posts: [{ id: 'p1', roles: ['permission-keeper'] }] },
      { label: '常住', kind: 'official' },
      { label: '常住', charges: { h1: { held: true } } },
    ])
      expect(
        (
          await world.send({
            method: 'PUT',
            path: `/me/homes/${world.places.north}`,
            token: resident,
            body,
          })
        ).status,
      ).toBe(422)
    expect(await snapshot()).toBe(signed)
  })
})

describe('a list', () => {
  test('begins nowhere but in itself: positions of other lists and made-up ones are refused', async () => {
    const api = world.as(worker)
    const forged = [
      Buffer.from(JSON.stringify({ pk: `PEOPLE#${world.places.west}`, sk: 'x' })).toString('base64'),
      Buffer.from(JSON.stringify({ gsi1pk: `OPEN#${world.places.west}`, gsi1sk: '' })).toString('base64'),
      '{"$gt":""}',
      "' OR 1=1 --",
      `0~${Buffer.from('{"pk":"OFFICIAL#1"}').toString('base64')}`,
    ]
    for (const cursor of forged) {
      for (const list of [
        () => api.tasks.work({ query: { cursor } }),
        () => api.ledgers.people({ query: { cursor } }),
        () => api.ledgers.undecided({ query: { cursor } }),
        () => api.ledgers.unanswered({ query: { what: 'none', kind: 'person', cursor } }),
        () => api.channels.list({ query: { cursor } }),
        () =>
          api.permissions.organisationHistory({
            params: { organisationId: `o${world.places.west}` },
            query: { cursor },
          }),
      ]) {
        const code = await codeOf(list())
        expect(['invalid', 'ok']).toContain(code)
        if (code === 'ok') expect(JSON.stringify(await list())).not.toContain(world.places.west)
      }
    }
  })
})

describe('a guessed id', () => {
  test('of something that is not there and of something that is somebody else’s are told apart by nobody outside', async () => {
    const resident = world.as((await world.signIn('resident', phones.neighbour)).accessToken)
    const ask = (requestId: string) => codeOf(resident.channels.request({ params: { requestId } }))
    expect(await ask(`r${'0'.repeat(20)}`)).toBe('not-found')
    expect(await codeOf(world.as().permissions.grid({ params: { gridId: mintGridId() } }))).toBe('unauthenticated')
  })
})
