import type { Holding } from '@zmht/shared/permission'
import { expect, test } from 'vitest'
import { clashOf, mirrored, overlap, stillNamed } from './holdings'
import type { PostRecord } from './records'

const today = '2026-11-24'
const holding = (post: string, more: Partial<Holding> = {}): Holding => ({
  post,
  as: 'holder',
  from: '2024-01-01',
  ...more,
})
const post = (id: string, ...roles: string[]): PostRecord => ({
  id,
  title: id,
  organisationId: 'o1',
  roles,
  tags: [],
  rank: 'worker',
  closed: false,
  holders: [],
  edition: 1,
  version: 1,
})

test('what ends on a day and what begins on it do not overlap', () => {
  const before = { from: '2026-11-01', until: today }
  expect(overlap(before, { from: today })).toBe(false)
  expect(overlap({ from: today }, before)).toBe(false)
  expect(overlap(before, { from: '2026-11-23' })).toBe(true)
  expect(overlap({ from: '2026-01-01' }, { from: today })).toBe(true)
})

test('roles clash on the days they are held together, not one after the other', () => {
  const posts = new Map([
    ['p1', post('p1', 'directory-keeper')],
    ['p2', post('p2', 'auditor')],
  ])
  const leaves = holding('p1', { until: '2026-12-01' })
  expect(clashOf([leaves, holding('p2', { from: '2026-12-01' })], posts, today)).toBeUndefined()
  expect(clashOf([leaves, holding('p2', { from: '2026-11-30' })], posts, today)).toBe('人事管理与安全审计')
  expect(clashOf([holding('p1', { until: today }), holding('p2')], posts, today)).toBeUndefined()
})

test('of what ended long ago the newest forty are still named, and all that is held', () => {
  const ended = Array.from({ length: 45 }, (_, at) => holding(`p${at}`, { until: '2025-01-01' }))
  const named = stillNamed([...ended, holding('now')], today).map((one) => one.post)
  expect(named).toEqual([...ended.slice(5).map((one) => one.post), 'now'])
})

test('a post names who left it for as long as an operation may reach back', () => {
  const person = (until: string) => ({
    id: 'a',
    name: '人员',
    phone: new Uint8Array(),
    phoneIndex: 'a',
    holdings: [holding('p1', { until })],
    absences: [],
    version: 1,
  })
  const holders = (until: string) => mirrored(post('p1'), [person(until)], today).holders
  expect(holders('2026-09-24')).toHaveLength(1)
  expect(holders('2026-09-23')).toEqual([])
})
