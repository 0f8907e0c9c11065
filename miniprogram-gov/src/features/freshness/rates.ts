import type { FreshnessSumsReply } from '@zmht/shared/contract'
import { rateOf } from '@zmht/shared/freshness'

/** @returns of what is asked how much is known, in percent; nothing where it is withheld or nothing is asked */
export function completeOf({ asked, missing }: FreshnessSumsReply): number | undefined {
  return asked === undefined || missing === undefined ? undefined : rateOf(asked - missing, asked)
}

/** @returns of what is known how much may still be believed, in percent */
export function freshOf({ asked, missing, stale }: FreshnessSumsReply): number | undefined {
  if (asked === undefined || missing === undefined || stale === undefined) return undefined
  return rateOf(asked - missing - stale, asked - missing)
}

/** Below this somebody should go and ask. */
const low = 80

export const isLow = (rate: number | undefined): boolean => rate !== undefined && rate < low

/** As people read it: `—` where there is nothing to tell it from. */
export const sayRate = (rate: number | undefined): string => (rate === undefined ? '—' : `${rate}%`)
