import type { Action } from '@zmht/shared/permission'
import { expect, test } from 'vitest'
import type { Official } from '../session/official'
import { actsOn } from './rights'

const official = (...actions: Action[]): Official => ({
  kind: 'official',
  id: 'aME',
  name: '王敏',
  phone: '',
  posts: [],
  actions,
})
const allowed = (me: Official, state: Parameters<typeof actsOn>[1]['state'], by: string) =>
  Object.entries(actsOn(me, { state, by: { id: by, name: '' } })).flatMap(([act, may]) => (may ? [act] : []))

const keeper = official('permission.read', 'permission.write')

test('nobody decides on what they proposed', () => {
  expect(allowed(keeper, 'proposed', 'aME')).toEqual(['revise', 'withdraw', 'waitsForOthers'])
  expect(allowed(keeper, 'proposed', 'aOTHER')).toEqual(['decide'])
})

test('what is in force can be revised and withdrawn, what is withdrawn stays so', () => {
  expect(allowed(keeper, 'in-force', 'aOTHER')).toEqual(['revise', 'withdraw'])
  expect(allowed(keeper, 'withdrawn', 'aOTHER')).toEqual([])
})

test('who only reads the rules is offered nothing', () => {
  for (const state of ['in-force', 'proposed', 'withdrawn'] as const) {
    for (const by of ['aOTHER', 'aME']) expect(allowed(official('permission.read'), state, by)).toEqual([])
  }
})
