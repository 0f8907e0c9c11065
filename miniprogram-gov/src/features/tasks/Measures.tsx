import type { Form } from '@zmht/shared/controls'
import {
  attributeOf,
  idOfTaskMeasure,
  mostTaskMeasures,
  type TaskMeasure,
  taskMeasureByNames,
  waysToCount,
} from '@zmht/shared/measures'
import {
  Box,
  Button,
  Card,
  EmptyState,
  List,
  ListRow,
  Row,
  Sheet,
  Stack,
  Text,
  TextInput,
  useResource,
} from '@zmht/shared/ui'
import { useEffect, useRef, useState } from 'react'
import { useKnowledge } from '@/lib/knowledge'
import { keptMeasures } from './measures.resources'

const longestTitle = 20

type Change = (change: (before: readonly TaskMeasure[]) => readonly TaskMeasure[]) => void

/**
 * 统计哪些指标: what the answers of a form roll up to. Those the organisation keeps are chosen to begin with, wherever the form asks for what they count.
 * @param offers choose the kept ones at first; not where a task is changed that has its own
 */
export function Measures({
  form,
  measures,
  offers,
  onChange,
}: {
  readonly form: Form
  readonly measures: readonly TaskMeasure[]
  readonly offers: boolean
  readonly onChange: Change
}) {
  const knowledge = useKnowledge()
  const kept = useResource(keptMeasures, '')
  const [adding, setAdding] = useState(false)
  const [renaming, setRenaming] = useState<TaskMeasure>()
  const offered = useRef(false)
  const labelOf = ({ control }: TaskMeasure): string => form.controls.find(({ id }) => id === control)?.label ?? ''
  useEffect(() => {
    if (!offers || offered.current || kept.data === undefined) return
    offered.current = true
    const fitting = form.controls.flatMap((control): TaskMeasure[] =>
      (kept.data ?? []).flatMap(({ attribute, by, title }) =>
        attributeOf(form, { title, control: control.id, by }) === attribute &&
        waysToCount(knowledge, control).includes(by)
          ? [{ title, control: control.id, by }]
          : [],
      ),
    )
    onChange((before) => together(before, fitting))
  }, [offers, kept.data, form, knowledge, onChange])
  const remove = (one: TaskMeasure) =>
    onChange((before) => before.filter((other) => idOfTaskMeasure(other) !== idOfTaskMeasure(one)))
  return (
    <Stack gap={3}>
      {measures.length === 0 ? (
        <Text size="small" tone="quiet">
          还没有指标，只统计完成了多少。加了指标，各级随时能看到填的内容加起来是多少。
        </Text>
      ) : (
        <List label="统计的指标">
          {measures.map((one, at) => (
            <ListRow
              key={idOfTaskMeasure(one)}
              line={at > 0}
              title={one.title}
              detail={`${labelOf(one)} · ${taskMeasureByNames[one.by]}`}
              end={
                <Row gap={1}>
                  <Button variant="text" label={`给指标“${one.title}”改名`} onPress={() => setRenaming(one)}>
                    改名
                  </Button>
                  <Button variant="text" label={`去掉指标“${one.title}”`} onPress={() => remove(one)}>
                    去掉
                  </Button>
                </Row>
              }
            />
          ))}
        </List>
      )}
      <Box>
        <Button
          variant="quiet"
          icon="plus"
          disabled={measures.length >= mostTaskMeasures}
          onPress={() => setAdding(true)}
        >
          加一个指标
        </Button>
      </Box>
      {adding ? (
        <AddMeasure
          form={form}
          measures={measures}
          onAdd={(one) => {
            onChange((before) => together(before, [one]))
            setAdding(false)
          }}
          onClose={() => setAdding(false)}
        />
      ) : null}
      {renaming === undefined ? null : (
        <Rename
          measure={renaming}
          onSave={(title) => {
            onChange((before) =>
              before.map((one) => (idOfTaskMeasure(one) === idOfTaskMeasure(renaming) ? { ...one, title } : one)),
            )
            setRenaming(undefined)
          }}
          onClose={() => setRenaming(undefined)}
        />
      )}
    </Stack>
  )
}

/** Each once, as many as a task has. */
function together(before: readonly TaskMeasure[], more: readonly TaskMeasure[]): readonly TaskMeasure[] {
  const known = new Set(before.map(idOfTaskMeasure))
  const fresh = more.filter((one) => !known.has(idOfTaskMeasure(one)))
  return fresh.length === 0 ? before : [...before, ...fresh].slice(0, mostTaskMeasures)
}

/** What of the form can be counted, and how. */
function AddMeasure({
  form,
  measures,
  onAdd,
  onClose,
}: {
  readonly form: Form
  readonly measures: readonly TaskMeasure[]
  readonly onAdd: (measure: TaskMeasure) => void
  readonly onClose: () => void
}) {
  const knowledge = useKnowledge()
  const known = new Set(measures.map(idOfTaskMeasure))
  const titles = new Set(measures.map(({ title }) => title))
  const all = form.controls.flatMap((control) =>
    waysToCount(knowledge, control).flatMap((by) => {
      const one = { title: titleOf(control.label, taskMeasureByNames[by], titles), control: control.id, by }
      return known.has(idOfTaskMeasure(one)) ? [] : [{ ...one, label: control.label }]
    }),
  )
  // What tells least comes last.
  const possible = [...all.filter(({ by }) => by !== 'given'), ...all.filter(({ by }) => by === 'given')]
  return (
    <Sheet open title="加一个指标" onClose={onClose}>
      {possible.length === 0 ? (
        <EmptyState icon="chart" title="没有可以再加的" detail="表单里能统计的都在统计了。" />
      ) : (
        <Card flush>
          <List label="可以统计的内容">
            {possible.map(({ label, ...one }, at) => (
              <ListRow
                key={idOfTaskMeasure(one)}
                line={at > 0}
                title={label}
                detail={taskMeasureByNames[one.by]}
                onPress={() => onAdd(one)}
              />
            ))}
          </List>
        </Card>
      )}
    </Sheet>
  )
}

/** The label of the control, short enough, without the signs a title may not have, told apart where it is taken. */
function titleOf(label: string, way: string, taken: ReadonlySet<string>): string {
  const plain = label.replace(/[{}｛｝/／]/g, ' ').trim()
  const short = [...plain].slice(0, longestTitle).join('')
  return taken.has(short) ? `${[...plain].slice(0, longestTitle - way.length).join('')}${way}` : short
}

function Rename({
  measure,
  onSave,
  onClose,
}: {
  readonly measure: TaskMeasure
  readonly onSave: (title: string) => void
  readonly onClose: () => void
}) {
  const [title, setTitle] = useState(measure.title)
  const [tried, setTried] = useState(false)
  const save = () => {
    setTried(true)
    if (title.trim() !== '') onSave(title.trim())
  }
  return (
    <Sheet
      open
      title="给指标改名"
      onClose={onClose}
      footer={
        <Button full onPress={save}>
          改好了
        </Button>
      }
    >
      <TextInput
        label="指标名称"
        hint="导出的表格里用这个名称"
        maxLength={longestTitle}
        value={title}
        error={tried && title.trim() === '' ? '请写指标名称' : undefined}
        onChange={setTitle}
      />
    </Sheet>
  )
}
