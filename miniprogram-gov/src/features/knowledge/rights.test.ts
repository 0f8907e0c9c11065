import type { Action } from '@zmht/shared/permission'
import { type ProposalState, proposalStates } from '@zmht/shared/rules'
import { expect, test } from 'vitest'
import type { Official } from '../session/official'
import { actsOn } from './rights'

const official = (...actions: Action[]): Official => ({
  kind: 'official',
  id: 'eME',
  name: '王敏',
  phone: '',
  posts: [],
  actions,
})
const of = (state: ProposalState, author: string) => ({ state, by: { id: author, name: '', organisation: '' } })
const allowed = (me: Official, state: ProposalState, author: string) =>
  Object.entries(actsOn(me, of(state, author))).flatMap(([act, may]) => (may ? [act] : []))

test.each<[ProposalState, readonly string[]]>([
  ['proposed', ['accept', 'decline']],
  ['accepted', ['decline', 'publish']],
  ['declined', []],
  ['published', []],
])('of another’s revision that is %s', (state, acts) => {
  expect(allowed(official('knowledge.propose', 'knowledge.review', 'knowledge.publish'), state, 'eOTHER')).toEqual(acts)
})

test.each<[ProposalState, readonly string[]]>([
  ['proposed', ['rewrite', 'waitsForOthers']],
  ['accepted', ['publish']],
  ['declined', ['rewrite']],
  ['published', []],
])('nobody decides on what they proposed: %s', (state, acts) => {
  expect(allowed(official('knowledge.propose', 'knowledge.review', 'knowledge.publish'), state, 'eME')).toEqual(acts)
})

test('without the rights nothing is offered', () => {
  for (const state of proposalStates) expect(allowed(official('knowledge.read'), state, 'eOTHER')).toEqual([])
  expect(allowed(official('knowledge.read'), 'proposed', 'eME')).toEqual([])
})
