import fc from 'fast-check'
import { expect, test } from 'vitest'
import { entityId, type Value } from '../knowledge'
import type { Form, FormAnswers, SubjectAnswers } from './form'
import { type AnswerConflict, mergeAnswers, type Side, settleAnswers } from './merge'

const form: Pick<Form, 'subjects'> = {
  subjects: [
    { key: 'shop', kind: 'organisation', name: '门店', is: { by: 'target' } },
    {
      key: 'owner',
      kind: 'person',
      name: '经营者',
      is: { by: 'relation', relation: 'runs', of: 'shop', direction: 'backward' },
    },
    {
      key: 'staff',
      kind: 'person',
      name: '员工',
      is: { by: 'relation', relation: 'works-at', of: 'shop', direction: 'backward' },
      many: { min: 0, max: 20 },
    },
    {
      key: 'home',
      kind: 'place',
      name: '住处',
      is: { by: 'relation', relation: 'resides-at', of: 'staff', direction: 'forward' },
    },
  ],
}

const who = ['e1', 'e2', 'e3'].map(entityId)
const values = fc.dictionary(fc.constantFrom('k1', 'k2', 'k3'), fc.oneof(fc.nat(2), fc.constantFrom('a', 'b')), {
  maxKeys: 3,
  noNullPrototype: true,
})
const instance: fc.Arbitrary<SubjectAnswers> = fc.record(
  { entity: fc.constantFrom(...who), values },
  { requiredKeys: ['values'], noNullPrototype: true },
)
const someAnswers: fc.Arbitrary<FormAnswers> = fc
  .record({ shop: instance, owner: instance, cards: fc.array(fc.tuple(instance, instance), { maxLength: 4 }) })
  .map(({ shop, owner, cards }) => ({
    shop: [{ entity: entityId('eshop'), values: shop.values }],
    owner: [owner],
    staff: cards.map(([one]) => one),
    home: cards.map(([, one]) => one),
  }))

/** Another's answers, begun from the same: mostly as they were. */
const changed = (began: FormAnswers): fc.Arbitrary<FormAnswers> =>
  fc
    .record({ other: someAnswers, seed: fc.array(fc.nat(5), { minLength: 40, maxLength: 40 }) })
    .map(({ other, seed }) => {
      let turn = 0
      const changes = () => seed[turn++ % seed.length] === 0
      const answered = (one: SubjectAnswers, like: SubjectAnswers | undefined): SubjectAnswers => ({
        ...one,
        ...(changes() && like?.entity !== undefined && one.entity !== undefined ? { entity: like.entity } : {}),
        values: Object.fromEntries(
          ['k1', 'k2', 'k3'].flatMap((id): [string, Value][] => {
            const value = changes() ? like?.values[id] : one.values[id]
            return value === undefined ? [] : [[id, value]]
          }),
        ),
      })
      const cards = (began.staff ?? []).flatMap((one, index) => (changes() ? [] : [{ one, home: began.home?.[index] }]))
      const more = changes() ? (other.staff ?? []).map((one, index) => ({ one, home: other.home?.[index] })) : []
      const staff = [
        ...cards.map(({ one, home }) => ({ one: answered(one, other.shop?.[0]), home })),
        ...more.slice(0, 2),
      ]
      return {
        shop: (began.shop ?? []).map((one) => ({ ...answered(one, other.owner?.[0]), entity: entityId('eshop') })),
        owner: (began.owner ?? []).map((one) => answered(one, other.owner?.[0])),
        staff: staff.map(({ one }) => one),
        home: staff.map(({ home }) => home ?? { values: {} }),
      }
    })

const two = someAnswers.chain((began) =>
  fc.record({ began: fc.constant(began), mine: changed(began), theirs: changed(began) }),
)
const one = someAnswers.chain((began) => fc.record({ began: fc.constant(began), mine: changed(began) }))
const runs = { numRuns: 2000 }

test('merging with a side that changed nothing gives the other, and no conflict', () => {
  fc.assert(
    fc.property(one, ({ began, mine }) => {
      expect(mergeAnswers(form, { began, mine, theirs: began })).toEqual({ answers: mine, conflicts: [] })
      expect(mergeAnswers(form, { began, mine: began, theirs: mine })).toEqual({ answers: mine, conflicts: [] })
    }),
    runs,
  )
})

test('the same change of both is no conflict', () => {
  fc.assert(
    fc.property(one, ({ began, mine }) => {
      expect(mergeAnswers(form, { began, mine, theirs: mine })).toEqual({ answers: mine, conflicts: [] })
    }),
    runs,
  )
})

/** The cards of a form as a bag: which of two that were added comes first does not matter. */
function bag(answers: FormAnswers): unknown {
  const cards = (answers.staff ?? []).map((one, index) => JSON.stringify([sorted(one), sorted(answers.home?.[index])]))
  return { shop: answers.shop, owner: answers.owner, cards: cards.sort() }
}
const sorted = (one: SubjectAnswers | undefined) => [one?.entity, Object.entries(one?.values ?? {}).sort()]

test('it does not matter who asks: with the names changed it is the same', () => {
  fc.assert(
    fc.property(two, ({ began, mine, theirs }) => {
      const here = mergeAnswers(form, { began, mine, theirs })
      const there = mergeAnswers(form, { began, mine: theirs, theirs: mine })
      expect(there.conflicts.length).toBe(here.conflicts.length)
      for (const [side, other] of [
        ['mine', 'theirs'],
        ['theirs', 'mine'],
      ] as const) {
        const all = (of: readonly unknown[], chosen: Side) => of.map(() => chosen)
        expect(bag(settleAnswers(here, all(here.conflicts, side)))).toEqual(
          bag(settleAnswers(there, all(there.conflicts, other))),
        )
      }
    }),
    runs,
  )
})

/** Everything said at a control of a subject, wherever its card stands. */
const saidOf = (answers: FormAnswers): string[] =>
  Object.entries(answers).flatMap(([subject, list]) =>
    list.flatMap((one) => Object.entries(one.values).map(([id, value]) => JSON.stringify([subject, id, value]))),
  )

const saidIn = (conflict: AnswerConflict): string[] => {
  if (conflict.of === 'card') return []
  if (conflict.of === 'who')
    return [conflict.mine, conflict.theirs].flatMap((side) => saidOf({ [conflict.subject]: [side] }))
  return [conflict.mine, conflict.theirs].flatMap((value) =>
    value === undefined ? [] : [JSON.stringify([conflict.subject, conflict.control, value])],
  )
}

test('nothing new that either said is lost: it stands in the answers or in a conflict', () => {
  fc.assert(
    fc.property(two, ({ began, mine, theirs }) => {
      const { answers, conflicts } = mergeAnswers(form, { began, mine, theirs })
      const there = new Set([...saidOf(answers), ...conflicts.flatMap(saidIn)])
      const before = new Set(saidOf(began))
      for (const word of [...saidOf(mine), ...saidOf(theirs)])
        if (!before.has(word)) expect(there.has(word), word).toBe(true)
    }),
    runs,
  )
})

test('settled, each answer the two differ in is as the chosen side said', () => {
  fc.assert(
    fc.property(two, fc.constantFrom<Side>('mine', 'theirs'), ({ began, mine, theirs }, side) => {
      const merged = mergeAnswers(form, { began, mine, theirs })
      // A card that goes moves those after it: here all stay.
      const choices = merged.conflicts.map((one): Side => {
        if (one.of !== 'card') return side
        return one.removedBy === 'mine' ? 'theirs' : 'mine'
      })
      const settled = settleAnswers(merged, choices)
      for (const one of merged.conflicts) {
        const there = settled[one.subject]?.[one.index]
        if (one.of === 'who') expect(there).toEqual(one[side])
        if (one.of === 'answer') expect(there?.values[one.control]).toEqual(one[side])
      }
    }),
    runs,
  )
})

const shop = (values: SubjectAnswers['values']): FormAnswers => ({ shop: [{ entity: entityId('eshop'), values }] })

test('two at the same door: each finds what the other did not look at, and both are asked where they differ', () => {
  const merged = mergeAnswers(form, {
    began: shop({ open: true, exits: 1 }),
    mine: shop({ open: true, exits: 2, extinguishers: 4 }),
    theirs: shop({ open: true, exits: 3, alarm: true }),
  })
  expect(merged.answers).toEqual(shop({ open: true, exits: 3, extinguishers: 4, alarm: true }))
  expect(merged.conflicts).toEqual([
    { of: 'answer', subject: 'shop', index: 0, entity: 'eshop', control: 'exits', mine: 2, theirs: 3 },
  ])
  expect(settleAnswers(merged, ['mine'])).toEqual(shop({ open: true, exits: 2, extinguishers: 4, alarm: true }))
})

test('a card is found again by whom it is about, and its removal is asked about where the other changed it', () => {
  const staff = (...cards: readonly SubjectAnswers[]): FormAnswers => ({
    staff: cards,
    home: cards.map(({ entity }) => ({ values: { h: String(entity) } })),
  })
  const [first, second, third] = who
  if (first === undefined || second === undefined || third === undefined) throw new Error('three are known')
  const merged = mergeAnswers(form, {
    began: staff({ entity: first, values: { n: 1 } }, { entity: second, values: { n: 2 } }),
    mine: staff({ entity: second, values: { n: 2, m: 5 } }),
    theirs: staff(
      { entity: first, values: { n: 9 } },
      { entity: second, values: { n: 2 } },
      { entity: third, values: {} },
    ),
  })
  expect(merged.answers).toEqual(
    staff(
      { entity: first, values: { n: 9 } },
      { entity: second, values: { n: 2, m: 5 } },
      { entity: third, values: {} },
    ),
  )
  expect(merged.conflicts).toEqual([
    { of: 'card', subject: 'staff', index: 0, entity: first, removedBy: 'mine', subjects: ['staff', 'home'] },
  ])
  expect(settleAnswers(merged, ['mine'])).toEqual(
    staff({ entity: second, values: { n: 2, m: 5 } }, { entity: third, values: {} }),
  )
})
