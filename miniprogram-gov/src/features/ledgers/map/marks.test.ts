import type { LedgerMapReply, MapPointReply } from '@zmht/shared/contract'
import { expect, test } from 'vitest'
import { leftOut, spotsOf } from './marks'

const point = (id: string, position: string): MapPointReply => ({
  id: id as MapPointReply['id'], // only told apart
  name: `消火栓${id}`,
  home: '1号楼',
  position,
  nearby: true,
})
const map: LedgerMapReply = {
  items: [point('a', '116.1,39.9'), point('b', '116.1,39.9'), point('c', '116.2,39.9')],
  total: 3,
  unplaced: 0,
  left: 0,
  unseen: 0,
}

test('what stands on one spot is one mark with a number, and its words are part of its name', () => {
  const spots = spotsOf(map)
  expect(spots.map(({ text }) => text)).toEqual(['2 个', '消火栓c'])
  expect(spots.map(({ ids }) => ids)).toEqual([['a', 'b'], ['c']])
  for (const { text, label } of spots) expect(label).toContain(text)
  expect(spotsOf({ items: [{ ...point('d', 'nowhere') }] })).toEqual([])
})

test('how many are shown of how many is said, and nothing where all are', () => {
  expect(leftOut(map)).toEqual([])
  const most = { ...map, total: 800, left: 300, unplaced: 1, unseen: 2 }
  expect(leftOut(most)[0]).toContain('一共 800 个，图上先放前 500 个')
  expect(leftOut(most)).toHaveLength(3)
})
