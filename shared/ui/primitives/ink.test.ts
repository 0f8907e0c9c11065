import { describe, expect, test } from 'vitest'
import { type Ink, isBlankInk, letterSize, noInk, onPaper, paper, strokeBegun, strokeContinued } from './ink'

describe('writing by hand', () => {
  test('a stroke begins, goes on, and another begins', () => {
    const one = strokeContinued(strokeBegun(noInk, [1, 2]), [3, 4])
    expect(strokeBegun(one, [5, 6])).toEqual({
      by: 'hand',
      strokes: [
        [
          [1, 2],
          [3, 4],
        ],
        [[5, 6]],
      ],
    })
  })

  test('moving without having begun leaves nothing', () => {
    expect(strokeContinued(noInk, [1, 2])).toEqual(noInk)
  })

  test('the pen takes the place of typed letters', () => {
    const typed: Ink = { by: 'keys', text: '王芳' }
    expect(strokeContinued(typed, [1, 2])).toBe(typed)
    expect(strokeBegun(typed, [1, 2])).toEqual({ by: 'hand', strokes: [[[1, 2]]] })
  })
})

test('blank paper is told from signed', () => {
  expect(isBlankInk(noInk)).toBe(true)
  expect(isBlankInk({ by: 'keys', text: ' ' })).toBe(true)
  expect(isBlankInk({ by: 'keys', text: '王' })).toBe(false)
  expect(isBlankInk(strokeBegun(noInk, [1, 1]))).toBe(false)
})

test('a finger on a small screen writes over the whole paper', () => {
  expect(onPaper([300, 120], { width: 300, height: 120 })).toEqual([paper.width, paper.height])
  expect(onPaper([5, 5], { width: 0, height: 0 })).toEqual([0, 0])
})

test('typed letters fit on the paper', () => {
  expect(letterSize('王')).toBe(Math.floor(paper.height * 0.6))
  for (const text of ['欧阳娜娜', 'Muhammad Abdullah', '阿卜杜热合曼·阿卜杜拉']) {
    const widths = [...text].reduce((sum, one) => sum + (one.charCodeAt(0) < 256 ? 0.6 : 1), 0)
    expect(letterSize(text) * widths).toBeLessThanOrEqual(paper.width * 0.9)
  }
})
