import { placeIdFrom } from '@zmht/shared/geo'
import { expect, test } from 'vitest'
import { emptyGrid, gridBody, gridProblems } from './grid-draft'

const place = { id: placeIdFrom(new Uint8Array(7)), name: '1号楼', level: 'building' } as const
const worker = {
  official: 'a12345678901',
  name: '王立春',
  title: '网格员',
  from: '2026-01-01',
  to: '',
  substitute: false,
}

test('a grid needs a name, places and dates that make sense', () => {
  expect(Object.keys(gridProblems(emptyGrid('2026-11-25')))).toEqual(['name', 'places'])
  const draft = { ...emptyGrid('2026-11-25'), name: '第一网格', places: [place], workers: [worker] }
  expect(gridProblems(draft)).toEqual({})
  expect(gridProblems({ ...draft, to: '2026-11-24' }).to).toBe('结束不能早于开始')
  expect(gridProblems({ ...draft, workers: [{ ...worker, to: '2025-12-31' }] }).workers).toContain('结束不能早于开始')
})

test('what is open-ended is left out of what is sent', () => {
  const draft = { ...emptyGrid('2026-11-25'), name: ' 第一网格 ', places: [place], workers: [worker] }
  expect(gridBody(draft, place.id, 3)).toEqual({
    name: '第一网格',
    within: place.id,
    places: [place.id],
    workers: [{ official: 'a12345678901', from: '2026-01-01', substitute: false }],
    from: '2026-11-25',
    edition: 3,
  })
})
