import { formatWhen } from '@zmht/shared/ui/format/when'

const figure = (count: number) => String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ',')

/** How much is stored under an attribute, and when that was counted. */
export function factsWords(facts: number, countedAt: string | undefined, now: string): string {
  if (countedAt === undefined) return '已有多少资料还没有清点过。'
  const when = `${formatWhen(countedAt, now)}清点`
  return facts === 0 ? `还没有资料（${when}）。` : `已有 ${figure(facts)} 条资料（${when}）。`
}
