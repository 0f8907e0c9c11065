import type { PlaceId } from '@zmht/shared/geo'
import { describe, expect, test } from 'vitest'
import {
  actorsOn,
  chainIn,
  findOrganisations,
  findPeople,
  lineagesIn,
  peopleOn,
  type RosterBlock,
  type RosterPerson,
  type RosterPost,
} from './roster'

const day = '2026-11-24'
const place = (name: string) => name as PlaceId // stands for an id in these tests
const post = (id: string, holders: readonly string[], more: Partial<RosterPost> = {}): RosterPost => ({
  id,
  title: '社工',
  rank: 'worker',
  roles: ['service-worker'],
  tags: [],
  closed: false,
  holders: holders.map((official) => ({ official, as: 'holder', from: '2024-01-01' })),
  ...more,
})
const person = (id: string, name: string, more: Partial<RosterPerson> = {}): RosterPerson => ({
  id,
  name,
  initials: 'x',
  tail: `#${id}`,
  absences: [],
  ...more,
})
const block = (id: string, more: Partial<RosterBlock> = {}): RosterBlock => ({
  id,
  name: `单位${id}`,
  kind: 'government',
  manages: [],
  posts: [],
  people: [],
  versions: {},
  ...more,
})
const blocksOf = (...all: RosterBlock[]) => new Map(all.map((one) => [one.id, one]))
const city = block('city', { manages: [place('C')] })
const street = block('street', { parentId: 'city', manages: [place('S')] })

test('of each place it is known what lies above it, outermost first', () => {
  const blocks = blocksOf(city, street, block('committee', { parentId: 'street', manages: [place('N'), place('W')] }))
  expect(chainIn(blocks, 'committee')).toEqual(['committee', 'street', 'city'])
  expect(lineagesIn(blocks).get(place('W'))).toEqual(['C', 'S', 'W'])
  expect(chainIn(blocksOf(block('one', { parentId: 'two' }), block('two', { parentId: 'one' })), 'one')).toHaveLength(
    12,
  )
})

describe('on a day', () => {
  const people = ['a', 'b'].map((id) => person(id, id))
  const idsOf = (one: Partial<RosterBlock>) => {
    const blocks = blocksOf(city, block('o', { parentId: 'city', people, posts: [post('p', ['a', 'b'])], ...one }))
    return [actorsOn(blocks, day).map(({ id }) => id), peopleOn(blocks, day).map((entry) => entry.person.id)]
  }
  const both = ['a', 'b']

  test('on duty is who holds a post then and is not away; who is away is still found', () => {
    expect(idsOf({})).toEqual([both, both])
    const away = [person('a', 'a', { absences: [{ from: day, until: '2026-11-25' }] }), person('b', 'b')]
    expect(idsOf({ people: away })).toEqual([['b'], both])
    const holders = [
      { official: 'a', as: 'holder', from: '2026-11-25' },
      { official: 'b', as: 'holder', from: '2024-01-01', until: day },
    ] as const
    expect(idsOf({ posts: [post('p', [], { holders })] })).toEqual([[], []])
  })

  test('a closed post and an organisation that has ended give nothing', () => {
    expect(idsOf({ posts: [post('p', both, { closed: true })] })[0]).toEqual([])
    expect(idsOf({ ended: day })).toEqual([[], []])
    expect(idsOf({ ended: '2026-11-25' })).toEqual([both, both])
  })

  test('several posts are one person’s, with the places of each organisation', () => {
    const here = block('here', { parentId: 'city', manages: [place('N')], posts: [post('p', ['a'])], people })
    const there = block('there', { manages: [place('W')], posts: [post('q', ['a'])], people })
    const [actor, ...others] = actorsOn(blocksOf(city, here, there), day)
    expect(others).toEqual([])
    expect(actor?.posts.map(({ organisations, territory }) => [organisations, territory])).toEqual([
      [['here', 'city'], ['N']],
      [['there'], ['W']],
    ])
  })
})

describe('somebody is found', () => {
  const entry = (id: string, name: string, initials: string, title = '社工') => ({
    person: person(id, name, { initials, tail: `#${id}` }),
    posts: [{ id: `p-${id}`, title, organisation: 'o' }],
  })
  const all = [entry('1', '李春分', 'lcf'), entry('2', '李春', 'lc'), entry('3', '王李春', 'wlc', '李春工作室主任')]
  const found = (words: string, tail?: string) =>
    findPeople(all, { words, ...(tail === undefined ? {} : { tail }) }).map((one) => one.person.id)

  test('by name, the whole one first, then how it begins, then what is in it', () => {
    expect(found('李春')).toEqual(['2', '1', '3'])
  })

  test('by initials, the end of the phone, or the title', () => {
    expect(found('LC')).toEqual(['2', '1'])
    expect(found('0001', '#1')).toEqual(['1'])
    expect(found('0001')).toEqual([])
    expect(found('主任')).toEqual(['3'])
  })

  test('an organisation by its name, those that have ended left out', () => {
    const blocks = blocksOf(
      block('1', { name: '望京街道办事处' }),
      block('2', { name: '望京', ended: '2026-11-25' }),
      block('3', { name: '望京北', ended: day }),
    )
    expect(findOrganisations(blocks, '望京', day).map(({ id }) => id)).toEqual(['2', '1'])
    expect(findOrganisations(blocks, 'wj', day).map(({ id, by }) => [id, by])).toEqual([
      ['2', 'initials'],
      ['1', 'initials'],
    ])
    expect(findOrganisations(blocks, 'w', day)).toEqual([])
  })
})
