import type { PersonnelBody } from '@zmht/shared/contract'
import type { Absence, Holding } from '@zmht/shared/permission'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mirrored } from './holdings'
import { concerned, decidePersonnel, type Outcome, type Scene } from './personnel'
import type { Official, Organisation, PostRecord } from './records'
import { compilePosts, holdsFrom, postsOn } from './standing'

const today = '2026-11-24'
const organisation = (id: string, more: Partial<Organisation> = {}): Organisation => ({
  id,
  name: `单位${id}`,
  kind: 'government',
  manages: [],
  version: 1,
  ...more,
})
const post = (id: string, more: Partial<PostRecord> = {}): PostRecord => ({
  id,
  title: `岗位${id}`,
  organisationId: 'o1',
  roles: ['service-worker'],
  tags: [],
  rank: 'worker',
  closed: false,
  holders: [],
  edition: 1,
  version: 1,
  ...more,
})
const holding = (of: string, more: Partial<Holding> = {}): Holding => ({
  post: of,
  as: 'holder',
  from: '2024-01-01',
  ...more,
})
const official = (id: string, holdings: readonly Holding[], absences: readonly Absence[] = []): Official => ({
  id,
  name: `人员${id}`,
  phone: new Uint8Array(),
  phoneIndex: id,
  holdings,
  absences,
  version: 1,
})

interface Given {
  readonly official?: Official
  readonly others?: readonly Official[]
  readonly posts?: readonly PostRecord[]
  readonly organisations?: readonly Organisation[]
  readonly standsInFor?: readonly string[]
}
function scene(given: Given = {}): Scene {
  const me = given.official ?? official('a', [holding('p1')])
  const people = [me, ...(given.others ?? [])]
  const posts = (given.posts ?? [post('p1'), post('p2', { organisationId: 'o2' }), post('p3')]).map((one) =>
    mirrored(one, people, today),
  )
  return {
    today,
    official: me,
    others: new Map((given.others ?? []).map((one) => [one.id, one])),
    posts: new Map(posts.map((one) => [one.id, one])),
    organisations: new Map(
      (given.organisations ?? [organisation('o1'), organisation('o2')]).map((one) => [one.id, one]),
    ),
    standsInFor: new Set(given.standsInFor ?? []),
  }
}

const reason = '工作需要'
const transfer = (date = today, more: object = {}): PersonnelBody => ({
  kind: 'transfer',
  from: 'p1',
  to: 'p2',
  date,
  reason,
  ...more,
})
const appoint = (of: string, more: object = {}): PersonnelBody => ({
  kind: 'appoint',
  post: of,
  as: 'holder',
  date: today,
  reason,
  ...more,
})
const absence = (from: string, until: string, substitute?: string): PersonnelBody => ({
  kind: 'absence',
  date: from,
  until,
  ...(substitute === undefined ? {} : { substitute }),
  reason,
})

function done(body: PersonnelBody, given?: Given): Outcome {
  const decided = decidePersonnel(body, scene(given))
  if (!decided.possible) throw new Error(decided.obstacles.join())
  return decided.outcome
}
const refused = (body: PersonnelBody, given?: Given): readonly string[] => {
  const decided = decidePersonnel(body, scene(given))
  return decided.possible ? [] : decided.obstacles
}
const holdingsOf = (outcome: Outcome, id: string) => outcome.officials.find((one) => one.id === id)?.holdings

describe('what an operation does', () => {
  test('a transfer ends the one and begins the other on the same day, on both sides', () => {
    const outcome = done(transfer())
    expect(holdingsOf(outcome, 'a')).toEqual([
      holding('p1', { until: today }),
      { post: 'p2', as: 'holder', from: today },
    ])
    expect(outcome.posts.map(({ id, holders }) => [id, holders])).toEqual([
      ['p1', [{ official: 'a', as: 'holder', from: '2024-01-01', until: today }]],
      ['p2', [{ official: 'a', as: 'holder', from: today }]],
    ])
    expect(outcome).toMatchObject({ given: ['p2'], left: ['p1'], event: 'transfer' })
  })

  test('of who began that very day nothing is left of the former post', () => {
    expect(holdingsOf(done(transfer(), { official: official('a', [holding('p1', { from: today })]) }), 'a')).toEqual([
      { post: 'p2', as: 'holder', from: today },
    ])
  })

  test('leaving without a post ends all, also what was to begin', () => {
    const outcome = done(
      { kind: 'leave-post', date: today, reason },
      { official: official('a', [holding('p1'), holding('p2', { from: '2026-12-01' })]) },
    )
    expect(holdingsOf(outcome, 'a')).toEqual([holding('p1', { until: today })])
    expect(outcome).toMatchObject({ left: ['p1'], given: [] })
  })

  test('a substitute acts on every post for the days of the absence, and not beyond the post', () => {
    const outcome = done(absence('2026-12-01', '2026-12-10', 'b'), {
      official: official('a', [holding('p1'), holding('p3', { until: '2026-12-05' })]),
      others: [official('b', [holding('p2')])],
    })
    expect(holdingsOf(outcome, 'b')).toEqual([
      holding('p2'),
      { post: 'p1', as: 'acting', from: '2026-12-01', until: '2026-12-10', standsInFor: 'a' },
      { post: 'p3', as: 'acting', from: '2026-12-01', until: '2026-12-05', standsInFor: 'a' },
    ])
    expect(outcome.given).toEqual(['p1', 'p3'])
  })

  test('whoever stands in stops when the absent one leaves the post or comes back', () => {
    const acting = holding('p1', { as: 'acting', from: '2026-11-20', until: '2026-11-30', standsInFor: 'a' })
    const given = {
      official: official('a', [holding('p1')], [{ from: '2026-11-20', until: '2026-11-30' }]),
      others: [official('b', [holding('p3'), acting])],
    }
    for (const body of [transfer(), { kind: 'return', date: today, reason } as const])
      expect(holdingsOf(done(body, given), 'b')).toEqual([holding('p3'), { ...acting, until: today }])
    expect(done({ kind: 'return', date: today, reason }, given).officials[0]?.absences).toEqual([
      { from: '2026-11-20', until: today },
    ])
  })
})

test('an absence hands over as leave does, and concerns whoever stands in', () => {
  const body = absence(today, '2026-11-30', 'b')
  const outcome = done(body, { others: [official('b', [holding('p3')])] })
  expect(outcome).toMatchObject({ left: ['p1'], event: 'leave' })
  expect([concerned(body, 'a'), concerned(transfer(), 'a')]).toEqual([['a', 'b'], ['a']])
})

test('who leaves one of two posts is still stood in for on the other', () => {
  const acting = ['p1', 'p3'].map((of) =>
    holding(of, { as: 'acting', from: '2026-11-20', until: '2026-11-30', standsInFor: 'a' }),
  )
  const outcome = done(transfer(), {
    official: official('a', [holding('p1'), holding('p3')], [{ from: '2026-11-20', until: '2026-11-30' }]),
    others: [official('b', acting)],
  })
  expect(holdingsOf(outcome, 'b')?.map(({ post: of, until }) => [of, until])).toEqual([
    ['p1', today],
    ['p3', '2026-11-30'],
  ])
})

const busy = [official('b', [holding('p3')], [{ from: '2026-12-05', until: '2026-12-20' }])]
const keepers = [
  post('p1', { roles: ['permission-keeper'] }),
  post('p2', { organisationId: 'o2', roles: ['auditor'] }),
  post('p3'),
]
test.each<[string, PersonnelBody, Given, RegExp]>([
  ['a transfer from a post that is not held', transfer(today, { from: 'p3' }), {}, /不任/],
  [
    'a transfer from a post that is not held yet',
    transfer('2026-11-24'),
    { official: official('a', [holding('p1', { from: '2026-12-01' })]) },
    /不任/,
  ],
  [
    'a transfer to a closed post',
    transfer(),
    { posts: [post('p1'), post('p2', { organisationId: 'o2', closed: true })] },
    /停用/,
  ],
  [
    'a transfer to an organisation that has ended',
    transfer(),
    { organisations: [organisation('o1'), organisation('o2', { ended: { date: today } })] },
    /撤并/,
  ],
  ['a transfer to the same post', transfer(today, { to: 'p1' }), {}, /同一个/],
  [
    'a transfer to a post that is held',
    transfer(),
    { official: official('a', [holding('p1'), holding('p2')]) },
    /重复任职/,
  ],
  ['a transfer recorded 32 days late', transfer('2026-10-23'), {}, /补记/],
  ['a transfer six years ahead', transfer('2032-11-25'), {}, /5 年/],
  ['a day that is none', transfer('2026-02-30'), {}, /日历/],
  [
    'a term that ended before',
    transfer(),
    { posts: [post('p1'), post('p2', { organisationId: 'o2', termEnds: '2026-11-23' })] },
    /任期/,
  ],
  [
    'a post with two hundred people',
    transfer(),
    {
      posts: [
        post('p1'),
        post('p2', {
          organisationId: 'o2',
          holders: Array.from({ length: 200 }, (_, at) => ({ official: `x${at}`, as: 'holder', from: '2024-01-01' })),
        }),
      ],
    },
    /200 人/,
  ],
  [
    'a twenty-first post',
    appoint('p2'),
    { official: official('a', [holding('p1'), ...Array.from({ length: 19 }, (_, at) => holding(`q${at}`))]) },
    /超过 20 个/,
  ],
  [
    'a transfer from where one stands in for somebody',
    transfer(),
    { official: official('a', [holding('p3'), holding('p1', { as: 'acting', standsInFor: 'b' })]) },
    /不任/,
  ],
  ['a last day that is none', appoint('p3', { until: '2027-02-30' }), {}, /日历/],
  ['a last day too far ahead', appoint('p3', { until: '2031-11-25' }), {}, /5 年/],
  [
    'a successor who is away that day',
    transfer(today, { successor: 'b' }),
    { others: [official('b', [holding('p3')], [{ from: today, until: '2026-11-25' }])] },
    /休假/,
  ],
  [
    'a substitute without a post that day',
    absence('2026-12-01', '2026-12-10', 'b'),
    { others: [official('b', [holding('p3', { from: '2026-12-02' })])] },
    /那天没有岗位/,
  ],
  ['a successor who is the official', transfer(today, { successor: 'a' }), {}, /本人/],
  ['a successor without a post', transfer(today, { successor: 'b' }), { others: [official('b', [])] }, /没有岗位/],
  ['appointing twice', appoint('p1'), {}, /重复任职/],
  ['acting without an end', appoint('p3', { as: 'acting' }), {}, /到哪一天/],
  ['an end before the beginning', appoint('p3', { until: today }), {}, /晚于/],
  ['incompatible roles in one person', appoint('p2'), { posts: keepers }, /必须由不同的人承担/],
  [
    'incompatible roles by substitution',
    absence('2026-12-01', '2026-12-10', 'b'),
    { posts: keepers, others: [official('b', [holding('p2')])] },
    /必须由不同的人承担/,
  ],
  ['leaving what is not held', { kind: 'leave-post', post: 'p3', date: today, reason }, {}, /不用办理离任/],
  [
    'a second absence over the first',
    absence('2026-12-01', '2026-12-10'),
    { official: official('a', [holding('p1')], [{ from: '2026-12-09', until: '2026-12-11' }]) },
    /已经登记/,
  ],
  ['a substitute who is away', absence('2026-12-01', '2026-12-10', 'b'), { others: busy }, /也休假/],
  ['oneself as a substitute', absence('2026-12-01', '2026-12-10', 'a'), {}, /本人代理/],
  [
    'a loop of substitutes',
    absence('2026-12-01', '2026-12-10', 'b'),
    { others: [official('b', [holding('p3')])], standsInFor: ['c', 'b'] },
    /互相代理/,
  ],
  ['coming back from nowhere', { kind: 'return', date: today, reason }, {}, /不用销假/],
])('%s is refused in plain words', (_, body, given, words) => {
  expect(refused(body, given).join()).toMatch(words)
})

test('a term holds on its last day, and five years ahead are not too far', () => {
  expect(refused(transfer(), { posts: [post('p1'), post('p2', { organisationId: 'o2', termEnds: today })] })).toEqual(
    [],
  )
  expect(refused(appoint('p3', { until: '2031-11-24' }))).toEqual([])
})

test('31 days late is not too late, and incompatible posts one after the other are no clash', () => {
  expect(refused(transfer('2026-10-24'))).toEqual([])
  expect(refused(transfer(), { posts: keepers })).toEqual([])
})

test('whatever is done, posts and people say the same, and nobody holds a post twice on one day', () => {
  const ids = ['a', 'b', 'c']
  const posts = ['p1', 'p2', 'p3']
  const days = ['2026-11-20', today, '2026-11-28', '2026-12-03', '2026-12-09']
  const body = fc.oneof(
    fc.record({
      kind: fc.constant('appoint' as const),
      post: fc.constantFrom(...posts),
      as: fc.constant('holder' as const),
      date: fc.constantFrom(...days),
      reason: fc.constant(reason),
    }),
    fc.record({
      kind: fc.constant('transfer' as const),
      from: fc.constantFrom(...posts),
      to: fc.constantFrom(...posts),
      date: fc.constantFrom(...days),
      reason: fc.constant(reason),
    }),
    fc.record({
      kind: fc.constant('leave-post' as const),
      date: fc.constantFrom(...days),
      reason: fc.constant(reason),
    }),
    fc.record({
      kind: fc.constant('absence' as const),
      date: fc.constantFrom(...days),
      until: fc.constantFrom(...days),
      substitute: fc.constantFrom(...ids),
      reason: fc.constant(reason),
    }),
    fc.record({ kind: fc.constant('return' as const), date: fc.constantFrom(...days), reason: fc.constant(reason) }),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...ids), body), { maxLength: 12 }), (operations) => {
      const people = new Map([
        ['a', official('a', [holding('p1')])],
        ['b', official('b', [holding('p2')])],
        ['c', official('c', [holding('p3')])],
      ])
      let records = scene({ official: official('a', [holding('p1')]), others: [...people.values()].slice(1) }).posts
      for (const [id, one] of operations) {
        const me = people.get(id)
        if (me === undefined) continue
        const others = new Map([...people].filter(([other]) => other !== id))
        const decided = decidePersonnel(one, { ...scene(), official: me, others, posts: records })
        if (!decided.possible) continue
        for (const person of decided.outcome.officials) people.set(person.id, person)
        records = new Map([...records, ...decided.outcome.posts.map((changed) => [changed.id, changed] as const)])
      }
      for (const person of people.values()) {
        for (const held of person.holdings)
          expect(
            records
              .get(held.post)
              ?.holders.filter(
                ({ official: by, from, as }) => by === person.id && from === held.from && as === held.as,
              ),
          ).toHaveLength(1)
        for (const day of days) {
          const held = person.holdings.filter(({ from, until }) => from <= day && (until === undefined || day < until))
          expect(new Set(held.map((one) => one.post)).size).toBe(held.length)
        }
      }
      for (const record of records.values())
        for (const { official: by, from } of record.holders)
          expect(people.get(by)?.holdings.some((held) => held.post === record.id && held.from === from)).toBe(true)
    }),
  )
})

describe('what a standing is made of', () => {
  const tree = new Map([['o1', { organisation: organisation('o1'), chain: ['o1'] }]])
  const compiled = (person: Official, record: PostRecord, organisations = tree) =>
    compilePosts(person, new Map([[record.id, mirrored(record, [person], today)]]), organisations, today)

  test('a post in force, one to come, none that has ended, closed or in an ended organisation', () => {
    const person = official('a', [holding('p1')])
    expect(compiled(person, post('p1'))).toMatchObject([{ id: 'p1', as: 'holder', from: '2024-01-01' }])
    expect(compiled(official('a', [holding('p1', { until: today })]), post('p1'))).toEqual([])
    expect(compiled(person, post('p1', { closed: true }))).toEqual([])
    const ended = new Map([['o1', { organisation: organisation('o1', { ended: { date: today } }), chain: ['o1'] }]])
    expect(compiled(person, post('p1'), ended)).toEqual([])
    const later = compiled(official('a', [holding('p1', { from: '2026-12-01' })]), post('p1'))
    expect([postsOn({ posts: later }, '2026-11-30'), postsOn({ posts: later }, '2026-12-01')]).toEqual([[], later])
    expect(postsOn({ posts: later, absences: [{ from: '2026-12-01', until: '2026-12-02' }] }, '2026-12-01')).toEqual([])
  })

  test('a term ends the holding the day after its last', () => {
    const [held] = compiled(official('a', [holding('p1')]), post('p1', { termEnds: '2026-12-31' }))
    expect(held?.until).toBe('2027-01-01')
  })

  test('who leaves the last post today is in office no more, who leaves it tomorrow still is', () => {
    const until = (day: string) => ({ posts: compiled(official('a', [holding('p1', { until: day })]), post('p1')) })
    expect(holdsFrom(until('2026-11-25'), today)).toBe(true)
    expect(holdsFrom(until('2026-11-25'), '2026-11-25')).toBe(false)
    expect(holdsFrom({ posts: [] }, today)).toBe(false)
  })

  test('a post that does not know the official, or knows them from another day, gives nothing', () => {
    const holders = [{ official: 'a', as: 'holder', from: '2025-01-01' }] as const
    const other = new Map([['p1', post('p1', { holders })]])
    expect(compilePosts(official('a', [holding('p1')]), other, tree, today)).toEqual([])
    expect(compilePosts(official('a', [holding('p1')]), new Map([['p1', post('p1')]]), tree, today)).toEqual([])
  })
})
