import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  isPlaceId,
  isWithin,
  lineageOf,
  type NamedPlace,
  type PlaceId,
  pathOf,
  placeIdFrom,
  placeTail,
  shortName,
} from './place'

const bytes = fc.uint8Array({ minLength: 7, maxLength: 32 })
const id = bytes.map(placeIdFrom)

test('every id made is well formed, and the same bytes give the same id', () => {
  fc.assert(
    fc.property(bytes, (some) => {
      expect(isPlaceId(placeIdFrom(some))).toBe(true)
      expect(placeIdFrom(some)).toBe(placeIdFrom(some))
    }),
  )
})

test('a single wrong character is always noticed', () => {
  fc.assert(
    fc.property(id, fc.nat(10), fc.constantFrom(...'0123456789abcdefghjkmnpqrstvwxyz'), (good, at, other) => {
      fc.pre(good.charAt(at) !== other)
      expect(isPlaceId(good.slice(0, at) + other + good.slice(at + 1))).toBe(false)
    }),
  )
})

test('a path is its lineage and back', () => {
  fc.assert(
    fc.property(fc.array(id, { maxLength: 9 }), (lineage) => {
      expect(lineageOf(pathOf(lineage))).toEqual(lineage)
    }),
  )
})

test('inside means on the lineage, whole ids compared', () => {
  const [one, other] = [new Uint8Array(7).fill(1), new Uint8Array(7).fill(2)].map((some) => placeIdFrom(some)) as [
    PlaceId,
    PlaceId,
  ]
  expect(isWithin([one], one)).toBe(true)
  expect(isWithin([one], other)).toBe(false)
  expect(isWithin([one], one.slice(0, 5))).toBe(false)
})

test('a resident reads the shortest tail that tells where', () => {
  const at = (name: string, level: NamedPlace['level']): NamedPlace => ({
    id: placeIdFrom(new Uint8Array(7)),
    name,
    level,
  })
  const community = [at('北京市', 'province'), at('望京街道', 'subdistrict'), at('花家地北里社区居委会', 'community')]
  expect(placeTail(community)).toBe('望京街道 花家地北里社区')
  expect(placeTail([...community, at('花家地北里', 'compound'), at('3号楼', 'building')])).toBe('花家地北里 3号楼')
})

test.each([
  ['花家地北里社区居委会', '花家地北里社区'],
  ['望京西园二区社区居民委员会', '望京西园二区社区'],
  ['望京村委会', '望京村'],
  ['南小村村委会', '南小村'],
  ['某某嘎查', '某某嘎查'],
])('%s is called %s', (name, short) => {
  expect(shortName({ name, level: 'community' })).toBe(short)
})
