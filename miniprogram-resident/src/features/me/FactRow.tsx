import type { FactReply } from '@zmht/shared/contract'
import { Box, Button, formatAge, Row, Stack, Tag, Text, useNow } from '@zmht/shared/ui'

/** One fact with its source and age; put right, or when it is old, said to be right still. */
export function FactRow({
  fact,
  line,
  waits,
  busy,
  onCorrect,
  onStill,
}: {
  readonly fact: FactReply
  readonly line: boolean
  /** What was just told of it waits for the community. */
  readonly waits: boolean
  readonly busy: boolean
  /** Absent: it is not corrected here. */
  readonly onCorrect: (() => void) | undefined
  /** Absent: it cannot be told again in one tap. */
  readonly onStill: (() => void) | undefined
}) {
  const now = useNow()
  const { label, text, source, at, stale } = fact
  return (
    <Box className={line ? 'z-list-row z-list-row--line' : 'z-list-row'}>
      <Stack gap={1} grow>
        <Text size="small" tone="quiet">
          {label}
        </Text>
        <Row between gap={2}>
          <Text size="large" numeric>
            {text}
          </Text>
          {onCorrect === undefined ? null : (
            <Button variant="text" label={`更正${label}`} onPress={onCorrect}>
              更正
            </Button>
          )}
        </Row>
        <Row gap={2} wrap>
          <Text inline size="small" tone="quiet">{`来自${source} · ${formatAge(at, now)}`}</Text>
          {waits ? <Tag tone="accent">已提交，等社区核对</Tag> : null}
          {stale && onStill === undefined && !waits ? <Tag tone="amber">时间较久，下次办事请核对</Tag> : null}
        </Row>
        {stale && onStill !== undefined && !waits ? (
          <Row gap={2} wrap>
            <Tag tone="amber">时间较久，还对吗？</Tag>
            <Button variant="quiet" icon="check" loading={busy} label={`${label}还对`} onPress={onStill}>
              还对
            </Button>
          </Row>
        ) : null}
      </Stack>
    </Box>
  )
}
