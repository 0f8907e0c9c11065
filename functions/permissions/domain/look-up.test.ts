import type { PlaceId } from '@zmht/shared/geo'
import type { Grant } from '@zmht/shared/permission'
import { expect, test } from 'vitest'
import { countedBy, isSpeakingOf, reasonOf } from './look-up'

const at = '2026-11-24T01:00:00.000Z'
const place = (name: string) => name as PlaceId // stands for an id in these tests
const thing = {
  kind: 'request',
  lineage: [place('city'), place('north')],
  application: 'c1',
  owners: ['o1', 'o0'],
  tags: ['养老'],
}
const grant = (more: Partial<Grant> = {}): Grant => ({
  id: 'g1',
  effect: 'allow',
  subject: {},
  actions: ['request.read'],
  resource: {},
  territory: 'own',
  fields: { open: 'full', internal: 'full', personal: 'full', sensitive: 'full' },
  ...more,
})
const speaks = (more: Partial<Grant>) => isSpeakingOf(grant(more), 'request.read', thing, at)

test('a rule speaks of a thing when all it names is met, where it is and while it is good', () => {
  const met: Partial<Grant>[] = [
    {},
    { effect: 'forbid' },
    { territory: { given: [place('city')] } },
    { resource: { kinds: ['request'], applications: ['c1'], owners: ['o0'], tags: ['养老'] } },
    { from: at },
  ]
  expect(met.map(speaks)).toEqual(met.map(() => true))
  const unmet: Partial<Grant>[] = [
    { actions: ['request.handle'] },
    { only: 'giving' },
    { territory: { given: [place('west')] } },
    { resource: { kinds: ['entity'] } },
    { resource: { applications: ['c2'] } },
    { resource: { owners: ['o2'] } },
    { resource: { tags: ['助残'] } },
    { to: at },
  ]
  expect(unmet.map(speaks)).toEqual(unmet.map(() => false))
})

test('everybody counts once for each value, the most frequent first', () => {
  const all = [['a', 'a'], ['b'], ['b', 'a'], ['b'], ['c']]
  expect(
    countedBy(
      all,
      (one) => one,
      (key) => `第${key}`,
    ).map(({ name, count }) => [name, count]),
  ).toEqual([
    ['第b', 3],
    ['第a', 2],
    ['第c', 1],
  ])
})

test('why and why not are told in plain words', () => {
  const subject = { name: '李立春', titles: ['社工'] }
  const said = (reason: Parameters<typeof reasonOf>[0]['reason'], more: { held?: string[]; rules?: string[] } = {}) =>
    reasonOf({ reason, subject, action: 'request.read', rules: more.rules ?? [], held: more.held ?? [] })
  expect(said('allowed', { rules: ['服务办理', '服务办理'] })).toBe(
    '李立春（社工）可以“查看诉求”，依据规则“服务办理”。',
  )
  expect(said('forbidden', { rules: ['停看'] })).toBe('李立春（社工）不能“查看诉求”：规则“停看”明确禁止。')
  expect(said('outside-territory', { held: ['北里'] })).toBe('李立春（社工）有“查看诉求”的权限，但不在这里：只在北里。')
  expect(said('outside-territory')).toContain('只在别处')
  expect(said('no-grant')).toBe('李立春（社工）不能“查看诉求”：没有规则把它给这样的岗位。')
  expect(said('away')).toContain('正在休假')
  expect(said('not-in-office')).toContain('没有任何岗位')
})
