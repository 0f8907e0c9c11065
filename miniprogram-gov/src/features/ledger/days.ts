import type { HappeningReply } from '@zmht/shared/contract'
import { formatExact, formatWhen } from '@zmht/shared/ui/format/when'

export interface Day {
  /** `2026-11-04` in China. */
  readonly date: string
  /** 「今天」「3 天前」「11月4日」. */
  readonly name: string
  readonly happenings: readonly HappeningReply[]
}

/** @returns what happened, day by day as days are in China, in the order it comes: the newest first */
export function byDay(happenings: readonly HappeningReply[], now: string): readonly Day[] {
  const days: { date: string; name: string; happenings: HappeningReply[] }[] = []
  for (const one of happenings) {
    const [date = ''] = formatExact(one.at).split(' ')
    const day = days.at(-1)
    if (day?.date === date) day.happenings.push(one)
    else days.push({ date, name: nameOfDay(one.at, now), happenings: [one] })
  }
  return days
}

/** 「今天 14:30」 is 「今天」: the time stands beside each. */
const nameOfDay = (at: string, now: string): string => formatWhen(at, now).replace(/ \d{2}:\d{2}$/, '')

/** @returns the time of day in China: `14:30` */
export const timeOf = (at: string): string => formatExact(at).split(' ')[1] ?? ''
