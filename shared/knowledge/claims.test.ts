import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { baseKnowledge } from './base'
import { believe, believedFacts, isStale, ownClaim, rankOf, sayFacts, standing, undecided } from './claims'
import type { Attribute, Authority, Claim } from './types'
import { authorities } from './types'
import { sameValue } from './values'

const named = (code: string): Attribute => {
  const found = baseKnowledge.attribute(code)
  if (!found) throw new Error(code)
  return found
}
const mobile = named('person.mobile')
const certificate: Attribute = { ...named('person.disabilityLevel'), record: true }
const now = '2026-11-24T00:00:00.000Z'
const day = (n: number): string => new Date(Date.UTC(2026, 0, 1 + n)).toISOString()

function claim(value: string, authority: Authority, at: string, by: string = authority): Claim {
  return { value, authority, at, by, version: '1.0.0', source: { kind: 'self', id: `${by}-${at}`, label: '' } }
}
const values = (claims: readonly Claim[]): readonly unknown[] => claims.map(({ value }) => value)

describe('the rule of authority', () => {
  test.each<[string, Attribute, readonly Claim[], string, readonly string[]]>([
    [
      'own word over a register',
      mobile,
      [claim('own', 'own', day(1)), claim('list', 'recorded', day(2))],
      'own',
      ['list'],
    ],
    [
      'a register settled by one’s own later word',
      mobile,
      [claim('list', 'recorded', day(1)), claim('own', 'own', day(2))],
      'own',
      [],
    ],
    [
      'of own word and who looked, the later',
      mobile,
      [claim('own', 'own', day(1)), claim('seen', 'checked', day(2))],
      'seen',
      [],
    ],
    [
      'what others tell waits',
      mobile,
      [claim('seen', 'checked', day(1)), claim('hearsay', 'told', day(2))],
      'seen',
      ['hearsay'],
    ],
    [
      'what a register decides over one’s own word',
      certificate,
      [claim('2', 'recorded', day(1)), claim('1', 'own', day(2))],
      '2',
      ['1'],
    ],
    [
      'of hearsay the first, the other waits',
      mobile,
      [claim('a', 'told', day(1), 'a'), claim('b', 'told', day(2), 'b')],
      'a',
      ['b'],
    ],
    [
      'who told first may correct it',
      mobile,
      [claim('a', 'told', day(1), 'a'), claim('b', 'told', day(2), 'b'), claim('a2', 'told', day(3), 'a')],
      'a2',
      ['b'],
    ],
    [
      'what can no longer be believed gives way to what can',
      mobile,
      [claim('old', 'own', '2020-01-01T00:00:00.000Z'), claim('new', 'told', day(2))],
      'new',
      [],
    ],
    [
      'the same said by a register is no conflict',
      mobile,
      [claim('x', 'own', day(1)), claim('x', 'recorded', day(2))],
      'x',
      [],
    ],
  ])('%s', (_, what, said, believed, waiting) => {
    const stands = standing(what, said)
    expect(believe(what, stands, now)?.value).toBe(believed)
    expect(values(undecided(what, stands, now))).toEqual(waiting)
  })

  test('who said the same before an outranking claim may go on seeing it', () => {
    const stands = standing(mobile, [claim('x', 'told', day(1), 'a'), claim('x', 'own', day(2), 'me')])
    expect(ownClaim(stands, 'a')).toMatchObject({ value: 'x', by: 'me', also: ['a'] })
    const changed = standing(mobile, [...stands, claim('y', 'own', day(3), 'me')])
    expect(ownClaim(changed, 'a')).toBeUndefined()
  })

  test('of hearsay the first and the latest three are kept', () => {
    const told = Array.from({ length: 9 }, (_, n) => claim(`v${n}`, 'told', day(n), `t${n}`))
    expect(values(standing(mobile, told))).toEqual(['v0', 'v6', 'v7', 'v8'])
  })

  test('what follows from the ID number is believed with it', () => {
    const said = sayFacts(
      baseKnowledge,
      { 'person.birthDate': [claim('1990-01-01', 'own', day(3))] },
      [{ attribute: 'person.idNumber', value: '11010519491231002X' }],
      claim('', 'checked', day(1)),
    )
    expect(believedFacts(baseKnowledge, said, now)['person.birthDate']?.value).toBe('1949-12-31')
  })
})

describe('over any claims', () => {
  const aClaim = fc
    .record({
      authority: fc.constantFrom(...authorities),
      who: fc.constantFrom('a', 'b', 'c'),
      at: fc.nat({ max: 20 }).map(day),
      value: fc.constantFrom('x', 'y', 'z'),
    })
    .map(({ authority, who, at, value }) => claim(value, authority, at, `${authority}-${who}`))
  const several = fc.uniqueArray(aClaim, { minLength: 1, maxLength: 7, selector: ({ source }) => source.id })
  const some = fc.tuple(fc.constantFrom(mobile, certificate), several, fc.nat())
  const runs = { numRuns: 3000 }

  test('the order they arrive in makes no difference', () => {
    fc.assert(
      fc.property(some, ([what, said, seed]) => {
        const shuffled = [...said].sort((one, other) => mix(one, seed) - mix(other, seed))
        let oneByOne: readonly Claim[] = []
        for (const one of shuffled) oneByOne = standing(what, [...oneByOne, one])
        expect(values(oneByOne)).toEqual(values(standing(what, said)))
        expect(believe(what, oneByOne, day(21))?.value).toBe(believe(what, standing(what, said), day(21))?.value)
      }),
      runs,
    )
  })

  test('saying it again changes nothing', () => {
    fc.assert(
      fc.property(some, ([what, said]) => {
        const stands = standing(what, said)
        expect(standing(what, [...stands, ...said])).toEqual(stands)
      }),
      runs,
    )
  })

  test('nobody’s word is overruled by one that weighs less while it can be believed', () => {
    fc.assert(
      fc.property(some, aClaim, ([what, said], next) => {
        const before = believe(what, standing(what, said), day(21))
        const after = believe(what, standing(what, [...said, next]), day(21))
        if (!before || isStale(what, before.at, day(21))) return
        const weighs = rankOf(what, next.authority) - rankOf(what, before.authority)
        // Of two who said it in the same instant either may be taken, always the same one.
        const mayChange =
          weighs > 0 || (weighs === 0 && (next.authority !== 'told' || next.by === before.by || next.at <= before.at))
        if (!mayChange) expect(after?.value).toBe(before.value)
      }),
      runs,
    )
  })

  test('who spoke last goes on seeing what they said', () => {
    fc.assert(
      fc.property(some, aClaim, ([what, said], next) => {
        const stands = standing(what, [...said, { ...next, at: day(21) }])
        expect(ownClaim(stands, next.by)?.value).toBe(next.value)
      }),
      runs,
    )
  })

  test('what is not believed and not settled waits for a person', () => {
    fc.assert(
      fc.property(some, aClaim, ([what, said], next) => {
        const last = { ...next, at: day(21) }
        const stands = standing(what, [...said, last])
        const believed = believe(what, stands, day(21))
        if (!believed || sameValue(believed.value, last.value)) return
        expect(values(undecided(what, stands, day(21)))).toContain(last.value)
      }),
      runs,
    )
  })
})

function mix({ source }: Claim, seed: number): number {
  let mixed = seed
  for (const letter of source.id) mixed = (Math.imul(mixed, 31) + letter.charCodeAt(0)) | 0
  return mixed
}
