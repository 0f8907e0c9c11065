import type { HookEvent } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import { ended, type RequestState } from '@zmht/shared/rules'

/** Minutes until the next attempt after the first, second, … that failed; then it is parked. Two days and seven hours in all. */
export const waitMinutes = [1, 5, 30, 120, 300, 600, 840, 1440] as const
export const mostAttempts = waitMinutes.length + 1

const minute = 60_000

/** When a message is tried again if the attempt now made comes to nothing. @param attempt counted from 1 */
export const nextAttempt = (attempt: number, now: Instant): Instant =>
  new Date(
    Date.parse(now) + (waitMinutes[attempt - 1] ?? waitMinutes[waitMinutes.length - 1] ?? 0) * minute,
  ).toISOString()

/** A receiver at which nothing has arrived for so long is switched off. */
export const failingMillis = 2 * 24 * 60 * minute

/** What came is kept for so many days: as far back it can be sent again. */
export const keptDays = 30

/** How long a former secret signs beside the new one. */
export const formerSecretMillis = 24 * 60 * minute

export interface Secret {
  readonly secret: string
  /** Absent for the one in force. */
  readonly until?: Instant
}

/** The secrets by which a message is signed now, the one in force first. */
export const secretsNow = (secrets: readonly Secret[], now: Instant): readonly string[] =>
  secrets.filter(({ until }) => until === undefined || until > now).map(({ secret }) => secret)

/** A new secret; what was in force before is good for another day, and never longer than it was. */
export function rotated(secrets: readonly Secret[], secret: string, now: Instant): readonly Secret[] {
  const until = new Date(Date.parse(now) + formerSecretMillis).toISOString()
  const former = secrets.filter((one) => one.until === undefined || one.until > now)
  return [{ secret }, ...former.map((one) => ({ until, ...one }))].slice(0, mostSecrets)
}
/** However often somebody asks for another one. */
export const mostSecrets = 5

/** What happened to a request with one revision of it. */
export function eventOf(revision: number, state: RequestState, before: RequestState | undefined): HookEvent {
  if (revision === 1) return 'request.received'
  const isOver = ended.includes(state) && (before === undefined || !ended.includes(before))
  return isOver ? 'request.closed' : 'request.moved'
}

export interface Wanted {
  readonly events: readonly HookEvent[]
  readonly places?: readonly PlaceId[]
  readonly channels?: readonly string[]
}

export interface Happened {
  readonly event: HookEvent
  readonly channelId: string
  readonly lineage: readonly PlaceId[]
  /** It is an order the subscriber itself sent in. */
  readonly own: boolean
}

/** Whether a subscriber is told: what it asked for, inside the places its system was let in for; its own orders wherever they lie. */
export function isTold(
  wanted: Wanted,
  allowed: readonly PlaceId[],
  { event, channelId, lineage, own }: Happened,
): boolean {
  const isIn = (places: readonly PlaceId[]) => places.some((place) => lineage.includes(place))
  return (
    wanted.events.includes(event) &&
    (wanted.channels?.includes(channelId) ?? true) &&
    (wanted.places === undefined || isIn(wanted.places)) &&
    (own || isIn(allowed))
  )
}

/** The same at each attempt and each replay. */
export const messageId = (hookId: string, requestId: string, revision: number): string =>
  `msg_${hookId}_${requestId}_${revision}`
