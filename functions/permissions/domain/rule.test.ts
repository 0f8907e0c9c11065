import type { GrantContent } from '@zmht/shared/contract'
import { expect, test } from 'vitest'
import { emptySet, grantOf, grantsOf, isForPost, subjectOf, withRule } from './policy'
import { isIncompatible, needsSecondPerson, sayBeyond } from './rule'

const full = { open: 'full', internal: 'full', personal: 'full', sensitive: 'full' } as const
const content = (more: Partial<GrantContent> = {}): GrantContent => ({
  name: '查看诉求',
  effect: 'allow',
  subject: {},
  actions: ['request.read'],
  resource: {},
  territory: 'own',
  fields: full,
  ...more,
})
const post = {
  id: 'p1',
  title: '社工',
  organisation: 'o2',
  organisations: ['o2', 'o1'],
  roles: ['service-worker'],
  tags: ['养老'],
  rank: 'worker',
  territory: [],
}

test('a second person confirms whatever changes permissions, given or taken away', () => {
  const security = content({ actions: ['request.read', 'permission.write'] })
  expect(needsSecondPerson({ before: undefined, after: security })).toBe(true)
  expect(needsSecondPerson({ before: security, after: undefined })).toBe(true)
  expect(needsSecondPerson({ before: security, after: content() })).toBe(true)
  expect(needsSecondPerson({ before: content(), after: content() })).toBe(false)
})

test('no rule joins keeping permissions or people with watching over it; a prohibition joins nothing', () => {
  const joined: Partial<GrantContent>[] = [
    { actions: ['permission.write', 'audit.read'] },
    { actions: ['directory.write', 'audit.read'] },
    { actions: ['directory.write'], subject: { roles: ['auditor'] } },
    { actions: ['audit.read'], subject: { roles: ['permission-keeper'] } },
    { actions: ['audit.read'], subject: { roles: ['directory-keeper'] } },
  ]
  for (const more of joined) {
    expect(isIncompatible(content(more))).toBe(true)
    expect(isIncompatible(content({ ...more, effect: 'forbid' }))).toBe(false)
  }
  expect(isIncompatible(content({ actions: ['audit.read'] }))).toBe(false)
  expect(isIncompatible(content({ actions: ['permission.write', 'directory.write'] }))).toBe(false)
})

test('why not is said of what is asked for, and of what is in force who changes it', () => {
  const beyond = { why: 'territory', action: 'request.read' } as const
  expect(sayBeyond(beyond).message).toContain('超出了您的管理范围')
  expect(sayBeyond(beyond, true).message).toContain('要由上级来改或撤回')
})

test('a rule is for the posts that have all it names', () => {
  const isFor = (subject: GrantContent['subject']) => isForPost(grantOf('g1', content({ subject })), post)
  const met = { roles: ['service-worker'], tags: ['养老'], ranks: ['worker'], organisations: ['o1'], posts: ['p1'] }
  expect([isFor({}), isFor(met)]).toEqual([true, true])
  for (const part of Object.keys(met)) expect(isFor({ ...met, [part]: ['another'] })).toBe(false)
})

test('a post is one of its kind but for what rules name', () => {
  const names = { organisations: new Set(['o1']), posts: new Set<string>() }
  expect(subjectOf(post, names)).toEqual({
    roles: ['service-worker'],
    tags: ['养老'],
    rank: 'worker',
    organisations: ['o1'],
  })
  expect(subjectOf(post, { ...names, posts: new Set(['p1']) }).post).toBe('p1')
})

test('a rule that comes with the product is overruled by the table, withdrawn by it, and back when it was only proposed', () => {
  const id = 'standard-service-worker'
  const inForce = (set: typeof emptySet) => grantsOf(set).flatMap((one) => (one.grant.id === id ? [one.name] : []))
  expect(inForce(emptySet)).toHaveLength(1)
  expect(inForce(withRule(emptySet, id, content(), false))).toEqual(['查看诉求'])
  expect(inForce(withRule(emptySet, id, undefined, false))).toEqual([])
  expect(inForce(withRule(withRule(emptySet, id, undefined, false), id, content(), false))).toEqual(['查看诉求'])
  const proposed = withRule(emptySet, 'g1', undefined, true)
  expect([proposed.withdrawn, proposed.proposed]).toEqual([[], ['g1']])
})

test('what is only for giving on stays so, however it is revised', () => {
  expect(grantOf('g1', content()).only).toBeUndefined()
  const giving = grantsOf(emptySet).find(({ grant }) => grant.only === 'giving')?.grant
  expect(grantOf(giving?.id ?? '', content())).toMatchObject({ actions: ['request.read'], only: 'giving' })
})
