import { readRowState } from '@zmht/shared/contract'
import { type Level, levelNames, levels } from '@zmht/shared/geo'
import { Button, EmptyState, goTo, Loaded, Notice, RadioList, Select, Stack, useResource } from '@zmht/shared/ui'
import { fromAddress } from '@/lib/address'
import { pages } from '@/lib/navigation'
import { ledgersAt } from '../ledgers/resources'
import type { DraftAbout, TaskDraft } from './task-draft'

/** Places that are looked at one by one, the outer ones first. */
const lookedAt: readonly Level[] = levels.filter((level) => levels.indexOf(level) >= levels.indexOf('community'))

/** About whom: what a ledger holds, or each place of a level. */
export function AboutField({
  draft: { kind, about },
  own,
  error,
  onChange,
}: {
  readonly draft: TaskDraft
  /** A place of the official's: the ledgers there. */
  readonly own: string
  readonly error: string | undefined
  readonly onChange: (about: DraftAbout) => void
}) {
  return (
    <Stack gap={4}>
      {kind === 'place' ? (
        <RadioList
          label="逐个看什么"
          options={[
            { value: 'places', label: '范围里的每一处', detail: '例如每个小区、每栋楼、每一户' },
            { value: 'ledger', label: '一本台账里的', detail: '只看登记在台账里的地点' },
          ]}
          value={about.of}
          onChange={(of) => onChange(of === 'places' ? { of } : { of: 'ledger' })}
        />
      ) : null}
      {about.of === 'places' ? (
        <Select
          label="哪一级"
          placeholder="请选择"
          options={lookedAt.map((level) => ({ value: level, label: `每一个${levelNames[level]}` }))}
          value={about.level}
          error={error}
          onChange={(level) => onChange({ of: 'places', ...(level === undefined ? {} : { level }) })}
        />
      ) : (
        <LedgerField kind={kind} about={about} own={own} error={error} onChange={onChange} />
      )}
    </Stack>
  )
}

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
