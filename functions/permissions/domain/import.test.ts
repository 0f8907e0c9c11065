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
  const outside = plan(rows(['花家地西里', '社工', '张惊蛰', '']), true, { writable: new Set(['o0']) })
  expect(outside.map(({ change }) => [change.what, change.name])).toEqual([
    ['problem', '张惊蛰'],
    ['ended', '李立春'],
    ['ended', '王雨水'],
  ])
})
