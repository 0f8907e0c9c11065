import type { Instant } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import {
  type ItemAction,
  type ItemMover,
  type ItemState,
  isMovedBy,
  itemTransitions,
  nextItemState,
  returnsBeforeArbiter,
  workingMinutes,
} from '@zmht/shared/rules'
import type { Holder, Item, ItemStep, StepContents } from '../item.store'

/** The step whose answers hold: the last that was not put beside another. */
export const holding = (steps: readonly ItemStep[]): ItemStep | undefined =>
  steps.filter(({ answers, action }) => answers !== undefined && action !== 'beside').at(-1)

export interface Mover extends Holder {
  readonly as: ItemMover
}

export interface ItemMove {
  readonly action: ItemAction
  readonly key: string
  readonly note?: string | undefined
  readonly contents?: StepContents | undefined
  readonly title: string
  readonly home: ItemStep['home']
  /** The operation in the directory that made it necessary. */
  readonly cause?: string
  /** Of a transfer: the colleague. */
  readonly to?: Holder
  /** Of a return: the organisation that decides once it has gone to and fro too often. */
  readonly arbiter?: string | undefined
}

/**
 * One step of an item. Pure; the caller saves both halves in one transaction.
 * @throws Problem `step-not-allowed` where the table does not allow it from this state or for this mover, or another has it in hand;
 * `note-needed` without a needed note; `ruled-already` where it may not be given back once more
 */
export function takeItem(item: Item, move: ItemMove, by: Mover, at: Instant): { item: Item; step: ItemStep } {
  const { action, key, contents = {}, title, home, to } = move
  const state = nextItemState(item.state, action, by.as)
  if (!isMovedBy(action, by.as) || state === undefined) throw new Problem('step-not-allowed')
  const note = (move.note ?? '').trim()
  if (itemTransitions[action].note === 'needed' && note === '') throw new Problem('note-needed')
  // What a colleague has in hand they themself put back; filled in it may be by whoever stands before the door.
  if (action === 'release' && item.claimedBy?.id !== by.id) throw new Problem('step-not-allowed')
  if (action === 'give-back' && item.ruled) throw new Problem('ruled-already')
  if (action === 'transfer' && to === undefined) throw new Problem('step-not-allowed')
  // An organisation between asks for what is done to be done again; what cannot be done is for who issued the task.
  if (by.as === 'between' && action === 'return' && item.state !== 'done') throw new Problem('step-not-allowed')
  const sequence = item.revision + 1
  const says = to === undefined ? note : [`转给${to.name}`, note].filter(Boolean).join('：')
  return {
    item: {
      ...(action === 'beside' ? item : moved(item, move, by, { at, state, note })),
      revision: sequence,
    },
    step: {
      itemId: item.id,
      key,
      sequence,
      action,
      as: by.as,
      ...(move.cause === undefined ? {} : { cause: move.cause }),
      ...(says === '' ? {} : { note: says }),
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

interface Outcome {
  readonly at: Instant
  readonly state: ItemState
  readonly note: string
}

function moved(item: Item, { action, to, arbiter, contents }: ItemMove, by: Mover, { at, state, note }: Outcome): Item {
  const { id, taskId, subject, name, place, path, anchor, district, revision } = item
  const holder = action === 'claim' ? { id: by.id, name: by.name } : action === 'transfer' ? to : undefined
  const rounds = (item.rounds ?? 0) + (action === 'give-back' ? 1 : 0)
  const judge = action === 'give-back' && rounds >= returnsBeforeArbiter ? arbiter : undefined
  // Ruled on it is once the arbiter has sent it back to be done.
  const isRuled = item.ruled === true || (item.arbiter !== undefined && action === 'return')
  return {
    ...{ id, taskId, subject, name, place, path, anchor, district, revision },
    ...timesOf(item, state, at),
    state,
    ...(item.organisation === undefined ? {} : { organisation: item.organisation }),
    ...(item.origin === undefined ? {} : { origin: item.origin }),
    ...(item.due === undefined ? {} : { due: item.due }),
    ...(holder === undefined ? {} : { claimedBy: holder }),
    ...(note === '' || action === 'transfer' ? {} : { note }),
    ...(rounds === 0 ? {} : { rounds }),
    ...(judge === undefined ? {} : { arbiter: judge }),
    ...(isRuled ? { ruled: true } : {}),
    // What is open again, or waits to be found right, counts for nothing.
    ...(state === 'done' && contents?.tally !== undefined ? { tally: contents.tally } : {}),
    at,
    by: by.id,
  }
}

/** How long it waited and was worked on, in working time: told once it is known, and anew where it comes back. */
function timesOf(item: Item, state: ItemState, at: Instant): Pick<Item, 'since' | 'taken' | 'waited' | 'worked'> {
  const { since, taken, state: former } = item
  // Put back by a colleague it has waited all along.
  if (state === 'open') return { since: former === 'claimed' ? since : at }
  if (state === 'void') return { since }
  const took = taken ?? at
  const worked = state === 'done' && taken !== undefined ? { worked: workingMinutes(taken, at) } : {}
  return { since, taken: took, waited: workingMinutes(since, took), ...worked }
}
