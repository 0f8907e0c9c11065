import type { Instant } from '@zmht/shared/knowledge'
import { type RequestState, sayTimeLeft, type TimeLeft, waitingForOfficial, workingMinutes } from '@zmht/shared/rules'

/**
 * How much of the promised working time is left, as a number to act on: 「已超 2 个工作日」「还剩 3 小时」. Nothing while it is not the
 * officials' turn: a returned request waits for the resident, an ended one for nobody.
 */
export function clockOf(
  request: { readonly state: RequestState; readonly due: Instant; readonly overdue: boolean },
  now: Instant,
): TimeLeft | undefined {
  if (!waitingForOfficial.includes(request.state)) return undefined
  const { due } = request
  // The server says what is late; the clock on a phone may be wrong by a little.
  return request.overdue || due < now
    ? sayTimeLeft(workingMinutes(due, now), true)
    : sayTimeLeft(workingMinutes(now, due), false)
}
