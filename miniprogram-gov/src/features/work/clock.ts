import type { Instant } from '@zmht/shared/knowledge'
import { type RequestState, waitingForOfficial } from '@zmht/shared/rules'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

export interface Clock {
  readonly words: string
  /** Danger: the promised time has passed; amber: less than a day is left. */
  readonly tone: 'danger' | 'amber' | 'quiet'
}

/**
 * How much of the promised time is left, as a number to act on: 「已超 2 天」「还剩 3 小时」. Nothing while it is not the officials'
 * turn: a returned request waits for the resident, an ended one for nobody.
 */
export function clockOf(
  request: { readonly state: RequestState; readonly due: Instant; readonly overdue: boolean },
  now: Instant,
): Clock | undefined {
  if (!waitingForOfficial.includes(request.state)) return undefined
  const left = Date.parse(request.due) - Date.parse(now)
  // The server says what is late; the clock on a phone may be wrong by a little.
  if (request.overdue || left < 0) return { words: `已超 ${amount(Math.max(0, -left))}`, tone: 'danger' }
  return { words: `还剩 ${amount(left)}`, tone: left < day ? 'amber' : 'quiet' }
}

function amount(millis: number): string {
  if (millis < hour) return `${Math.max(1, Math.floor(millis / minute))} 分钟`
  if (millis < day) return `${Math.floor(millis / hour)} 小时`
  return `${Math.floor(millis / day)} 天`
}
