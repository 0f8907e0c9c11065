import type { ShownMeasureReply, TaskMeasuresReply, TaskReply } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import {
  Box,
  Button,
  Card,
  goTo,
  Loaded,
  Pressable,
  Row,
  Section,
  Stack,
  Text,
  toast,
  useResource,
  useWide,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { useEvery } from '@/lib/useEvery'
import { Table } from '../frame/Table'
import { may, type Official } from '../session/official'
import { byFrom, keptMeasures, measuresOf } from './measures.resources'
import { comparePage } from './pages'
import { Rolled, RolledBriefly } from './Rolled'

/** How often what answers come to is read again while it is looked at, in milliseconds. */
const pause = 6000

type Child = TaskMeasuresReply['children'][number]

/** 指标: what the answers of a task come to at a place and at those inside it, live, in the order of the tree. */
export function MeasureNumbers({
  me,
  task,
  place,
  onPlace,
}: {
  readonly me: Official
  readonly task: TaskReply
  readonly place: string
  readonly onPlace: (place: PlaceId) => void
}) {
  const loaded = useResource(measuresOf, `${task.id}/${place}`)
  useEvery(pause, () => void loaded.reload())
  const wide = useWide()
  if ((task.content.measures ?? []).length === 0) return null
  return (
    <Section title="指标">
      <Loaded of={loaded}>
        {({ measures, here, children }) => (
          <Stack gap={4}>
            <Box className="g-measures">
              {measures.map((measure) => (
                <Card key={measure.id}>
                  <Stack gap={3}>
                    <Rolled measure={measure} measured={here[measure.id]} />
                    {wide || children.length === 0 ? null : (
                      <Inside measure={measure} rows={children} onPlace={onPlace} />
                    )}
                    {task.actions.length > 0 ? <Again me={me} measure={measure} /> : null}
                  </Stack>
                </Card>
              ))}
            </Box>
            {wide && children.length > 0 ? (
              <Table
                label="各单位的指标"
                rows={children}
                keyOf={({ id }) => id}
                columns={[
                  {
                    key: 'name',
                    head: '单位',
                    narrow: true,
                    cell: (child: Child) => <Name child={child} onPlace={onPlace} />,
                  },
                  ...measures.map((measure) => ({
                    key: measure.id,
                    head: measure.title,
                    cell: ({ measured }: Child) => <RolledBriefly measure={measure} measured={measured[measure.id]} />,
                  })),
                ]}
              />
            ) : null}
          </Stack>
        )}
      </Loaded>
    </Section>
  )
}

function Name({ child, onPlace }: { readonly child: Child; readonly onPlace: (place: PlaceId) => void }) {
  return (
    <Pressable className="g-unit__name" label={`${child.name}：看指标`} onPress={() => onPlace(child.id)}>
      <Text inline strong tone="accent">
        {child.name}
      </Text>
    </Pressable>
  )
}

/** On a phone: one measure over the places inside, folded until it is asked for. */
function Inside({
  measure,
  rows,
  onPlace,
}: {
  readonly measure: ShownMeasureReply
  readonly rows: readonly Child[]
  readonly onPlace: (place: PlaceId) => void
}) {
  const [open, setOpen] = useState(false)
  return (
    <Stack gap={3}>
      <Box>
        <Button
          variant="text"
          icon={open ? 'up' : 'down'}
          expanded={open}
          label={`${measure.title}：${open ? '收起' : '看各单位'}`}
          onPress={() => setOpen(!open)}
        >
          {open ? '收起' : '看各单位'}
        </Button>
      </Box>
      {open
        ? rows.map((child) => (
            <Row key={child.id} between gap={3}>
              <Name child={child} onPlace={onPlace} />
              <RolledBriefly measure={measure} measured={child.measured[measure.id]} />
            </Row>
          ))
        : null}
    </Stack>
  )
}

/** A measure of something the knowledge system knows: kept for further tasks, and held against earlier ones. */
function Again({ me, measure }: { readonly me: Official; readonly measure: ShownMeasureReply }) {
  const kept = useResource(keptMeasures, '')
  const [busy, setBusy] = useState(false)
  const { attribute, title } = measure
  const by = byFrom(measure.by)
  if (attribute === undefined || by === undefined || !may(me, 'task.write')) return null
  const isKept = (kept.data ?? []).some((one) => one.attribute === attribute && one.by === by)
  const keep = async () => {
    setBusy(true)
    try {
      const params = { attribute, by }
      const { items } = isKept
        ? await api.tasks.dropMeasure({ params })
        : await api.tasks.keepMeasure({ params, body: { title } })
      keptMeasures.put('', items)
      toast(isKept ? '不再是常用指标，正在统计的任务不受影响' : '以后的任务问到这一项，会自动带上这个指标')
    } catch {
      toast('没有保存，请再试一次')
    } finally {
      setBusy(false)
    }
  }
  return (
    <Row gap={2} wrap>
      <Button
        variant="text"
        icon={isKept ? 'star-full' : 'star'}
        pressed={isKept}
        loading={busy}
        label={`${isKept ? '常用指标' : '设为常用'}：${title}`}
        onPress={() => void keep()}
      >
        {isKept ? '常用指标' : '设为常用'}
      </Button>
      <Button
        variant="text"
        icon="chart"
        label={`和以往比：${title}`}
        onPress={() => goTo(comparePage, { attribute, by })}
      >
        和以往比
      </Button>
    </Row>
  )
}
