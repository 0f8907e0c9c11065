import { Box, Button, Card, Icon, Pressable, Row, Stack, Text } from '@zmht/shared/ui'
import { ChangeEditor } from './ChangeEditor'
import { changeTitle } from './change-title'
import type { DraftChange, Step } from './draft'
import { sayChanges } from './say-change'

/** One change of a draft: folded it says what it does, unfolded it is written. What is missing stands in it either way. */
export function ChangeCard({
  change,
  step,
  open,
  onToggle,
  onChange,
  onRemove,
}: {
  readonly change: DraftChange
  readonly step: Step
  readonly open: boolean
  readonly onToggle: () => void
  readonly onChange: (change: DraftChange) => void
  readonly onRemove: () => void
}) {
  const title = changeTitle(step.before, change)
  const ready = step.problems.length === 0
  return (
    <Card flush label={title}>
      <Pressable className="g-change-head" expanded={open} onPress={onToggle}>
        <Stack gap={1} grow>
          <Text strong>{title}</Text>
          {open || !ready ? null : (
            <Text size="small" tone="quiet">
              {sayChanges(step.before, step.changes).join('；')}
            </Text>
          )}
          {open || ready ? null : (
            <Text size="small" tone="amber" numeric>{`还有 ${step.problems.length} 处要补`}</Text>
          )}
        </Stack>
        <Icon name={open ? 'up' : 'down'} />
      </Pressable>
      {open ? (
        <Stack gap={4} className="g-change-body">
          <ChangeEditor before={step.before} change={change} onChange={onChange} />
          <Box live="polite">
            {ready ? null : (
              <Stack gap={1}>
                {step.problems.map((problem) => (
                  <Row key={problem} gap={1} className="g-missing">
                    <Icon name="alert" />
                    <Text inline size="small" tone="amber">
                      {problem}
                    </Text>
                  </Row>
                ))}
              </Stack>
            )}
          </Box>
          <Button variant="text-danger" icon="trash" onPress={onRemove}>
            去掉这处改动
          </Button>
        </Stack>
      ) : null}
    </Card>
  )
}
