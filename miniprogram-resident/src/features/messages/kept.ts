import Taro from '@tarojs/taro'
import { createStore, nowInstant, useStore } from '@zmht/shared/ui'
import type { Mutable } from './stream'

/** What this device knows of how somebody reads their messages. */
export interface Kept {
  readonly muted: readonly Mutable[]
  /** What moved before counts as seen: when they first opened it here, or said so. */
  readonly since: string
  /** Until which change a line was seen, by its key. */
  readonly seen: Readonly<Record<string, string>>
}

/** As many lines as are remembered one by one. */
const most = 200
const changes = createStore(0)
const keyOf = (person: string): string => `zmht-messages-${person}`

export function kept(person: string): Kept {
  const stored = Taro.getStorageSync<Kept | ''>(keyOf(person))
  if (stored) return stored
  const first: Kept = { muted: [], since: nowInstant(), seen: {} }
  Taro.setStorageSync(keyOf(person), first)
  return first
}

export function useKept(person: string): Kept {
  useStore(changes)
  return kept(person)
}

function keep(person: string, next: Kept): void {
  Taro.setStorageSync(keyOf(person), next)
  changes.set(changes.get() + 1)
}

export function setMuted(person: string, kind: Mutable, on: boolean): void {
  const before = kept(person)
  const others = before.muted.filter((one) => one !== kind)
  keep(person, { ...before, muted: on ? [...others, kind] : others })
}

/** Somebody saw a line as it was at an instant. */
export function setSeen(person: string, line: string, at: string): void {
  const before = kept(person)
  if (at <= before.since || before.seen[line] === at) return
  const latest = Object.entries({ ...before.seen, [line]: at })
    .sort(([, one], [, other]) => (one < other ? 1 : -1))
    .slice(0, most)
  keep(person, { ...before, seen: Object.fromEntries(latest) })
}

/** Progress and system lines are all seen as of now. A notice is read by opening it alone. */
export function setAllSeen(person: string): void {
  keep(person, { ...kept(person), since: nowInstant(), seen: {} })
}
