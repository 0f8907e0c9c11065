import { shortName } from '@zmht/shared/geo'
import { Button, Card, Icon, List, Pressable, Row, Section, Stack, Text, useWide } from '@zmht/shared/ui'
import { useState } from 'react'
import { type Column, Table } from '../frame/Table'
import type { Measured, MeasuredChild } from './measured'
import { columnsOf, goesDeeper, sayIn, sayWhole, wholeLabel } from './words'

/** The places inside as rows with their numbers; pressing one goes into it, or to the list of who is there. */
export function PlaceRows({
  measured,
  onPlace,
}: {
  readonly measured: Measured
  readonly onPlace: (place: MeasuredChild) => void
}) {
  const wide = useWide()
  const { measure, children, place } = measured
  const [all, setAll] = useState(false)
  const sorted = [...children].sort((one, other) => weightOf(other) - weightOf(one))
  const there = sorted.filter(({ whole }) => whole.rows !== 0)
  const rows = all ? sorted : there
  const more =
    rows.length < sorted.length ? (
      <Button variant="text" icon="down" onPress={() => setAll(true)}>
        {`另有 ${sorted.length - rows.length} 处还没有，展开来看`}
      </Button>
    ) : null
  if (children.length === 0) return null
  const groups = columnsOf(measured)
  const title = `${shortName(place)}各处`
  if (wide) {
    const columns: readonly Column<MeasuredChild>[] = [
      { key: 'name', head: '地点', cell: (child) => shortName(child) },
      {
        key: 'whole',
        head: `${groups.length > 0 ? '合计' : wholeLabel(measure)}${measure.unit === '' ? '' : `（${measure.unit}）`}`,
        numeric: true,
        narrow: true,
        cell: (child) => (
          <Text inline strong numeric>
            {sayWhole(child)}
          </Text>
        ),
      },
      ...groups.map(({ key, name }) => ({
        key: `group ${key}`,
        head: name,
        numeric: true,
        narrow: true,
        cell: (child: MeasuredChild) => sayIn(child, key, measure),
      })),
      {
        key: 'next',
        head: '',
        narrow: true,
        cell: (child) => (
          <Text inline size="small" tone="quiet">
            {goesDeeper(child) ? '看下一级' : '看名单'}
          </Text>
        ),
      },
    ]
    return (
      <Section title={title}>
        {rows.length === 0 ? null : (
          <Table label={title} columns={columns} rows={rows} keyOf={({ id }) => id} onOpen={onPlace} />
        )}
        {more}
      </Section>
    )
  }
  return (
    <Section title={title}>
      {rows.length === 0 ? null : (
        <Card flush>
          <List label={title}>
            {rows.map((child, at) => (
              <Pressable
                key={child.id}
                className={at > 0 ? 'z-list-row z-list-row--line' : 'z-list-row'}
                onPress={() => onPlace(child)}
              >
                <Stack gap={1} grow>
                  <Row between gap={3}>
                    <Text inline>{shortName(child)}</Text>
                    <Text inline strong numeric size="large">
                      {sayWhole(child)}
                    </Text>
                  </Row>
                  {groups.length > 0 ? (
                    <Text size="small" tone="quiet" numeric>
                      {groups.map(({ key, name }) => `${name} ${sayIn(child, key, measure)}`).join(' · ')}
                    </Text>
                  ) : null}
                </Stack>
                <Icon name="chevron" className="z-text--quiet" />
              </Pressable>
            ))}
          </List>
        </Card>
      )}
      {more}
    </Section>
  )
}

const weightOf = ({ whole }: MeasuredChild): number => whole.value ?? -1
