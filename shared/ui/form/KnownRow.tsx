import type { Answering, Control, PrefilledValue } from '../../controls'
import { showValue } from '../../knowledge'
import { cx } from '../classes'
import type { FileStore } from '../controls/control'
import { FilesShown } from '../controls/FilesShown'
import { idsOf } from '../controls/uploads'
import { usePlaceName } from '../controls/usePlaceName'
import type { PlaceSource } from '../domain/place-source'
import { formatAge } from '../format/when'
import { Box } from '../primitives/Box'
import { Button } from '../primitives/Button'
import { Row, Stack } from '../primitives/Stack'
import { Tag } from '../primitives/Tag'
import { Text } from '../primitives/Text'

/** One prefilled answer: what it is, where it comes from, how old, and a way to change it. */
export function KnownRow({
  control,
  answering,
  fact,
  confirmed,
  places,
  files,
  now,
  line,
  onEdit,
}: {
  readonly control: Control
  readonly answering: Answering | undefined
  readonly fact: PrefilledValue
  readonly confirmed: boolean
  readonly places: PlaceSource
  readonly files: Pick<FileStore, 'open' | 'stamp'> | undefined
  readonly now: string
  readonly line: boolean
  readonly onEdit: () => void
}) {
  const isPlace = control.kind === 'place' && fact.masked !== true && typeof fact.value === 'string'
  const placeName = usePlaceName(places, isPlace ? String(fact.value) : undefined)
  const fileKind = answering?.value.type === 'file' && fact.masked !== true ? answering.value.of : undefined
  const text = isPlace
    ? (placeName ?? '正在读取…')
    : fact.masked || !answering
      ? String(fact.value)
      : showValue(answering, fact.value)
  return (
    <Box className={cx('z-list-row', line && 'z-list-row--line')}>
      <Stack gap={1} grow>
        <Text size="small" tone="quiet">
          {control.label}
        </Text>
        {fileKind !== undefined && files !== undefined ? (
          <FilesShown
            label={control.label}
            files={idsOf(fact.value).map((id) => ({ id, kind: fileKind }))}
            store={files}
          />
        ) : (
          <Text size="large" numeric>
            {text}
          </Text>
        )}
        <Row gap={2} wrap>
          <Text inline size="small" tone="quiet">
            {`来自${fact.source} · ${formatAge(fact.at, now)}`}
          </Text>
          {fact.pending ? <Tag tone="amber">您说的，待社区核对</Tag> : null}
          {confirmed ? <Tag tone="accent">已确认</Tag> : fact.stale ? <Tag tone="amber">时间较久，请留意</Tag> : null}
        </Row>
      </Stack>
      <Button variant="text" label={`修改${control.label}`} onPress={onEdit}>
        修改
      </Button>
    </Box>
  )
}
