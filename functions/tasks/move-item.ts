import type { Instant } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import { type ItemMove, type Mover, takeItem } from './domain/item'
import { type Item, readItem, readItemSteps, saveItemStep } from './item.store'

/**
 * Takes one step and saves it. A step whose key was taken before changes nothing and gives the item as it is; when somebody else moved
 * the item meanwhile, the step is decided anew on what is there now.
 * @throws Problem `step-not-allowed`, `note-needed`, `changed`
 */
export async function moveItem(seen: Item, move: ItemMove, by: Mover, at: Instant): Promise<Item> {
  let current = seen
  for (let attempt = 0; attempt < 5; attempt++) {
    const decided = await decisionOn(current, move, by, at)
    if (decided === undefined) return current
    const outcome = await saveItemStep(current, decided.item, decided.step)
    if (outcome === 'saved') return decided.item
    const read = await readItem(seen.id)
    if (read === undefined) throw new Problem('not-found')
    current = read
    if (outcome === 'taken-before') return current
  }
  throw new Problem('changed')
}

/** @returns undefined when this very step was taken before */
async function decisionOn(item: Item, move: ItemMove, by: Mover, at: Instant) {
  try {
    return takeItem(item, move, by, at)
  } catch (refusal) {
    if (refusal instanceof Problem && (await readItemSteps(item.id)).some(({ key }) => key === move.key))
      return undefined
    throw refusal
  }
}
