import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { moveClock, resetClock } from '../../functions/platform/clock'
import { refreshSeconds } from '../../functions/platform/session/tokens'
import { aWorld, type World } from '../world'
import { breakWrites, healTable } from './faults'

let world: World
let visitor = 0

beforeAll(async () => {
  world = await aWorld()
})
afterEach(() => {
  healTable()
  resetClock()
})
afterAll(() => world.stop())

const signedIn = () =>
  world.as().permissions.signInByWechat({ body: { app: 'resident', code: `login-visitor${visitor++}-abc123` } })
const refreshed = (refreshToken: string) => world.as().permissions.refreshSession({ body: { refreshToken } })
const mayCall = (accessToken: string) => world.as(accessToken).permissions.me()

describe('a refresh token', () => {
  test('is good for one use and gives the next', async () => {
    const first = await signedIn()
    const second = await refreshed(first.refreshToken)
    const third = await refreshed(second.refreshToken)
    expect((await mayCall(third.accessToken)).id).toBe(first.me.id)
  })

  test('used a second time ends its whole family, on this phone and wherever else it is', async () => {
    const first = await signedIn()
    const second = await refreshed(first.refreshToken)
    await expect(refreshed(first.refreshToken)).rejects.toMatchObject({ code: 'session-revoked' })
    await expect(refreshed(second.refreshToken)).rejects.toMatchObject({ kind: 'unauthenticated' })
    for (const { accessToken } of [first, second])
      await expect(mayCall(accessToken)).rejects.toMatchObject({ code: 'session-revoked' })
  })

  test('of one family says nothing about another: the second phone stays signed in', async () => {
    const code = () => `login-twophones-${visitor++}x`
    const onePhone = await world.as().permissions.signInByWechat({ body: { app: 'resident', code: code() } })
    const otherPhone = await world.as().permissions.signInByWechat({ body: { app: 'resident', code: code() } })
    expect(otherPhone.me.id).toBe(onePhone.me.id)
    await refreshed(onePhone.refreshToken)
    await expect(refreshed(onePhone.refreshToken)).rejects.toMatchObject({ code: 'session-revoked' })
    expect((await mayCall(otherPhone.accessToken)).id).toBe(otherPhone.me.id)
  })

  test('sent twice at the same moment gives at most one pair', async () => {
    const { refreshToken } = await signedIn()
    const outcomes = await Promise.allSettled([refreshed(refreshToken), refreshed(refreshToken)])
    expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(1)
  })

  test('with another’s secret, an invented family or none is refused', async () => {
    const [one, other] = [await signedIn(), await signedIn()]
    const [, secret] = other.refreshToken.split('.')
    for (const forged of [`f${'0'.repeat(20)}.${secret}`, '', '.', 'x.y.z', '#', one.accessToken])
      await expect(refreshed(forged)).rejects.toMatchObject({ kind: 'unauthenticated' })
  })

  test('is refused after its thirty days', async () => {
    const { refreshToken } = await signedIn()
    moveClock((refreshSeconds + 1) * 1000)
    await expect(refreshed(refreshToken)).rejects.toMatchObject({ code: 'unauthenticated' })
  })

  test('whose renewal was throttled is still good', async () => {
    const { refreshToken, me } = await signedIn()
    breakWrites('session', 'throttled')
    await expect(refreshed(refreshToken)).rejects.toMatchObject({ code: 'unavailable' })
    expect((await refreshed(refreshToken)).me.id).toBe(me.id)
  })
})

describe('a session', () => {
  test('signed out ends from the next call on, though its access token is in time', async () => {
    const { accessToken, refreshToken } = await signedIn()
    await world.as(accessToken).permissions.signOut()
    await expect(mayCall(accessToken)).rejects.toMatchObject({ code: 'session-revoked' })
    await expect(refreshed(refreshToken)).rejects.toMatchObject({ kind: 'unauthenticated' })
  })

  test('is not opened by a WeChat code used before', async () => {
    const code = 'login-visitor-usedonce'
    await world.as().permissions.signInByWechat({ body: { app: 'resident', code } })
    await expect(world.as().permissions.signInByWechat({ body: { app: 'resident', code } })).rejects.toMatchObject({
      kind: 'unauthenticated',
    })
  })

  test('is not opened by guessing a phone’s code: after five tries even the right one is refused', async () => {
    const phone = '19000008001'
    await world.as().permissions.sendPhoneCode({ body: { app: 'resident', phone } })
    await expect(world.as().permissions.sendPhoneCode({ body: { app: 'resident', phone } })).rejects.toMatchObject({
      code: 'too-many',
    })
    const sent = (await (await fetch(`${world.wechat.url}/stand-in/sms?phone=${phone}`)).json()) as { text: string }[] // the stand-in's outbox
    const right = /\d{6}/.exec(sent.at(-1)?.text ?? '')?.[0] ?? ''
    const wrong = right === '000000' ? '000001' : '000000'
    const tried = (code: string) => world.as().permissions.signInByPhone({ body: { app: 'resident', phone, code } })
    for (let tries = 0; tries < 5; tries++) await expect(tried(wrong)).rejects.toMatchObject({ code: 'wrong-code' })
    await expect(tried(right)).rejects.toMatchObject({ code: 'wrong-code' })
  })
})
