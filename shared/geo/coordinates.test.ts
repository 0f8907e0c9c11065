import fc from 'fast-check'
import { expect, test } from 'vitest'
import { converted, type Position } from './coordinates'

/** Metres between two positions that are near each other. */
function apart([x, y]: Position, [otherX, otherY]: Position): number {
  const metresPerDegree = 111_320
  return Math.hypot((x - otherX) * Math.cos((y * Math.PI) / 180), y - otherY) * metresPerDegree
}

const inChina = fc.tuple(fc.double({ min: 97, max: 125, noNaN: true }), fc.double({ min: 22, max: 45, noNaN: true }))

test('there and back again is the same place to within half a metre, from either system', () => {
  fc.assert(
    fc.property(inChina, fc.constantFrom('gcj02' as const, 'wgs84' as const), (position, from) => {
      const to = from === 'gcj02' ? 'wgs84' : 'gcj02'
      expect(apart(converted(converted(position, from, to), to, from), position)).toBeLessThan(0.5)
    }),
    { numRuns: 2000 },
  )
})

test('in Beijing the two systems lie some hundred metres apart', () => {
  const gate: Position = [116.3912757, 39.9060271]
  const shifted = apart(converted(gate, 'wgs84', 'gcj02'), gate)
  expect(shifted).toBeGreaterThan(300)
  expect(shifted).toBeLessThan(800)
})

test('the same system changes nothing but the eighth decimal', () => {
  expect(converted([116.123456789, 39.98765432], 'wgs84', 'wgs84')).toEqual([116.1234568, 39.9876543])
})
