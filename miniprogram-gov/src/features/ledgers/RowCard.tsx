import type { RowReply } from '@zmht/shared/contract'
import { Box, Card, Heading, Icon, PlaceLine, Row, Stack, Text } from '@zmht/shared/ui'
import { CellText } from './CellText'
import type { ColumnOption } from './column-choice'
import { PickMark } from './PickMark'
import { RowTags } from './RowTags'
import { withinBuilding } from './row-headings'
import { nameOf } from './row-name'

/** So many facts are read at a glance; the rest is one press away. */
const mostFacts = 4

/** One row on a phone, with its building above the first of each. */
export function RowCard({
  row,
  heading,
  columns,
  picked,
  onPress,
}: {
  readonly row: RowReply
  /** The building, where it begins with this row. */
  readonly heading: string | undefined
  readonly columns: readonly ColumnOption[]
  /** While rows are picked: whether this one is. */
  readonly picked: boolean | undefined
  readonly onPress: () => void
}) {
  const told = columns.filter(({ key }) => (row.cells[key]?.text ?? '') !== '').slice(0, mostFacts)
  return (
    <Box>
      {heading === undefined ? null : (
        <Heading level={2} size="body" tone="quiet" className="g-building">
          {heading}
        </Heading>
      )}
      <Card onPress={onPress}>
        <Box className="g-row-card">
          <Row gap={2} between>
            <Stack gap={1} grow>
              <Text size="large" strong>
                {picked === undefined ? nameOf(row) : <PickMark name={nameOf(row)} on={picked} />}
              </Text>
              {row.home === '' ? null : <PlaceLine tail={withinBuilding(row.home)} />}
            </Stack>
            <Icon name="chevron" className="z-text--quiet" />
          </Row>
          {told.length === 0 ? null : (
            <Box className="g-row-card__facts">
              {told.map(({ key, label }) => (
                <Box key={key} className="g-row-card__fact">
                  <Text size="small" tone="quiet">
                    {label}
                  </Text>
                  <Text inline numeric>
                    <CellText cell={row.cells[key]} />
                  </Text>
                </Box>
              ))}
            </Box>
          )}
          <RowTags row={row} />
        </Box>
      </Card>
    </Box>
  )
}
