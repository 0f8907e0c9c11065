import type { AnswerableCountsReply, AnsweredKind } from '@zmht/shared/contract'
import { shortName } from '@zmht/shared/geo'
import { BarList, Box, Card, EmptyState, Section, Text, useWide } from '@zmht/shared/ui'
import { type Column, Table } from '../frame/Table'
import { kindNames, rowsIn, sayRows, type What, whatWords } from './words'

type Child = AnswerableCountsReply['children'][number]

/** How many there are in each place inside, the most first; pressing one goes into it. */
export function PlaceCounts({
  counts,
  what,
  kind,
  onPlace,
}: {
  readonly counts: AnswerableCountsReply
  readonly what: What
  readonly kind: AnsweredKind
  readonly onPlace: (place: string) => void
}) {
  const wide = useWide()
  const of = (child: Child): number | undefined => rowsIn(child.counts, what, kind)
  const there = counts.children.filter((child) => of(child) !== 0)
  if (rowsIn(counts.here, what, kind) === 0) {
    // Where the list itself is shown, it says so.
    return counts.opens ? null : (
      <Card>
        <EmptyState
          icon="check"
          title={`没有${whatWords[what].name}的${kindNames[kind]}`}
          detail={whatWords[what].none}
        />
      </Card>
    )
  }
  if (there.length === 0) return null
  const sorted = [...there].sort((one, other) => (of(other) ?? 0) - (of(one) ?? 0))
  const title = `${shortName(counts.place)}各处`
  const quiet = counts.children.length - there.length
  const columns: readonly Column<Child>[] = [
    { key: 'name', head: '地点', cell: (child) => shortName(child) },
    {
      key: 'count',
      head: `${whatWords[what].name}的${kindNames[kind]}`,
      numeric: true,
      narrow: true,
      cell: (child) => (
        <Text inline strong numeric>
          {sayRows(of(child))}
        </Text>
      ),
    },
  ]
  return (
    <Section title={title}>
      {wide || sorted.some((child) => of(child) === undefined) ? (
        <Table label={title} columns={columns} rows={sorted} keyOf={({ id }) => id} onOpen={({ id }) => onPlace(id)} />
      ) : (
        <Card>
          <Box>
            <BarList
              label={`${title}，按多少排列`}
              bars={sorted.map((child) => ({
                key: child.id,
                name: shortName(child),
                count: of(child) ?? 0,
                onPress: () => onPlace(child.id),
              }))}
            />
          </Box>
        </Card>
      )}
      {quiet > 0 ? <Text size="small" tone="quiet" numeric>{`另有 ${quiet} 处没有。`}</Text> : null}
    </Section>
  )
}
