import { mostEdited } from '@zmht/shared/contract'
import { Box, Button, Text } from '@zmht/shared/ui'

/** Rows are picked by pressing them; then the same is said of all of them. */
export function PickBar({
  picked,
  listed,
  onPick,
  onEdit,
  onPast,
  onEnd,
}: {
  /** Nothing: nobody picks. */
  readonly picked: ReadonlySet<string> | undefined
  /** All that are in sight. */
  readonly listed: readonly string[]
  readonly onPick: (picked: ReadonlySet<string>) => void
  readonly onEdit: () => void
  readonly onPast: () => void
  readonly onEnd: () => void
}) {
  if (picked === undefined)
    return (
      <Box className="g-toolbar">
        <Button variant="quiet" icon="edit" onPress={() => onPick(new Set())}>
          批量修改
        </Button>
      </Box>
    )
  const isFull = listed.every((id) => picked.has(id))
  return (
    <Box className="g-pick-bar" role="group" label="批量修改">
      <Box className="z-grow" role="status" live="polite">
        <Text strong>{picked.size === 0 ? '点下面的一行选中它' : `已选 ${picked.size} 个`}</Text>
      </Box>
      <Box className="g-toolbar">
        <Button
          variant="quiet"
          disabled={listed.length === 0}
          onPress={() => onPick(isFull ? new Set() : new Set([...picked, ...listed].slice(0, mostEdited)))}
        >
          {isFull && listed.length > 0 ? '都不选' : `选中列出的 ${listed.length} 个`}
        </Button>
        <Button variant="text" icon="clock" onPress={onPast}>
          改过的
        </Button>
        <Button variant="text" icon="close" onPress={onEnd}>
          不改了
        </Button>
        <Button icon="edit" disabled={picked.size === 0} onPress={onEdit}>
          修改选中的
        </Button>
      </Box>
    </Box>
  )
}
