import { Button, Card, goTo, List, ListRow, Notice, Row, Stack, Text } from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import type { LeftRow } from './bulk'

/** What one decision on many came to: how many were done, and each that was not, with why. */
export function BulkResult({
  done,
  left,
  onClose,
}: {
  readonly done: number
  readonly left: readonly LeftRow[]
  readonly onClose: () => void
}) {
  if (left.length === 0) return null
  return (
    <Card>
      <Stack gap={3}>
        <Row between gap={3}>
          <Text strong>{`办了 ${done} 件，${left.length} 件没有办`}</Text>
          <Button variant="text" onPress={onClose}>
            知道了
          </Button>
        </Row>
        <Notice tone="amber">没有办的保持原样，可以点开逐件看。</Notice>
        <List label="没有办的">
          {left.map(({ row, message }, index) => (
            <ListRow
              key={row.id}
              line={index > 0}
              title={`${row.who} · ${row.place}`}
              detail={`${message}（编号 ${row.number}）`}
              onPress={() => goTo(pages.request, { id: row.id })}
            />
          ))}
        </List>
      </Stack>
    </Card>
  )
}
