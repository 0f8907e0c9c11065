import type { BurdenAtReply } from '@zmht/shared/contract'
import { Card, EmptyState, KeyValue, Loaded, Row, Section, Stack, Tag, Text, useResource } from '@zmht/shared/ui'
import { burdenOf } from './resources'
import { monthWords } from './words'

/** How much people were asked here, how much of it was known, and which services ask for the same twice. */
export function Burden({ place }: { readonly place: string }) {
  const loaded = useResource(burdenOf, place)
  return (
    <Section title="填报负担">
      <Loaded of={loaded}>
        {({ months, duplicates }) => (
          <Stack gap={3}>
            <Card>
              <Months months={months} />
            </Card>
            <Card>
              <Duplicates duplicates={duplicates} />
            </Card>
          </Stack>
        )}
      </Loaded>
    </Section>
  )
}

function Months({ months }: Pick<BurdenAtReply, 'months'>) {
  const [now, ...before] = months
  if (now === undefined || (now.forms === 0 && before.length === 0))
    return (
      <EmptyState
        icon="document"
        title="这里还没有人填过"
        detail="居民提交服务以后，这里会说问了多少题、免填了多少。"
      />
    )
  return (
    <Stack gap={3}>
      <Text>
        {now.forms === 0
          ? `${monthWords(now.month)}还没有人填过。`
          : `${monthWords(now.month)}居民提交 ${now.forms} 次，一共问了 ${now.asked} 题；其中 ${now.known} 题系统已有，不用再填，手工填写 ${now.typed} 题。`}
      </Text>
      {before.length === 0 ? null : (
        <KeyValue
          rows={before.map((one) => ({
            key: monthWords(one.month),
            value: `${one.forms} 次，问 ${one.asked} 题，免填 ${one.known} 题`,
          }))}
        />
      )}
    </Stack>
  )
}

const shownShared = 6

function Duplicates({ duplicates }: Pick<BurdenAtReply, 'duplicates'>) {
  if (duplicates.length === 0) return <Text tone="quiet">这里和上级开通的服务、任务，没有问得差不多的。</Text>
  return (
    <Stack gap={4}>
      <Text>下面每一对问的内容差不多，可以考虑合成一个：</Text>
      {duplicates.map(({ one, other, shared, percent }) => (
        <Stack key={`${one.id} ${other.id}`} gap={1}>
          <Row between gap={2} wrap>
            <Text strong>{`${one.title} 和 ${other.title}`}</Text>
            <Tag tone="amber">{`${percent}% 相同`}</Tag>
          </Row>
          <Text size="small" tone="quiet">
            {`都问：${shared.slice(0, shownShared).join('、')}${shared.length > shownShared ? `等 ${shared.length} 项` : ''}`}
          </Text>
        </Stack>
      ))}
    </Stack>
  )
}
