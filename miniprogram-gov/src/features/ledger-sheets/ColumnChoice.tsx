import type { SheetColumnReply, SheetImportReply } from '@zmht/shared/contract'
import { Box, Row, Select, Stack, Tag, Text } from '@zmht/shared/ui'
import { meaningKey, meaningOf } from './import-steps'
import { confidenceWords } from './words'

const nothing = 'nothing'

/** One column: its heading and first values, what it is taken for and how surely, and what else it may be. */
export function ColumnChoice({
  column,
  choices,
  as,
  doubled,
  line,
  onChange,
}: {
  readonly column: SheetColumnReply
  readonly choices: SheetImportReply['choices']
  readonly as: SheetColumnReply['as']
  /** The heading of another column that means the same. */
  readonly doubled: string | undefined
  readonly line: boolean
  readonly onChange: (as: SheetColumnReply['as']) => void
}) {
  const heading = column.heading.trim() || `第 ${column.column + 1} 列`
  const isAsRead = meaningKey(as) === meaningKey(column.as)
  const { name, tone } = confidenceWords[isAsRead ? column.confidence : 'chosen']
  const isSure = (meaning: SheetColumnReply['as']) =>
    column.confidence === 'right' && meaningKey(meaning) === meaningKey(column.as)
  const likely = new Set(column.candidates.map((one) => meaningKey(one.as)))
  const known = new Set([nothing, ...likely])
  const options = [
    { value: nothing, label: '不导入这一列' },
    ...column.candidates.flatMap((one) =>
      one.as.of === 'nothing'
        ? []
        : [{ value: meaningKey(one.as), label: isSure(one.as) ? one.label : `${one.label}（像是）` }],
    ),
    ...choices.flatMap((one) =>
      known.has(meaningKey(one.as))
        ? []
        : [{ value: meaningKey(one.as), label: one.own ? one.label : `${one.label}（台账外的内容）` }],
    ),
  ]
  return (
    <Box className={line ? 'g-sheet-column g-sheet-column--line' : 'g-sheet-column'}>
      <Stack gap={1} className="g-sheet-column__head">
        <Row gap={2} wrap>
          <Text inline strong>
            {heading}
          </Text>
          <Tag tone={tone}>{name}</Tag>
        </Row>
        <Text size="small" tone="quiet" clamp>
          {column.examples.length === 0 ? '这一列是空的' : `例如：${column.examples.slice(0, 4).join('、')}`}
        </Text>
        {isAsRead && column.why !== '' ? (
          <Text size="small" tone="quiet">
            {column.why}
          </Text>
        ) : null}
      </Stack>
      <Select
        label={`“${heading}”是什么`}
        options={options}
        value={meaningKey(as)}
        error={doubled === undefined ? undefined : `和“${doubled}”一列选了同一项`}
        onChange={(key) => onChange(meaningOf(key))}
      />
    </Box>
  )
}
