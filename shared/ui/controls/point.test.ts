import { describe, expect, test } from 'vitest'
import { readValue } from '../../knowledge'
import { boundsAround, pointLayers, pointValue, pointWords, positionOf } from './point'

const gate = [116.3974281, 39.90923] as const

describe('a point', () => {
  test('is stored with six decimals, as the knowledge system reads it', () => {
    expect(pointValue(gate)).toBe('116.397428,39.909230')
    expect(readValue({ value: { type: 'point' }, many: false }, pointValue(gate))).toEqual({
      ok: true,
      value: '116.397428,39.909230',
    })
  })

  test('is read back', () => {
    expect(positionOf('116.397428,39.909230')).toEqual([116.397428, 39.90923])
  })

  test.each(['', '116.4', 'a,b', '1,2,3'])('%j is none', (value) => {
    expect(positionOf(value)).toBeUndefined()
  })

  test('is said in words', () => {
    expect(pointWords(gate)).toBe('东经116.397428度，北纬39.909230度')
  })
})

test('what is shown around a point is as wide as it is high, and holds the drawn spot', () => {
  const { west, east, south, north } = boundsAround(gate, 150)
  const metres = 111_320
  expect((north - south) * metres).toBeCloseTo(300, 0)
  expect((east - west) * metres * Math.cos((gate[1] * Math.PI) / 180)).toBeCloseTo(300, 0)
  for (const layer of pointLayers(gate)) {
    for (const [longitude, latitude] of layer.shape[0]?.[0] ?? []) {
      expect(longitude).toBeGreaterThanOrEqual(west - 1e-9)
      expect(longitude).toBeLessThanOrEqual(east + 1e-9)
      expect(latitude).toBeGreaterThanOrEqual(south - 1e-9)
      expect(latitude).toBeLessThanOrEqual(north + 1e-9)
    }
  }
})
