import { describe, expect, test } from 'vitest'
import { baseKnowledge, entityId } from '../knowledge'
import { idCheckCharacter } from '../knowledge/identifiers'
import type { Saying } from '../knowledge/types'
import { applyFacts, applyPatch, applyRelation } from './apply'
import { collect } from './collect'
import { claim, daughter, entity, graphOf, home, mother, registration, relation, son, whole } from './examples'
import { answersFrom, emptyAnswers, prefill } from './prefill'
import { strangersIn } from './strangers'

const now = '2026-11-24T01:00:00.000Z'
const sonsId = `11010120150304001${idCheckCharacter('11010120150304001')}`

const family = graphOf(
  [
    entity(mother, 'person', {
      'person.name': claim('李梅'),
      'person.mobile': claim('13800001234', '2024-01-01T00:00:00.000Z'),
    }),
    entity(son, 'person', { 'person.name': claim('王小明'), 'person.idNumber': claim(sonsId) }),
    entity(daughter, 'person', { 'person.name': claim('王小红') }),
    entity(home, 'place', { 'place.hasLift': claim(true) }),
  ],
  [
    relation('parent', mother, son, '2020-01-01T00:00:00.000Z'),
    relation('parent', mother, daughter, '2022-01-01T00:00:00.000Z'),
    relation('resides-at', mother, home),
  ],
)
const opened = () => prefill(baseKnowledge, registration, family, { actor: mother, at: now })

describe('a form opens', () => {
  test('with what is known of the actor, and says where it comes from', () => {
    expect(opened().me?.[0]?.values.myName).toEqual({
      value: '李梅',
      source: '人口台账',
      at: '2026-01-01T00:00:00.000Z',
      stale: false,
    })
  })

  test('with a phone number of two years ago, to be looked at again', () => {
    expect(opened().me?.[0]?.values.myMobile?.stale).toBe(true)
  })

  test('with a card for each child, the one confirmed last first', () => {
    expect(opened().child?.map((card) => card.entity)).toEqual([daughter, son])
    const again = {
      ...family,
      relations: family.relations.map((one) => (one.to === son ? { ...one, at: now } : one)),
    }
    expect(
      prefill(baseKnowledge, registration, again, { actor: mother, at: now }).child?.map((card) => card.entity),
    ).toEqual([son, daughter])
  })

  test('with no more cards than the form takes', () => {
    const third = { ...family, relations: [...family.relations, relation('parent', mother, entityId('ethird'))] }
    expect(prefill(baseKnowledge, registration, third, { actor: mother, at: now }).child).toHaveLength(2)
  })

  test('with the home and what is known of it', () => {
    expect(opened().me?.[0]?.values.myHome?.value).toBe(home)
    expect(opened().home).toEqual([{ entity: home, values: { lift: expect.objectContaining({ value: true }) } }])
  })

  test('with as many blank cards as it needs, where nobody is known', () => {
    const nobody = prefill(baseKnowledge, registration, graphOf([]), { actor: mother, at: now })
    expect(nobody).toEqual({
      me: [{ entity: mother, values: {} }],
      child: [{ values: {} }],
      home: [{ values: {} }],
      visit: [{ values: {} }],
    })
    expect(emptyAnswers(baseKnowledge, registration)).toEqual({
      me: [{ values: {} }],
      child: [{ values: {} }],
      home: [{ values: {} }],
      visit: [{ values: {} }],
    })
  })

  test('with the birth date an ID number tells, where nobody said it', () => {
    const asking = {
      ...registration,
      controls: [
        {
          id: 'born',
          kind: 'date',
          label: '出生日期',
          required: false,
          binding: { subject: 'child', attribute: 'person.birthDate' },
        },
      ],
    } as const
    expect(prefill(baseKnowledge, asking, family, { actor: mother, at: now }).child?.[1]?.values.born?.value).toBe(
      '2015-03-04',
    )
  })

  test('with stars in place of what the viewer may not see, which are not answers', () => {
    const seen = prefill(baseKnowledge, registration, family, {
      actor: mother,
      at: now,
      may: (_, what) => (what.code === 'person.mobile' ? 'masked' : 'full'),
    })
    expect(seen.me?.[0]?.values.myMobile).toMatchObject({ value: '138****1234', masked: true })
    expect(answersFrom(seen).me?.[0]?.values).toEqual({ myName: '李梅', myHome: home })
  })

  test('without the children of one whose children may not be seen', () => {
    const seen = prefill(baseKnowledge, registration, family, {
      actor: mother,
      at: now,
      may: (_, what) => (what.code === 'parent' ? 'none' : 'full'),
    })
    expect(seen.child).toEqual([{ values: {} }])
  })
})

describe('answers become entities and relations', () => {
  const collected = (answers: Parameters<typeof collect>[2]) =>
    collect(baseKnowledge, registration, answers, { actor: mother, submission: 'r1', at: now })

  test('a new child is a new person, named the same at each retry', () => {
    expect(collected(whole)).toEqual({
      knowledge: baseKnowledge.version,
      entities: [
        { ref: { known: mother }, kind: 'person', facts: [{ attribute: 'person.name', value: '李梅' }] },
        { ref: { fresh: 'r1/child/0' }, kind: 'person', facts: [{ attribute: 'person.name', value: '王小明' }] },
        { ref: { fresh: 'r1/visit/0' }, kind: 'event', facts: [] },
      ],
      relations: [
        { type: 'parent', from: { known: mother }, to: { fresh: 'r1/child/0' } },
        { type: 'applied-by', from: { fresh: 'r1/visit/0' }, to: { known: mother } },
        { type: 'about', from: { fresh: 'r1/visit/0' }, to: { fresh: 'r1/child/0' } },
      ],
    })
  })

  test('where only the actor is spoken of, the submission is about the actor', () => {
    const about = collected({ ...whole, child: [{ values: {} }] }).relations.filter((one) => one.type === 'about')
    expect(about).toEqual([{ type: 'about', from: { fresh: 'r1/visit/0' }, to: { known: mother } }])
  })

  test('an ID number brings birth date and sex along', () => {
    const facts = collected({ ...whole, child: [{ entity: son, values: { childId: ` ${sonsId.toLowerCase()}` } }] })
      .entities[1]?.facts
    expect(facts).toEqual([
      { attribute: 'person.idNumber', value: sonsId },
      { attribute: 'person.birthDate', value: '2015-03-04' },
      { attribute: 'person.sex', value: '1' },
    ])
  })

  test('what is hidden says nothing', () => {
    const hidden = { childName: '王小明', childAllergic: ['1'], childNote: '青霉素' }
    const facts = collected({ ...whole, child: [{ values: hidden }] }).entities[1]?.facts
    expect(facts?.map((one) => one.attribute)).toEqual(['person.name', 'person.drugAllergies'])
  })

  test('a chosen home is a relation, and what is said of it goes to that place', () => {
    const patch = collected({ ...whole, me: [{ values: { myHome: home } }], home: [{ values: { lift: false } }] })
    expect(patch.relations).toContainEqual({ type: 'resides-at', from: { known: mother }, to: { known: home } })
    expect(patch.entities).toContainEqual({
      ref: { known: home },
      kind: 'place',
      facts: [{ attribute: 'place.hasLift', value: false }],
    })
  })

  test('what is said of a home nobody chose is not kept', () => {
    expect(
      collected({ ...whole, home: [{ entity: home, values: { lift: false } }] }).entities.map((one) => one.kind),
    ).not.toContain('place')
  })

  test('the actor is who is signed in, whatever the answers say', () => {
    const forged = { ...whole, me: [{ entity: son, values: { myName: '李梅' } }] }
    expect(collected(forged).entities[0]?.ref).toEqual({ known: mother })
  })

  test('stars sent back as they were shown say nothing', () => {
    const answers = { me: [{ entity: mother, values: { myMobile: '138****1234', myName: '李*' } }] }
    expect(collected(answers).entities.flatMap((one) => one.facts)).toEqual([])
  })
})

describe('who may be named in answers', () => {
  const named = (answers: Parameters<typeof strangersIn>[2]) =>
    strangersIn(baseKnowledge, registration, answers, family, { actor: mother })

  test('one’s own children', () => {
    expect(named(answersFrom(opened()))).toEqual([])
  })

  test('nobody the form does not lead to', () => {
    const stranger = entityId('estranger')
    expect(
      named({
        child: [
          { entity: son, values: {} },
          { entity: stranger, values: {} },
        ],
      }),
    ).toEqual([{ subject: 'child', index: 1, control: '', message: '“孩子”的资料和您没有关联，请重新填写' }])
  })

  test('nobody in the actor’s place', () => {
    expect(named({ me: [{ entity: son, values: {} }] })).toHaveLength(1)
  })

  test('no one else’s submission', () => {
    expect(named({ visit: [{ entity: entityId('eother'), values: {} }] })).toHaveLength(1)
  })
})

const own = {
  source: { kind: 'self', id: 'r1', label: '体检' },
  at: now,
  version: '1.0.0',
  by: 'mother',
  authority: 'own',
} as const

describe('a claim', () => {
  const before = entity(mother, 'person', { 'person.name': claim('李梅', '2026-06-01T00:00:00.000Z') })
  const say = (value: string, saying: Saying = own) =>
    applyFacts(
      baseKnowledge,
      before,
      [
        { attribute: 'person.mobile', value: '13800000000' },
        { attribute: 'person.name', value },
      ],
      saying,
    )

  test('of more authority said later replaces the former', () => {
    const { entity: after, changed, undecided } = say('李红梅', { ...own, authority: 'checked' })
    expect(after.facts['person.name']).toEqual({ value: '李红梅', ...own, authority: 'checked' })
    expect([changed, undecided]).toEqual([['person.mobile', 'person.name'], []])
  })

  test('of less authority stands beside it, and its teller goes on seeing it', () => {
    const { entity: after, changed, undecided } = say('李小梅', { ...own, by: 'daughter', authority: 'told' })
    expect(after.facts['person.name']?.value).toBe('李梅')
    expect([changed, undecided]).toEqual([['person.mobile'], ['person.name']])
    const seenBy = (viewer: string) =>
      prefill(baseKnowledge, registration, graphOf([after]), { actor: mother, at: now, viewer }).me?.[0]?.values.myName
    expect(seenBy('daughter')).toMatchObject({ value: '李小梅', pending: true })
    expect(seenBy('mother')).toMatchObject({ value: '李梅' })
  })

  test('said earlier but arriving later does not', () => {
    const {
      entity: after,
      changed,
      undecided,
    } = say('李小梅', { ...own, authority: 'recorded', at: '2026-05-31T23:59:59.999Z' })
    expect(after.facts['person.name']?.value).toBe('李梅')
    expect([changed, undecided]).toEqual([['person.mobile'], []])
  })

  test('said again renews who said it and when, and changes nothing', () => {
    const { entity: after, changed } = say('李梅', { ...own, authority: 'checked' })
    expect(after.facts['person.name']).toMatchObject({ source: own.source, at: now, also: ['register'] })
    expect(changed).toEqual(['person.mobile'])
  })
})

describe('a relation', () => {
  const said = own.source
  const away = entityId('home2')
  const apply = (
    relations: Parameters<typeof applyRelation>[1],
    type: string,
    from: typeof son,
    to: typeof son,
    at = now,
    saying: Partial<Saying> = {},
  ) => applyRelation(baseKnowledge, relations, { type, from, to }, { ...own, at, ...saying })

  test('to a new home ends that to the former', () => {
    const former = relation('resides-at', mother, home)
    const others = relation('resides-at', son, home)
    expect(apply([former, others], 'resides-at', mother, away)).toEqual({
      relations: [others, { type: 'resides-at', from: mother, to: away, since: now, ...own }],
      ended: [former],
    })
  })

  test('to a home left since stays ended', () => {
    const current = relation('resides-at', mother, away, '2026-12-01T00:00:00.000Z')
    expect(apply([current], 'resides-at', mother, home, now, { authority: 'recorded' })).toEqual({
      relations: [current],
      ended: [],
    })
  })

  test('told by somebody else waits beside the one that is believed, until it is decided or said with authority', () => {
    const former = relation('resides-at', mother, home)
    const told = { by: 'daughter', authority: 'told' } as const
    const { relations, ended } = apply([former], 'resides-at', mother, away, now, told)
    expect(relations).toEqual([former, expect.objectContaining({ to: away, pending: true, by: 'daughter' })])
    expect(ended).toEqual([])
    const decided = apply(relations, 'resides-at', mother, away, '2027-01-01T00:00:00.000Z')
    expect(decided.relations).toEqual([expect.objectContaining({ to: away, by: 'mother', also: ['daughter'] })])
    expect(decided.relations[0]).not.toHaveProperty('pending')
    expect(decided.ended).toEqual([former])
    const otherwise = apply(relations, 'resides-at', mother, entityId('home3'), '2027-01-01T00:00:00.000Z')
    expect(otherwise.relations).toEqual([expect.objectContaining({ to: 'home3' })])
  })

  test('told otherwise by the same teller takes the place of what they told before', () => {
    const told = { by: 'daughter', authority: 'told' } as const
    const { relations } = apply([relation('resides-at', mother, home)], 'resides-at', mother, away, now, told)
    const again = apply(relations, 'resides-at', mother, entityId('home3'), '2027-01-01T00:00:00.000Z', told)
    expect(again.relations.map(({ to, pending }) => [to, pending])).toEqual([
      [home, undefined],
      ['home3', true],
    ])
  })

  test('said again keeps its beginning', () => {
    const [one] = apply([relation('parent', mother, son)], 'parent', mother, son).relations
    expect(one).toMatchObject({ since: '2026-01-01T00:00:00.000Z', at: now, source: said })
  })

  test('said again late but meant earlier keeps the later confirmation', () => {
    const known = { ...relation('parent', mother, son), at: now }
    expect(apply([known], 'parent', mother, son, '2026-03-01T00:00:00.000Z').relations).toEqual([known])
  })

  test('between spouses is one, from whichever end it is said', () => {
    expect(apply([relation('spouse', mother, son)], 'spouse', son, mother).relations).toHaveLength(1)
  })

  test('to another spouse ends the former marriage of either', () => {
    const [ab, cd] = [relation('spouse', mother, son), relation('spouse', daughter, away)]
    expect(apply([ab, cd], 'spouse', mother, daughter).ended).toEqual([ab, cd])
  })

  test('to oneself is none', () => {
    expect(apply([], 'parent', son, son)).toEqual({ relations: [], ended: [] })
  })
})

test('a patch that takes someone for another kind of thing leaves them as they are', () => {
  const patch = {
    knowledge: '1.0.0',
    entities: [{ ref: { known: home }, kind: 'person', facts: [{ attribute: 'person.name', value: '家' }] }],
    relations: [],
  } as const
  expect(
    applyPatch(baseKnowledge, family, patch, { ...own, authority: () => 'own', resolve: () => son }).entities[home],
  ).toEqual(family.entities[home])
})
