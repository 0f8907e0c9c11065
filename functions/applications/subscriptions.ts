import type { Subscriptions } from '../platform/stream/message'

export const subscriptions: Subscriptions = {}
