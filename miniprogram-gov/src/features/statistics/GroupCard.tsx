import type { Attribute } from '@zmht/shared/knowledge'
import { Box, Button, Card, Pressable, RadioList, Row, Stack, Text, TextInput } from '@zmht/shared/ui'
import { bandWords, edgesOf, edgesText, type GroupDraft, groupingsOn, usualBands, wayOf } from './measure-draft'

const wayNames: Readonly<Record<string, string>> = {
  code: '每一项一组',
  band: '分成几段',
  year: '按年',
  month: '按月',
  day: '按日',
}

/** One way rows are told apart, and how. */
export function GroupCard({
  group,
  attribute,
  error,
  onChange,
  onRemove,
}: {
  readonly group: GroupDraft
  /** Absent: by how fresh the rows are. */
  readonly attribute: Attribute | undefined
  readonly error: string | undefined
  readonly onChange: (group: GroupDraft) => void
  readonly onRemove: () => void
}) {
  const name = attribute?.name ?? '资料新鲜程度'
  const ways = attribute === undefined ? [] : groupingsOn(attribute)
  return (
    <Card label={`按${name}分`}>
      <Stack gap={3}>
        <Row between gap={3}>
          <Text strong>{`按${name}分`}</Text>
          <Button variant="text-danger" label={`不按${name}分`} onPress={onRemove}>
            去掉
          </Button>
        </Row>
        {ways.length > 1 ? (
          <RadioList
            inline
            label={`${name}怎样分`}
            options={ways.map((way) => ({
              value: wayOf(way),
              label: way.by === 'band' && way.years ? '按满几年分段' : (wayNames[wayOf(way)] ?? ''),
            }))}
            value={wayOf(group)}
            onChange={(chosen) => {
              const way = ways.find((one) => wayOf(one) === chosen)
              if (way) onChange(way)
            }}
          />
        ) : null}
        {group.by === 'band' ? <Bands group={group} name={name} error={error} onChange={onChange} /> : null}
        {group.by !== 'band' && error !== undefined ? (
          <Text size="small" tone="danger">
            {error}
          </Text>
        ) : null}
      </Stack>
    </Card>
  )
}

function Bands({
  group,
  name,
  error,
  onChange,
}: {
  readonly group: Extract<GroupDraft, { by: 'band' }>
  readonly name: string
  readonly error: string | undefined
  readonly onChange: (group: GroupDraft) => void
}) {
  const bands = bandWords(edgesOf(group.edges))
  return (
    <Stack gap={2}>
      <TextInput
        label={`${name}从多少起另算一段`}
        hint="从小到大写，用顿号或空格隔开，例如 18、35、60"
        value={group.edges}
        onChange={(edges) => onChange({ ...group, edges })}
        error={error}
      />
      {group.years ? (
        <Box className="g-chips">
          {usualBands.map(({ name: usual, edges }) => (
            <Pressable
              key={usual}
              className={group.edges === edgesText(edges) ? 'g-chip g-chip--on' : 'g-chip'}
              pressed={group.edges === edgesText(edges)}
              onPress={() => onChange({ ...group, edges: edgesText(edges) })}
            >
              {usual}
            </Pressable>
          ))}
        </Box>
      ) : null}
      {bands.length > 0 ? (
        <Text size="small" tone="quiet" numeric>{`分成 ${bands.length} 段：${bands.join('，')}`}</Text>
      ) : null}
    </Stack>
  )
}
