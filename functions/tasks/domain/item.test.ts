import { entityId } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import { type ItemAction, itemActions, itemStates, itemTransitions, nextItemState } from '@zmht/shared/rules'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Item, ItemStep } from '../item.store'
import { type Mover, takeItem } from './item'

const home = '0000000000a' as ItemStep['home'] // any place

const fresh: Item = {
  id: 'i00000000000000000001',
  taskId: 'q00000000000000000001',
  subject: entityId('e00000000000000000001'),
  name: '便利店',
  place: '1号楼',
  path: home as unknown as Item['path'], // a path of one place
  anchor: home as unknown as Item['anchor'],
  district: home,
  state: 'open',
  at: '2026-11-29T04:00:00.000Z',
  revision: 1,
  by: 'system',
}

const workers: readonly Mover[] = [
  { id: 'a1', name: '社工 甲', as: 'worker' },
  { id: 'a2', name: '社工 乙', as: 'worker' },
]
const keeper: Mover = { id: 'a3', name: '区级统筹', as: 'keeper' }

const moves = fc.array(
  fc.record({
    action: fc.constantFrom<ItemAction>(...itemActions),
    by: fc.constantFrom(...workers, keeper),
    note: fc.constantFrom(undefined, '', '已拆除'),
  }),
  { maxLength: 30 },
)

/** Takes a move, or tells why not. */
function tried(item: Item, action: ItemAction, by: Mover, note: string | undefined, key: string) {
  try {
    return takeItem(item, { action, key, note, title: '排查', home }, by, '2026-11-29T05:00:00.000Z')
  } catch (refusal) {
    if (refusal instanceof Problem) return refusal.code
    throw refusal
  }
}

test('whatever is tried, an item is in one state of the table, each step is one more, and nobody acts outside the table', () => {
  fc.assert(
    fc.property(moves, (all) => {
      let item = fresh
      let taken = 0
      for (const [at, { action, by, note }] of all.entries()) {
        const outcome = tried(item, action, by, note, `s${at}`)
        if (typeof outcome === 'string') continue
        const { from, by: whose, note: needs } = itemTransitions[action]
        expect(from).toContain(item.state)
        expect(whose).toBe(by.as)
        if (needs === 'needed') expect(note).toBe('已拆除')
        if (action === 'release') expect(item.claimedBy?.id).toBe(by.id)
        taken += 1
        expect(outcome.item.state).toBe(nextItemState(item.state, action))
        expect(itemStates).toContain(outcome.item.state)
        expect(outcome.item.revision).toBe(fresh.revision + taken)
        expect(outcome.step).toMatchObject({ sequence: outcome.item.revision, state: outcome.item.state, by: by.id })
        expect(outcome.item.claimedBy === undefined).toBe(outcome.item.state !== 'claimed')
        item = outcome.item
      }
    }),
  )
})

test('what is struck off, or done, no worker puts back; who issued it alone sends it back, and says why', () => {
  const [worker = keeper] = workers
  const done = tried(fresh, 'answer', worker, undefined, 's1')
  if (typeof done === 'string') throw new Error(done)
  expect(tried(done.item, 'release', worker, undefined, 's2')).toBe('step-not-allowed')
  expect(tried(done.item, 'return', worker, '请重办', 's2')).toBe('step-not-allowed')
  expect(tried(done.item, 'return', keeper, ' ', 's2')).toBe('note-needed')
  const back = tried(done.item, 'return', keeper, '请重办', 's2')
  if (typeof back === 'string') throw new Error(back)
  expect(back.item).toMatchObject({ state: 'open', note: '请重办' })
  // What was wrong is no longer said once it has been done anew.
  const again = tried(back.item, 'answer', worker, undefined, 's3')
  if (typeof again === 'string') throw new Error(again)
  expect(again.item.note).toBeUndefined()
})
