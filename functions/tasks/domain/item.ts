import type { Instant } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import { type ItemAction, type ItemMover, isMovedBy, itemTransitions, nextItemState } from '@zmht/shared/rules'
import type { Item, ItemStep } from '../item.store'

export interface Mover {
  readonly id: string
  /** 「社工 李敏」. */
  readonly name: string
  readonly as: ItemMover
}

export interface ItemMove {
  readonly action: ItemAction
  readonly key: string
  readonly note?: string | undefined
  readonly contents?: Pick<ItemStep, 'answers' | 'patch'>
  readonly title: string
  readonly home: ItemStep['home']
}

/**
 * One step of an item. Pure; the caller saves both halves in one transaction.
 * @throws Problem `step-not-allowed` where the table does not allow it from this state or for this mover, or another has it in hand;
 * `note-needed` without a needed note
 */
export function takeItem(item: Item, move: ItemMove, by: Mover, at: Instant): { item: Item; step: ItemStep } {
  const { action, key, contents = {}, title, home } = move
  const transition = itemTransitions[action]
  const state = nextItemState(item.state, action)
  if (!isMovedBy(action, by.as) || state === undefined) throw new Problem('step-not-allowed')
  const note = (move.note ?? '').trim()
  if (transition.note === 'needed' && note === '') throw new Problem('note-needed')
  // What a colleague has in hand they themself put back; filled in it may be by whoever stands before the door.
  if (action === 'release' && item.claimedBy?.id !== by.id) throw new Problem('step-not-allowed')
  const { claimedBy: _holder, note: _note, ...rest } = item
  const sequence = item.revision + 1
  return {
    item: {
      ...rest,
      state,
      ...(action === 'claim' ? { claimedBy: { id: by.id, name: by.name } } : {}),
      ...(note === '' ? {} : { note }),
      at,
      revision: sequence,
      by: by.id,
    },
    step: {
      itemId: item.id,
      key,
      sequence,
      action,
      ...(note === '' ? {} : { note }),
      ...contents,
      title,
      home,
      byName: by.name,
      by: by.id,
      at,
      state,
    },
  }
}
