import { type Chosen, partKindNames } from '@zmht/shared/applications'
import type { ApplicationPart } from '@zmht/shared/contract'
import { channelStateNames, mostApplicationParts } from '@zmht/shared/rules'
import {
  Button,
  Checkbox,
  MoreOfList,
  type Page,
  ProblemNotice,
  Section,
  Skeleton,
  Stack,
  Text,
  usePaged,
} from '@zmht/shared/ui'
import { useCallback, useState } from 'react'
import { api } from '@/lib/api'
import type { Official } from '../session/official'

interface Offered {
  readonly id: string
  readonly title: string
  readonly detail: string
}

type Kind = ApplicationPart['kind']
const kinds = ['service', 'ledger', 'task', 'notice'] as const

/** What an organisation has of a kind, a page at a time. */
async function pageOf(kind: Kind, me: Official, cursor: string | undefined): Promise<Page<Offered>> {
  const from = cursor === undefined ? {} : { cursor }
  const organisation = me.posts[0]?.organisation.id
  const own = organisation === undefined ? {} : { organisation }
  const given = <T,>({ items, next }: Page<T>, say: (one: T) => Offered): Page<Offered> => ({
    items: items.map(say),
    ...(next === undefined ? {} : { next }),
  })
  switch (kind) {
    case 'service':
      return given(await api.channels.list({ query: from }), ({ id, title, summary, state }) => ({
        id,
        title,
        detail: state === 'open' ? summary : `${channelStateNames[state]} · ${summary}`,
      }))
    case 'ledger':
      return given(await api.ledgers.list({ query: { ...own, ...from } }), ({ id, name, about }) => ({
        id,
        title: name,
        detail: about,
      }))
    case 'task':
      return given(await api.tasks.tasksAt({ query: { ...own, ...from } }), ({ id, title, organisation: whose }) => ({
        id,
        title,
        detail: whose.name,
      }))
    case 'notice':
      return given(await api.channels.notices({ query: from }), ({ id, title, where }) => ({
        id,
        title,
        detail: `发给 ${where}`,
      }))
  }
}

async function chosenOf(kind: Kind, id: string): Promise<Chosen> {
  switch (kind) {
    case 'service':
      return { kind, of: await api.channels.channel({ params: { channelId: id } }) }
    case 'ledger':
      return { kind, of: await api.ledgers.ledger({ params: { ledgerId: id } }) }
    case 'task':
      return { kind, of: await api.tasks.task({ params: { taskId: id } }) }
    case 'notice':
      return { kind, of: await api.channels.notice({ params: { noticeId: id } }) }
  }
}

/** Ticks among what the organisation has, of each kind; what was ticked is read whole when it is taken. */
export function GatherPicker({
  me,
  done,
  onDone,
}: {
  readonly me: Official
  /** The words of the button. */
  readonly done: string
  readonly onDone: (chosen: readonly Chosen[]) => void
}) {
  const [ticked, setTicked] = useState<readonly { readonly kind: Kind; readonly id: string }[]>([])
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const toggle = (kind: Kind, id: string) =>
    setTicked((before) =>
      before.some((one) => one.id === id) ? before.filter((one) => one.id !== id) : [...before, { kind, id }],
    )
  const take = async () => {
    setBusy(true)
    setError(undefined)
    try {
      const chosen: Chosen[] = []
      for (const { kind, id } of ticked) chosen.push(await chosenOf(kind, id))
      onDone(chosen)
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  const tooMany = ticked.length > mostApplicationParts
  return (
    <Stack gap={6}>
      {kinds.map((kind) => (
        <OfKind
          key={kind}
          me={me}
          kind={kind}
          ticked={ticked.map(({ id }) => id)}
          onToggle={(id) => toggle(kind, id)}
        />
      ))}
      {error === undefined ? null : <ProblemNotice error={error} />}
      {tooMany ? <Text tone="amber">{`一个应用最多 ${mostApplicationParts} 个部分，请去掉几个。`}</Text> : null}
      <Button full large loading={busy} disabled={ticked.length === 0 || tooMany} onPress={() => void take()}>
        {ticked.length === 0 ? '请先勾选' : `${done}（${ticked.length}）`}
      </Button>
    </Stack>
  )
}

function OfKind({
  me,
  kind,
  ticked,
  onToggle,
}: {
  readonly me: Official
  readonly kind: Kind
  readonly ticked: readonly string[]
  readonly onToggle: (id: string) => void
}) {
  const paged = usePaged<Offered>(useCallback((cursor: string | undefined) => pageOf(kind, me, cursor), [kind, me]))
  return (
    <Section title={partKindNames[kind]}>
      {paged.first ? (
        <Skeleton />
      ) : paged.error !== undefined && paged.items.length === 0 ? (
        <ProblemNotice error={paged.error} />
      ) : paged.items.length === 0 ? (
        <Text tone="quiet">{`本单位还没有${partKindNames[kind]}。`}</Text>
      ) : (
        <Stack gap={2}>
          {paged.items.map(({ id, title, detail }) => (
            <Checkbox
              key={id}
              bare={false}
              label={title}
              detail={detail}
              checked={ticked.includes(id)}
              onChange={() => onToggle(id)}
            />
          ))}
          <MoreOfList paged={paged} />
        </Stack>
      )}
    </Section>
  )
}
