import type { CataloguePost } from '@zmht/shared/permission'
import { expect, test } from 'vitest'
import { clashOn, isSecurityPost, needsPermissionKeeper } from './post-rules'

const entry: CataloguePost = {
  code: 'clerk',
  title: '街道科员',
  aliases: [],
  rank: 'subdistrict',
  roles: ['statistics-viewer', 'service-organiser'],
  tags: ['民政'],
  security: false,
}
const content = (more: Partial<Pick<CataloguePost, 'roles' | 'tags' | 'rank'>> = {}) => ({
  roles: entry.roles,
  tags: entry.tags,
  rank: entry.rank,
  ...more,
})
const needs = (
  after: ReturnType<typeof content>,
  before: ReturnType<typeof content> | undefined = undefined,
  own: readonly string[] = ['subdistrict'],
  named: CataloguePost | undefined = entry,
) => needsPermissionKeeper(after, before, named, own)

test('what the name carries is given by who keeps the directory, and less of it', () => {
  expect(needs(content())).toBe(false)
  expect(needs(content({ roles: [], tags: [] }))).toBe(false)
  expect(needs(content({ roles: ['statistics-viewer'] }), content())).toBe(false)
})

test('a role or a tag beyond the name is not, unless the post has it already', () => {
  expect(needs(content({ roles: [...entry.roles, 'knowledge-keeper'] }))).toBe(true)
  expect(needs(content({ tags: [...entry.tags, '党员'] }))).toBe(true)
  const beyond = content({ roles: ['knowledge-keeper'], tags: ['党员'] })
  expect(needs(beyond, beyond)).toBe(false)
  expect(needsPermissionKeeper(content({ tags: [] }), undefined, undefined, ['subdistrict'])).toBe(true)
})

test('what changes or watches over permissions is neither given nor taken away in passing, though the name carries it', () => {
  for (const role of ['directory-keeper', 'permission-keeper', 'auditor'] as const) {
    const guarded = content({ roles: [...entry.roles, role] })
    const carrying = { ...entry, roles: [...entry.roles, role] }
    expect(needs(guarded, content(), ['city'], carrying)).toBe(true)
    expect(needs(content(), guarded, ['city'], carrying)).toBe(true)
    expect(needs(guarded, guarded, ['city'], carrying)).toBe(false)
  }
})

test('a rank above the giver’s own, or above that of the name, is not; one’s own and below are', () => {
  expect(needs(content(), undefined, ['worker', 'community'])).toBe(true)
  expect(needs(content(), undefined, ['worker', 'district'])).toBe(false)
  expect(needs(content({ rank: 'district' }), undefined, ['city'])).toBe(true)
  expect(needs(content({ rank: 'worker' }), undefined, ['subdistrict'])).toBe(false)
  expect(needs(content({ rank: 'district' }), content({ rank: 'district' }), ['worker'])).toBe(false)
})

test('a post is guarded by its roles, or by its name in the catalogue', () => {
  const catalogue = [entry, { ...entry, code: 'keeper', security: true }]
  expect(isSecurityPost({ roles: ['auditor'] }, catalogue)).toBe(true)
  expect(isSecurityPost({ roles: [], catalogue: 'keeper' }, catalogue)).toBe(true)
  expect(isSecurityPost({ roles: ['statistics-viewer'], catalogue: 'clerk' }, catalogue)).toBe(false)
})

test('one post never joins keeping and watching over it', () => {
  expect(clashOn(['permission-keeper', 'auditor'])).toBe('权限管理与安全审计')
  expect(clashOn(['auditor', 'directory-keeper'])).toBe('人事管理与安全审计')
  expect(clashOn(['permission-keeper', 'directory-keeper'])).toBeUndefined()
})
