import { describe, expect, test } from 'vitest'
import { correctionWords, eventsWords, healthOf, keyWords, resentWords, sinceOf, switched } from './words'

const now = '2026-11-30T04:00:00.000Z'
const at = '2026-11-29T01:12:00.000Z'

describe('how a receiver does', () => {
  test.each([
    [{ on: true }, '正常', undefined],
    [{ on: false }, '已停用', '启用以后可以补发'],
    [{ on: true, failingSince: at }, '送不到', '11月29日 09:12起一条也没送到'],
    [{ on: false, failingSince: at, off: { at, why: '对方说不再接收' } }, '已自动停用', '因为对方说不再接收'],
  ])('%o is %s', (hook, tag, words) => {
    const found = healthOf(hook, now)
    expect(found.tag).toBe(tag)
    if (words === undefined) expect(found.words).toBeUndefined()
    else expect(found.words).toContain(words)
  })
})

test('a subscription that is switched keeps all else', () => {
  const hook = { id: 'x', url: 'https://a.cn', events: ['request.closed'] as const, on: false }
  const places = ['6b9zhbj1zjx'] as never
  expect(switched({ ...hook, events: [...hook.events], places }, true)).toEqual({
    url: 'https://a.cn',
    events: ['request.closed'],
    on: true,
    places,
  })
})

test('what is said of events, keys, and what was sent again', () => {
  expect(eventsWords(['request.closed', 'request.received'])).toBe('来了新诉求、办结了')
  expect(keyWords({ ends: 'x7Qa', at }, now)).toBe('末四位 x7Qa，11月29日 09:12发的')
  expect(keyWords({ ends: 'x7Qa', at, until: now }, now)).toContain('用到 11月30日 12:00')
  expect(resentWords({ again: 0 })).toBe('这段时间没有要补发的')
  expect(resentWords({ again: 200, next: at })).toContain('正在补发 200 条，后面还有')
  expect(sinceOf('7', now)).toBe('2026-11-23T04:00:00.000Z')
})

test('what was taken for what', () => {
  expect(correctionWords({ proposed: '供暖', subject: '电梯' })).toMatchObject({ title: '供暖 → 电梯', tag: '改了' })
  expect(correctionWords({ proposed: '电梯', subject: '电梯' })).toMatchObject({ title: '电梯', tag: '判断对了' })
  expect(correctionWords({ subject: '电梯' })).toMatchObject({ title: '电梯', tag: '原来没认出' })
})
