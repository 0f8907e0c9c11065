import { lineageOf, type PlacePath } from '@zmht/shared/geo'
import { requestStates } from '@zmht/shared/rules'
import { placeFacts } from '../hierarchy/index'
import { now } from '../platform/clock'
import { saveDue } from '../platform/due.store'
import type { Message, Reactions } from '../platform/stream/message'
import { isOpen, tiersOf } from './domain/work'
import { readWork, saveWork, type WorkCard } from './work.store'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A request changed: the open work that stands for it follows. Told by the message alone, ordered by the request's revision. */
async function follow(message: Message): Promise<void> {
  const { carried } = message
  const state = requestStates.find((one) => one === carried.state)
  if (state === undefined || message.change === 'removed') return
  const id = text(carried.id)
  const due = text(carried.due)
  const before = await readWork(id)
  const home = lineageOf(text(carried.path) as PlacePath).at(-1) // a request's path is one
  if (home === undefined) return
  const overdue = before?.overdue === true && before.due === due
  const claimedBy = carried.claimedBy as WorkCard['claimedBy'] // as the channels slice keeps it
  const saved = await saveWork({
    id,
    open: isOpen(state),
    due,
    overdue,
    ...tiersOf((await placeFacts(home)).tiers),
    revision: Number(carried.revision ?? 0),
    card: {
      channelId: text(carried.channelId),
      title: text(carried.title),
      who: text(carried.who),
      place: text(carried.tail),
      state,
      since: text(carried.submittedAt),
      due,
      overdue,
      ...(claimedBy === undefined ? {} : { claimedBy }),
    },
  })
  if (saved && isOpen(state) && before?.due !== due) await saveDue(due, { slice: 'tasks', kind: 'work', subject: id })
}

/** A deadline passed: if the work still waits, it is late from now on. */
async function becomeOverdue(message: Message): Promise<void> {
  const work = await readWork(text(message.carried.subject))
  if (work === undefined || !work.open || work.overdue || work.due > now()) return
  await saveWork({ ...work, overdue: true, card: { ...work.card, overdue: true } })
}

export const reactions: Reactions = { request: follow, due: becomeOverdue }
