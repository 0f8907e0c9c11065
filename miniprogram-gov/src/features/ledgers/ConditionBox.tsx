import type { Condition } from '@zmht/shared/ledgers'
import { Box, Button, Icon, Row, Stack, Text } from '@zmht/shared/ui'
import { useKnowledge } from '@/lib/knowledge'
import { ConditionFields } from './ConditionFields'
import { sayUnfinished } from './say-draft'

/** One condition as a sentence, which opens to be changed. */
export function ConditionBox({
  condition,
  first,
  open,
  error,
  onOpen,
  onChange,
  onRemove,
}: {
  readonly condition: Condition
  readonly first: boolean
  readonly open: boolean
  readonly error: string | undefined
  readonly onOpen: () => void
  readonly onChange: (condition: Condition) => void
  readonly onRemove: () => void
}) {
  const knowledge = useKnowledge()
  const sentence = sayUnfinished(condition, knowledge)
  return (
    <Stack gap={2}>
      {first ? null : (
        <Text size="small" tone="quiet" className="g-condition__and">
          并且
        </Text>
      )}
      <Box className={error === undefined ? 'g-condition' : 'g-condition g-condition--wrong'}>
        <Row gap={2} between wrap>
          <Box className="z-grow">
            <Text strong>{sentence}</Text>
          </Box>
          <Row gap={1}>
            <Button variant="text" expanded={open} label={`${open ? '收起' : '修改'}：${sentence}`} onPress={onOpen}>
              {open ? '收起' : '修改'}
            </Button>
            <Button variant="text-danger" label={`删去：${sentence}`} onPress={onRemove}>
              删去
            </Button>
          </Row>
        </Row>
        {error === undefined ? null : (
          <Row gap={1}>
            <Icon name="alert" className="z-text--danger" />
            <Text inline size="small" tone="danger">
              {error}
            </Text>
          </Row>
        )}
        {open ? <ConditionFields condition={condition} onChange={onChange} /> : null}
      </Box>
    </Stack>
  )
}
