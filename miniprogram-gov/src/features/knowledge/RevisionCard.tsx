import type { ProposalCardReply } from '@zmht/shared/contract'
import { Card, formatWhen, Row, Stack, Text, useNow } from '@zmht/shared/ui'
import { RevisionStateTag } from './RevisionStateTag'

/** A revision in a list. */
export function RevisionCard({
  revision,
  onPress,
}: {
  readonly revision: ProposalCardReply
  readonly onPress: () => void
}) {
  const now = useNow()
  return (
    <Card onPress={onPress}>
      <Stack gap={1}>
        <Row between top gap={3}>
          <Text size="large" strong>
            {revision.title}
          </Text>
          <RevisionStateTag state={revision.state} />
        </Row>
        <Text size="small" tone="quiet" numeric>
          {`${revision.changes} 处改动 · ${revision.by.name} · ${formatWhen(revision.at, now)}提出`}
        </Text>
      </Stack>
    </Card>
  )
}
