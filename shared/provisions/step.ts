import type { Instant } from '../knowledge/types'
import type { Day, Gift, Provided, ProvisionState } from './provision'

/** What can happen to an ask. `begin`: the data is there to be seen; `end`: either side takes it back. */
export type ProvisionStep = 'approve' | 'return' | 'begin' | 'expire' | 'end'

const steps: Readonly<Record<ProvisionState, Readonly<Partial<Record<ProvisionStep, ProvisionState>>>>> = {
  asked: { approve: 'approved', return: 'returned', expire: 'expired', end: 'ended' },
  approved: { begin: 'in-force', expire: 'expired', end: 'ended' },
  'in-force': { expire: 'expired', end: 'ended' },
  returned: {},
  expired: {},
  ended: {},
}

/** @returns the state a step leads to; undefined where it is not allowed */
export const stepFrom = (state: ProvisionState, step: ProvisionStep): ProvisionState | undefined => steps[state][step]

/** Nothing more becomes of it. */
export const isOver = (state: ProvisionState): boolean => Object.keys(steps[state]).length === 0

const dayMillis = 24 * 3600_000

/** The first moment after a day in China. */
export const afterDay = (day: Day): Instant => new Date(Date.parse(`${day}T00:00:00+08:00`) + dayMillis).toISOString()

/** @returns what is given at a moment; undefined: nothing, whatever state it was left in */
export function givenAt({ state, given, from }: Provided, at: Instant): Gift | undefined {
  if (given === undefined || from === undefined) return undefined
  if (state !== 'approved' && state !== 'in-force') return undefined
  return from <= at && at < afterDay(given.until) ? given : undefined
}
