import type { EffectsReply } from '@zmht/shared/contract'
import type { Change, Knowledge } from '@zmht/shared/knowledge'
import { Box, Card, KeyValue, List, Row, Stack, Text } from '@zmht/shared/ui'
import { AffectedByChange } from './AffectedByChange'
import { saidChanges } from './say-change'
import { WeightTag } from './WeightTag'

/** Changes in words, each with whom it touches where that is known. */
export function ChangeCards({
  knowledge,
  changes,
  effects,
}: {
  readonly knowledge: Knowledge
  readonly changes: readonly Change[]
  readonly effects: EffectsReply | undefined
}) {
  return (
    <List gap label="改动">
      {saidChanges(knowledge, changes).map(({ position, says, details }) => {
        const effect = effects?.changes[position]
        return (
          <Card key={position}>
            <Stack gap={2}>
              <Row between top gap={3}>
                <Text strong>{says}</Text>
                {effect === undefined ? null : <WeightTag weight={effect.weight} />}
              </Row>
              {details.length === 0 ? null : <KeyValue rows={details} />}
              {effect === undefined ? null : (
                <Box className="g-affected">
                  <AffectedByChange effect={effect} countedAt={effects?.countedAt} />
                </Box>
              )}
            </Stack>
          </Card>
        )
      })}
    </List>
  )
}
