import {
  doneOf,
  type ItemState,
  itemStateNames,
  itemStates,
  type UnitAction,
  type UnitTransition,
  unitTransitions,
} from '@zmht/shared/rules'
import {
  Box,
  Button,
  Card,
  EmptyState,
  formatExact,
  formatWhen,
  KeyValue,
  Loaded,
  Notice,
  ProgressBar,
  Row,
  Sheet,
  Stack,
  Text,
  toast,
  useNow,
  useResource,
} from '@zmht/shared/ui'
import { useRef, useState } from 'react'
import { api } from '@/lib/api'
import { call } from '@/lib/phone'
import { CallButton } from '../directory/CallButton'
import { useIntent } from '../requests/intent'
import { measuredWords } from './measure-words'
import { NoteSheet } from './NoteSheet'
import { Rolled } from './Rolled'
import { ExportReport } from './TaskSheets'
import { type UnitId, unitContactOf, unitEntriesOf, unitReportOf } from './units.resources'

/** The unit a sheet is about. */
export interface Meant {
  readonly taskId: string
  readonly id: UnitId
  readonly name: string
}

const noteLabels: Readonly<Record<UnitAction, { readonly label: string; readonly hint: string }>> = {
  pass: { label: '给下级的说明（可不填）', hint: '例如：请各社区周五前办完' },
  report: { label: '情况说明（可不填）', hint: '例如：余下两家已停业，正在核实' },
  urge: { label: '督办内容', hint: '例如：区里明天检查，请今天办完' },
}

const told: Readonly<Record<UnitAction, string>> = {
  pass: '已转下，下级马上能看到',
  report: '已上报',
  urge: '已督办，对方的任务页会一直提示',
}

/** Passing on, reporting, urging: what follows is said first, and a note goes with it. */
export function ActSheet({
  unit,
  action,
  onClose,
  onDone,
}: {
  readonly unit: Meant
  readonly action: UnitAction
  readonly onClose: () => void
  /** Awaited: the sheet stays until what was done is seen. */
  readonly onDone: () => Promise<void>
}) {
  const transition: UnitTransition = unitTransitions[action]
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const words = useRef('')
  const send = useIntent(async (key): Promise<void> => {
    const { taskId, id } = unit
    const said = words.current === '' ? {} : { note: words.current }
    if (action === 'report') await api.tasks.reportUnit({ params: { taskId, unitId: id, key }, body: said })
    else if (action === 'pass') await api.tasks.passUnit({ params: { taskId, unitId: id }, body: { key, ...said } })
    else await api.tasks.urgeUnit({ params: { taskId, unitId: id }, body: { key, note: words.current } })
  })
  const go = async (note: string) => {
    words.current = note
    setBusy(true)
    setError(undefined)
    try {
      await send()
      toast(told[action])
      await onDone()
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  return (
    <NoteSheet
      open
      title={`${transition.label}：${unit.name}`}
      consequence={transition.consequence}
      label={noteLabels[action].label}
      hint={noteLabels[action].hint}
      missing={transition.note === 'needed' ? '请写明要对方做什么，对方会看到' : undefined}
      confirm={transition.label}
      busy={busy}
      error={error}
      onClose={onClose}
      onSend={go}
    />
  )
}

/** Who is responsible at a unit, each one tap away from being rung up. */
export function ContactSheet({ unit, onClose }: { readonly unit: Meant; readonly onClose: () => void }) {
  const loaded = useResource(unitContactOf, `${unit.taskId}/${unit.id}`)
  return (
    <Sheet open title={`联系${unit.name}`} onClose={onClose}>
      <Loaded of={loaded}>
        {({ organisation, people }) => (
          <Stack gap={3}>
            {organisation === undefined ? null : (
              <Row between gap={3}>
                <Text strong>{organisation.name}</Text>
                {organisation.phone === undefined ? null : (
                  <Button variant="quiet" icon="phone" onPress={() => call(organisation.phone ?? '')}>
                    {organisation.phone}
                  </Button>
                )}
              </Row>
            )}
            {people.length === 0 ? (
              <EmptyState
                icon="phone"
                title="今天没有人在岗"
                detail="可以联系上一级单位，或在通讯录里查找这个单位的人员。"
              />
            ) : (
              people.map((one) => (
                <Row key={`${one.id} ${one.title}`} between gap={3}>
                  <Stack gap={1}>
                    <Text>{one.name}</Text>
                    <Text size="small" tone="quiet">
                      {one.title}
                    </Text>
                  </Stack>
                  <CallButton name={one.name} phone={one.phone} />
                </Row>
              ))
            )}
          </Stack>
        )}
      </Loaded>
    </Sheet>
  )
}

/** What a unit did and what was said to it, the latest first; a report opens. */
export function HistorySheet({
  unit,
  onReport,
  onClose,
}: {
  readonly unit: Meant
  readonly onReport: (key: string) => void
  readonly onClose: () => void
}) {
  const loaded = useResource(unitEntriesOf, `${unit.taskId}/${unit.id}`)
  const now = useNow()
  return (
    <Sheet open title={`${unit.name}的经过`} onClose={onClose}>
      <Loaded of={loaded}>
        {(entries) =>
          entries.length === 0 ? (
            <EmptyState icon="task" title="还没有记录" detail="接收、上报、督办都会记在这里。" />
          ) : (
            <Stack gap={3}>
              {entries.map((entry) => (
                <Row key={entry.key} between top gap={3}>
                  <Stack gap={1}>
                    <Text>{`${entry.by} ${entry.says}`}</Text>
                    {entry.note === undefined ? null : <Text size="small">{entry.note}</Text>}
                    <Text size="small" tone="quiet" numeric>
                      {formatWhen(entry.at, now)}
                    </Text>
                  </Stack>
                  {entry.kind === 'report' ? (
                    <Button
                      variant="text"
                      label={`看${formatWhen(entry.at, now)}的上报`}
                      onPress={() => onReport(entry.key)}
                    >
                      看上报
                    </Button>
                  ) : null}
                </Row>
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Sheet>
  )
}

/** A report as it was made, and whether it still is. */
export function ReportSheet({
  unit,
  report,
  onClose,
}: {
  readonly unit: Meant
  readonly report: string
  readonly onClose: () => void
}) {
  const loaded = useResource(unitReportOf, `${unit.taskId}/${unit.id}/${report}`)
  return (
    <Sheet open wide title={`${unit.name}的上报`} onClose={onClose}>
      <Loaded of={loaded}>
        {({ report: frozen, intact, says }) => {
          const { done, total } = doneOf(frozen.groups)
          const states = itemStates.filter((state: ItemState) => (frozen.groups[state] ?? 0) > 0)
          return (
            <Stack gap={4}>
              <Notice tone={intact ? 'accent' : 'danger'}>{says}</Notice>
              <KeyValue
                rows={[
                  { key: '上报', value: `${frozen.by} · ${formatExact(frozen.at)}` },
                  ...(frozen.note === undefined ? [] : [{ key: '说明', value: frozen.note }]),
                  { key: '任务', value: `${frozen.task.title}（第 ${frozen.task.edition} 版）` },
                ]}
              />
              <Card>
                <Stack gap={3}>
                  <ProgressBar label="当时已完成" done={done} total={total} />
                  <Text size="small" tone="quiet">
                    {states.map((state) => `${itemStateNames[state]} ${frozen.groups[state] ?? 0}`).join(' · ')}
                  </Text>
                </Stack>
              </Card>
              {frozen.measures === undefined || frozen.measures.length === 0 ? null : (
                <Box className="g-measures">
                  {frozen.measures.map((measure) => (
                    <Card key={measure.id}>
                      <Rolled measure={measure} measured={frozen.measured?.[measure.id]} />
                    </Card>
                  ))}
                </Box>
              )}
              {frozen.children.map((child) => (
                <Stack key={child.id} gap={1}>
                  <ProgressBar label={child.name} {...doneOf(child.groups)} />
                  {(frozen.measures ?? [])
                    .filter(({ id }) => (child.measured?.[id]?.given ?? 0) > 0)
                    .map((measure) => (
                      <Text key={measure.id} size="small" tone="quiet" numeric>
                        {`${measure.title}：${measuredWords(measure, child.measured?.[measure.id])}`}
                      </Text>
                    ))}
                </Stack>
              ))}
              {frozen.place.id === 'whole' ? null : (
                <ExportReport taskId={frozen.task.id} place={frozen.place.id} report={frozen.key} />
              )}
              <Text size="small" tone="quiet">
                这是上报那一刻的数字，之后的进展不会改变它。
              </Text>
            </Stack>
          )
        }}
      </Loaded>
    </Sheet>
  )
}
