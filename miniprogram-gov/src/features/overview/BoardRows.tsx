import type { BoardReply } from '@zmht/shared/contract'
import { type Standing, worstFirst } from '@zmht/shared/overview'
import {
  Box,
  Button,
  Card,
  EmptyState,
  List,
  Pressable,
  Row,
  Section,
  Select,
  Tag,
  Text,
  useWide,
} from '@zmht/shared/ui'
import { type Column, Table } from '../frame/Table'
import { figureIn, standingsIn, standingWord } from './words'

type Child = BoardReply['rows'][number]

/** The places inside, worst first by the number somebody looks at: a table on a PC, one number at a time on a phone. */
export function BoardRows({
  board,
  by,
  onBy,
  onPlace,
  onPeople,
}: {
  readonly board: BoardReply
  readonly by: string
  readonly onBy: (measure: string) => void
  readonly onPlace: (place: Child) => void
  readonly onPeople: (place: Child) => void
}) {
  const wide = useWide()
  const { columns, rows, place } = board
  const at = Math.max(
    0,
    columns.findIndex(({ id }) => id === by),
  )
  const column = columns[at]
  const standings = standingsIn(board)
  const standingOf = new Map(rows.map((row, index) => [row.id, standings.map((of) => of[index] ?? 'usual')]))
  if (rows.length === 0 || column === undefined) return null
  const open = columns.findIndex(({ id }) => id === 'open')
  // Of alike ones where most is under way comes first.
  const busiest = worstFirst({ better: 'low' }, rows, (row) => row.cells[open]?.value)
  const sorted = worstFirst(
    column.better === 'none' ? { better: 'low' } : column,
    busiest,
    (row) => row.cells[at]?.value,
  )
  const title = `${place.name}各处`
  if (!wide)
    return (
      <Section title={title}>
        <Select
          label="按哪个数看"
          value={column.id}
          options={columns.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(chosen) => (chosen === undefined ? undefined : onBy(chosen))}
        />
        <Card flush>
          <List label={`${title}，按${column.name}，最要紧的在前`}>
            {sorted.map((row, index) => (
              <Box key={row.id} className={index === 0 ? 'g-board-row' : 'g-board-row g-board-row--line'}>
                <Pressable className="g-board-row__open" onPress={() => onPlace(row)}>
                  <Text>{row.name}</Text>
                  <Row gap={2}>
                    <StandingTag column={column} standing={standingOf.get(row.id)?.[at] ?? 'usual'} />
                    <Text inline strong numeric>
                      {figureIn(column, row.cells[at])}
                    </Text>
                  </Row>
                </Pressable>
                <Button variant="text" icon="phone" label={`联系${row.name}`} onPress={() => onPeople(row)}>
                  联系
                </Button>
              </Box>
            ))}
          </List>
        </Card>
      </Section>
    )
  const cells: readonly Column<Child>[] = columns.map((one, index) => ({
    key: one.id,
    head: one.name,
    numeric: true,
    sort: { order: one.id === column.id ? 'descending' : undefined, onPress: () => onBy(one.id) },
    cell: (row) => (
      <Box className="g-board-cell">
        <Text inline numeric strong={one.id === column.id}>
          {figureIn(one, row.cells[index])}
        </Text>
        {one.unit === 'percent' && row.cells[index]?.value !== undefined ? (
          <Strip share={row.cells[index]?.value ?? 0} />
        ) : null}
        <StandingTag column={one} standing={standingOf.get(row.id)?.[index] ?? 'usual'} />
      </Box>
    ),
  }))
  return (
    <Section title={title}>
      <Table
        label={`${title}，按${column.name}，最要紧的在前`}
        rows={sorted}
        keyOf={(row) => row.id}
        onOpen={onPlace}
        columns={[
          { key: 'name', head: '地点', narrow: true, cell: (row) => row.name },
          ...cells,
          {
            key: 'people',
            head: '负责人',
            narrow: true,
            acts: true,
            cell: (row) => (
              <Box className="g-board-people">
                <Button variant="text" icon="phone" label={`联系${row.name}`} onPress={() => onPeople(row)}>
                  联系
                </Button>
              </Box>
            ),
          },
        ]}
      />
    </Section>
  )
}

/** A word beside the colour: nobody has to tell red from green. */
function StandingTag({
  column,
  standing,
}: {
  readonly column: BoardReply['columns'][number]
  readonly standing: Standing
}) {
  if (standing === 'usual') return null
  const isLate = column.id === 'late' || column.id === 'lateItems'
  return (
    <Tag tone={standing === 'ahead' ? 'accent' : isLate ? 'danger' : 'amber'}>{standingWord(column, standing)}</Tag>
  )
}

/** How much of all is done, as a strip. */
function Strip({ share }: { readonly share: number }) {
  if (process.env.TARO_ENV !== 'h5') return null
  return (
    <div className="g-share" aria-hidden="true">
      <div className="g-share__done" style={{ width: `${Math.min(100, Math.max(0, share))}%` }} />
    </div>
  )
}

export function NoPlaces() {
  return (
    <Card>
      <EmptyState
        icon="place"
        title="您的岗位没有管理的地点"
        detail="总览按地点读取。如有疑问，请联系本单位的通讯录维护人员。"
      />
    </Card>
  )
}
