import type { Reactions } from '../platform/stream/message'

export const reactions: Reactions = {}
