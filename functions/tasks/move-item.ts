import type { Instant } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import type { TransactionPart } from '../platform/table/write'
import { type ItemMove, type Mover, takeItem } from './domain/item'
import { type Item, type ItemStep, readItem, readItemSteps, saveItemStep } from './item.store'

/** A step, or how it is made out of what is there: asked again where somebody else moved the item meanwhile. */
export type MoveOf = ItemMove | ((item: Item, steps: readonly ItemStep[]) => ItemMove)

/**
 * Takes one step and saves it. A step whose key was taken before changes nothing and gives the item as it is; when somebody else moved
 * the item meanwhile, the step is decided anew on what is there now.
 * @param files the writes that keep the files it names
 * @throws Problem `step-not-allowed`, `note-needed`, `ruled-already`, `changed`, `invalid` when a file was removed in this very moment
 */
export async function moveItem(
  seen: Item,
  move: MoveOf,
  by: Mover,
  at: Instant,
  files: readonly TransactionPart[] = [],
): Promise<Item> {
  let current = seen
  for (let attempt = 0; attempt < 5; attempt++) {
    const decided = await decisionOn(current, move, by, at)
    if (decided === undefined) return current
    const outcome = await saveItemStep(current, decided.item, decided.step, files)
    if (outcome === 'saved') return decided.item
    const read = await readItem(seen.id)
    if (read === undefined) throw new Problem('not-found')
    current = read
    if (outcome === 'taken-before') return current
  }
  throw new Problem('changed')
}

/** @returns undefined when this very step was taken before */
async function decisionOn(item: Item, move: MoveOf, by: Mover, at: Instant) {
  const made = typeof move === 'function' ? move(item, await readItemSteps(item.id)) : move
  try {
    return takeItem(item, made, by, at)
  } catch (refusal) {
    if (refusal instanceof Problem && (await readItemSteps(item.id)).some(({ key }) => key === made.key))
      return undefined
    throw refusal
  }
}
