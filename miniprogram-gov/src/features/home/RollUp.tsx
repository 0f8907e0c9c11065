import type { CountsByPlaceReply } from '@zmht/shared/contract'
import { shortName } from '@zmht/shared/geo'
import { BarList, Box, Card, EmptyState, type PathStep, Pressable, Row, Section, Text, useWide } from '@zmht/shared/ui'
import { type Column, Table } from '../frame/Table'
import { stateHeads } from '../requests/words'
import { statesIn, waitingIn } from './numbers'

type Child = CountsByPlaceReply['children'][number]

/** Counts of a place by its children: bars on a phone, bars and a table on a PC; pressing a child goes into it. */
export function RollUp({
  counts,
  title,
  dense = false,
  onPlace,
}: {
  readonly counts: CountsByPlaceReply
  readonly title: string
  /** Only the table on a PC, where there is no room beside it. */
  readonly dense?: boolean
  readonly onPlace: (place: Child) => void
}) {
  const wide = useWide()
  if (counts.children.length === 0) return null
  const children = [...counts.children].sort((a, b) => b.total - a.total)
  const counted = children.filter((child) => child.total > 0)
  const quiet = children.length - counted.length
  const states = statesIn(counts)
  const columns: readonly Column<Child>[] = [
    { key: 'name', head: '地点', cell: (child) => shortName(child) },
    ...states.map((state) => ({
      key: state,
      head: stateHeads[state],
      numeric: true,
      narrow: true,
      cell: (child: Child) => String(child.groups[state] ?? 0),
    })),
    {
      key: 'waiting',
      head: '待办合计',
      numeric: true,
      narrow: true,
      cell: (child) => (
        <Text inline strong numeric>
          {String(waitingIn(child.groups))}
        </Text>
      ),
    },
    { key: 'total', head: '全部', numeric: true, narrow: true, cell: (child) => String(child.total) },
  ]
  const bars = (
    <Card>
      <BarList
        label={`${title}，按多少排列`}
        unit=" 件"
        bars={counted.map((child) => ({
          key: child.id,
          name: shortName(child),
          count: child.total,
          onPress: () => onPlace(child),
        }))}
      />
    </Card>
  )
  // Something to compare: then it is worth looking at rather than reading.
  const besides = wide && !dense && counted.length > 1
  return (
    <Section title={title}>
      {counted.length === 0 ? (
        <Card>
          <EmptyState icon="chart" title="还没有申请" detail="有居民提交后，这里会按地点列出数量。" />
        </Card>
      ) : wide ? (
        <Box className={besides ? 'g-split' : undefined}>
          <Box className="g-split__main">
            <Table label={title} columns={columns} rows={counted} keyOf={(child) => child.id} onOpen={onPlace} />
          </Box>
          {besides ? <Box className="g-split__side">{bars}</Box> : null}
        </Box>
      ) : (
        bars
      )}
      {quiet > 0 && counted.length > 0 ? (
        <Text size="small" tone="quiet" numeric>{`另有 ${quiet} 处还没有申请。`}</Text>
      ) : null}
    </Section>
  )
}

/** The way from the official's own territory down to here; each step goes back up. */
export function Breadcrumb({
  path,
  onPlace,
}: {
  readonly path: readonly PathStep[]
  readonly onPlace: (place: PathStep) => void
}) {
  if (path.length < 2) return null
  return (
    <Box as="nav" label="所在地点">
      <Row wrap gap={1}>
        {path.map((step, index) =>
          index === path.length - 1 ? (
            <Text key={step.id} inline strong className="g-crumb">
              {shortName(step)}
            </Text>
          ) : (
            <Pressable key={step.id} className="g-crumb g-crumb--up" onPress={() => onPlace(step)}>
              {`${shortName(step)} /`}
            </Pressable>
          ),
        )}
      </Row>
    </Box>
  )
}

/** @returns the part of a lineage that lies inside the official's territories, outermost first */
export function pathWithin(lineage: readonly PathStep[], territories: readonly PathStep[]): readonly PathStep[] {
  const start = lineage.findIndex((step) => territories.some((one) => one.id === step.id))
  return start < 0 ? lineage.slice(-1) : lineage.slice(start)
}
