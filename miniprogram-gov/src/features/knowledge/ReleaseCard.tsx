import { Box, Card, formatExact, Heading, Row, Stack, Text } from '@zmht/shared/ui'
import { Folded } from './Folded'
import type { SaidRelease } from './releases'
import { WeightTag } from './WeightTag'

/** One entry of the changelog. */
export function ReleaseCard({ said: { release, weight, says } }: { readonly said: SaidRelease }) {
  return (
    <Card>
      <Stack gap={2}>
        <Row between top gap={3}>
          <Heading level={2}>{release.version}</Heading>
          <WeightTag weight={weight} />
        </Row>
        <Text>{release.summary}</Text>
        <Folded items={says} first={6} counter="处改动">
          {(shown) => (
            <Box as="ul" role="list" label={`${release.version} 的改动`} className="g-says">
              {shown.map((words) => (
                <Box as="li" key={words}>
                  {words}
                </Box>
              ))}
            </Box>
          )}
        </Folded>
        <Text size="small" tone="quiet" numeric>
          {`${formatExact(release.at)} · ${release.by}发布`}
        </Text>
      </Stack>
    </Card>
  )
}
