import type { ConnectionReply, CorrectionReply, HookContent, HookEvent, HookReply } from '@zmht/shared/contract'
import { formatMoment } from '../../../../shared/ui/format/when'

export const eventNames: Readonly<Record<HookEvent, string>> = {
  'request.received': '来了新诉求',
  'request.moved': '办理有进展',
  'request.closed': '办结了',
}

/** 「来了新诉求、办结了」 */
export const eventsWords = (events: readonly HookEvent[]): string =>
  Object.entries(eventNames)
    .flatMap(([event, name]) => (events.some((one) => one === event) ? [name] : []))
    .join('、')

/** How a receiver does, in a word and a sentence. */
export function healthOf(
  { on, off, failingSince }: Pick<HookReply, 'on' | 'off' | 'failingSince'>,
  now: string,
): { readonly tag: string; readonly tone: 'accent' | 'amber' | 'danger' | 'quiet'; readonly words?: string } {
  if (off !== undefined)
    return {
      tag: '已自动停用',
      tone: 'danger',
      words: `${formatMoment(off.at, now)}起停用，因为${off.why}。这之后发生的都留着，对方修好以后启用，再补发。`,
    }
  if (!on) return { tag: '已停用', tone: 'quiet', words: '停用以后发生的都留着，启用以后可以补发三十天以内的。' }
  if (failingSince !== undefined)
    return {
      tag: '送不到',
      tone: 'amber',
      words: `${formatMoment(failingSince, now)}起一条也没送到，还在重试。连续两天送不到会自动停用，请联系对方。`,
    }
  return { tag: '正常', tone: 'accent' }
}

/** What a subscription would look like switched on or off, with all else as it is. */
export const switched = ({ url, events, places, channels }: HookReply, on: boolean): HookContent => ({
  url,
  events,
  on,
  ...(places === undefined ? {} : { places }),
  ...(channels === undefined ? {} : { channels }),
})

/** 「末四位 x7Qa，11月30日 09:12 发的」 */
export function keyWords({ ends, at, until }: ConnectionReply['open311']['keys'][number], now: string): string {
  const since = `末四位 ${ends}，${formatMoment(at, now)}发的`
  return until === undefined ? since : `${since}，用到 ${formatMoment(until, now)}`
}

const day = 24 * 3600_000
export const sinceChoices = [
  { value: '1', label: '最近一天' },
  { value: '7', label: '最近七天' },
  { value: '30', label: '最近三十天' },
] as const
export const sinceOf = (days: string, now: string): string =>
  new Date(Date.parse(now) - Number(days) * day).toISOString()

/** What came of sending again. `next`: there is more. */
export const resentWords = ({ again, next }: { readonly again: number; readonly next?: string }): string =>
  again === 0
    ? '这段时间没有要补发的'
    : `正在补发 ${again} 条${next === undefined ? '' : '，后面还有，请稍后再按一次'}。对方按编号认得出哪些收过`

/** What was taken for what: 「电梯故障 改为 供暖」; where it was right: 「供暖，判断对了」. */
export function correctionWords({ proposed, subject }: Pick<CorrectionReply, 'proposed' | 'subject'>): {
  readonly title: string
  readonly tag: string
  readonly tone: 'amber' | 'quiet' | 'accent'
} {
  if (proposed === undefined) return { title: subject, tag: '原来没认出', tone: 'quiet' }
  if (proposed === subject) return { title: subject, tag: '判断对了', tone: 'accent' }
  return { title: `${proposed} → ${subject}`, tag: '改了', tone: 'amber' }
}
