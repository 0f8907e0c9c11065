import type { Instant } from '@zmht/shared/knowledge'

/**
 * What a slice is told: that an item changed. It re-reads what it needs and compares versions; `carried` holds only the
 * attributes its subscription asked for, so that a slice may react to one whose items it must not read.
 */
export interface Message {
  /** The stream record's id: the same at each redelivery. */
  readonly id: string
  readonly entity: string
  readonly change: 'added' | 'changed' | 'removed'
  /** The partition the item is in: order holds inside it. */
  readonly group: string
  readonly at: Instant
  readonly carried: Readonly<Record<string, unknown>>
  /** The same attributes before the change; absent for an added item. */
  readonly before?: Readonly<Record<string, unknown>>
}

/** Item type → the attributes that travel with the message. Plain data, so that the dispatcher bundles no slice. */
export type Subscriptions = Readonly<Record<string, readonly string[]>>

export type Reaction = (message: Message) => Promise<void>
/** Item type → what the slice does about it. Each is idempotent: a message may come twice. */
export type Reactions = Readonly<Record<string, Reaction>>
