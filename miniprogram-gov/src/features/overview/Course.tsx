import type { BoardColumnReply, CourseReply } from '@zmht/shared/contract'
import { figureOf } from '@zmht/shared/overview'
import {
  Card,
  Chart,
  EmptyState,
  type Figures,
  formatExact,
  Loaded,
  nowInstant,
  Section,
  Select,
  Stack,
  Text,
  useResource,
} from '@zmht/shared/ui'
import { saveWorkbook } from '../sheets/workbook'
import { courseOf } from './resources'

/** How one number of a place went, day by day. */
export function Course({
  place,
  columns,
  measure,
  onMeasure,
}: {
  readonly place: { readonly id: string; readonly name: string }
  readonly columns: readonly BoardColumnReply[]
  readonly measure: string
  readonly onMeasure: (id: string) => void
}) {
  const loaded = useResource(courseOf, `${place.id}/${measure}`)
  return (
    <Section title="走势">
      <Card>
        <Stack gap={3}>
          <Select
            label="看哪个数"
            value={measure}
            options={columns.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(chosen) => (chosen === undefined ? undefined : onMeasure(chosen))}
          />
          <Loaded of={loaded}>{(course) => <Line course={course} name={place.name} />}</Loaded>
        </Stack>
      </Card>
    </Section>
  )
}

/** Days before the first that was kept are left out. */
function Line({ course: { measure, days }, name }: { readonly course: CourseReply; readonly name: string }) {
  const first = days.findIndex(({ value }) => value !== undefined)
  const known = first < 0 ? [] : days.slice(first)
  if (known.length < 2)
    return (
      <EmptyState
        icon="chart"
        title={known[0]?.value === undefined ? '还没有记录' : `今天 ${figureOf(measure.unit, known[0].value)}`}
        detail="每天结束时的数会记下来，从明天起这里能看到变化。"
      />
    )
  const title = `${name}：${measure.name}走势`
  return (
    <Stack gap={2}>
      <Chart
        key={`${name} ${measure.id}`}
        title={title}
        caption={`${known[0]?.day ?? ''} 至 ${known.at(-1)?.day ?? ''} · ${formatExact(nowInstant())} 读取`}
        kind="trend"
        figures={figuresOf(measure, known)}
        rowHead="日期"
        onSheet={process.env.TARO_ENV === 'h5' ? (file, cells) => saveWorkbook(file, cells, [14, 14]) : undefined}
      />
      <Text size="small" tone="quiet">
        {`${measure.says}。${measure.ofMonth ? '从本月 1 日起累计。' : '每天结束时的数，最后一天是现在。'}`}
      </Text>
    </Stack>
  )
}

const units = { count: '', percent: '%', minutes: '小时', number: '题' } as const

function figuresOf(measure: BoardColumnReply, days: CourseReply['days']): Figures {
  const scaled = (value: number): number => (measure.unit === 'minutes' ? Math.round(value / 6) / 10 : value)
  return {
    rows: days.map(({ day }) => ({ key: day, name: `${Number(day.slice(5, 7))}/${Number(day.slice(8))}` })),
    series: [{ key: measure.id, name: measure.name }],
    amounts: days.map(({ value }) => [value === undefined ? {} : { value: scaled(value) }]),
    unit: units[measure.unit],
  }
}
