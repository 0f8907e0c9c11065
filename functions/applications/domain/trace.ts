import type { Instant } from '@zmht/shared/knowledge'
import { mostHops, mostTouches } from '@zmht/shared/rules'

/** What the wiring did to one thing lately. */
export interface Trace {
  /** How far down a row of consequences that was. */
  readonly hops: number
  /** How often. */
  readonly touches: number
  /** Since when these are counted. */
  readonly since: Instant
}

const hourMillis = 3_600_000

const isOver = ({ since }: Trace, at: Instant): boolean => Date.parse(at) - Date.parse(since) > hourMillis

/** @returns the trace after one more touch */
export const touchedAgain = (before: Trace | undefined, hops: number, at: Instant): Trace =>
  before === undefined || isOver(before, at)
    ? { hops, touches: 1, since: at }
    : { ...before, hops: Math.max(before.hops, hops), touches: before.touches + 1 }

/** @returns so many times in a row something had followed; as many as there may be where it was touched too often */
export function hopsAfter(trace: Trace | undefined, at: Instant): number {
  if (trace === undefined || isOver(trace, at)) return 0
  return trace.touches >= mostTouches ? mostHops : trace.hops
}
