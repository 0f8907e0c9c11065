import type { Message, Reactions } from '../platform/stream/message'
import { keepNumber } from './find/keep-number'
import { onProvisionNews, onRequestNews, onTaskNews } from './home/keep-news'

/** A request is found by its number, and is news to whoever has it. */
async function onRequest(message: Message): Promise<void> {
  await keepNumber(message)
  await onRequestNews(message)
}

export const reactions: Reactions = {
  request: onRequest,
  taskAt: onTaskNews,
  provision: onProvisionNews,
}
