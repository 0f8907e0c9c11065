import type { CountsByPlaceReply, TaskReply, UnitEntryReply, UnitReply, UnitsReply } from '@zmht/shared/contract'
import { type PlaceId, shortName } from '@zmht/shared/geo'
import { doneOf, type UnitAction, unitTransitions } from '@zmht/shared/rules'
import {
  Box,
  Button,
  Card,
  formatWhen,
  Loaded,
  Notice,
  Pressable,
  ProgressBar,
  Row,
  Section,
  Stack,
  Tag,
  Text,
  useNow,
  useResource,
  useWide,
} from '@zmht/shared/ui'
import { type ReactNode, useState } from 'react'
import { useEvery } from '@/lib/useEvery'
import { Table } from '../frame/Table'
import { Beside } from './Beside'
import { countsOf, ownTasks } from './resources'
import { ActSheet, ContactSheet, HistorySheet, type Meant, ReportSheet } from './UnitSheets'
import { lastedWords, mostWords, shadeOf, standTag, stripWords } from './unit-words'
import { unitContactOf, unitEntriesOf, unitsOf } from './units.resources'
import { rateWords } from './words'

/** How often what units do is read again while it is looked at, in milliseconds; the numbers come oftener. */
const pause = 12_000

type Counts = Readonly<Record<string, number>>

type Open =
  | { readonly sheet: 'act'; readonly unit: Meant; readonly action: UnitAction }
  | { readonly sheet: 'contact'; readonly unit: Meant }
  | { readonly sheet: 'history'; readonly unit: Meant }
  | { readonly sheet: 'report'; readonly unit: Meant; readonly report: string }

/** What is done about a unit: opened from its row. */
interface Doing {
  readonly act: (unit: UnitReply, action: UnitAction) => void
  readonly contact: (unit: UnitReply) => void
  readonly history: (unit: UnitReply) => void
  readonly report: (unit: UnitReply, key: string) => void
  readonly inside: (unit: UnitReply) => void
}

/** 各单位进展: the unit of the place looked at and those inside it, in the order of the tree, with what each did of the task and what can be done about it. */
export function Units({
  task,
  place,
  counts,
  onPlace,
  children,
}: {
  readonly task: TaskReply
  readonly place: string
  /** The numbers of now, which come oftener than the rest. */
  readonly counts: CountsByPlaceReply
  readonly onPlace: (place: PlaceId) => void
  /** Stands between what the place is asked and those inside it. */
  readonly children: ReactNode
}) {
  const at = `${task.id}/${place}`
  const loaded = useResource(unitsOf, at)
  useEvery(pause, () => void loaded.reload())
  const [open, setOpen] = useState<Open>()
  const meant = ({ id, name, level }: UnitReply): Meant => ({ taskId: task.id, id, name: shortName({ name, level }) })
  const doing: Doing = {
    act: (unit, action) => setOpen({ sheet: 'act', unit: meant(unit), action }),
    contact: (unit) => setOpen({ sheet: 'contact', unit: meant(unit) }),
    history: (unit) => setOpen({ sheet: 'history', unit: meant(unit) }),
    report: (unit, report) => setOpen({ sheet: 'report', unit: meant(unit), report }),
    inside: (unit) => onPlace(unit.id),
  }
  const close = () => setOpen(undefined)
  // What was done stands there before the sheet goes.
  const changed = async () => {
    unitEntriesOf.outdate()
    unitContactOf.outdate()
    ownTasks.outdate()
    await Promise.all([loaded.reload(), countsOf.refresh(at)])
    close()
  }
  const live = new Map<string, Counts>(counts.children.map(({ id, groups }) => [id, groups]))
  return (
    <Loaded of={loaded}>
      {({ here, units, whole, from, beside }) => (
        <Stack gap={4}>
          {from === undefined ? null : <PassedOn entry={from} />}
          {here === undefined ? null : <Here unit={{ ...here, groups: counts.groups }} doing={doing} />}
          {whole === undefined ? null : (
            <Whole
              reported={whole.reported}
              onReport={() =>
                setOpen({ sheet: 'act', unit: { taskId: task.id, id: 'whole', name: '整个任务' }, action: 'report' })
              }
              onRead={(report) =>
                setOpen({ sheet: 'report', unit: { taskId: task.id, id: 'whole', name: '整个任务' }, report })
              }
            />
          )}
          {children}
          {units.length === 0 ? null : (
            <Rows units={units.map((unit) => ({ ...unit, groups: live.get(unit.id) ?? unit.groups }))} doing={doing} />
          )}
          {beside === undefined ? null : <Beside all={beside} />}
          {open === undefined ? null : open.sheet === 'act' ? (
            <ActSheet unit={open.unit} action={open.action} onClose={close} onDone={changed} />
          ) : open.sheet === 'contact' ? (
            <ContactSheet unit={open.unit} onClose={close} />
          ) : open.sheet === 'history' ? (
            <HistorySheet
              unit={open.unit}
              onReport={(report) => setOpen({ sheet: 'report', unit: open.unit, report })}
              onClose={close}
            />
          ) : (
            <ReportSheet unit={open.unit} report={open.report} onClose={close} />
          )}
        </Stack>
      )}
    </Loaded>
  )
}

/** Whether nothing can be filled in at a place yet, for its own unit has not passed the task on. */
export function isWaiting(units: UnitsReply | undefined): boolean {
  return units?.here?.stand === 'waiting'
}

/** What the tier above said when it passed the task on. */
function PassedOn({ entry }: { readonly entry: UnitEntryReply }) {
  const now = useNow()
  return <Notice title={`${entry.by}转下 · ${formatWhen(entry.at, now)}`}>{entry.note ?? ''}</Notice>
}

/** The unit looked at: what it is asked, and what its own people do. */
function Here({ unit, doing }: { readonly unit: UnitReply; readonly doing: Doing }) {
  const now = useNow()
  const mine = unit.actions.filter((action) => action !== 'urge')
  const { urged, reported, passed } = unit
  const isOwn = mine.length > 0
  return (
    <Stack gap={3}>
      {unit.stand === 'waiting' ? (
        <Notice tone="amber" title="还没有转下">
          {isOwn
            ? '请先看一看任务要求，再接收并转下；转下以前下级看不到，也不能填报。'
            : '这个单位还没有接收并转下，下级还看不到。'}
        </Notice>
      ) : null}
      {urged === undefined ? null : (
        <Notice tone="amber" title={`${urged.by} ${urged.says} · ${formatWhen(urged.at, now)}`}>
          {urged.note ?? '请尽快办完。'}
        </Notice>
      )}
      <Row gap={2} wrap>
        {mine.map((action) => (
          <Button
            key={action}
            variant={action === 'pass' ? 'primary' : 'quiet'}
            onPress={() => doing.act(unit, action)}
          >
            {unitTransitions[action].label}
          </Button>
        ))}
        {reported === undefined ? null : (
          <Button variant="text" onPress={() => doing.report(unit, reported.key)}>
            {`已上报 ${formatWhen(reported.at, now)}`}
          </Button>
        )}
        {(reported ?? passed ?? urged) ? (
          <Button variant="text" onPress={() => doing.history(unit)}>
            经过
          </Button>
        ) : null}
      </Row>
    </Stack>
  )
}

/** Of a task with several places: all of it in one report. */
function Whole({
  reported,
  onReport,
  onRead,
}: {
  readonly reported: NonNullable<UnitsReply['whole']>['reported']
  readonly onReport: () => void
  readonly onRead: (key: string) => void
}) {
  const now = useNow()
  return (
    <Row gap={2} wrap>
      <Button variant="quiet" onPress={onReport}>
        上报整个任务
      </Button>
      {reported === undefined ? null : (
        <Button variant="text" onPress={() => onRead(reported.key)}>
          {`整个任务已上报 ${formatWhen(reported.at, now)}`}
        </Button>
      )}
    </Row>
  )
}

/** In the order of the tree: nobody is ranked. */
function Rows({ units, doing }: { readonly units: readonly UnitReply[]; readonly doing: Doing }) {
  const wide = useWide()
  const isMeasured = units.some(({ waited, worked }) => waited !== undefined || worked !== undefined)
  const hasStrips = units.some(({ strip }) => strip.length > 0)
  return (
    <Section title="各单位进展">
      {wide ? (
        <Table
          label="各单位进展"
          rows={units}
          keyOf={({ id }) => id}
          columns={[
            { key: 'name', head: '单位', cell: (unit: UnitReply) => <Name unit={unit} doing={doing} /> },
            {
              key: 'done',
              head: '完成',
              cell: ({ groups }: UnitReply) => (
                <Box className="g-unit__done">
                  <ProgressBar label={rateWords(groups)} {...doneOf(groups)} />
                </Box>
              ),
            },
            ...(hasStrips
              ? [{ key: 'strip', head: '里面各处', cell: ({ strip }: UnitReply) => <Strip strip={strip} /> }]
              : []),
            { key: 'state', head: '状态', cell: (unit: UnitReply) => <State unit={unit} doing={doing} /> },
            ...(isMeasured
              ? [
                  {
                    key: 'waited',
                    head: '等待 中位 / 九成',
                    cell: ({ waited }: UnitReply) => <Lasted half={lastedWords(waited)} most={mostWords(waited)} />,
                  },
                  {
                    key: 'worked',
                    head: '办理 中位 / 九成',
                    cell: ({ worked }: UnitReply) => <Lasted half={lastedWords(worked)} most={mostWords(worked)} />,
                  },
                ]
              : []),
            { key: 'acts', head: '办理', narrow: true, cell: (unit: UnitReply) => <Acts unit={unit} doing={doing} /> },
          ]}
        />
      ) : (
        <Stack gap={3}>
          {units.map((unit) => (
            <Card key={unit.id}>
              <Stack gap={3}>
                <Name unit={unit} doing={doing} />
                <ProgressBar label={rateWords(unit.groups)} {...doneOf(unit.groups)} />
                <Strip strip={unit.strip} />
                <State unit={unit} doing={doing} />
                {unit.waited === undefined && unit.worked === undefined ? null : (
                  <Text size="small" tone="quiet">
                    {`等待一半在 ${lastedWords(unit.waited)}、九成在 ${mostWords(unit.waited)}以内；办理 ${lastedWords(unit.worked)}、${mostWords(unit.worked)}`}
                  </Text>
                )}
                <Acts unit={unit} doing={doing} />
              </Stack>
            </Card>
          ))}
        </Stack>
      )}
      {isMeasured && wide ? (
        <Text size="small" tone="quiet">
          等待：从下派到有人办；办理：从有人办到办完。都按上班时间算，“九成”是十件里有九件不超过。
        </Text>
      ) : null}
    </Section>
  )
}

function Name({ unit, doing }: { readonly unit: UnitReply; readonly doing: Doing }) {
  return (
    <Pressable className="g-unit__name" onPress={() => doing.inside(unit)}>
      <Text inline strong tone="accent">
        {shortName(unit)}
      </Text>
    </Pressable>
  )
}

/** Completion of each place inside as a shade, the whole told in words. */
function Strip({ strip }: { readonly strip: UnitReply['strip'] }) {
  if (strip.length === 0) return null
  return (
    <Box className="g-strip">
      <Box hidden className="g-strip__cells">
        {strip.map((cell) => (
          <Box key={cell.name} className={`g-strip__cell g-strip__cell--${shadeOf(cell)}`} />
        ))}
      </Box>
      <Text size="small" tone="quiet">
        {stripWords(strip)}
      </Text>
    </Box>
  )
}

function State({ unit, doing }: { readonly unit: UnitReply; readonly doing: Doing }) {
  const now = useNow()
  const stand = standTag(unit.stand, unit.groups)
  const { reported, urged } = unit
  if (stand === undefined && reported === undefined && urged === undefined) return null
  return (
    <Row gap={2} wrap>
      {stand === undefined ? null : <Tag tone={stand.tone}>{stand.words}</Tag>}
      {urged === undefined ? null : <Tag tone="amber">{urged.kind === 'urge' ? '被督办' : urged.says}</Tag>}
      {reported === undefined ? null : (
        <Button
          variant="text"
          label={`${shortName(unit)}：已上报 ${formatWhen(reported.at, now)}`}
          onPress={() => doing.report(unit, reported.key)}
        >
          {`已上报 ${formatWhen(reported.at, now)}`}
        </Button>
      )}
    </Row>
  )
}

/** Half of them took so long at most, nine in ten so long. */
function Lasted({ half, most }: { readonly half: string; readonly most: string }) {
  return (
    <Stack gap={1} className="g-unit__lasted">
      <Text size="small">{half}</Text>
      <Text size="small" tone="quiet">
        {most}
      </Text>
    </Stack>
  )
}

function Acts({ unit, doing }: { readonly unit: UnitReply; readonly doing: Doing }) {
  const name = shortName(unit)
  // In a row of a table they stand beside one another.
  const wide = useWide()
  const hasHistory = (unit.passed ?? unit.reported ?? unit.urged) !== undefined
  return (
    <Row gap={1} wrap={!wide}>
      {unit.actions.map((action) => (
        <Button
          key={action}
          variant={action === 'pass' ? 'primary' : 'quiet'}
          label={`${unitTransitions[action].label}：${name}`}
          onPress={() => doing.act(unit, action)}
        >
          {unitTransitions[action].label}
        </Button>
      ))}
      <Button variant="text" icon="phone" label={`联系${name}`} onPress={() => doing.contact(unit)}>
        联系
      </Button>
      {hasHistory ? (
        <Button variant="text" label={`${name}的经过`} onPress={() => doing.history(unit)}>
          经过
        </Button>
      ) : null}
    </Row>
  )
}
