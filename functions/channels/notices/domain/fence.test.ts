import type { PlaceId } from '@zmht/shared/geo'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isFenced, meeting, sumWithin, tidy } from './fence'

/** A tree of three tiers of three: the name of a place is its lineage. */
const at = (name: string): PlaceId => name as PlaceId // a made-up tree needs no real ids
const digits = ['1', '2', '3']
const districts = digits
const communities = districts.flatMap((one) => digits.map((next) => one + next))
const homes = communities.flatMap((one) => digits.map((next) => one + next))
const all = [...districts, ...communities, ...homes].map(at)
const lineageOf = (place: PlaceId): readonly PlaceId[] => [...place].map((_, length) => at(place.slice(0, length + 1)))
const lineages = new Map(all.map((place) => [place, lineageOf(place)]))
const homesIn = (place: PlaceId) => homes.map(at).filter((home) => lineageOf(home).includes(place))

const fences = fc.record({
  places: fc.array(fc.constantFrom(...all), { minLength: 1, maxLength: 6 }),
  except: fc.array(fc.constantFrom(...all), { maxLength: 6 }),
})

test('a tidy fence holds the same homes, and nothing in it lies in anything else of it', () => {
  fc.assert(
    fc.property(fences, (fence) => {
      const tidied = tidy(fence, lineages)
      for (const home of homes.map(at))
        expect(isFenced(tidied, lineageOf(home))).toBe(
          fence.places.some((one) => lineageOf(home).includes(one)) &&
            !tidied.except.some((one) => lineageOf(home).includes(one)),
        )
      for (const one of tidied.places)
        for (const other of tidied.places) if (one !== other) expect(lineageOf(one)).not.toContain(other)
      for (const one of tidied.except) expect(tidied.places.some((place) => lineageOf(one).includes(place))).toBe(true)
    }),
  )
})

test('numbers by place add up to exactly the homes inside the fence, at every place', () => {
  fc.assert(
    fc.property(fences, fc.constantFrom(...all), (fence, place) => {
      const tidied = tidy(fence, lineages)
      const { plus, minus } = sumWithin(tidied, place, lineages)
      const many = (places: readonly PlaceId[]) => places.reduce((sum, one) => sum + homesIn(one).length, 0)
      expect(many(plus) - many(minus)).toBe(homesIn(place).filter((home) => isFenced(tidied, lineageOf(home))).length)
    }),
  )
})

test('two homes meet where their ways part', () => {
  expect(meeting(lineageOf(at('123')), lineageOf(at('121')))).toEqual([at('1'), at('12')])
  expect(meeting(lineageOf(at('123')), lineageOf(at('321')))).toEqual([])
  expect(meeting(lineageOf(at('123')), lineageOf(at('123')))).toEqual(lineageOf(at('123')))
})
