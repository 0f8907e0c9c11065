import { type Day, type Handover, isHeldOn } from '@zmht/shared/permission'
import type { PostRecord } from './records'

/** Who may come into question for the open work of a post somebody leaves. */
export interface Candidates {
  readonly official: string
  readonly post: PostRecord
  /** Named with the operation: the successor, or the substitute of who is away. */
  readonly named?: string
  /** The posts of the organisation above. */
  readonly above: readonly PostRecord[]
  readonly day: Day
}

const holdersOn = ({ holders }: PostRecord, day: Day, but: string): string[] =>
  holders.filter((one) => one.official !== but && isHeldOn(one, day)).map(({ official }) => official)

/** @returns who takes over by a rule; undefined: nobody by name, the work goes back to where colleagues take it up. */
export function takerOf(
  rule: Exclude<Handover, 'stays'>,
  { official, post, named, above, day }: Candidates,
): string | undefined {
  switch (rule) {
    case 'queue':
      return undefined
    case 'substitute':
      return named
    case 'successor':
      return named ?? holdersOn(post, day, official)[0]
    case 'superior': {
      const alike = above.filter((one) => !one.closed && post.roles.every((role) => one.roles.includes(role)))
      return alike.flatMap((one) => holdersOn(one, day, official))[0]
    }
  }
}
