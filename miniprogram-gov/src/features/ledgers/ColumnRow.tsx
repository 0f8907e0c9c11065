import { type Column, nameOfColumn } from '@zmht/shared/ledgers'
import { Box, Icon, Pressable, Text } from '@zmht/shared/ui'
import { useKnowledge } from '@/lib/knowledge'
import { MovableRow } from '../builder/MovableRow'
import { ProblemLines } from '../builder/ProblemLines'
import { aboutAnswer } from './contents'

/** One column: what it shows, and the way up, down and out. */
export function ColumnRow({
  column,
  at,
  last,
  error,
  onMove,
  onDrop,
  onRemove,
}: {
  readonly column: Column
  readonly at: number
  readonly last: boolean
  readonly error: string | undefined
  readonly onMove: (to: number) => void
  /** Another was dropped onto it. */
  readonly onDrop: (key: string) => void
  readonly onRemove: () => void
}) {
  const knowledge = useKnowledge()
  const name = nameOfColumn(column, knowledge)
  const what = column.of === 'attribute' ? knowledge.attribute(column.attribute) : undefined
  const detail = column.of === 'relation' ? '关系，显示对方的名称' : what === undefined ? '' : aboutAnswer(what)
  return (
    <MovableRow id={column.key} index={at} depth={0} onDrop={onDrop}>
      <Box className="g-row">
        <Box className="g-row__main">
          <Text inline strong>
            {name}
          </Text>
          {detail === '' ? null : (
            <Text size="small" tone="quiet">
              {detail}
            </Text>
          )}
          {error === undefined ? null : <ProblemLines problems={[{ message: error }]} />}
        </Box>
        <Box className="g-row__moves">
          <Pressable className="g-row__move" label={`上移${name}`} disabled={at === 0} onPress={() => onMove(at - 1)}>
            <Icon name="up" />
          </Pressable>
          <Pressable className="g-row__move" label={`下移${name}`} disabled={last} onPress={() => onMove(at + 1)}>
            <Icon name="down" />
          </Pressable>
          <Pressable className="g-row__move" label={`去掉${name}`} onPress={onRemove}>
            <Icon name="close" />
          </Pressable>
        </Box>
      </Box>
    </MovableRow>
  )
}
