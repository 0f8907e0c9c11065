import type { OfficialReply } from '@zmht/shared/contract'
import { describe, expect, test } from 'vitest'
import { leavingPosts, started } from './operation-start'

const today = '2026-11-28'
const held = (id: string, more: Partial<OfficialReply['posts'][number]> = {}): OfficialReply['posts'][number] => ({
  id,
  title: '社工',
  organisation: { id: 'o1', name: '花家地北里社区' },
  as: 'holder',
  from: '2024-01-01',
  current: true,
  ...more,
})
const official = (...posts: OfficialReply['posts']): OfficialReply => ({
  id: 'a1',
  name: '李立春',
  phone: '19000001001',
  posts,
  absences: [],
  history: [],
  editable: true,
})
const both = official(
  held('p1'),
  held('p2', { as: 'acting', standsInFor: { id: 'a2', name: '张雨水' } }),
  held('p3', { current: false }),
)
const idsOf = (posts: readonly { readonly id: string }[]) => posts.map(({ id }) => id)

describe('what is left', () => {
  test('is the post chosen, or every one that is held today; of an absence all of them rest', () => {
    expect(idsOf(leavingPosts('transfer', both, 'p1'))).toEqual(['p1'])
    expect(idsOf(leavingPosts('leave-post', both, 'all'))).toEqual(['p1', 'p2'])
    expect(idsOf(leavingPosts('absence', both, undefined))).toEqual(['p1', 'p2'])
  })

  test('is nothing where somebody comes, or nobody is chosen', () => {
    expect(leavingPosts('appoint', both, 'p1')).toEqual([])
    expect(leavingPosts('return', both, 'p1')).toEqual([])
    expect(leavingPosts('transfer', undefined, 'p1')).toEqual([])
  })
})

describe('a form begins', () => {
  test('with the only post somebody holds themself, not with one of several, and not where one is added', () => {
    expect(started(today, 'transfer', both, undefined)).toMatchObject({ from: 'p1', date: today, person: { id: 'a1' } })
    expect(started(today, 'transfer', official(held('p1'), held('p4')), undefined).from).toBeUndefined()
    expect(started(today, 'appoint', both, undefined).from).toBeUndefined()
  })
})
