import type { TaskReachReply, TaskReply } from '@zmht/shared/contract'
import { levelNames, shortName } from '@zmht/shared/geo'
import { Button, Card, Loaded, Row, Section, Stack, Tag, Text, useResource, useWide } from '@zmht/shared/ui'
import { useState } from 'react'
import { Table } from '../frame/Table'
import { reachOf } from './resources'
import { itemWords, lacks, unitWords } from './words'

/** Whom a task would reach, looked at before it is dispatched: tier by tier, with how much there is to do, who does it, and where nobody would. */
export function Reach({ task }: { readonly task: TaskReply }) {
  const [path, setPath] = useState<readonly TaskReachReply[]>([])
  const at = path.at(-1)
  const loaded = useResource(reachOf, [task.id, task.edition, ...(at === undefined ? [] : [at.id])].join('/'))
  return (
    <Section title="派到哪里">
      <Stack gap={3}>
        {path.length === 0 ? null : (
          <Row gap={3} wrap>
            <Button variant="text" onPress={() => setPath((before) => before.slice(0, -1))}>
              返回上一级
            </Button>
            <Text strong>{path.map(shortName).join(' / ')}</Text>
          </Row>
        )}
        <Loaded of={loaded}>
          {(places) => {
            const concerned = places.filter(({ items }) => items !== 0)
            const others = places.length - concerned.length
            return (
              <>
                {concerned.length === 0 ? null : (
                  <Tree
                    places={concerned}
                    onPlace={(place) => {
                      if (place.hasChildren) setPath((before) => [...before, place])
                    }}
                  />
                )}
                {others === 0 ? null : (
                  <Text size="small" tone="quiet">
                    {concerned.length === 0 ? '这里没有要办的。' : `其余 ${others} 处没有要办的。`}
                  </Text>
                )}
              </>
            )
          }}
        </Loaded>
      </Stack>
    </Section>
  )
}

function Tree({
  places,
  onPlace,
}: {
  readonly places: readonly TaskReachReply[]
  readonly onPlace: (place: TaskReachReply) => void
}) {
  const wide = useWide()
  if (wide)
    return (
      <Table
        label="派到哪里"
        rows={places}
        keyOf={({ id }) => id}
        onOpen={onPlace}
        columns={[
          { key: 'name', head: '地点', cell: (place: TaskReachReply) => shortName(place) },
          { key: 'items', head: '要办', numeric: true, narrow: true, cell: itemWords },
          { key: 'units', head: '下面', cell: unitWords },
          { key: 'organisation', head: '由谁负责', cell: Responsible },
        ]}
      />
    )
  return (
    <Stack gap={2}>
      {places.map((place) => (
        <Card key={place.id} {...(place.hasChildren ? { onPress: () => onPlace(place) } : {})}>
          <Stack gap={1}>
            <Row between gap={3}>
              <Text strong>{`${shortName(place)} · ${levelNames[place.level]}`}</Text>
              <Text numeric>{itemWords(place)}</Text>
            </Row>
            {unitWords(place) === '' ? null : (
              <Text size="small" tone="quiet">
                {unitWords(place)}
              </Text>
            )}
            <Responsible {...place} />
          </Stack>
        </Card>
      ))}
    </Stack>
  )
}

function Responsible(place: TaskReachReply) {
  const missing = lacks(place)
  if (missing !== undefined)
    return (
      <Row>
        <Tag tone="danger">{missing}</Tag>
      </Row>
    )
  return (
    <Text size="small">
      {place.officials === undefined ? (place.organisation ?? '') : `${place.organisation}，${place.officials} 人在岗`}
    </Text>
  )
}
