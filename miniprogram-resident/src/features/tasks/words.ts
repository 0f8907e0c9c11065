import type { OwnItemCardReply } from '@zmht/shared/contract'
import type { Tone } from '@zmht/shared/ui'

type Card = Pick<OwnItemCardReply, 'state' | 'open' | 'note' | 'due' | 'at'>

/** How an item stands, as it is said to whom it is about. */
export function stateOf({ state, open, note }: Card): { readonly words: string; readonly tone: Tone } {
  switch (state) {
    case 'open':
    case 'claimed':
      if (!open) return { words: '现在不用填', tone: 'quiet' }
      return note === undefined ? { words: '等您填写', tone: 'amber' } : { words: '请您再改一改', tone: 'amber' }
    case 'answered':
      return { words: '已交，等待核实', tone: 'accent' }
    case 'done':
      return { words: '已完成', tone: 'accent' }
    case 'unable':
      return { words: '工作人员正在处理', tone: 'quiet' }
    case 'void':
      return { words: '不用填了', tone: 'quiet' }
  }
}

/** What waits for somebody: it can be filled in, and has not been. */
export const isWaiting = ({ state, open }: Pick<Card, 'state' | 'open'>): boolean =>
  open && (state === 'open' || state === 'claimed')

const millisOf = (day: string): number => Date.parse(`${day}T00:00:00Z`)

/**
 * Until when, as people say it: 「今天截止」「明天截止」「3 天内」「12月8日前」，另一年的带上年份.
 * @param today `YYYY-MM-DD` in China, like the last day
 */
export function dueOf(due: string, today: string): { readonly words: string; readonly tone: Tone } {
  const days = Math.round((millisOf(due) - millisOf(today)) / 86_400_000)
  const [year, month, date] = due.split('-').map(Number)
  const day = `${due.slice(0, 4) === today.slice(0, 4) ? '' : `${year}年`}${month}月${date}日`
  if (days < 0) return { words: `已过${day}，请尽快填`, tone: 'danger' }
  if (days === 0) return { words: '今天截止', tone: 'amber' }
  if (days === 1) return { words: '明天截止', tone: 'amber' }
  return { words: days <= 7 ? `${days} 天内` : `${day}前`, tone: 'quiet' }
}

/** What waits first, the earliest due before the others; then the rest, the latest first. */
export function inOrder<T extends Card>(
  items: readonly T[],
): { readonly waiting: readonly T[]; readonly rest: readonly T[] } {
  const by = (key: 'due' | 'at', sign: 1 | -1) => (one: T, other: T) =>
    one[key] === other[key] ? 0 : one[key] < other[key] ? -sign : sign
  return {
    waiting: items.filter(isWaiting).sort(by('due', 1)),
    rest: items.filter((one) => !isWaiting(one)).sort(by('at', -1)),
  }
}
