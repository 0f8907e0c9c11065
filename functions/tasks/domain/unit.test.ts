import type { PlaceId } from '@zmht/shared/geo'
import { baseVersion } from '@zmht/shared/knowledge'
import { expect, test } from 'vitest'
import {
  byRule,
  type Circumstances,
  checkUnitMove,
  frozen,
  gatesOn,
  lateWords,
  moversAs,
  noteOnUnit,
  possibleUnitActions,
  standOf,
  wayTo,
} from './unit'

const id = (name: string) => name as PlaceId // names stand for ids here
const [city, district, street, north] = ['city', 'district', 'street', 'north'].map(id) as [
  PlaceId,
  PlaceId,
  PlaceId,
  PlaceId,
] // four names give four
const lineage = [
  { id: city, level: 'city' },
  { id: district, level: 'district' },
  { id: street, level: 'subdistrict' },
  { id: north, level: 'community' },
] as const

test.each([
  ['the whole district', [district], [district, street, north]],
  ['the street itself', [street], [street, north]],
  ['both: it came by the nearer', [district, street], [street, north]],
  ['somewhere else', [id('elsewhere')], []],
])('dispatched to %s, it comes this way', (_, within, way) => {
  expect(wayTo(within, lineage).map((stage) => stage.id)).toEqual(way)
})

test('who issued it has looked at it already; tiers that were not named pass it on by themselves', () => {
  const way = wayTo([district], lineage)
  expect(gatesOn(way, ['district', 'subdistrict'], [district])).toEqual([street])
  expect(gatesOn(way, ['district', 'community'], [])).toEqual([district, north])
  expect(gatesOn(way, undefined, [])).toEqual([])
})

test.each([
  ['ahead', north, [street, north], []],
  ['waiting', north, [street, north], [street]],
  ['passed', north, [street, north], [street, north]],
  ['open', north, [street], [street]],
  ['ahead', north, [district, street], [street]],
  ['waiting', street, [street], []],
] as const)('it is %s', (stand, place, gates, passed) => {
  const all: readonly PlaceId[] = passed
  expect(standOf(place, gates, (gate) => all.includes(gate))).toBe(stand)
})

test('a unit is its own people’s; those around it may urge it; the whole is its issuer’s', () => {
  const way = lineage.map((stage) => stage.id)
  expect(moversAs([north], way, false)).toEqual(['unit'])
  expect(moversAs([street], way, false)).toEqual(['above'])
  expect(moversAs([street, north], way, false)).toEqual(['unit', 'above'])
  expect(moversAs([id('south')], way, true)).toEqual([])
  expect(moversAs([district], [], true)).toEqual(['issuer'])
  expect(moversAs([district], [], false)).toEqual([])
})

const circumstances = (change: Partial<Circumstances> = {}): Circumstances => ({
  task: 'running',
  stand: 'waiting',
  counts: { open: 2, done: 1 },
  as: ['unit'],
  ...change,
})

test.each([
  [['pass', 'report'], {}],
  [['report'], { stand: 'passed' }],
  [['report'], { task: 'ended' }],
  [[], { task: 'withdrawn' }],
  [[], { stand: 'ahead' }],
  [['urge'], { as: ['above'] }],
  [[], { as: ['above'], counts: { done: 3, void: 1 } }],
  [['report'], { as: ['issuer'], stand: 'open' }],
] as const)('may %j when %j', (actions, change) => {
  expect(possibleUnitActions(circumstances(change))).toEqual(actions)
})

test.each([
  ['task-not-running', 'pass', undefined, { task: 'suspended' }],
  ['step-not-allowed', 'pass', undefined, { stand: 'passed' }],
  ['note-needed', 'urge', '  ', {}],
  ['step-not-allowed', 'urge', '快一点', { counts: { done: 3 } }],
] as const)('refuses with %s to %s', (code, action, note, change) => {
  expect(() => checkUnitMove(action, note, circumstances(change))).toThrow(expect.objectContaining({ code }))
})

const at = '2026-12-01T06:30:00.000Z'

test('the first act makes the record; each later one leaves the others as they are', () => {
  const where = { taskId: 'q1', place: street }
  const first = noteOnUnit(undefined, where, { kind: 'pass', key: 's1' }, { id: 'a1', name: '街道主任 王芳' }, at)
  expect(first.unit).toEqual({
    ...where,
    passed: { key: 's1', kind: 'pass', byName: '街道主任 王芳', at },
    revision: 1,
  })
  const { unit, entry } = noteOnUnit(
    first.unit,
    where,
    { kind: 'remind', key: 'remind', note: ' 还有 2 项 ' },
    byRule,
    at,
  )
  expect(unit).toMatchObject({ passed: first.unit.passed, urged: { kind: 'remind', note: '还有 2 项' }, revision: 2 })
  expect(entry).toMatchObject({ ...where, by: 'system', byName: '系统' })
})

test('a report holds what there is, and nothing of where there is nothing', () => {
  const task = {
    id: 'q1',
    edition: 2,
    content: {
      title: '消防排查',
      basis: '',
      about: { of: 'places', level: 'building' },
      form: { knowledge: baseVersion, subjects: [], controls: [] },
      due: '2026-12-31',
    },
  } as const
  const numbers = {
    place: { id: street, name: '望京街道' },
    groups: { open: 1, done: 3, void: 0 },
    children: [
      { id: north, name: '北里', level: 'community', groups: { open: 1, done: 3 }, measured: {} },
      { id: id('south'), name: '南里', level: 'community', groups: {}, measured: {} },
    ],
  } as const
  const by = { id: 'a1', name: '街道主任 王芳' }
  expect(frozen(task, 'd1', numbers, { key: 's1', note: ' 基本完成 ' }, by, at)).toEqual({
    key: 's1',
    task: { id: 'q1', title: '消防排查', edition: 2 },
    form: { knowledge: baseVersion, digest: 'd1' },
    place: { id: street, name: '望京街道' },
    at,
    by: '街道主任 王芳',
    note: '基本完成',
    due: '2026-12-31',
    groups: { open: 1, done: 3 },
    children: [{ id: north, name: '北里', level: 'community', groups: { open: 1, done: 3 } }],
  })
})

test('a report freezes what the measures came to, here and inside', () => {
  const task = {
    id: 'q1',
    edition: 2,
    content: {
      title: '消防排查',
      basis: '',
      about: { of: 'places', level: 'building' },
      form: { knowledge: baseVersion, subjects: [], controls: [] },
      due: '2026-12-31',
    },
  } as const
  const measures = [{ id: 'old.sum', title: '失效灭火器', by: 'sum' as const, unit: '具', options: [] }]
  const report = frozen(
    task,
    'd1',
    {
      place: { id: street, name: '望京街道' },
      groups: { done: 3 },
      measures,
      measured: { 'old.sum': { given: 2, sum: 5 } },
      children: [
        {
          id: north,
          name: '北里',
          level: 'community',
          groups: { done: 3 },
          measured: { 'old.sum': { given: 2, sum: 5 } },
        },
      ],
    },
    { key: 's1' },
    { id: 'a1', name: '街道主任 王芳' },
    at,
  )
  expect(report).toMatchObject({
    measures,
    measured: { 'old.sum': { given: 2, sum: 5 } },
    children: [{ measured: { 'old.sum': { given: 2, sum: 5 } } }],
  })
})

test('who is late is named, many briefly', () => {
  expect(lateWords(['甲', '乙'])).toBe('2 处还没有办完：甲、乙')
  expect(lateWords(['甲', '乙', '丙', '丁', '戊', '己'])).toBe('6 处还没有办完：甲、乙、丙、丁、戊等')
})
