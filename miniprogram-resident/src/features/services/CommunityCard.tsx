import { Card, goTo, Icon, Row, Stack, Text } from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import type { Home } from '../homes/currentHome'

/** The way to what my community tells; nothing is asked for until it is opened. */
export function CommunityCard({ home }: { readonly home: Home }) {
  return (
    <Card onPress={() => goTo(pages.community, { home: home.placeId })}>
      <Row between gap={3}>
        <Stack gap={1} grow>
          <Text size="large" strong>
            {`${home.community} · 掌上服务站`}
          </Text>
          <Text tone="quiet">社区动态、便民服务、常用电话</Text>
        </Stack>
        <Icon name="chevron" className="z-text--quiet" />
      </Row>
    </Card>
  )
}
