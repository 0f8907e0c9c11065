import { placeIdFrom } from '@zmht/shared/geo'
import { expect, test } from 'vitest'
import { choicesOf, narrowedTo, widened } from './narrowed'

test('a list is narrowed by one after the other, and widened again', () => {
  const place = { id: placeIdFrom(new Uint8Array(16)), name: '3号楼' }
  const kind = { id: 'subject/lift', name: '电梯故障' }
  const both = narrowedTo(narrowedTo({}, 'place', place), 'kind', kind)
  expect(both).toEqual({ place, kind })
  expect(narrowedTo(both, 'kind', { id: 'subject/noise', name: '噪声' }).kind?.name).toBe('噪声')
  expect(widened(both, 'place')).toEqual({ kind })
  // What is no place narrows nothing.
  expect(narrowedTo({}, 'place', { id: 'x', name: '' })).toEqual({})
})

test('what it can be narrowed to is told under one name', () => {
  const counts = {
    of: 3,
    more: false,
    kinds: [{ kind: 'subject/lift', name: '电梯故障', count: 2 }],
    places: [],
    clusters: [{ cluster: 'x1', name: '电梯故障 · 3号楼', count: 2 }],
  }
  expect(choicesOf(counts, 'kind')).toEqual([{ id: 'subject/lift', name: '电梯故障', count: 2 }])
  expect(choicesOf(counts, 'cluster')).toEqual([{ id: 'x1', name: '电梯故障 · 3号楼', count: 2 }])
  expect(choicesOf(counts, 'place')).toEqual([])
})
