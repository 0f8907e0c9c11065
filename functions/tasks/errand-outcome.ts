import type { Form, FormAnswers } from '@zmht/shared/controls'
import type { ItemState } from '@zmht/shared/rules'
import { type FileUse, readUse } from '../platform/files/file.store'
import { errandControls, settledCode } from './domain/errand'
import { holding } from './domain/item'
import { readStand } from './errand.store'
import { answersAt, type Holder, readItem, readItemSteps, subjectOfItem } from './item.store'
import { formOfVersion, readTask } from './task.store'

/** How something that was handed out stands. */
export interface ErrandNow {
  readonly state: ItemState
  readonly note?: string
  readonly claimedBy?: Holder
  /** What was filled in last: while it is done or waits to be found right. */
  readonly outcome?: {
    readonly by: string
    readonly at: string
    readonly form: Form
    readonly answers: FormAnswers
    /** What was found, in the words of who did it. */
    readonly words: string
    /** Nothing is left to be done about it, as who did it says. */
    readonly settled: boolean
  }
}

/** @returns undefined while it is being made */
export async function errandNow(itemId: string): Promise<ErrandNow | undefined> {
  const [stand, item] = await Promise.all([readStand(itemId), readItem(itemId)])
  if (item === undefined) return stand === undefined ? undefined : { state: stand.state, ...noteOf(stand) }
  const { state, claimedBy } = item
  const isFilled = state === 'done' || state === 'answered'
  const outcome = isFilled ? await outcomeOf(itemId, item.taskId) : undefined
  return {
    state,
    ...noteOf(item),
    ...(claimedBy === undefined ? {} : { claimedBy }),
    ...(outcome === undefined ? {} : { outcome }),
  }
}

const noteOf = ({ note }: { readonly note?: string }) => (note === undefined ? {} : { note })

async function outcomeOf(itemId: string, taskId: string): Promise<ErrandNow['outcome']> {
  const [steps, task] = await Promise.all([readItemSteps(itemId), readTask(taskId)])
  const last = holding(steps)
  const [answers, form] = await Promise.all([
    last === undefined ? undefined : answersAt(last),
    task === undefined ? undefined : formOfVersion(task, last?.formVersion ?? 1),
  ])
  if (last === undefined || answers === undefined || form === undefined) return undefined
  const { [errandControls.found]: found, [errandControls.outcome]: stands } = answers.target?.[0]?.values ?? {}
  return {
    by: last.byName,
    at: last.at,
    form,
    answers,
    words: typeof found === 'string' ? found : '',
    settled: stands === settledCode,
  }
}

/** For what an answer of an item names a file. @returns undefined where none does */
export const errandFile = (itemId: string, fileId: string): Promise<FileUse | undefined> =>
  readUse(fileId, subjectOfItem(itemId))
