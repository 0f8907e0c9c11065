import { basePostCatalogue } from '@zmht/shared/permission'
import { expect, test } from 'vitest'
import { planImport } from './import'
import type { ImportScene } from './import-match'
import type { Official, PostRecord } from './records'

const date = '2026-11-24'
const organisations = ['花家地北里社区居委会', '花家地西里社区居委会'].map((name, index) => ({
  id: `o${index}`,
  name,
  kind: 'committee' as const,
  manages: [],
  version: 1,
}))
const post = (id: string, organisationId: string, title: string, catalogue: string, holders: string[]): PostRecord => ({
  id,
  organisationId,
  title,
  catalogue,
  roles: catalogue === 'auditor' ? ['auditor'] : [],
  tags: [],
  rank: 'worker',
  closed: false,
  holders: holders.map((official) => ({ official, as: 'holder', from: '2024-01-01' })),
  edition: 1,
  version: 1,
})
const posts = [
  post('p0', 'o0', '社工', 'social-worker', ['a1', 'a2']),
  post('p1', 'o1', '社工', 'social-worker', ['a3']),
  post('p2', 'o0', '安全审计员', 'auditor', []),
]
const official = (id: string, name: string, phone: string): Official => ({
  id,
  name,
  phone: new Uint8Array(),
  phoneIndex: `#${phone}`,
  holdings: [],
  absences: [],
  version: 1,
})
const people = [
  official('a1', '李立春', '19000000001'),
  official('a2', '王雨水', '19000000002'),
  official('a3', '张惊蛰', '19000000003'),
]
const phones = ['19000000001', '19000000002', '19000000003', '19000000009', '19000000008']
const scene: ImportScene = {
  date,
  organisations,
  posts,
  officials: new Map(people.map((one) => [one.id, one])),
  phoneIndexes: new Map(phones.map((phone) => [phone, `#${phone}`])),
  catalogue: basePostCatalogue,
  by: 'a-importer',
  ranks: ['subdistrict'],
  writable: new Set(['o0', 'o1']),
  permissible: new Set(),
  idFor: (prefix, of) => `${prefix}:${of}`,
}
type Cells = readonly [organisation: string, post: string, name: string, phone: string]
const rows = (...all: Cells[]) =>
  all.map(([organisation, title, name, phone], index) => ({ row: index + 1, organisation, post: title, name, phone }))
const plan = (all: ReturnType<typeof rows>, complete = false, more: Partial<ImportScene> = {}) =>
  planImport(all, complete, { ...scene, ...more })

test('who is there stays, who is elsewhere moves, who is new is added', () => {
  const planned = plan(
    rows(
      ['花家地北里', '社工', '李立春', '190-0000 0001'],
      ['花家地西里居委会', '社区工作者', '王雨水', '+8619000000002'],
      ['花家地西里社区居委会', '社区书记', '陈春分', '19000000009'],
    ),
  )
  expect(planned.map(({ change }) => [change.what, change.post, change.former])).toEqual([
    ['same', '社工', undefined],
    ['moved', '社工', '花家地北里社区居委会 社工'],
    ['added', '社区书记', undefined],
  ])
  expect(planned.map(({ action }) => action)).toEqual([
    undefined,
    { kind: 'transfer', row: 2, official: 'a2', from: 'p0', post: { id: 'p1', organisation: 'o1' } },
    {
      kind: 'appoint',
      row: 3,
      official: 'a:#19000000009',
      post: { id: 'p:o1/community-secretary', organisation: 'o1', create: 'community-secretary' },
      person: { name: '陈春分', phone: '19000000009' },
    },
  ])
})

test('who is not in a complete sheet leaves, but not who may be meant by a row that was not understood', () => {
  const sheet = rows(['花家地北里', '社工', '李立春', ''], ['花家地东里', '社工', '王雨水', ''])
  const ends = (complete: boolean) =>
    plan(sheet, complete).flatMap(({ change }) => (change.what === 'ended' ? [change.name] : []))
  expect(ends(false)).toEqual([])
  expect(ends(true)).toEqual(['张惊蛰'])
})

test('of two posts of one name it is the one the person holds', () => {
  const twice = [post('p9', 'o0', '社工', 'social-worker', []), ...posts]
  const [planned] = plan(rows(['花家地北里', '社区工作者', '李立春', '']), false, { posts: twice })
  expect(planned?.change.what).toBe('same')
})

test('a person found by name has another phone from now on', () => {
  const planned = plan(rows(['花家地北里', '社工', '李立春', '19000000009']))
  expect(planned.map(({ change, action }) => [change.what, action?.kind])).toEqual([['phone', 'phone']])
})

test.each<[string, Cells[], RegExp]>([
  ['a phone that is none', [['花家地北里', '社工', '陈春分', '12345']], /11 位/],
  ['no phone for who is new', [['花家地北里', '社工', '陈春分', '']], /请填写手机号/],
  ['an unknown organisation', [['花家地东里', '社工', '陈春分', '19000000009']], /没有找到单位/],
  ['an unknown post', [['花家地北里', '社工组长', '陈春分', '19000000009']], /没有找到岗位/],
  ['somebody else’s phone', [['花家地北里', '社工', '陈春分', '19000000003']], /已登记为张惊蛰/],
  ['a post that changes who may do what', [['花家地北里', '安全审计员', '陈春分', '19000000009']], /权限管理员/],
  ['a name of the catalogue that does', [['花家地西里', '安全审计员', '陈春分', '19000000009']], /权限管理员/],
  ['a rank above the importer’s own', [['花家地北里', '市级统筹', '陈春分', '19000000009']], /权限管理员/],
])('%s is told', (_, all, words) => {
  const [planned] = plan(rows(...all))
  expect(planned).toMatchObject({ change: { what: 'problem', row: 1, message: expect.stringMatching(words) } })
  expect(planned?.action).toBeUndefined()
})

test('the same phone for two, and the same row twice, are told', () => {
  const both = plan(
    rows(
      ['花家地北里', '社工', '陈春分', '19000000009'],
      ['花家地北里', '社工', '陈清明', '19000000009'],
      ['花家地北里', '社工', '陈春分', '19000000009'],
    ),
  )
  expect(both.map(({ change }) => change.what)).toEqual(['added', 'problem', 'problem'])
})

test('an unknown post comes with the names it may mean', () => {
  const [planned] = plan(rows(['花家地北里', '社区工作人员', '陈春分', '19000000009']))
  expect(planned?.change.suggestions).toContain('社工')
})

test('nobody imports their own post, nor what lies outside their places', () => {
  const mine = plan(rows(['花家地北里', '社工', '李立春', '']), true, { by: 'a1' })
  expect(mine.map(({ change }) => change.what)).toEqual(['problem', 'ended', 'ended'])
  // Not even by leaving themself out of a complete sheet.
  const left = plan(rows(['花家地北里', '社工', '王雨水', '']), true, { by: 'a1' })
  expect(left.map(({ change }) => [change.what, change.name])).toEqual([
    ['same', '王雨水'],
    ['ended', '张惊蛰'],
  ])
  const outside = plan(rows(['花家地西里', '社工', '张惊蛰', '']), true, { writable: new Set(['o0']) })
  expect(outside.map(({ change }) => [change.what, change.name])).toEqual([
    ['problem', '张惊蛰'],
    ['ended', '李立春'],
    ['ended', '王雨水'],
  ])
})

test('a sheet that is not complete takes nobody off a post, nor does one with people elsewhere', () => {
  const both = [...posts, post('p3', 'o1', '网格员', 'grid-worker', ['a1'])]
  const sheet = rows(['花家地北里', '社工', '李立春', ''])
  const whats = (complete: boolean, more: Partial<ImportScene> = {}) =>
    plan(sheet, complete, { posts: both, ...more }).map(({ change }) => [change.what, change.name, change.post])
  expect(whats(false)).toEqual([['same', '李立春', '社工']])
  expect(whats(true)).toContainEqual(['ended', '李立春', '网格员'])
  // Who is outside the importer's places stays where they are.
  expect(whats(true, { writable: new Set(['o0']) })).toEqual([
    ['same', '李立春', '社工'],
    ['ended', '王雨水', '社工'],
  ])
})

test('who only stands in on a post is neither moved from it nor taken off it', () => {
  const holders = [
    { official: 'a3', as: 'acting', from: '2026-11-01', until: '2026-12-01', standsInFor: 'a1' },
  ] as const
  const acting = [...posts, { ...post('p3', 'o0', '网格员', 'grid-worker', []), holders }]
  const sheet = rows(
    ['花家地北里', '社工', '李立春', ''],
    ['花家地北里', '社工', '王雨水', ''],
    ['花家地西里', '社工', '张惊蛰', ''],
  )
  expect(plan(sheet, true, { posts: acting }).map(({ change }) => change.what)).toEqual(['same', 'same', 'same'])
})

test('what has ended, is closed or is no longer held is not meant', () => {
  const south = { id: 'o9', name: '花家地南里社区居委会', kind: 'committee', manages: [], version: 1 } as const
  const ended = [...organisations, { ...south, ended: { date: '2026-01-01' } }]
  const [unknown] = plan(rows(['花家地南里', '社工', '陈春分', '19000000009']), false, { organisations: ended })
  expect(unknown?.change.message).toContain('没有找到单位')
  const closed = [{ ...post('p0', 'o0', '社工', 'social-worker', []), closed: true }]
  const [made] = plan(rows(['花家地北里', '社工', '陈春分', '19000000009']), false, { posts: closed })
  expect(made?.action).toMatchObject({ kind: 'appoint', post: { create: 'social-worker' } })
  const former = { official: 'a1', as: 'holder', from: '2024-01-01', until: date } as const
  const twice = [
    { ...post('p8', 'o0', '社工', 'social-worker', []), holders: [former] },
    post('p9', 'o0', '社工', 'social-worker', ['a1']),
  ]
  const [same] = plan(rows(['花家地北里', '社工', '李立春', '']), false, { posts: twice })
  expect(same?.change.what).toBe('same')
})

test('the phone of who may change permissions is for who keeps them', () => {
  const guarded = [post('p2', 'o0', '安全审计员', 'auditor', ['a1']), ...posts]
  const sheet = rows(['花家地北里', '社工', '李立春', '19000000009'])
  const [refused] = plan(sheet, false, { posts: guarded })
  expect(refused).toMatchObject({ change: { what: 'problem', message: expect.stringContaining('由权限管理员修改') } })
  const [allowed] = plan(sheet, false, { posts: guarded, permissible: new Set(['o0']) })
  expect(allowed?.change.what).toBe('phone')
})

test('two of one name, and two organisations that read alike, are not guessed', () => {
  const alike = new Map([...scene.officials, ['a2', official('a2', '李立春', '19000000002')]])
  const [person] = plan(rows(['花家地北里', '社工', '李立春', '']), false, { officials: alike })
  expect(person?.change.message).toContain('有几位李立春')
  const towns = organisations.map((one) => ({ ...one, name: one.id === 'o0' ? '花家地西里社区' : one.name }))
  const [organisation] = plan(rows(['花家地西里', '社工', '张惊蛰', '']), false, { organisations: towns })
  expect(organisation?.change.message).toContain('有几个单位')
})
