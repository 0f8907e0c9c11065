import { baseKnowledge, type Claim, type EntityId, entityId, standing } from '@zmht/shared/knowledge'
import { describe, expect, test } from 'vitest'
import { allRetold, relationsRetold, type Told, withdrawalOf } from './retell'
import { type Joined, saidSince, sideOf, takenApart, tellingOf } from './split'

const knowledge = baseKnowledge
const id = (letter: string): EntityId => entityId(`e${letter.repeat(20)}`)
const [kept, gone, child, home] = [id('k'), id('g'), id('c'), id('h')]
const day = (number: number): string => `2026-01-${String(number).padStart(2, '0')}T00:00:00.000Z`
const joined: Joined = {
  survivor: kept,
  gone,
  survivors: new Set([kept]),
  goners: new Set([gone]),
  at: day(10),
}

/** Something said of one of them on a day, under a source of its own unless it is named. */
function told(of: EntityId, on: number, values: Readonly<Record<string, string>>, more: Partial<Told> = {}): Told {
  return {
    entityId: of,
    at: day(on),
    by: 'a-worker',
    source: { kind: 'official', id: `source-${on}`, label: '社工登记' },
    authority: 'checked',
    version: knowledge.version,
    facts: Object.entries(values).map(([attribute, value]) => ({ attribute: `person.${attribute}`, value })),
    links: [],
    ...more,
  }
}

const itself = (one: EntityId): EntityId => one
const said = (claims: Readonly<Record<string, readonly Claim[]>>, attribute: string) =>
  claims[`person.${attribute}`]?.map(({ value }) => value)

describe('two taken apart', () => {
  const before = [
    told(kept, 1, { name: '何立冬', bloodType: '1' }),
    told(gone, 2, { name: '何小满', bloodType: '2' }),
    told(gone, 3, {}, { links: [{ type: 'parent', from: gone, to: child }] }),
    told(kept, 4, {}, { links: [{ type: 'resides-at', from: kept, to: home }] }),
  ]
  const after = [told(kept, 11, { email: 'a@example.com' }), told(kept, 12, { nativePlace: '山西大同' })]
  const all = [...before, ...after]
  const merged = () => {
    const claims: Record<string, readonly Claim[]> = { ...allRetold(knowledge, all) }
    // Of no history: it was there before there was one.
    claims['person.wechatNumber'] = standing(undefined, [{ ...told(kept, 5, {}), value: 'old' }])
    const relations = relationsRetold(knowledge, all).map((one) => ({
      ...one,
      from: one.from === gone ? kept : one.from,
    }))
    return { claims, relations }
  }

  test('are each what their own history tells, and what no history tells stays', () => {
    const halves = takenApart(knowledge, merged(), all, joined, new Set(), itself)
    expect(said(halves.survivor, 'name')).toEqual(['何立冬'])
    expect(said(halves.gone, 'name')).toEqual(['何小满'])
    expect(said(halves.survivor, 'wechatNumber')).toEqual(['old'])
    expect(halves.relations.map(({ type, from, to }) => [type, from, to])).toEqual([
      ['parent', gone, child],
      ['resides-at', kept, home],
    ])
    expect(halves.ended.map(({ type, from, to }) => [type, from, to])).toEqual([['parent', kept, child]])
  })

  test('have what was said since where it is given, with nothing lost and nothing twice', () => {
    for (const given of [[], [after[0]], [after[1]], after]) {
      const names = new Set(given.flatMap((one) => (one === undefined ? [] : [tellingOf(one)])))
      const halves = takenApart(knowledge, merged(), all, joined, names, itself)
      for (const attribute of ['email', 'nativePlace']) {
        const both = [said(halves.survivor, attribute), said(halves.gone, attribute)]
        expect(both.filter((one) => one !== undefined)).toHaveLength(1)
      }
      expect(said(halves.gone, 'email') !== undefined).toBe(given.includes(after[0]))
    }
  })

  test('do not get back what was withdrawn', () => {
    const withdrawal = told(kept, 13, {}, { decided: { code: withdrawalOf('source-2'), outcome: 'rejected' } })
    const halves = takenApart(knowledge, merged(), [...all, withdrawal], joined, new Set(), itself)
    expect(said(halves.gone, 'name')).toBeUndefined()
  })
})

test('decisions on who is who are neither’s, and what was said before they were joined is not asked about', () => {
  const entries = [
    told(kept, 9, { name: '何立冬' }),
    told(kept, 11, {}, { decided: { code: `alike ${gone}`, outcome: 'accepted' } }),
    told(kept, 12, { email: 'a@example.com' }),
    told(gone, 12, { email: 'b@example.com' }),
  ]
  expect(saidSince(entries, joined)).toEqual([entries[2]])
})

describe('whose a saying is', () => {
  const own = (account: string) => (account === 'account-gone' ? gone : account === 'account-kept' ? kept : 'nobody')
  const before = [
    told(kept, 1, { name: '何立冬', idNumber: '110105195003010016', bloodType: '1' }),
    told(gone, 2, { name: '何小满', idNumber: '110105196205210029', bloodType: '2' }),
    told(gone, 3, { email: 'x@example.com' }, { by: 'daughter', source: { kind: 'self', id: 's3', label: '申请' } }),
  ]
  test.each<[string, Told, 'gone' | 'survivor' | undefined]>([
    [
      'of who speaks of themself',
      told(kept, 11, { email: 'n@example.com' }, { by: 'account-gone', authority: 'own' }),
      'gone',
    ],
    [
      'the same of the other',
      told(kept, 11, { email: 'n@example.com' }, { by: 'account-kept', authority: 'own' }),
      'survivor',
    ],
    ['by a number only one of them has', told(kept, 11, { idNumber: '110105196205210029', bloodType: '1' }), 'gone'],
    [
      'by who had spoken of one of them',
      told(kept, 11, { nativePlace: '大同' }, { by: 'daughter', source: { kind: 'self', id: 's11', label: '申请' } }),
      'gone',
    ],
    ['by values only one of them had', told(kept, 11, { bloodType: '1' }), 'survivor'],
    ['that tells of neither', told(kept, 11, { nativePlace: '大同' }), undefined],
    ['with values of both', told(kept, 11, { name: '何立冬', bloodType: '2' }), undefined],
  ])('%s', (_what, entry, side) => {
    expect(sideOf(knowledge, entry, before, joined, own)).toBe(side)
  })
})
