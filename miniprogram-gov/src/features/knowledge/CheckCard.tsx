import type { EffectsReply } from '@zmht/shared/contract'
import type { Change, Knowledge } from '@zmht/shared/knowledge'
import { Box, Button, Card, Notice, ProblemNotice, Section, Stack, Text } from '@zmht/shared/ui'
import { AffectedByChange } from './AffectedByChange'
import { EffectsSummary } from './EffectsSummary'
import { type SaidChange, saidChanges } from './say-change'
import { useCheck } from './useCheck'

/** What the changes would affect, before anything is proposed. */
export function CheckCard({
  knowledge,
  changes,
  ready,
}: {
  readonly knowledge: Knowledge
  readonly changes: readonly Change[]
  /** Whether the changes hold together as they are. */
  readonly ready: boolean
}) {
  const check = useCheck(changes)
  return (
    <Section title="影响">
      <Card>
        <Stack gap={3}>
          <Button
            variant="quiet"
            full
            icon="eye"
            loading={check.busy}
            disabled={!ready}
            onPress={() => void check.run()}
          >
            检查影响
          </Button>
          {ready ? null : (
            <Text size="small" tone="quiet">
              改动都写完以后，可以看看会影响哪些应用和资料。
            </Text>
          )}
          <Box live="polite">
            {check.error === undefined ? null : <ProblemNotice error={check.error} />}
            {check.found === undefined ? null : (
              <Stack gap={4}>
                {check.outdated ? (
                  <Notice tone="amber">检查以后又改过，下面是改之前的结果，请再检查一次。</Notice>
                ) : null}
                <EffectsSummary now={knowledge.version} effects={check.found.effects} />
                <Found changes={saidChanges(knowledge, check.found.changes)} effects={check.found.effects} />
              </Stack>
            )}
          </Box>
        </Stack>
      </Card>
    </Section>
  )
}

function Found({ changes, effects }: { readonly changes: readonly SaidChange[]; readonly effects: EffectsReply }) {
  return (
    <Box as="ol" role="list" label="每处改动的影响" className="g-found">
      {changes.map(({ position, says }) => {
        const effect = effects.changes[position]
        return effect === undefined ? null : (
          <Box as="li" key={position} className="g-found__one">
            <Text strong>{says}</Text>
            <AffectedByChange effect={effect} countedAt={effects.countedAt} />
          </Box>
        )
      })}
    </Box>
  )
}
