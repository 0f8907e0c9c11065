import { expect, test } from 'vitest'
import { Intent } from './intent-key'

test('the same asked again has the same key until it is answered; anything else has its own', () => {
  let minted = 0
  const intent = new Intent(() => `k${++minted}`)
  const some = ['i1', 'i2']
  expect(intent.keyFor({ to: 'zhang', some })).toBe('k1')
  expect(intent.keyFor({ to: 'zhang', some: ['i1', 'i2'] })).toBe('k1')
  // No answer came, and it is to be somebody else's: a step of its own.
  expect(intent.keyFor({ to: 'li', some })).toBe('k2')
  expect(intent.keyFor({ to: 'li', some: ['i1'] })).toBe('k3')
  intent.answered()
  expect(intent.keyFor({ to: 'li', some: ['i1'] })).toBe('k4')
  expect(intent.keyFor(undefined)).toBe('k5')
  expect(intent.keyFor(undefined)).toBe('k5')
})
