import type { Instant } from '@zmht/shared/knowledge'

export { dayInChina } from '@zmht/shared/rules'

let offset = 0
let hurried = false

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

/** Waits until an instant has come. */
export async function until(instant: Instant): Promise<void> {
  const left = Date.parse(instant) - nowMillis()
  if (left <= 0) return
  if (hurried) moveClock(left)
  else await new Promise((resolve) => setTimeout(resolve, left))
}

/** Waiting moves the clock instead, for tests. */
export function hurryClock(hurry: boolean): void {
  hurried = hurry
}
export const isHurried = (): boolean => hurried

/** The instant at which a day begins in China. */
export function beginningOf(day: string): Instant {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) - 8 * 3600 * 1000).toISOString()
}

/** `2026-11-24 14:30`, in China: as WeChat's messages show an instant. */
export function chinaTime(at: Instant): string {
  return new Date(Date.parse(at) + 8 * 3600 * 1000).toISOString().slice(0, 16).replace('T', ' ')
}
