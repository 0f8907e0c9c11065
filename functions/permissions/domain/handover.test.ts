import { describe, expect, test } from 'vitest'
import { type Candidates, takerOf } from './handover'
import type { PostHolder, PostRecord } from './records'

const day = '2026-11-24'
const on = (official: string, more: Partial<PostHolder> = {}): PostHolder => ({
  official,
  as: 'holder',
  from: '2024-01-01',
  ...more,
})
const post = (holders: readonly PostHolder[], more: Partial<PostRecord> = {}): PostRecord => ({
  id: 'p1',
  title: '社工',
  organisationId: 'o1',
  roles: ['service-worker', 'service-organiser'],
  tags: [],
  rank: 'worker',
  closed: false,
  holders,
  edition: 1,
  version: 1,
  ...more,
})
const candidates = (more: Partial<Candidates> = {}): Candidates => ({
  official: 'leaving',
  post: post([on('leaving'), on('colleague')]),
  above: [],
  day,
  ...more,
})

describe('the successor', () => {
  test('is who was named, else a colleague on the post that day, never who leaves it', () => {
    expect(takerOf('successor', candidates({ named: 'named' }))).toBe('named')
    expect(takerOf('successor', candidates())).toBe('colleague')
    const former = post([on('leaving'), on('former', { until: day }), on('coming', { from: '2026-11-25' })])
    expect(takerOf('successor', candidates({ post: former }))).toBeUndefined()
  })
})

test('a substitute is only who was named', () => {
  expect(takerOf('substitute', candidates({ named: 'named' }))).toBe('named')
  expect(takerOf('substitute', candidates())).toBeUndefined()
})

test('to the queue it goes by nobody’s name', () => {
  expect(takerOf('queue', candidates({ named: 'named' }))).toBeUndefined()
})

test('above it is somebody on a post that is open and may do all of it', () => {
  const above = [
    post([on('on-a-closed-post')], { id: 'p2', closed: true }),
    post([on('may-do-half')], { id: 'p3', roles: ['service-worker'] }),
    post([on('leaving'), on('above')], { id: 'p4', roles: ['service-organiser', 'service-worker', 'place-keeper'] }),
  ]
  expect(takerOf('superior', candidates({ above, named: 'named' }))).toBe('above')
  expect(takerOf('superior', candidates({ above: above.slice(0, 2) }))).toBeUndefined()
})
