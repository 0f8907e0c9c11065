import type { Message, Reactions } from '../platform/stream/message'
import { digestDue, sendDigest } from './digest'
import { keepNumber } from './find/keep-number'
import { followRequest } from './follow'
import { onProvisionNews, onRequestNews, onRunNews, onTaskNews } from './home/keep-news'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Of what is not and was not late nothing is kept: most requests end here. */
async function follow({ carried, before, change }: Message): Promise<void> {
  if (change === 'removed' || (carried.overdue !== true && before?.overdue !== true)) return
  await followRequest(text(carried.id))
}

/** A request is found by its number, is news to whoever has it, and is looked at where it is late. */
async function onRequest(message: Message): Promise<void> {
  await keepNumber(message)
  await onRequestNews(message)
  await follow(message)
}

async function onDue({ carried }: Message): Promise<void> {
  if (carried.kind === digestDue) await sendDigest(text(carried.subject))
}

export const reactions: Reactions = {
  request: onRequest,
  work: follow,
  due: onDue,
  taskAt: onTaskNews,
  wireRun: onRunNews,
  provision: onProvisionNews,
}
