import type { RowReply } from '@zmht/shared/contract'
import { Row, Tag, Text } from '@zmht/shared/ui'
import { freshnessWords } from './words'

/** How far a row can be relied on: fresh or not, whether something waits for a decision, how much is missing. */
export function RowTags({ row }: { readonly row: Pick<RowReply, 'freshness' | 'undecided' | 'missing'> }) {
  const { name, tone } = freshnessWords[row.freshness]
  return (
    <Row gap={1}>
      {row.freshness === 'fresh' ? null : <Tag tone={tone}>{name}</Tag>}
      {row.undecided ? <Tag tone="amber">待核对</Tag> : null}
      {row.missing > 0 ? (
        <Text inline size="small" tone="quiet" numeric>
          {`缺 ${row.missing} 项`}
        </Text>
      ) : row.freshness === 'fresh' && !row.undecided ? (
        <Text inline size="small" tone="quiet">
          {name}
        </Text>
      ) : null}
    </Row>
  )
}
