import type { JobStep } from '../../platform/jobs'
import { dropDelivered } from './delivered.store'

/** Removes what sheets brought for an ask that is over. */
export const clearingJob = 'ledgers.provision-clearing'
export const clearingId = (provision: string): string => `j-clear-${provision}`

/** By then a sheet that was under way when the ask ended has written its last row. */
const lastRowsSeconds = 60

interface Stand {
  readonly done: number
  readonly again: boolean
}

export const clearingStep: JobStep = async ({ cursor, input }) => {
  const stand: Stand = cursor === undefined ? { done: 0, again: false } : JSON.parse(cursor)
  const dropped = await dropDelivered(input.provision ?? '')
  const done = stand.done + dropped
  const message = `已撤回 ${done} 行`
  if (dropped > 0) return { cursor: JSON.stringify({ ...stand, done }), done, total: done, message, finished: false }
  if (stand.again) return { done, total: done, message, finished: true }
  return {
    cursor: JSON.stringify({ done, again: true }),
    done,
    total: done,
    message,
    finished: false,
    waitSeconds: lastRowsSeconds,
  }
}
