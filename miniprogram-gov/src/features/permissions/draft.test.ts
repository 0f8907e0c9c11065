import { placeIdFrom } from '@zmht/shared/geo'
import { expect, test } from 'vitest'
import { blankDraft, contentOf, draftOf, type GrantDraft, missingIn, namedIn, tagsIn } from './draft'

const place = placeIdFrom(new Uint8Array(7))

const whole: GrantDraft = {
  ...blankDraft,
  name: '统计岗位查看诉求',
  roles: ['statistics-viewer'],
  postTags: '养老、助餐',
  ranks: ['subdistrict'],
  organisations: [{ id: 'oWANGJING', name: '望京街道' }],
  posts: [{ id: 'pCLERK', name: '街道科员' }],
  actions: ['request.read', 'ledger.read'],
  kinds: ['request'],
  applications: [{ id: 'c1', name: '老人体检' }],
  owners: [{ id: 'oCHAOYANG', name: '朝阳区民政局' }],
  tags: '体检',
  attributes: [{ id: 'person-blood', name: '血型' }],
  sensitivities: ['sensitive'],
  territory: 'given',
  places: [{ id: place, name: '望京街道' }],
  fields: { open: 'full', internal: 'full', personal: 'masked', sensitive: 'masked' },
  from: '2026-12-01',
  to: '2026-12-31',
}

test('a draft becomes the rule, and the rule the draft again', () => {
  const content = contentOf(whole)
  expect(content).toEqual({
    name: '统计岗位查看诉求',
    effect: 'allow',
    subject: {
      roles: ['statistics-viewer'],
      tags: ['养老', '助餐'],
      ranks: ['subdistrict'],
      organisations: ['oWANGJING'],
      posts: ['pCLERK'],
    },
    actions: ['request.read', 'ledger.read'],
    resource: {
      kinds: ['request'],
      applications: ['c1'],
      owners: ['oCHAOYANG'],
      tags: ['体检'],
      attributes: ['person-blood'],
      sensitivities: ['sensitive'],
    },
    territory: { given: [place] },
    fields: { open: 'full', internal: 'full', personal: 'masked', sensitive: 'masked' },
    from: '2026-11-30T16:00:00.000Z',
    to: '2026-12-31T16:00:00.000Z',
  })
  expect(draftOf(content, namedIn(whole))).toEqual(whole)
})

test('empty lists narrow nothing: they are left out', () => {
  const content = contentOf({ ...blankDraft, name: ' 名称 ', actions: ['work.read'] })
  expect(content.name).toBe('名称')
  expect(content.subject).toEqual({})
  expect(content.resource).toEqual({})
  expect('from' in content || 'to' in content).toBe(false)
})

test('a prohibition shows nothing', () => {
  expect(contentOf({ ...whole, effect: 'forbid' }).fields).toEqual({
    open: 'none',
    internal: 'none',
    personal: 'none',
    sensitive: 'none',
  })
})

test('a new rule shows nothing of persons until somebody chooses to', () => {
  expect(contentOf(blankDraft).fields).toMatchObject({ personal: 'none', sensitive: 'none' })
})

test('tags are taken apart however they were typed', () => {
  expect(tagsIn('养老，助餐、养老  体检;')).toEqual(['养老', '助餐', '体检'])
})

test.each<[string, Partial<GrantDraft>]>([
  ['请给规则起个名称', { name: '  ' }],
  ['请选择至少一个操作', { actions: [] }],
  ['请选择地点', { places: [] }],
  ['结束的日期早于开始的日期', { to: '2026-11-30' }],
  ['每个标签不超过 20 个字，多个标签用顿号分开', { tags: '很'.repeat(21) }],
  ['每个标签不超过 20 个字，多个标签用顿号分开', { postTags: '很'.repeat(21) }],
])('%s', (words, part) => {
  expect(missingIn(whole)).toEqual([])
  expect(missingIn({ ...whole, ...part })).toEqual([words])
})

test('what somebody gave the same day begins and ends', () => {
  expect(missingIn({ ...whole, to: whole.from })).toEqual([])
  expect(missingIn({ ...whole, territory: 'own', places: [] })).toEqual([])
})
