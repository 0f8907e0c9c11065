import type { Message, Reactions } from '../platform/stream/message'
import { digestDue, sendDigest } from './digest'
import { followRequest } from './follow'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Of what is not and was not late nothing is kept: most requests end here. */
async function follow({ carried, before, change }: Message): Promise<void> {
  if (change === 'removed' || (carried.overdue !== true && before?.overdue !== true)) return
  await followRequest(text(carried.id))
}

async function onDue({ carried }: Message): Promise<void> {
  if (carried.kind === digestDue) await sendDigest(text(carried.subject))
}

export const reactions: Reactions = { request: follow, work: follow, due: onDue }
