import type { CommunityContent, CommunityEntryReply } from '@zmht/shared/contract'
import { type CommunityKind, isTold, mostCommunityText } from '@zmht/shared/rules'

/** An entry as it is being written. */
export interface EntryDraft {
  readonly kind: CommunityKind
  readonly edition: number
  readonly title: string
  readonly text: string
  readonly where: string
  readonly phone: string
  readonly spans: readonly SpanDraft[]
  readonly photos: readonly string[]
  readonly from?: string
  readonly until?: string
}

export interface SpanDraft {
  readonly days: readonly number[]
  readonly from?: string
  readonly to?: string
}

/** Office hours, to begin with. */
export const officeSpan: SpanDraft = { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }

export const blankEntry = (kind: CommunityKind, place: string): EntryDraft => ({
  kind,
  edition: 0,
  title: kind === 'about' ? `${place}服务站` : '',
  text: '',
  where: '',
  phone: '',
  spans: kind === 'about' ? [officeSpan] : [],
  photos: [],
})

export function entryFromServer({ content, edition }: CommunityEntryReply): EntryDraft {
  const { kind, title, text = '', where = '', phone = '', hours = [], photos, from, until } = content
  return {
    ...{ kind, edition, title, text, where, phone, photos },
    spans: hours,
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  }
}

const phoneShape = /^\+?\d[\d-]{1,18}\d$/

/** What is still to be filled in, by field. */
export function missingIn(draft: EntryDraft): Partial<Record<'title' | 'text' | 'phone' | 'spans' | 'until', string>> {
  const { kind, title, text, phone, spans, from, until } = draft
  const number = phone.trim()
  return {
    ...(title.trim() === '' ? { title: '请填写名称' } : {}),
    ...(isTold(kind) && text.trim() === '' ? { text: '请填写内容' } : {}),
    ...(text.trim().length > mostCommunityText[kind] ? { text: `内容不超过 ${mostCommunityText[kind]} 个字` } : {}),
    ...(kind === 'phone' && number === '' ? { phone: '请填写电话' } : {}),
    ...(number !== '' && !phoneShape.test(number) ? { phone: '电话只写数字和横线，例如 010-64700000' } : {}),
    ...(spans.some(({ days, from: opens, to }) => days.length === 0 || opens === undefined || to === undefined)
      ? { spans: '每段时间都要选星期和起止时间' }
      : {}),
    ...(from !== undefined && until !== undefined && until < from ? { until: '结束的日子早于开始的日子' } : {}),
  }
}

/** @returns what is sent; undefined while something is missing */
export function contentOf(draft: EntryDraft): CommunityContent | undefined {
  if (Object.keys(missingIn(draft)).length > 0) return undefined
  const { kind, title, text, where, phone, spans, photos, from, until } = draft
  const hours = spans.flatMap(({ days, from: opens, to }) =>
    opens === undefined || to === undefined
      ? []
      : // The last minute of a day is entered as midnight.
        [{ days: [...days].sort(), from: opens, to: to === '00:00' ? '24:00' : to }],
  )
  return {
    kind,
    title: title.trim(),
    photos: [...photos],
    ...(text.trim() === '' ? {} : { text: text.trim() }),
    ...(where.trim() === '' ? {} : { where: where.trim() }),
    ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
    ...(hours.length === 0 ? {} : { hours }),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  }
}
