import type { Instant } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import { mostADay } from '@zmht/shared/rules'
import { dayInChina } from '../platform/clock'
import { CustomAttributeType, itemType } from '../platform/table/item'
import { putIf } from '../platform/table/write'

/** What one account asked for on a day in China, so that nobody floods those who answer. Forgotten by itself. */
export const askedTodayItem = itemType({
  model: { entity: 'askedToday', version: '1', service: 'zmht' },
  attributes: {
    account: { type: 'string', required: true },
    day: { type: 'string', required: true },
    count: { type: 'number', required: true },
    of: { type: CustomAttributeType<Readonly<Record<string, string>>>('any'), required: true },
    expiresAt: { type: 'number', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['account', 'day'], template: 'ASKED#${account}#${day}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'ASKED', casing: 'none' },
    },
  },
})

const twoDays = 2 * 24 * 3600

/**
 * Counts one more thing somebody asks for today. The same again counts once: it may be sent until it arrives.
 * @param id of the request, or of the step
 * @param about the channel, or the request the step is about
 * @throws Problem `enough-today` where it is one too many; nothing is counted then
 */
export async function countToday(
  account: string,
  kind: keyof typeof mostADay,
  { id, about }: { readonly id: string; readonly about: string },
  at: Instant,
): Promise<void> {
  const day = dayInChina(at)
  const mark = `${kind}/${about}`
  for (;;) {
    const { data } = await askedTodayItem().get({ account, day }).go({ consistent: true })
    const of = data?.of ?? {}
    if (of[id] !== undefined) return
    const marks = Object.values(of)
    const { all, alike, words } = mostADay[kind]
    const same = marks.filter((one) => one === mark).length
    if (same >= alike || marks.filter((one) => one.startsWith(`${kind}/`)).length >= all)
      throw new Problem('enough-today', { detail: words })
    const count = data?.count ?? 0
    const put = askedTodayItem()
      .put({
        account,
        day,
        count: count + 1,
        of: { ...of, [id]: mark },
        expiresAt: Math.floor(Date.parse(at) / 1000) + twoDays,
      })
      .where((item, { eq, notExists }) => (data === null ? notExists(item.count) : eq(item.count, count)))
      .params()
    if ((await putIf(put)).written) return
  }
}
