import { dayInChina, later, now } from '../platform/clock'
import { startJob } from '../platform/jobs'
import { rowsTurningOn } from './row.store'

/** Looks again at the rows that time alone has changed. */
export const turningJob = 'ledgers.turning'

const dayMillis = 86_400_000
/** A system that stood still catches up this many days. */
const daysBack = 7
const begun = new Set<string>()

/** Begins the look at the rows that turn today, and at those of days on which nobody looked. Once a day and instance. */
export async function turnRows(): Promise<void> {
  for (let back = daysBack; back >= 0; back--) {
    const day = dayInChina(later(now(), -back * dayMillis))
    if (begun.has(day)) continue
    if ((await rowsTurningOn(day, undefined, 1)).items.length > 0)
      await startJob({
        id: `j-turning-${day}`,
        kind: turningJob,
        input: { day },
        by: 'system',
        message: '复查到期的台账资料',
      })
    begun.add(day)
  }
}
