import { expect, test } from 'vitest'
import { middleOf } from './middle'

const square = (west: number, south: number, side: number): [number, number][] => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
]

test('the middle of a boundary is that of its largest part, whichever way round it is drawn', () => {
  const [x, y] = middleOf([[square(116, 39, 0.01)], [[...square(117, 40, 0.1)].reverse()]]) ?? []
  expect(x).toBeCloseTo(117.05, 9)
  expect(y).toBeCloseTo(40.05, 9)
})

test('an L balances nearer to its long arm, not in the middle of its box', () => {
  const [x, y] =
    middleOf([
      [
        [
          [0, 0],
          [4, 0],
          [4, 1],
          [1, 1],
          [1, 2],
          [0, 2],
          [0, 0],
        ],
      ],
    ]) ?? []
  expect([x, y]).toEqual([expect.closeTo(1.7, 9), expect.closeTo(0.7, 9)])
})

test('without a boundary there is no middle, and a line has its first corner', () => {
  expect(middleOf([])).toBeUndefined()
  expect(
    middleOf([
      [
        [
          [116, 39],
          [117, 39],
          [116, 39],
        ],
      ],
    ]),
  ).toEqual([116, 39])
})
