import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attempts, isSmall, jpegName, mostPixels } from './photo-size'

const side = fc.integer({ min: 1, max: 20_000 })

describe('a photo is scaled down', () => {
  test('to at most 1600 pixels, keeping its shape', () => {
    expect(attempts(4000, 3000)[0]).toEqual({ width: 1600, height: 1200, quality: 0.85 })
    expect(attempts(3000, 4000)[0]).toEqual({ width: 1200, height: 1600, quality: 0.85 })
  })

  test('never up', () => {
    expect(attempts(640, 480)[0]).toEqual({ width: 640, height: 480, quality: 0.85 })
  })

  test('whatever its size, every attempt fits and has something in it', () => {
    fc.assert(
      fc.property(side, side, (width, height) => {
        for (const attempt of attempts(width, height)) {
          expect(Math.max(attempt.width, attempt.height)).toBeLessThanOrEqual(mostPixels)
          expect(Math.min(attempt.width, attempt.height)).toBeGreaterThanOrEqual(1)
        }
      }),
    )
  })

  test('each attempt asks for less than the one before', () => {
    const weights = attempts(4000, 3000).map(({ width, height, quality }) => [width * height, quality] as const)
    for (const [index, [pixels, quality]] of weights.entries()) {
      const before = weights[index - 1]
      if (before) expect(pixels < before[0] || (pixels === before[0] && quality < before[1])).toBe(true)
    }
  })
})

test('a small photo is left as it is', () => {
  expect(isSmall({ width: 1600, height: 1200, bytes: 500_000 })).toBe(true)
  expect(isSmall({ width: 1601, height: 1200, bytes: 1000 })).toBe(false)
  expect(isSmall({ width: 800, height: 600, bytes: 500_001 })).toBe(false)
})

test.each([
  ['IMG_0001.HEIC', 'IMG_0001.jpg'],
  ['门口.2026.png', '门口.2026.jpg'],
  ['照片', '照片.jpg'],
  ['.png', '照片.jpg'],
])('%s becomes %s', (name, jpeg) => {
  expect(jpegName(name)).toBe(jpeg)
})
