import { Problem } from '@zmht/shared/problems'
import { knowledgeNow } from '../knowledge/index'
import { aroundTarget } from '../ledgers/index'
import type { Official } from '../platform/endpoint/actor'
import type { ItemMove } from './domain/item'
import { holding } from './domain/item'
import { contentsOf } from './filled-in'
import { answersAt, type ItemStep, readItemSteps } from './item.store'
import type { LoadedItem } from './locate-item'
import type { MoveOf } from './move-item'
import { isByOther } from './show-item'
import { formOfVersion } from './task.store'

/**
 * Finds right what was filled in, or sends it back: whoever filled it in does neither. Found right it is the word of an official who looked, whoever said it.
 * What somebody has filled in anew meanwhile is not found right unseen.
 * @throws Problem `step-not-allowed` where nothing was filled in, `own-answer` where it is the actor's own, `answers-differ` while another answer stands beside it
 */
export async function checked(
  { item, task }: LoadedItem,
  move: Omit<ItemMove, 'action'> & { readonly action: 'confirm' | 'send-back' },
  actor: Pick<Official, 'id'>,
  at: string,
): Promise<MoveOf> {
  const steps = await readItemSteps(item.id)
  const last = holding(steps)
  // Sent again after no answer came: it is taken as the step it was.
  if (steps.some(({ key }) => key === move.key)) return move
  if (item.state === 'answered' && last !== undefined && !isByOther(last, actor)) throw new Problem('own-answer')
  // Neither of two answers is overwritten by finding the other right.
  const isDoubted = steps.some(({ action, sequence }) => action === 'beside' && sequence > (last?.sequence ?? 0))
  if (move.action === 'confirm' && isDoubted) throw new Problem('answers-differ')
  const contents = move.action === 'confirm' ? await foundRight({ item, task }, last, move.key, at) : undefined
  return (_now, later): ItemMove => {
    if (holding(later)?.key !== last?.key) throw new Problem('changed')
    return { ...move, contents }
  }
}

async function foundRight({ item, task }: LoadedItem, last: ItemStep | undefined, key: string, at: string) {
  const answers = last === undefined ? undefined : await answersAt(last)
  const form = await formOfVersion(task, last?.formVersion ?? 1)
  if (answers === undefined || form === undefined) throw new Problem('step-not-allowed')
  return contentsOf(await knowledgeNow(), {
    itemId: item.id,
    subject: item.subject,
    key,
    form,
    formVersion: last?.formVersion,
    measures: task.content.measures,
    answers,
    around: await aroundTarget(item.subject),
    at,
  })
}
