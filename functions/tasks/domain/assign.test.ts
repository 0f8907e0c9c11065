import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leastLoaded } from './assign'

test('given one after another, nobody ends with two more than another who began with no more', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { minLength: 1, maxLength: 8 }), fc.nat(100), (loads, items) => {
      const held = loads.map((load, at) => ({ id: `a${at}`, name: `甲${at}`, load, given: 0 }))
      for (let item = 0; item < items; item++) {
        const chosen = held.find(({ id }) => id === leastLoaded(held)?.id)
        if (chosen === undefined) throw new Error('somebody is there')
        chosen.load += 1
        chosen.given += 1
      }
      expect(held.reduce((sum, { given }) => sum + given, 0)).toBe(items)
      const most = Math.max(...held.filter(({ given }) => given > 0).map(({ load }) => load), 0)
      for (const { load } of held) if (items > 0) expect(most - load).toBeLessThanOrEqual(1)
    }),
  )
  expect(leastLoaded([])).toBeUndefined()
})
