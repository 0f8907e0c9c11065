import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { secretFrom, sign, signAll, toleranceSeconds, verify } from './sign'

const secret = secretFrom(new Uint8Array(32).fill(7))
const other = secretFrom(new Uint8Array(32).fill(8))
const now = 1_790_000_000
const message = { id: 'msg_1', timestamp: now, body: '{"答复":"已修好"}' }
const received = async (with_ = secret) => ({
  id: message.id,
  timestamp: String(message.timestamp),
  signature: await sign(with_, message),
  body: message.body,
})

test('the example of the specification is signed as it says', async () => {
  // https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
  const key = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
  const said = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1614265330, body: '{"test": 2432232314}' }
  expect(await sign(key, said)).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
})

test('another implementation comes to the same', async () => {
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
  const expected = createHmac('sha256', key).update(`${message.id}.${now}.${message.body}`).digest('base64')
  expect(await sign(secret, message)).toBe(`v1,${expected}`)
})

describe('a receiver', () => {
  test('takes what is genuine, by either of two secrets', async () => {
    const both = { ...(await received()), signature: await signAll([other, secret], message) }
    expect([await verify(secret, both, now), await verify(other, both, now)]).toEqual(['genuine', 'genuine'])
  })

  test.each([
    ['a changed body', { body: '{}' }, 'forged'],
    ['a changed id', { id: 'msg_2' }, 'forged'],
    ['a changed time', { timestamp: String(now + 1) }, 'forged'],
    ['another scheme', { signature: 'v1a,AAAA' }, 'forged'],
    ['no signature', { signature: '' }, 'forged'],
    ['a signature that is no base64', { signature: 'v1,***' }, 'forged'],
    ['a time that is none', { timestamp: '1e9' }, 'malformed'],
    ['no id', { id: '' }, 'malformed'],
  ] as const)('refuses %s', async (_, change, verdict) => {
    expect(await verify(secret, { ...(await received()), ...change }, now)).toBe(verdict)
  })

  test('refuses another’s secret, and what is replayed outside five minutes, to the second', async () => {
    expect(await verify(secret, await received(other), now)).toBe('forged')
    const one = await received()
    expect(await verify(secret, one, now + toleranceSeconds)).toBe('genuine')
    expect(await verify(secret, one, now + toleranceSeconds + 1)).toBe('too-old')
    expect(await verify(secret, one, now - toleranceSeconds)).toBe('genuine')
    expect(await verify(secret, one, now - toleranceSeconds - 1)).toBe('too-new')
  })
})
