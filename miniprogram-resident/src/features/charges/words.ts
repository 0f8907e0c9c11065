import type { ChargeReply } from '@zmht/shared/contract'
import { chargeKinds } from '@zmht/shared/permission'
import type { Tone } from '@zmht/shared/ui'

/** How a charge stands today, in a word and its tone. */
export function stateOf({ state, from, until }: ChargeReply, today: string): { words: string; tone: Tone } {
  if (state === 'asked') return { words: '等社区核实', tone: 'amber' }
  if (state === 'declined') return { words: '没有通过', tone: 'quiet' }
  if (state === 'ended') return { words: '已结束', tone: 'quiet' }
  if (today < from) return { words: '还没开始', tone: 'amber' }
  if (until !== undefined && today >= until) return { words: '已到期', tone: 'quiet' }
  return { words: '可以代办', tone: 'accent' }
}

/** 「监护人 · 2026-11-28 起，到 2027-11-28」. */
export const termOf = ({ as, from, until }: ChargeReply): string =>
  `${chargeKinds[as]} · ${from} 起${until === undefined ? '' : `，到 ${until}`}`

/** @returns whether it can be ended now */
export const canEnd = ({ state, until }: ChargeReply, today: string): boolean =>
  state === 'asked' || (state === 'held' && (until === undefined || today < until))
