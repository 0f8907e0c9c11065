import { readRowState } from '@zmht/shared/contract'
import { type Level, levelNames, levels } from '@zmht/shared/geo'
import { type LedgerKind, ledgerKinds } from '@zmht/shared/ledgers'
import { listMeasures } from '@zmht/shared/rules'
import {
  Button,
  EmptyState,
  goTo,
  Loaded,
  Notice,
  Row,
  SegmentedControl,
  Select,
  Stack,
  Text,
  useResource,
} from '@zmht/shared/ui'
import { fromAddress } from '@/lib/address'
import { pages } from '@/lib/navigation'
import { ledgersAt } from '../ledgers/resources'
import { GivenList } from './GivenList'
import type { GivenLines } from './given-lines'
import { type DraftAbout, placesOf, type TaskDraft } from './task-draft'

/** Places that are looked at one by one, the outer ones first. */
const lookedAt: readonly Level[] = levels.filter((level) => levels.indexOf(level) >= levels.indexOf('community'))

/** About whom: what a ledger holds, each place of a level, or a list somebody brings. */
export function AboutField({
  draft,
  taskId,
  own,
  given,
  error,
  onGiven,
  onChange,
}: {
  readonly draft: TaskDraft
  readonly taskId: string
  /** A place of the official's: the ledgers there. */
  readonly own: string
  /** The lines of a list, as far as they are on this page. */
  readonly given: GivenLines | undefined
  readonly error: string | undefined
  readonly onGiven: (change: (before: GivenLines | undefined) => GivenLines | undefined) => void
  readonly onChange: (about: DraftAbout) => void
}) {
  const { kind, about } = draft
  const ways = [
    ...(kind === 'place' ? [{ value: 'places' as const, label: '每一处' }] : []),
    { value: 'ledger' as const, label: '台账里的' },
    ...(isLedgerKind(kind) ? [{ value: 'list' as const, label: '我有名单' }] : []),
  ]
  return (
    <Stack gap={4}>
      {ways.length > 1 ? (
        <SegmentedControl
          label="从哪里来"
          segments={ways}
          value={about.of}
          onChange={(of) => (of === about.of ? undefined : onChange({ of }))}
        />
      ) : null}
      {about.of === 'places' ? (
        <Select
          label="哪一级"
          hint="范围里的每一处各是一项"
          placeholder="请选择"
          options={lookedAt.map((level) => ({ value: level, label: `每一个${levelNames[level]}` }))}
          value={about.level}
          error={error}
          onChange={(level) => onChange({ of: 'places', ...(level === undefined ? {} : { level }) })}
        />
      ) : about.of === 'ledger' ? (
        <LedgerField kind={kind} about={about} own={own} error={error} onChange={onChange} />
      ) : about.kept !== undefined && given === undefined ? (
        <Row between gap={3} wrap>
          <Text>{`名单里有 ${about.kept.count} ${isLedgerKind(kind) ? listMeasures[kind] : '项'}，已保存。`}</Text>
          <Button variant="text" onPress={() => onChange({ of: 'list' })}>
            换一份名单
          </Button>
        </Row>
      ) : isLedgerKind(kind) ? (
        <GivenList taskId={taskId} kind={kind} within={placesOf(draft)} list={given} error={error} onChange={onGiven} />
      ) : null}
    </Stack>
  )
}

const isLedgerKind = (kind: TaskDraft['kind']): kind is LedgerKind => ledgerKinds.some((one) => one === kind)

function LedgerField({
  kind,
  about,
  own,
  error,
  onChange,
}: {
  readonly kind: TaskDraft['kind']
  readonly about: Extract<DraftAbout, { of: 'ledger' }>
  readonly own: string
  readonly error: string | undefined
  readonly onChange: (about: DraftAbout) => void
}) {
  const ledgers = useResource(ledgersAt, own)
  return (
    <Loaded of={ledgers}>
      {(all) => {
        const fitting = all.filter((one) => one.kind === kind)
        return fitting.length === 0 ? (
          <EmptyState
            icon="ledger"
            title="还没有可以用的台账"
            detail="任务项从台账里生成。先建一本登记这类对象的台账，再来下派；已写的都留在这里。"
            action={<Button onPress={() => goTo(pages.people)}>去建台账</Button>}
          />
        ) : (
          <Stack gap={3}>
            <Select
              label="台账"
              options={fitting.map(({ id, name, rows }) => ({ value: id, label: `${name}（${rows}）` }))}
              value={about.ledger}
              error={error}
              onChange={(ledger) => onChange({ of: 'ledger', ...(ledger === undefined ? {} : { ledger }) })}
            />
            {(about.filter ?? '') === '' && about.state === undefined ? null : (
              <Notice>只派给名单里筛选出来的。</Notice>
            )}
          </Stack>
        )
      }}
    </Loaded>
  )
}

/** @returns what a list was narrowed to that a task is begun from */
export function aboutFrom(params: Readonly<Partial<Record<string, string>>>): DraftAbout | undefined {
  const ledger = fromAddress(params.ledger)
  if (ledger === '') return undefined
  const filter = fromAddress(params.filter)
  const state = readRowState(fromAddress(params.state))
  return {
    of: 'ledger',
    ledger,
    ...(filter === '' ? {} : { filter }),
    ...(state === undefined ? {} : { state }),
  }
}
