import type { ProvisionReply } from '@zmht/shared/contract'
import { shortName } from '@zmht/shared/geo'
import { purposes } from '@zmht/shared/provisions'
import { Card, KeyValue, Notice, Section, Tag } from '@zmht/shared/ui'
import { dayWords } from '@/lib/dates'
import { givenWords, nextWords, sourceWords, stateWords } from './words'

/** What was asked and by whom, how it stands, and how much of each field is given. */
export function ProvisionDetails({ one }: { readonly one: ProvisionReply }) {
  const { name, tone } = stateWords[one.state]
  const shortened = one.until !== one.askedUntil ? `（申请的是${dayWords(one.askedUntil)}）` : ''
  return (
    <>
      <Notice title={name} tone={tone === 'quiet' ? 'accent' : tone}>
        {nextWords(one, dayWords)}
      </Notice>
      <Card>
        <KeyValue
          rows={[
            { key: '申请单位', value: `${one.asker.name} ${one.by.name}` },
            { key: '提供单位', value: one.supplier.name },
            { key: '用途', value: `${purposes[one.purpose]}：${one.reason}` },
            { key: '哪里的数据', value: one.places.map((place) => shortName(place)).join('、') },
            { key: '给谁用', value: one.posts.map(({ title }) => title).join('、') },
            { key: '用到', value: `${dayWords(one.until)}${shortened}` },
            { key: '怎样给', value: sourceWords[one.dataSet.source] },
          ]}
        />
      </Card>
      <Section title="申请的内容">
        <Card>
          <KeyValue rows={one.fields.map(({ label, given }) => ({ key: label, value: howGiven(given, one.state) }))} />
        </Card>
      </Section>
      {one.rows.length === 0 && one.deliveries.length === 0 ? null : (
        <Section title="给到多少">
          <Card>
            <KeyValue
              rows={[
                ...one.rows.map(({ name: place, rows }) => ({ key: place, value: `${rows} 行` })),
                ...one.deliveries.map(({ name: sheet, rows, unmatched }) => ({
                  key: sheet,
                  value: `对上 ${rows} 行，没对上 ${unmatched} 行`,
                })),
              ]}
            />
          </Card>
        </Section>
      )}
    </>
  )
}

function howGiven(given: ProvisionReply['fields'][number]['given'], state: ProvisionReply['state']) {
  if (given === undefined) return state === 'asked' ? '等批准' : '没有给'
  return <Tag tone={given === 'full' ? 'accent' : given === 'masked' ? 'amber' : 'quiet'}>{givenWords[given]}</Tag>
}
