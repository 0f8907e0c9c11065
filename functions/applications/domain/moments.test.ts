import { expect, test } from 'vitest'
import { momentsOfRequest } from './moments'

const at = (now: Record<string, unknown>, before?: Record<string, unknown>) =>
  momentsOfRequest({ revision: 2, ...now }, before).map((one) => one.at)
const queued = { state: 'queued', booking: { slot: 's', has: 'waiting', ticket: 3 } }

test('a place that is given at once, and one that comes to who waited, are the same moment; each once', () => {
  const held = { state: 'confirmed', booking: { slot: 's', has: 'held' } }
  expect(at(held)).toEqual(['submitted', 'placed', 'confirmed'])
  expect(at(queued, { state: 'submitted', booking: { slot: 's' } })).toEqual(['waitlisted'])
  expect(at(held, queued)).toEqual(['placed', 'confirmed'])
  expect(at({ ...held, booking: { slot: 't', has: 'held' } }, held)).toEqual([])
})

test('what books no time has none of them', () => {
  expect(at({ state: 'submitted' })).toEqual(['submitted'])
  expect(at({ state: 'closed' }, { state: 'claimed' })).toEqual(['closed'])
})

test('what was handed out comes back once for each', () => {
  const out = (stand: string) => ({ state: 'claimed', errands: [{ item: 'i1', stand }] })
  expect(at(out('done'), out('out'))).toEqual(['errand-done'])
  expect(at(out('back'), out('out'))).toEqual(['errand-back'])
  expect(at(out('back'), out('back'))).toEqual([])
})
