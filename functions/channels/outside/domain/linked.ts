import { createHash } from 'node:crypto'
import type { AnswerState, RequestAction } from '@zmht/shared/rules'
import { base32 } from '../../../platform/cipher'

/** As what the system behind a service has its requests: an office among offices, and nobody's but this service's. */
export const receiverOf = (channelId: string): string => `o${channelId.slice(1)}link`

/** Whether a subscription is a receiver's: those of other systems belong to clients, whose ids begin otherwise. */
export const isReceiver = (clientId: string): boolean => clientId.startsWith('o')

/** The step something said becomes: the same however often it is said under its id. */
export const stepOfAnswer = (messageId: string): string =>
  `s-link-${base32(createHash('sha256').update(messageId).digest()).slice(0, 20)}`

/** What becomes of a request by what its receiver says. */
export const actionOf: Readonly<Record<AnswerState, RequestAction>> = {
  taken: 'claim',
  moved: 'progress',
  asked: 'return',
  answered: 'close',
  declined: 'decline',
  returned: 'give-back',
}

/** A request waited for since a revision of it. */
export const awaited = (requestId: string, revision: number): string => `${requestId}@${revision}`
export function readAwaited(subject: string): { readonly requestId: string; readonly revision: number } {
  const [requestId = '', revision = ''] = subject.split('@')
  return { requestId, revision: Number(revision) }
}
