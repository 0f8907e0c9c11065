import { describe, expect, test } from 'vitest'
import { buildingOf, buildingsOf, comparePlaces, inWalkingOrder, readPlan, type Visit } from './plan'

const visit = (place: string, more: Partial<Visit> = {}): Visit => ({
  id: place,
  of: 'request',
  title: '说件事',
  who: '周惊蛰',
  place,
  ...more,
})
const places = [
  '北里 10号楼 1单元 101',
  '北里 3号楼 2单元 501',
  '北里',
  '北里 3号楼 2单元 1201',
  '北里 3号楼 1单元 602',
]

describe('by building, unit and door', () => {
  test('numbers count, and what is known less nearly comes first', () => {
    expect(inWalkingOrder(places.map((place) => visit(place))).map(({ place }) => place)).toEqual([
      '北里',
      '北里 3号楼 1单元 602',
      '北里 3号楼 2单元 501',
      '北里 3号楼 2单元 1201',
      '北里 10号楼 1单元 101',
    ])
  })

  test('at one door what is due first', () => {
    const [one, other] = [
      visit('北里 3号楼', { id: 'b', due: '2026-12-02' }),
      visit('北里 3号楼', { id: 'a', due: '2026-12-01' }),
    ]
    expect(inWalkingOrder([one, other]).map(({ id }) => id)).toEqual(['a', 'b'])
  })

  test('narrowed to a building or a service', () => {
    const all = places.map((place, at) => visit(place, at === 1 ? { title: '老年人体检' } : {}))
    expect(buildingsOf(all)).toEqual(['北里', '北里 3号楼', '北里 10号楼'])
    expect(inWalkingOrder(all, { building: '北里 3号楼', title: '老年人体检' }).map(({ place }) => place)).toEqual([
      '北里 3号楼 2单元 501',
    ])
  })
})

test('an order is one: of three places the first is before the last', () => {
  for (const one of places)
    for (const other of places) {
      expect(Math.sign(comparePlaces(one, other))).toBe(-Math.sign(comparePlaces(other, one)) + 0)
      for (const third of places)
        if (comparePlaces(one, other) < 0 && comparePlaces(other, third) < 0)
          expect(comparePlaces(one, third)).toBeLessThan(0)
    }
  expect(buildingOf('花家地北里 3号楼 2单元 501')).toBe('花家地北里 3号楼')
})

test('what another edition kept is no plan', () => {
  expect(readPlan({ at: 'now' })).toBeUndefined()
  expect(readPlan({ at: 'now', visits: [visit('北里')], more: false })?.visits).toHaveLength(1)
})
