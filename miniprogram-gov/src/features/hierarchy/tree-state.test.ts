import type { PlaceReply } from '@zmht/shared/contract'
import { placeIdFrom } from '@zmht/shared/geo'
import type { PathStep } from '@zmht/shared/ui'
import { expect, test } from 'vitest'
import { treeRows } from './tree-state'

const id = (number: number) => placeIdFrom(new Uint8Array(7).fill(number))
const step = (number: number): PathStep => ({ id: id(number), name: `${number}`, level: 'building' })
const place = (number: number, hasChildren = true): PlaceReply => ({ ...step(number), kind: 'division', hasChildren })
const names = (rows: ReturnType<typeof treeRows>) =>
  rows.map((row) => (row.kind === 'place' ? row.way.map(({ name }) => name).join('/') : `${row.parent.name}…`))

test('an opened place shows its children below it, a closed one does not', () => {
  const branches = new Map([[id(1), { items: [place(2), place(3, false)], loading: false }]])
  expect(names(treeRows([[step(1)]], { open: new Set(), branches }, []))).toEqual(['1'])
  expect(names(treeRows([[step(1)]], { open: new Set([id(1)]), branches }, []))).toEqual(['1', '1/2', '1/3'])
})

test('what is still to be read is a line of its own', () => {
  const branches = new Map([[id(1), { items: [place(2)], next: 'x', loading: false }]])
  expect(names(treeRows([[step(1)]], { open: new Set([id(1)]), branches }, []))).toEqual(['1', '1/2', '1…'])
  expect(names(treeRows([[step(1)]], { open: new Set([id(1)]), branches: new Map() }, []))).toEqual(['1', '1…'])
})

test('the way to the chosen place is there before its page was read', () => {
  const branches = new Map([[id(1), { items: [place(2)], next: 'x', loading: false }]])
  const chosen = [step(1), step(9)]
  expect(names(treeRows([[step(1)]], { open: new Set([id(1)]), branches }, chosen))).toEqual(['1', '1/9', '1/2', '1…'])
  const read = new Map([[id(1), { items: [place(2), place(9)], loading: false }]])
  expect(names(treeRows([[step(1)]], { open: new Set([id(1)]), branches: read }, chosen))).toEqual(['1', '1/2', '1/9'])
})
