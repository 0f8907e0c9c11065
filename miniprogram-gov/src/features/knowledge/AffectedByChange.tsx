import type { EffectsReply } from '@zmht/shared/contract'
import { Stack, Text, useNow } from '@zmht/shared/ui'
import { ApplicationList } from './ApplicationList'
import { factsWords } from './facts-words'

/** The applications and stored facts one change touches. */
export function AffectedByChange({
  effect: { applications, others, facts },
  countedAt,
}: {
  readonly effect: EffectsReply['changes'][number]
  readonly countedAt: string | undefined
}) {
  const now = useNow()
  const count = applications.length + others
  if (count === 0 && facts === 0) {
    return (
      <Text size="small" tone="quiet">
        没有应用在用，也没有资料受影响。
      </Text>
    )
  }
  return (
    <Stack gap={2}>
      {count === 0 ? (
        <Text size="small" tone="quiet">
          没有应用在用。
        </Text>
      ) : (
        <>
          <Text strong numeric>{`${count} 个应用在用，发布后会受影响`}</Text>
          <ApplicationList applications={applications} others={others} />
        </>
      )}
      <Text size="small" tone="quiet" numeric>
        {factsWords(facts, countedAt, now)}
      </Text>
    </Stack>
  )
}
