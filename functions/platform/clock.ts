import type { Instant } from '@zmht/shared/knowledge'

let offset = 0

/** Now, in UTC with milliseconds. Everything that needs the time asks here, so that a test can move it. */
export function now(): Instant {
  return new Date(Date.now() + offset).toISOString()
}

/** Milliseconds since the epoch. */
export function nowMillis(): number {
  return Date.now() + offset
}

/** @returns the instant so many milliseconds after another. */
export function later(instant: Instant, millis: number): Instant {
  return new Date(Date.parse(instant) + millis).toISOString()
}

/** Moves the clock, for tests. */
export function moveClock(millis: number): void {
  offset += millis
}
export function resetClock(): void {
  offset = 0
}
