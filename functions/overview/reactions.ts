import type { Reactions } from '../platform/stream/message'
import { keepNumber } from './find/keep-number'

export const reactions: Reactions = {
  request: keepNumber,
}
