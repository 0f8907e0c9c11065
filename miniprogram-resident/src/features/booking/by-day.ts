import type { SlotLeftReply } from '@zmht/shared/contract'
import { sayDay, sayHours } from '@zmht/shared/rules'

export interface SlotDay {
  readonly key: string
  /** 「11月30日 周一」; nothing for places without a day. */
  readonly title: string
  readonly slots: readonly SlotLeftReply[]
}

/** Times under their day, in the order they begin; days that are over are left out. */
export function byDay(slots: readonly SlotLeftReply[], now: string): readonly SlotDay[] {
  const days = new Map<string, SlotLeftReply[]>()
  for (const slot of slots) {
    const key = slot.day ?? ''
    days.set(key, [...(days.get(key) ?? []), slot])
  }
  return [...days]
    .filter(([, those]) => those.some(({ saysLeft }) => saysLeft !== '已过'))
    .map(([key, those]) => ({ key, title: key === '' ? '' : sayDay(key, now), slots: those }))
}

/** What tells a time from the others of its day. */
export const wordsInDay = (slot: SlotLeftReply): string =>
  [sayHours(slot.from, slot.until), slot.label ?? ''].filter((part) => part !== '').join(' ') ||
  (slot.day === undefined ? '名额' : '全天')
