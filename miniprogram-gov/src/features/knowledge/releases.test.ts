import type { Release } from '@zmht/shared/knowledge'
import { expect, test } from 'vitest'
import { sayReleases, weightBetween } from './releases'

const release = (previous: string, version: string, changes: Release['changes']): Release => ({
  previous,
  version,
  changes,
  at: '2026-11-25T00:00:00.000Z',
  by: '某人',
  summary: '',
})

test.each([
  ['1.1.0', '2.0.0', 'major'],
  ['1.1.0', '1.2.0', 'minor'],
  ['1.1.0', '1.1.1', 'patch'],
  ['1.9.0', '1.10.0', 'minor'],
])('from %s to %s is %s', (previous, version, weight) => {
  expect(weightBetween({ previous, version })).toBe(weight)
})

test('the latest stands first, each said on what was before it', () => {
  const said = sayReleases([
    release('1.1.0', '1.1.1', [{ do: 'rename-code', list: 'sex', code: '1', name: '男性' }]),
    release('1.1.1', '1.1.2', [{ do: 'rename-code', list: 'sex', code: '1', name: '男子' }]),
  ])
  expect(said.map(({ says }) => says)).toEqual([
    ['代码表“性别”的“男性”改名为“男子”'],
    ['代码表“性别”的“男”改名为“男性”'],
  ])
})
