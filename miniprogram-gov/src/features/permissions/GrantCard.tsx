import type { GrantReply } from '@zmht/shared/contract'
import { Card, formatWhen, goTo, Row, Stack, Text, useNow } from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { GrantTags } from './GrantTags'
import { useSaid } from './useSaid'

export const openGrant = ({ id }: Pick<GrantReply, 'id'>) => goTo(pages.grant, { id })

/** A rule in a list. */
export function GrantCard({ grant }: { readonly grant: GrantReply }) {
  const now = useNow()
  const say = useSaid()
  const { by, at, content } = grant
  return (
    <Card onPress={() => openGrant(grant)}>
      <Stack gap={1}>
        <Row between top gap={3} wrap>
          <Text strong>{content.name}</Text>
          <GrantTags grant={grant} />
        </Row>
        <Text>{say(grant)}</Text>
        {at === undefined ? null : (
          <Text size="small" tone="quiet">{`${by === undefined ? '' : `${by.name} · `}${formatWhen(at, now)}`}</Text>
        )}
      </Stack>
    </Card>
  )
}
