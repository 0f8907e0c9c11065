import type { MessageCardReply, RequestCardReply } from '@zmht/shared/contract'
import { entityId } from '@zmht/shared/knowledge'
import { expect, test } from 'vitest'
import { asksFor, chargeLine, found, inOrder, isMuted, isWaiting, noticeLine, progressLine } from './stream'

const reader = { muted: [], since: '2026-11-01T00:00:00.000Z', seen: {} } as const
const person = entityId('e-00000000000000000000000001')

const aNotice = (change: Partial<MessageCardReply> = {}): MessageCardReply => ({
  id: 'n1' as MessageCardReply['id'], // only compared here
  title: '今晚停水检修',
  urgency: 'routine',
  organisation: '花家地北里社区居委会',
  at: '2026-11-02T00:00:00.000Z',
  revision: 1,
  corrected: false,
  asks: false,
  read: false,
  answered: false,
  receivers: [{ person, called: '您', place: '3号楼', read: false, answered: false }],
  expires: '2026-12-01T00:00:00.000Z',
  ...change,
})
const aRequest = (change: Partial<RequestCardReply> = {}): RequestCardReply => ({
  id: 'r1' as RequestCardReply['id'], // only compared here
  number: '1',
  channelId: 'c1' as RequestCardReply['channelId'], // only compared here
  title: '老年体检',
  who: '周惊蛰',
  place: '3号楼',
  state: 'claimed',
  submittedAt: '2026-11-01T08:00:00.000Z',
  updatedAt: '2026-11-03T00:00:00.000Z',
  due: '2026-11-09T00:00:00.000Z',
  overdue: false,
  ...change,
})

test('an emergency that is unread stands on top, then what is unread by time, then all else by time', () => {
  const { waiting, rest } = inOrder([
    noticeLine(aNotice({ title: '旧的', read: true, at: '2026-11-01T00:00:00.000Z' }), reader),
    noticeLine(aNotice({ title: '紧急', urgency: 'emergency', at: '2026-11-01T00:00:00.000Z' }), reader),
    noticeLine(aNotice({ title: '新的' }), reader),
    progressLine(aRequest(), reader),
    noticeLine(aNotice({ title: '看过', read: true, at: '2026-11-05T00:00:00.000Z' }), reader),
  ])
  expect(waiting.map(({ title }) => title)).toEqual(['紧急', '老年体检：正在办理', '新的'])
  expect(rest.map(({ title }) => title)).toEqual(['看过', '旧的'])
})

test('what is muted does not wait, and an emergency is never muted', () => {
  const muted = { ...reader, muted: ['routine', 'important', 'progress', 'system'] } as const
  for (const urgency of ['routine', 'important'] as const)
    expect(isWaiting(noticeLine(aNotice({ urgency }), muted))).toBe(false)
  expect(isWaiting(progressLine(aRequest(), muted))).toBe(false)
  expect(isMuted(muted.muted, 'emergency')).toBe(false)
  // Whatever an older edition may have kept on the device.
  expect(isMuted(['emergency' as never], 'emergency')).toBe(false)
  expect(isWaiting(noticeLine(aNotice({ urgency: 'emergency' }), muted))).toBe(true)
  expect(noticeLine(aNotice(), muted).unread).toBe(true)
})

test('what was withdrawn is not waited for, and says why', () => {
  const line = noticeLine(aNotice({ withdrawn: '检修取消了' }), reader)
  expect(isWaiting(line)).toBe(false)
  expect(line.detail).toContain('已撤回：检修取消了')
  expect(asksFor(aNotice({ withdrawn: '检修取消了' }))).toBe(false)
})

test.each([
  ['one somebody took on', {}, true],
  ['one sent just now', { state: 'submitted', updatedAt: '2026-11-01T08:00:00.000Z' }, false],
  ['one confirmed as it was sent', { state: 'confirmed', updatedAt: '2026-11-01T08:00:00.000Z' }, false],
  ['one taken back by its resident', { state: 'withdrawn' }, false],
  ['one that moved before this device was used', { updatedAt: '2026-10-01T00:00:00.000Z' }, false],
] as const)('%s is news or not', (_, change, news) => {
  expect(progressLine(aRequest(change), reader).unread).toBe(news)
})

test('progress that was seen is news again when it moves on', () => {
  const seen = { ...reader, seen: { 'request r1': '2026-11-03T00:00:00.000Z' } }
  expect(progressLine(aRequest(), seen).unread).toBe(false)
  expect(progressLine(aRequest({ updatedAt: '2026-11-04T00:00:00.000Z' }), seen).unread).toBe(true)
})

test('each word typed has to occur, within the kind that is looked at', () => {
  const lines = [noticeLine(aNotice(), reader), progressLine(aRequest(), reader)]
  expect(found(lines, 'all', ' 停水  居委会 ')).toHaveLength(1)
  expect(found(lines, 'all', '停水 体检')).toHaveLength(0)
  expect(found(lines, 'progress', '')).toEqual([lines[1]])
  expect(found(lines, 'all', '')).toHaveLength(2)
})

test('what is asked for or ended by oneself is no news of a charge', () => {
  const charge = { id: 'h1', at: '2026-11-02T00:00:00.000Z', name: '孙大雪', answer: '已入户核实' }
  // only what a line is made of
  const said = (state: string) => chargeLine({ ...charge, state } as never, reader).map(({ title }) => title)
  expect(said('held')).toEqual(['您可以替孙大雪办事了'])
  expect(said('declined')).toEqual(['替孙大雪办事的申请没有通过'])
  expect([...said('asked'), ...said('ended')]).toEqual([])
})

test('read but not answered it still asks for its reader', () => {
  expect(asksFor(aNotice({ read: true, asks: true }))).toBe(true)
  expect(asksFor(aNotice({ read: true, asks: true, answered: true }))).toBe(false)
  expect(asksFor(aNotice({ read: true }))).toBe(false)
})
