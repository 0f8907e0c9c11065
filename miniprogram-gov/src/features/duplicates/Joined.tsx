import type { MergedReply } from '@zmht/shared/contract'
import {
  Button,
  Card,
  createResource,
  formatWhen,
  goTo,
  Row,
  Section,
  Stack,
  Text,
  useNow,
  useResource,
} from '@zmht/shared/ui'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'

/** What an entity was joined from. */
export const joinedOf = createResource<readonly MergedReply[]>(
  async (id) => (await api.ledgers.merges({ params: { entityId: id } })).items,
)

/** Which records were joined into this one, each with the way back; nothing where there was none. */
export function Joined({ id }: { readonly id: string }) {
  const now = useNow()
  const { data = [] } = useResource(joinedOf, id)
  if (data.length === 0) return null
  return (
    <Section title="合并过的资料">
      <Card>
        <Stack gap={3}>
          {data.map(({ gone, at, who }) => (
            <Row key={gone.id} between wrap gap={3}>
              <Stack gap={1}>
                <Text>{gone.name}</Text>
                <Text size="small" tone="quiet">{`${who} ${formatWhen(at, now)}合并进来`}</Text>
              </Stack>
              <Button
                variant="quiet"
                label={`拆开：${gone.name}`}
                onPress={() => goTo(pages.apart, { id, gone: gone.id })}
              >
                拆开
              </Button>
            </Row>
          ))}
        </Stack>
      </Card>
    </Section>
  )
}
