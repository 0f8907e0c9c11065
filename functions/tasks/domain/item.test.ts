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
  // A Friday, 10:00 in China.
  since: '2026-11-27T02:00:00.000Z',
  at: '2026-11-27T02:00:00.000Z',
  revision: 1,
  by: 'system',
}

const workers: readonly Mover[] = [
  { id: 'a1', name: '社工 甲', as: 'worker' },
  { id: 'a2', name: '社工 乙', as: 'worker' },
]
const keeper: Mover = { id: 'a3', name: '区级统筹', as: 'keeper' }
const between: Mover = { id: 'a4', name: '街道 丙', as: 'between' }
const subject: Mover = { id: 'u1', name: '店主', as: 'subject' }
const colleague = { id: 'a2', name: '社工 乙' }
const arbiter = 'o00000000001'

const moves = fc.array(
  fc.record({
    action: fc.constantFrom<ItemAction>(...itemActions),
    by: fc.constantFrom(...workers, keeper, between, subject),
    note: fc.constantFrom(undefined, '', '已拆除'),
  }),
  { maxLength: 40 },
)

/** Takes a move, or tells why not. */
function tried(
  item: Item,
  action: ItemAction,
  by: Mover,
  note: string | undefined,
  key: string,
  at = '2026-11-27T05:00:00.000Z',
) {
  const more = action === 'transfer' ? { to: colleague } : action === 'give-back' ? { arbiter } : {}
  try {
    return takeItem(item, { action, key, note, title: '排查', home, ...more }, by, at)
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
        expect(whose).toContain(by.as)
        if (needs === 'needed') expect(note).toBe('已拆除')
        if (action === 'release') expect(item.claimedBy?.id).toBe(by.id)
        taken += 1
        expect(outcome.item.state).toBe(nextItemState(item.state, action, by.as))
        expect(itemStates).toContain(outcome.item.state)
        expect(outcome.item.revision).toBe(fresh.revision + taken)
        expect(outcome.step).toMatchObject({ sequence: outcome.item.revision, state: outcome.item.state, by: by.id })
        if (action !== 'beside') expect(outcome.item.claimedBy === undefined).toBe(outcome.item.state !== 'claimed')
        // Who decides on it is told while it waits for their word, and then no more.
        expect(outcome.item.arbiter === undefined || outcome.item.state === 'unable').toBe(true)
        expect(outcome.item.worked === undefined || outcome.item.waited !== undefined).toBe(true)
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

const taken = (item: Item, action: ItemAction, by: Mover, note?: string, at?: string): Item => {
  const outcome = tried(item, action, by, note, `s${item.revision}`, at)
  if (typeof outcome === 'string') throw new Error(`${action}: ${outcome}`)
  return outcome.item
}

test('given back for the third time it is for the superior to say; what the superior sends back is not given back again', () => {
  const [worker = keeper] = workers
  let item = fresh
  for (let round = 1; round <= 3; round++) {
    item = taken(item, 'give-back', worker, '找不到')
    expect(item).toMatchObject({ state: 'unable', rounds: round })
    expect(item.arbiter).toBe(round === 3 ? arbiter : undefined)
    item = taken(item, 'return', keeper, '请再找')
  }
  expect(item).toMatchObject({ state: 'open', ruled: true, rounds: 3 })
  expect(item.arbiter).toBeUndefined()
  expect(tried(item, 'give-back', worker, '还是找不到', 's9')).toBe('ruled-already')
  // It is done, or the superior's people strike it off.
  expect(taken(item, 'answer', worker).state).toBe('done')
  expect(taken(item, 'cancel', keeper, '确已拆除').state).toBe('void')
})

test('an organisation between asks for what is done to be done again, and for nothing else', () => {
  const [worker = keeper] = workers
  const done = taken(fresh, 'answer', worker)
  expect(taken(done, 'return', between, '照片不清楚')).toMatchObject({ state: 'open', note: '照片不清楚' })
  const unable = taken(fresh, 'give-back', worker, '已拆除')
  expect(tried(unable, 'return', between, '请核对', 's5')).toBe('step-not-allowed')
  expect(tried(fresh, 'cancel', between, '不用了', 's5')).toBe('step-not-allowed')
})

test('what somebody fills in about themself waits to be confirmed, or counts, as the task says', () => {
  const [worker = keeper] = workers
  const filled = taken(taken(fresh, 'claim', worker), 'fill', subject)
  expect(filled).toMatchObject({ state: 'answered' })
  expect(filled.claimedBy).toBeUndefined()
  expect(taken(filled, 'confirm', worker).state).toBe('done')
  expect(taken(filled, 'send-back', worker, '少了门牌')).toMatchObject({ state: 'open', note: '少了门牌' })
  expect(tried(filled, 'send-back', worker, undefined, 's5')).toBe('note-needed')
  expect(taken(fresh, 'declare', subject).state).toBe('done')
  expect(tried(filled, 'confirm', subject, undefined, 's5')).toBe('step-not-allowed')
})

test('what a worker fills in may wait for somebody else, what is done is corrected so too; whom it is about corrects it no more', () => {
  const [worker = keeper, other = keeper] = workers
  const filled = taken(taken(fresh, 'claim', worker), 'fill', worker)
  expect(filled).toMatchObject({ state: 'answered' })
  expect(taken(filled, 'confirm', other).state).toBe('done')
  expect(taken(filled, 'confirm', between).state).toBe('done')
  expect(taken(filled, 'confirm', keeper).state).toBe('done')
  expect(taken(filled, 'send-back', between, '数不对')).toMatchObject({ state: 'open', note: '数不对' })
  const done = taken(filled, 'confirm', other)
  expect(taken(done, 'fill', worker).state).toBe('answered')
  expect(tried(done, 'fill', subject, undefined, 's9')).toBe('step-not-allowed')
})

test('how long it waited and was worked on is told in working time, anew once it comes back', () => {
  const [worker = keeper, other = keeper] = workers
  // Friday 17:00 to Monday 10:00, then an hour and a half.
  const claimed = taken(fresh, 'claim', worker, undefined, '2026-11-27T09:00:00.000Z')
  expect(claimed.waited).toBe(7 * 60)
  const passed = taken(claimed, 'transfer', worker, undefined, '2026-11-30T02:00:00.000Z')
  expect(passed).toMatchObject({ state: 'claimed', claimedBy: colleague, waited: 7 * 60 })
  const done = taken(passed, 'answer', other, undefined, '2026-11-30T03:30:00.000Z')
  expect(done).toMatchObject({ waited: 7 * 60, worked: 60 + 150 })
  const back = taken(done, 'return', keeper, '请重办', '2026-11-30T04:00:00.000Z')
  expect(back).toMatchObject({ since: '2026-11-30T04:00:00.000Z' })
  expect(back.waited ?? back.worked ?? back.taken).toBeUndefined()
  // At the door at once: it waited until then, and was not worked on apart from that.
  const again = taken(back, 'answer', worker, undefined, '2026-11-30T05:00:00.000Z')
  expect(again.waited).toBe(60)
  expect(again.worked).toBeUndefined()
})
