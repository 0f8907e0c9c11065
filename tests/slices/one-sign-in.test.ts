import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Api, mintClientId, type SessionReply } from '@zmht/shared/contract'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { moveClock, nowMillis } from '../../functions/platform/clock'
import { officialPhones } from '../people'
import { aWorld, phones, type World } from '../world'

process.env.HOOKS_TO_LOOPBACK = 'yes'

type Keys = Awaited<ReturnType<typeof generateKeyPair>>

let world: World
let keeper: Api
let keys: Keys
let others: Keys
let server: Server
let jwksUrl: string
const issuer = 'https://app.example.cn'
const issuerId = 'i0000000000000000app1'
const clientId = 'zhengmin'

const registered = (more: object = {}) => ({
  params: { issuerId },
  body: { issuer, name: '北京通', clientId, jwksUrl, vouches: ['phone_number' as const], on: true, ...more },
})

beforeAll(async () => {
  world = await aWorld()
  keys = await generateKeyPair('ES256')
  others = await generateKeyPair('ES256')
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'ES256', use: 'sig' }
  server = createServer((_call, answer) => {
    answer.writeHead(200, { 'content-type': 'application/json' })
    answer.end(JSON.stringify({ keys: [jwk] }))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  jwksUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks` // of a server that listens on a port
  keeper = world.as((await world.signIn('gov', (await officialPhones()).keeper)).accessToken)
  await keeper.permissions.saveIssuer(registered())
})
afterAll(async () => {
  await new Promise((done) => server.close(done))
  await world.stop()
})

interface Made {
  readonly claims?: Record<string, unknown>
  readonly audience?: string | string[]
  readonly by?: Keys
  readonly from?: string
  readonly late?: number
  readonly nonce?: string
}

async function aToken({ claims = {}, audience = clientId, by = keys, from = issuer, late = 0, nonce }: Made = {}) {
  const at = Math.floor(nowMillis() / 1000) - late
  const given = nonce ?? (await world.as().permissions.exchangeNonce()).nonce
  return new SignJWT({ sub: 'u-1', nonce: given, ...claims })
    .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
    .setIssuer(from)
    .setAudience(audience)
    .setIssuedAt(at)
    .setExpirationTime(at + 300)
    .sign(by.privateKey)
}

const exchange = (subject_token: string) =>
  world.as().permissions.exchangeToken({
    body: {
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      subject_token,
      subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
    },
  })

test('an App’s token is a session of ours, and the same person each time', async () => {
  const first = await exchange(await aToken())
  const again = await exchange(await aToken())
  expect(first).toMatchObject({ token_type: 'Bearer', me: { kind: 'resident' } })
  expect(again.me.id).toBe(first.me.id)
  expect((await world.as(first.access_token).permissions.me()).id).toBe(first.me.id)
  const other = await exchange(await aToken({ claims: { sub: 'u-2' } }))
  expect(other.me.id).not.toBe(first.me.id)
})

test('a phone it vouches for leads to the phone’s account; one it does not vouch for leads nowhere', async () => {
  const known: SessionReply = await world.signIn('resident', phones.resident)
  const claims = { sub: 'u-3', phone_number: `+86${phones.resident}`, phone_number_verified: true }
  expect((await exchange(await aToken({ claims }))).me.id).toBe(known.me.id)
  // Bound to it from now on, said or not.
  expect((await exchange(await aToken({ claims: { sub: 'u-3' } }))).me.id).toBe(known.me.id)
  const unsaid = { ...claims, sub: 'u-4', phone_number_verified: false }
  expect((await exchange(await aToken({ claims: unsaid }))).me.id).not.toBe(known.me.id)
  await keeper.permissions.saveIssuer(registered({ vouches: [] }))
  expect((await exchange(await aToken({ claims: { ...claims, sub: 'u-5' } }))).me.id).not.toBe(known.me.id)
  await keeper.permissions.saveIssuer(registered())
})

test.each<[string, () => Promise<string>]>([
  ['another audience', () => aToken({ audience: 'somebody-else' })],
  ['several audiences and no party', () => aToken({ audience: [clientId, 'other'] })],
  ['another party', () => aToken({ claims: { azp: 'other' } })],
  ['another issuer’s key', () => aToken({ by: others })],
  ['an issuer nobody registered', () => aToken({ from: 'https://evil.example.cn' })],
  ['a token that is over', () => aToken({ late: 400 })],
  ['no subject', () => aToken({ claims: { sub: '' } })],
  ['a nonce that is not ours', () => aToken({ nonce: 'abc.9999999999.def' })],
  ['words that are no token', async () => 'not.a.token'],
  [
    'nobody’s signature',
    async () => {
      const [, payload = ''] = (await aToken()).split('.')
      return `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`
    },
  ],
])('refuses %s', async (_, made) => {
  await expect(exchange(await made())).rejects.toMatchObject({ code: 'unauthenticated' })
})

test('takes a token once, and a nonce for five minutes', async () => {
  const token = await aToken()
  await exchange(token)
  await expect(exchange(token)).rejects.toMatchObject({ code: 'unauthenticated' })
  const { nonce } = await world.as().permissions.exchangeNonce()
  moveClock(301_000)
  await expect(exchange(await aToken({ nonce }))).rejects.toMatchObject({ code: 'unauthenticated' })
})

test('an issuer that is switched off, or lies inside, is none', async () => {
  await keeper.permissions.saveIssuer(registered({ on: false }))
  await expect(exchange(await aToken())).rejects.toMatchObject({ code: 'unauthenticated' })
  await keeper.permissions.saveIssuer(registered())
  await exchange(await aToken())
  await expect(keeper.permissions.saveIssuer(registered({ jwksUrl: 'http://10.0.0.8/jwks' }))).rejects.toMatchObject({
    code: 'invalid',
  })
  const taken = { ...registered(), params: { issuerId: `i${mintClientId().slice(1)}` } }
  await expect(keeper.permissions.saveIssuer(taken)).rejects.toMatchObject({ code: 'key-reused' })
  expect((await keeper.permissions.issuers()).items).toEqual([{ id: issuerId, ...registered().body }])
})
