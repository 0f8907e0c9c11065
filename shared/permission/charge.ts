import type { Day } from './directory'

/**
 * For whom somebody may act 代管: a guardian for a ward, a carer for whom they look after, a delegate for an organisation. A guardian's and a delegate's word
 * is as the ward's or the organisation's own; a carer sees and fills in, and what they say waits where others said otherwise.
 */
export const chargeKinds = { guardian: '监护人', carer: '照护人', delegate: '单位经办人' } as const
export type ChargeKind = keyof typeof chargeKinds
export const chargeKindCodes = Object.keys(chargeKinds) as [ChargeKind, ...ChargeKind[]] // the keys of the very object the type is of

export const chargeStates = ['asked', 'held', 'declined', 'ended'] as const
export type ChargeState = (typeof chargeStates)[number]

/** Somebody or something in one's charge, dated. */
export interface Charge {
  readonly entity: string
  readonly as: ChargeKind
  readonly from: Day
  /** The first day on which it is no more; absent: until further notice. */
  readonly until?: Day
}
