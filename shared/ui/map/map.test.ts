import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Drawing, type DrawingStep, draw, startDrawing } from './drawing'
import { readGeoJson } from './geojson'
import {
  areaOf,
  areaWords,
  boundsOf,
  crossingOf,
  geometryOf,
  holds,
  type Position,
  type Shape,
  shapeOf,
  shapeProblems,
} from './shape'
import { fit, fromScreen, gridLines, metresPerPixel, panned, scaleBar, tilesIn, toScreen, zoomedAt } from './view'

const square: Shape = [
  [
    [
      [116.47, 39.98],
      [116.48, 39.98],
      [116.48, 39.99],
      [116.47, 39.99],
    ],
  ],
]
const position = fc.tuple(
  fc.double({ min: 73, max: 135, noNaN: true }),
  fc.double({ min: 18, max: 53, noNaN: true }),
) as fc.Arbitrary<Position> // a tuple of two numbers is one
const size = { width: 900, height: 600 }
const view = fc.record({ center: position, zoom: fc.double({ min: 4, max: 20, noNaN: true }) })

describe('shape', () => {
  test('a shape is its GeoJSON and back', () => {
    expect(shapeOf(geometryOf(square))).toEqual(square)
    expect(shapeOf(geometryOf([...square, ...square]))).toEqual([...square, ...square])
  })

  test('an area is that of the sphere, holes left out', () => {
    // One hundredth of a degree each way at 39.985° north.
    const expected = ((Math.PI / 18000) * 6_378_137) ** 2 * Math.cos((39.985 * Math.PI) / 180)
    expect(areaOf(square) / expected).toBeCloseTo(1, 5)
    const hole: Position[] = [
      [116.472, 39.982],
      [116.477, 39.982],
      [116.477, 39.987],
      [116.472, 39.987],
    ]
    expect(areaOf([[...(square[0] ?? []), hole]]) / expected).toBeCloseTo(0.75, 3)
  })

  test.each([
    [860.4, '860 平方米'],
    [32_000, '3.2 公顷'],
    [12_400_000, '12.40 平方公里'],
  ])('%d m² is read as %s', (area, words) => {
    expect(areaWords(area)).toBe(words)
  })

  test('a line that crosses itself is noticed', () => {
    const [a, b, c, d] = square[0]?.[0] ?? []
    if (!a || !b || !c || !d) throw new Error('a square has four corners')
    expect(crossingOf([a, b, c, d])).toBeUndefined()
    expect(crossingOf([a, c, b, d])).toEqual([0, 2])
    expect(shapeProblems(square)).toEqual([])
    expect(shapeProblems([[[a, c, b, d]]])).toEqual(['边界线自己交叉了，请拖动交叉处的点'])
    expect(shapeProblems([])).toEqual(['还没有画边界'])
  })

  test('inside is inside and outside is not', () => {
    expect(holds(square, [116.475, 39.985])).toBe(true)
    expect(holds(square, [116.485, 39.985])).toBe(false)
  })
})

describe('view', () => {
  test('what is drawn somewhere is there when pressed', () => {
    fc.assert(
      fc.property(view, position, (some, where) => {
        const back = fromScreen(some, size, toScreen(some, size, where))
        expect(back[0]).toBeCloseTo(where[0], 6)
        expect(back[1]).toBeCloseTo(where[1], 6)
      }),
    )
  })

  test('what lies under the pointer stays there when zooming', () => {
    fc.assert(
      fc.property(
        fc.record({ center: position, zoom: fc.double({ min: 6, max: 18, noNaN: true }) }),
        fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 600 })),
        fc.constantFrom(-1, -0.3, 0.3, 1),
        (some, point, steps) => {
          const under = fromScreen(some, size, point)
          const [x, y] = toScreen(zoomedAt(some, size, point, steps), size, under)
          expect(x).toBeCloseTo(point[0], 3)
          expect(y).toBeCloseTo(point[1], 3)
        },
      ),
    )
  })

  test('dragging takes the map along', () => {
    const some = { center: [116.4, 39.9], zoom: 14 } as const
    const [x, y] = toScreen(panned(some, size, 30, -20), size, some.center)
    expect([x, y].map(Math.round)).toEqual([480, 280])
  })

  test('fitted, everything is in sight', () => {
    const bounds = boundsOf([square])
    if (bounds === undefined) throw new Error('a square has bounds')
    const fitted = fit(bounds, size)
    for (const corner of square[0]?.[0] ?? []) {
      const [x, y] = toScreen(fitted, size, corner)
      expect(x).toBeGreaterThanOrEqual(39)
      expect(x).toBeLessThanOrEqual(861)
      expect(y).toBeGreaterThanOrEqual(39)
      expect(y).toBeLessThanOrEqual(561)
    }
  })

  test('the scale says what a pixel is', () => {
    const some = { center: [116.4, 39.9], zoom: 16 } as const
    const bar = scaleBar(some)
    expect(bar.words).toBe('200 米')
    expect(bar.pixels * metresPerPixel(some)).toBeCloseTo(200, 6)
    expect(bar.pixels).toBeLessThanOrEqual(120)
    const { across } = gridLines(some, size)
    expect((across[1] ?? 0) - (across[0] ?? 0)).toBeCloseTo(bar.pixels, 0)
  })

  test('tiles cover the frame', () => {
    const tiles = tilesIn({ center: [116.4, 39.9], zoom: 15.4 }, size, 'https://tiles.example/{z}/{x}/{y}.png')
    expect(Math.min(...tiles.map(({ left }) => left))).toBeLessThanOrEqual(0)
    expect(Math.max(...tiles.map(({ left, side }) => left + side))).toBeGreaterThanOrEqual(size.width)
    expect(Math.max(...tiles.map(({ top, side }) => top + side))).toBeGreaterThanOrEqual(size.height)
    expect(tiles[0]?.url).toMatch(/^https:\/\/tiles\.example\/15\/\d+\/\d+\.png$/)
  })
})

describe('drawing', () => {
  const run = (steps: readonly DrawingStep[], from: Drawing = startDrawing([])) => steps.reduce(draw, from)
  const corners = square[0]?.[0] ?? []
  const drawn = run([...corners.map((at): DrawingStep => ({ do: 'place', at })), { do: 'close' }])

  test('corners placed and closed are a boundary', () => {
    expect(drawn.shape).toEqual(square)
    expect(drawn.draft).toEqual([])
    expect(run(corners.slice(0, 2).map((at): DrawingStep => ({ do: 'place', at }))).shape).toEqual([])
  })

  test('one drag with many moves is one step back', () => {
    const corner = { polygon: 0, ring: 0, corner: 2 }
    const moved = run(
      [{ do: 'drag', corner, to: [116.49, 39.99] }, { do: 'drag', corner, to: [116.5, 40] }, { do: 'drop' }],
      drawn,
    )
    expect(moved.shape[0]?.[0]?.[2]).toEqual([116.5, 40])
    expect(draw(moved, { do: 'undo' }).shape).toEqual(square)
    expect(draw(draw(moved, { do: 'undo' }), { do: 'redo' }).shape).toEqual(moved.shape)
  })

  test('a corner is inserted on an edge and deleted again; a triangle goes as a whole', () => {
    const more = draw(drawn, { do: 'insert', after: { polygon: 0, ring: 0, corner: 3 }, at: [116.47, 39.985] })
    expect(more.shape[0]?.[0]).toHaveLength(5)
    expect(more.selected).toEqual({ polygon: 0, ring: 0, corner: 4 })
    const fewer = draw(more, { do: 'delete' })
    expect(fewer.shape).toEqual(square)
    const triangle = startDrawing([[corners.slice(0, 3)]])
    const gone = run([{ do: 'select', corner: { polygon: 0, ring: 0, corner: 0 } }, { do: 'delete' }], triangle)
    expect(gone.shape).toEqual([])
  })

  test('undone to the beginning nothing is left, whatever was done', () => {
    const step: fc.Arbitrary<DrawingStep> = fc.oneof(
      position.map((at): DrawingStep => ({ do: 'place', at })),
      fc.constantFrom<DrawingStep>({ do: 'close' }, { do: 'cancel' }, { do: 'delete' }, { do: 'drop' }),
      fc
        .tuple(fc.nat(2), fc.nat(4), position)
        .map(([polygon, corner, to]): DrawingStep => ({ do: 'drag', corner: { polygon, ring: 0, corner }, to })),
      fc
        .tuple(fc.nat(2), fc.nat(4), position)
        .map(([polygon, corner, at]): DrawingStep => ({ do: 'insert', after: { polygon, ring: 0, corner }, at })),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let state = draw(run(steps), { do: 'drop' })
        const end = state
        let back = 0
        while (state.past.length > 0) {
          state = draw(state, { do: 'undo' })
          back++
        }
        expect(state.shape).toEqual([])
        expect(state.draft).toEqual([])
        for (; back > 0; back--) state = draw(state, { do: 'redo' })
        expect(state.shape).toEqual(end.shape)
        expect(state.draft).toEqual(end.draft)
      }),
    )
  })
})

describe('GeoJSON', () => {
  const polygon = geometryOf(square)
  test.each([
    ['a geometry', polygon],
    ['a feature', { type: 'Feature', properties: {}, geometry: polygon }],
    [
      'a collection',
      { type: 'FeatureCollection', features: [{ type: 'Feature', properties: null, geometry: polygon }] },
    ],
    [
      'with heights',
      {
        type: 'Polygon',
        coordinates: [[...(square[0]?.[0] ?? []), ...(square[0]?.[0] ?? []).slice(0, 1)].map((one) => [...one, 45])],
      },
    ],
  ])('%s is read', (_, value) => {
    expect(readGeoJson(JSON.stringify(value))).toEqual({ ok: true, shape: square })
  })

  test.each([
    ['no JSON', '{', /不是 GeoJSON/],
    ['a point', JSON.stringify({ type: 'Point', coordinates: [1, 2] }), /没有面/],
    [
      'metres',
      JSON.stringify({
        type: 'Polygon',
        coordinates: [
          [
            [442000, 4424000],
            [443000, 4424000],
            [443000, 4425000],
            [442000, 4424000],
          ],
        ],
      }),
      /坐标不正确/,
    ],
    [
      'two corners',
      JSON.stringify({
        type: 'Polygon',
        coordinates: [
          [
            [1, 2],
            [3, 4],
            [1, 2],
          ],
        ],
      }),
      /至少三个点/,
    ],
  ])('%s is refused', (_, text, message) => {
    const read = readGeoJson(text)
    expect(read.ok ? '' : read.message).toMatch(message)
  })
})
