import type { ServiceCardReply, ServiceReply } from '@zmht/shared/contract'
import { sayDay, sayInstant, sayOpeningHours, sayTimes, timelinessOf } from '@zmht/shared/rules'
import { Card, KeyValue, Notice, Section, useNow } from '@zmht/shared/ui'

type Times = Pick<ServiceCardReply, 'from' | 'until' | 'paused'>

/** Why nothing can be asked for now, in a word; nothing when it can. */
export function notNow({ from, until, paused }: Times, now: string): string | undefined {
  if (paused !== undefined) return '暂停受理'
  const times = { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) }
  const timeliness = timelinessOf(times, now)
  if (timeliness === 'early' && from !== undefined) return `${sayInstant(from, now)} 开始`
  return timeliness === 'over' ? '已结束' : undefined
}

/** @returns why a service takes nothing now */
export const serviceNotNow = ({ times, paused }: ServiceReply, now: string): string | undefined =>
  notNow(
    {
      ...(times?.from === undefined ? {} : { from: times.from }),
      ...(times?.until === undefined ? {} : { until: times.until }),
      ...(paused === undefined ? {} : { paused }),
    },
    now,
  )

/** What somebody wants to know before filling in: whether it is open, when, what to bring, how much was done. */
export function ServiceFacts({ service: found }: { readonly service: ServiceReply }) {
  const now = useNow()
  const { times, documents, paused, numbers } = found
  const shut = serviceNotNow(found, now)
  const bring = documents?.bring ?? []
  const rows = [
    ...(times?.from || times?.until ? [{ key: '受理时间', value: sayTimes(times, now) }] : []),
    ...(times?.hours?.length ? [{ key: '开放时间', value: times.hours.map(sayOpeningHours).join('；') }] : []),
    ...(bring.length > 0 ? [{ key: '请带', value: bring.join('、') }] : []),
    ...(documents?.gives === undefined ? [] : [{ key: '办好给您', value: documents.gives }]),
    ...(documents === undefined ? [] : [{ key: '收费', value: '不收费' }]),
    ...(numbers === undefined || numbers.closed === 0
      ? []
      : [
          {
            key: '办了多少',
            value: `已办 ${numbers.closed} 件${numbers.usual === undefined ? '' : `，一般${/^\d/.test(numbers.usual) ? ' ' : ''}${numbers.usual}`}`,
          },
        ]),
  ]
  return (
    <>
      {paused ? (
        <Notice tone="amber" title="暂停受理">
          {`${sayDay(chinaDay(paused.since), now)}起暂停${paused.reason ? `：${paused.reason}` : ''}。恢复后就能提交，已经提交的照常办。`}
        </Notice>
      ) : shut === undefined ? null : (
        <Notice tone="amber" title={shut === '已结束' ? '受理时间已过' : '还没有开始'}>
          {times === undefined ? '' : sayTimes(times, now)}
        </Notice>
      )}
      {rows.length > 0 ? (
        <Section title="办事须知">
          <Card>
            <KeyValue rows={rows} />
          </Card>
        </Section>
      ) : null}
    </>
  )
}

const chinaDay = (at: string): string => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10)
