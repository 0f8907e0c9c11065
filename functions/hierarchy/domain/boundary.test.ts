import type { BoundaryGeometry } from '@zmht/shared/contract'
import type { Position } from '@zmht/shared/geo/coordinates'
import { areaOf, isInside, type Polygons, type Ring } from '@zmht/shared/geo/polygon'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellsAt, cellsOf, fitOf, geometryOf, isInCell, readGeometry } from './boundary'

/** A rectangle by its south-west corner and its size, in degrees. */
const ringOf = (x: number, y: number, width: number, height = width): [number, number][] =>
  [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
    [x, y],
  ].map(([longitude = 0, latitude = 0]) => [rounded(longitude), rounded(latitude)])
const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7
const polygon = (...coordinates: [number, number][][]): BoundaryGeometry => ({ type: 'Polygon', coordinates })
const read = (geometry: BoundaryGeometry): Polygons => readGeometry(geometry, 'wgs84')

/** A star around a point: never crosses itself, nearly never convex. Sizes from a compound to a county. */
const star = fc
  .record({
    x: fc.double({ min: 100, max: 120, noNaN: true }),
    y: fc.double({ min: 25, max: 42, noNaN: true }),
    size: fc.constantFrom(0.0015, 0.01, 0.08, 0.5),
    reach: fc.array(fc.double({ min: 0.2, max: 1, noNaN: true }), { minLength: 5, maxLength: 24 }),
  })
  .map(({ x, y, size, reach }) => {
    const ring = reach.map((far, index): [number, number] => {
      const angle = (2 * Math.PI * index) / reach.length
      return [x + Math.cos(angle) * far * size, y + Math.sin(angle) * far * size]
    })
    return { centre: [x, y] as const, size, polygons: read(polygon([...ring, ring[0] ?? [x, y]])) }
  })

describe('a point is found by its cells', () => {
  test('exactly when the boundary holds it, and 32 cells are enough for any', () => {
    const away = fc.double({ min: -1.2, max: 1.2, noNaN: true })
    fc.assert(
      fc.property(
        star,
        fc.array(fc.tuple(away, away), { minLength: 20, maxLength: 40 }),
        ({ centre, size, polygons }, points) => {
          const cells = cellsOf(polygons)
          expect(cells.length).toBeLessThanOrEqual(32)
          expect(new Set(cells.map(({ cell }) => cell)).size).toBe(cells.length)
          for (const [dx, dy] of points) {
            const position: Position = [centre[0] + dx * size, centre[1] + dy * size]
            const found = cells.some((one) => cellsAt(position).includes(one.cell) && isInCell(position, one))
            expect({ position, found }).toEqual({ position, found: isInside(position, polygons) })
          }
        },
      ),
      { numRuns: 150 },
    )
  })

  test('also in a long thin boundary and in one with a hole', () => {
    const thin = read(
      polygon([
        [116, 39],
        [117.4, 40.1],
        [117.4005, 40.1],
        [116.0005, 39],
        [116, 39],
      ]),
    )
    expect(cellsOf(thin).length).toBeLessThanOrEqual(32)
    const ring = read(polygon(ringOf(116, 39, 0.02), ringOf(116.006, 39.006, 0.008)))
    const holds = (position: Position) =>
      cellsOf(ring).some((one) => cellsAt(position).includes(one.cell) && isInCell(position, one))
    expect([holds([116.003, 39.003]), holds([116.01, 39.01]), holds([116.018, 39.01])]).toEqual([true, false, true])
  })
})

describe('a boundary is refused, and said why, when', () => {
  const bowTie: Ring = [
    [116, 39],
    [116.01, 39.01],
    [116.01, 39],
    [116, 39.01],
    [116, 39],
  ]
  test.each<[string, BoundaryGeometry, RegExp]>([
    ['it is not closed', polygon(ringOf(116, 39, 0.01).slice(0, 4)), /首尾相接/],
    ['its edges cross', polygon(bowTie), /相交.*经度 116.005.*纬度 39.005/],
    [
      'latitude comes first',
      polygon([
        [39, 116],
        [39.01, 116],
        [39.01, 116.01],
        [39, 116],
      ]),
      /经度在前/,
    ],
    [
      'it has no area',
      polygon([
        [116, 39],
        [116.01, 39],
        [116.02, 39],
        [116, 39],
      ]),
      /面积/,
    ],
    ['it is as large as a province', polygon(ringOf(110, 35, 3)), /2 万平方公里/],
    [
      'it has two points',
      polygon([
        [116, 39],
        [116.01, 39],
        [116, 39],
        [116, 39],
      ]),
      /三个不同的点|面积/,
    ],
    [
      'its parts overlap',
      { type: 'MultiPolygon', coordinates: [[ringOf(116, 39, 0.01)], [ringOf(116.002, 39.002, 0.002)]] },
      /重叠/,
    ],
    ['its hole lies outside', polygon(ringOf(116, 39, 0.01), ringOf(116.02, 39, 0.001)), /重叠|外面/],
    [
      'it has too many points',
      polygon([...Array.from({ length: 5001 }, (_, index): [number, number] => [116 + index / 1e5, 39]), [116, 39]]),
      /5000/,
    ],
  ])('%s', (_, geometry, message) => {
    const fields = [{ path: 'body.geometry', message: expect.stringMatching(message) }]
    expect(() => read(geometry)).toThrow(
      expect.objectContaining({ code: 'invalid', document: expect.objectContaining({ fields }) }),
    )
  })
})

test('it is stored in WGS-84 with its rings wound as GeoJSON wants them, and shown in the system asked for', () => {
  const clockwise = [...ringOf(116, 39, 0.01)].reverse()
  const stored = read(polygon(clockwise, ringOf(116.002, 39.002, 0.002)))
  expect(geometryOf(stored, 'wgs84')).toEqual(
    polygon(ringOf(116, 39, 0.01), [...ringOf(116.002, 39.002, 0.002)].reverse()),
  )
  const shown = geometryOf(stored, 'gcj02')
  const again = readGeometry(shown, 'gcj02')
  for (const [index, [x, y]] of again.flat(2).entries()) {
    const [storedX = 0, storedY = 0] = stored.flat(2)[index] ?? []
    expect(Math.hypot(x - storedX, y - storedY)).toBeLessThan(5e-6)
  }
})

describe('how the children fit together', () => {
  const bounded = (place: string, ...rings: [number, number][][]) => ({ place, polygons: read(polygon(...rings)) })

  test('children that share their edges exactly have neither overlap nor gap', () => {
    const parent = read(polygon(ringOf(116, 39, 0.02)))
    const children = [0, 1].flatMap((x) =>
      [0, 1].map((y) => bounded(`${x}${y}`, ringOf(116 + x * 0.01, 39 + y * 0.01, 0.01))),
    )
    expect(fitOf(parent, children)).toEqual({ overlaps: [], gaps: [], outside: [] })
  })

  test('an overlap, a gap and what reaches outside are measured', () => {
    const parent = read(polygon(ringOf(116, 39, 0.02, 0.01)))
    const one = bounded('one', ringOf(116, 39, 0.009, 0.01))
    const other = bounded('other', ringOf(116.008, 39, 0.013, 0.01))
    const { overlaps, gaps, outside } = fitOf(parent, [one, other])
    const stripe = areaOf(read(polygon(ringOf(116.008, 39, 0.001, 0.01))))
    expect(overlaps.map(({ one: first, other: second }) => [first, second])).toEqual([['one', 'other']])
    expect(overlaps[0]?.area).toBeCloseTo(stripe, 0)
    expect(gaps).toEqual([])
    expect(outside.map(({ place }) => place)).toEqual(['other'])
    expect(outside[0]?.area).toBeCloseTo(stripe, 0)
    const [gap] = fitOf(parent, [one]).gaps ?? []
    expect(gap?.area).toBeCloseTo(areaOf(parent) - areaOf(one.polygons), 0)
    expect(fitOf(undefined, [one, other])).not.toHaveProperty('gaps')
  })

  test('areas add up: what the children cover and what they leave is the place', () => {
    const at = fc.integer({ min: 0, max: 18 }).map((step) => step / 1000)
    const child = fc.tuple(
      at,
      at,
      fc.integer({ min: 1, max: 6 }).map((step) => step / 1000),
    )
    fc.assert(
      fc.property(fc.array(child, { maxLength: 5 }), (children) => {
        const parent = read(polygon(ringOf(116, 39, 0.02)))
        const { gaps = [] } = fitOf(
          parent,
          children.map(([x, y, size]) => bounded('', ringOf(116 + x, 39 + y, size))),
        )
        const left = gaps.reduce((sum, { area }) => sum + area, 0)
        // Counted square by square: every child lies on a grid of a thousandth of a degree.
        const covered = new Set(
          children.flatMap(([x, y, size]) =>
            squares(x, size).flatMap((column) => squares(y, size).map((row) => `${column},${row}`)),
          ),
        )
        let bare = 0
        for (let column = 0; column < 20; column++)
          for (let row = 0; row < 20; row++)
            if (!covered.has(`${column},${row}`))
              bare += areaOf(read(polygon(ringOf(116 + column / 1000, 39 + row / 1000, 0.001))))
        expect(Math.abs(left - bare)).toBeLessThan(30)
      }),
      { numRuns: 40 },
    )
  })

  const squares = (from: number, size: number): number[] =>
    Array.from({ length: Math.round(size * 1000) }, (_, index) => Math.round(from * 1000) + index).filter(
      (one) => one < 20,
    )

  test('a sliver under a square metre is none', () => {
    const one = bounded('one', ringOf(116, 39, 0.001))
    const other = bounded('other', ringOf(116.0009999, 39, 0.001))
    expect(areaOf(one.polygons)).toBeGreaterThan(9000)
    expect(fitOf(undefined, [one, other]).overlaps).toEqual([])
    expect(fitOf(undefined, [one, bounded('third', ringOf(116.0009, 39, 0.001))]).overlaps).toHaveLength(1)
  })
})
