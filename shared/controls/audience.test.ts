import { describe, expect, test } from 'vitest'
import { baseKnowledge } from '../knowledge'
import type { Claim, Graph } from '../knowledge/types'
import { type Audience, type AudienceRule, type Meant, meantBy, sayAudience } from './audience'
import { claim, daughter, entity, graphOf, home, mother, relation } from './examples'

const at = '2026-11-24T01:00:00.000Z'
const graph = (facts: Readonly<Record<string, Claim>>, others: Graph = graphOf([])): Graph => ({
  entities: { ...others.entities, ...graphOf([entity(mother, 'person', facts)]).entities },
  relations: others.relations,
})
const meant = (rules: readonly AudienceRule[], of: Graph, who: Audience['who'] = 'self'): Meant =>
  meantBy({ who, rules }, of, mother, at)
const born = (birthDate: string) => ({ 'person.birthDate': claim(birthDate) })

describe('a service by age', () => {
  const from65: AudienceRule = { about: 'age', least: 65 }
  const to14: AudienceRule = { about: 'age', most: 14 }

  test('is for whoever is old enough that day, to the day', () => {
    expect(meant([from65], graph(born('1961-11-24')))).toBe('yes')
    expect(meant([from65], graph(born('1961-11-25')))).toBe('no')
    expect(meant([to14], graph(born('2011-11-25')))).toBe('yes')
    expect(meant([to14], graph(born('2011-11-24')))).toBe('no')
  })

  test('refuses nobody of whom no age is known', () => {
    expect(meant([from65], graph({}))).toBe('unknown')
    expect(meant([from65], graphOf([]))).toBe('unknown')
  })
})

describe('a service by a fact', () => {
  const renting: AudienceRule = { about: 'fact', attribute: 'person.dwellingKind', values: ['1', '3'] }

  test('is for one of the codes, of one value or of several', () => {
    expect(meant([renting], graph({ 'person.dwellingKind': claim('3') }))).toBe('yes')
    expect(meant([renting], graph({ 'person.dwellingKind': claim('2') }))).toBe('no')
    expect(meant([renting], graph({}))).toBe('unknown')
    const allergic: AudienceRule = { about: 'fact', attribute: 'person.drugAllergies', values: ['2'] }
    expect(meant([allergic], graph({ 'person.drugAllergies': claim(['5', '2']) }))).toBe('yes')
    expect(meant([allergic], graph({ 'person.drugAllergies': claim([]) }))).toBe('no')
  })

  test('is for what is so, not for what was said not to be', () => {
    const alone: AudienceRule = { about: 'fact', attribute: 'person.livingAlone', values: ['yes'] }
    expect(meant([alone], graph({ 'person.livingAlone': claim(true) }))).toBe('yes')
    expect(meant([alone], graph({ 'person.livingAlone': claim(false) }))).toBe('no')
  })
})

test('a service by a relation is for who has it, and refuses nobody of whom none is told', () => {
  const tenant: AudienceRule = { about: 'relation', types: ['rents', 'owns-home'] }
  const rented = relation('rents', mother, home)
  expect(meant([tenant], graph({}, graphOf([], [rented])))).toBe('yes')
  // Of somebody else, of another kind, or not believed yet.
  for (const other of [
    relation('rents', daughter, home),
    relation('resides-at', mother, home),
    { ...rented, pending: true as const },
  ])
    expect(meant([tenant], graph({}, graphOf([], [other])))).toBe('unknown')
})

test('it is for one person who has all of it; what is known not to be so outweighs what is not known', () => {
  const rules: AudienceRule[] = [
    { about: 'age', least: 65 },
    { about: 'fact', attribute: 'person.livingAlone', values: ['yes'] },
  ]
  expect(meant(rules, graph(born('1952-01-01')))).toBe('unknown')
  expect(meant(rules, graph(born('1990-01-01')))).toBe('no')
  expect(meant(rules, graph({ ...born('1952-01-01'), 'person.livingAlone': claim(true) }))).toBe('yes')
  // The one is old, the other lives alone: neither is both.
  const child = graphOf([entity(daughter, 'person', { ...born('1985-01-01'), 'person.livingAlone': claim(true) })])
  const two = graph({ ...born('1952-01-01'), 'person.livingAlone': claim(false) }, child)
  expect(meant(rules, two, 'family')).toBe('no')
})

test('for the family it is when one of them is meant, or might be; for oneself only oneself counts', () => {
  const from65: AudienceRule[] = [{ about: 'age', least: 65 }]
  const family = (facts: Readonly<Record<string, Claim>>) =>
    graph(born('1990-01-01'), graphOf([entity(daughter, 'person', facts), entity(home, 'place')]))
  expect(meant(from65, family(born('1950-01-01')), 'family')).toBe('yes')
  expect(meant(from65, family(born('1950-01-01')), 'self')).toBe('no')
  expect(meant(from65, family({}), 'family')).toBe('unknown')
  expect(meant(from65, family(born('1991-01-01')), 'family')).toBe('no')
})

test('whom it is for is said in plain words', () => {
  const said = (...rules: AudienceRule[]) => sayAudience({ who: 'self', rules }, baseKnowledge)
  expect(said({ about: 'age', least: 65 })).toBe('面向 65 岁以上的居民')
  expect(said({ about: 'age', most: 14 })).toBe('面向 14 岁以下的居民')
  expect(said({ about: 'age', least: 6, most: 14 })).toBe('面向 6 至 14 岁的居民')
  expect(said({ about: 'fact', attribute: 'person.dwellingKind', values: ['1'] })).toBe('面向居住处所为租赁房屋的居民')
  expect(said({ about: 'fact', attribute: 'person.livingAlone', values: ['yes'] })).toBe('面向独居为是的居民')
  expect(said({ about: 'relation', types: ['rents', 'owns-home'] }, { about: 'age', least: 18 })).toMatch(
    /^面向.+或.+、 18 岁以上的居民$/,
  )
})
