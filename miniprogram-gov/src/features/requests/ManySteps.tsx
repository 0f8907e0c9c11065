import type { BodyOf, channelRoutes, RequestCardReply } from '@zmht/shared/contract'
import { type OfficialMover, type RequestTransition, requestTransitions } from '@zmht/shared/rules'
import {
  Box,
  Button,
  CheckboxList,
  Notice,
  type Paged,
  ProblemNotice,
  Row,
  Sheet,
  Stack,
  Text,
  TextArea,
  toast,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { useIntentOf } from './intent'
import { actionsForAll, type ManyAction, mostAtOnce } from './many'
import { cannedAnswers, noteLabels, stateWords } from './words'

type Card = RequestCardReply & { readonly part?: string }

/** 成批办理: requests of a list, picked, with one decision for all of them. */
export function ManySteps<One extends Card>({
  paged,
  partIn,
  onDone,
}: {
  readonly paged: Paged<One>
  readonly partIn: (one: One) => OfficialMover
  readonly onDone: () => void
}) {
  const [picked, setPicked] = useState<readonly string[]>([])
  const [action, setAction] = useState<ManyAction>()
  const [left, setLeft] = useState<readonly string[]>([])
  const chosen = paged.items
    .filter(({ id }) => picked.includes(id))
    .map((one) => ({ id: one.id, state: one.state, part: partIn(one) }))
  const actions = actionsForAll(chosen)
  const all = paged.items.length > 0 && paged.items.every(({ id }) => picked.includes(id))
  return (
    <Stack gap={3}>
      <CheckboxList
        label="选要办的"
        options={paged.items.map(({ id, who, place, title, state, number }) => ({
          value: id,
          label: `${who} · ${place}`,
          detail: `${title} · ${stateWords[state]} · 编号 ${number}`,
        }))}
        values={picked}
        onChange={setPicked}
      />
      {paged.more ? (
        <Box>
          <Button variant="text" loading={paged.loading} onPress={paged.loadMore}>
            再看一些
          </Button>
        </Box>
      ) : null}
      {[...new Set(left)].map((message) => (
        <Notice key={message} tone="amber">
          {`${left.filter((one) => one === message).length} 件：${message}`}
        </Notice>
      ))}
      <Row gap={2} wrap>
        <Button variant="quiet" onPress={() => setPicked(all ? [] : paged.items.map(({ id }) => id))}>
          {all ? '全部不选' : `全选这 ${paged.items.length} 件`}
        </Button>
        {actions.map((one) => (
          <Button key={one} onPress={() => setAction(one)}>
            {`${requestTransitions[one].label}（${chosen.length}）`}
          </Button>
        ))}
      </Row>
      {chosen.length > 0 && actions.length === 0 ? (
        <Text size="small" tone="quiet">
          选中的进展不一样，没有可以一起办的。请选进展相同的。
        </Text>
      ) : null}
      {action === undefined ? null : (
        <ManySheet
          action={action}
          ids={chosen.map(({ id }) => id)}
          onClose={() => setAction(undefined)}
          onDone={(messages) => {
            setAction(undefined)
            setPicked([])
            setLeft(messages)
            onDone()
          }}
        />
      )}
    </Stack>
  )
}

type ManyBody = BodyOf<typeof channelRoutes.steps>

function bodyOf(action: ManyAction, key: string, requests: readonly string[], note: string): ManyBody {
  const some = { key, requests: [...requests] }
  switch (action) {
    case 'claim':
    case 'confirm':
    case 'list':
    case 'approve':
      return { action, ...some, ...(note === '' ? {} : { note }) }
    case 'refuse':
    case 'put-right':
    case 'close':
    case 'decline':
      return { action, ...some, note }
  }
}

function ManySheet({
  action,
  ids,
  onClose,
  onDone,
}: {
  readonly action: ManyAction
  readonly ids: readonly string[]
  readonly onClose: () => void
  readonly onDone: (left: readonly string[]) => void
}) {
  const transition: RequestTransition = requestTransitions[action]
  const [note, setNote] = useState('')
  const [wrong, setWrong] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const some = ids.slice(0, mostAtOnce)
  const label = noteLabels[action]
  const canned: readonly string[] = action in cannedAnswers ? cannedAnswers[action as keyof typeof cannedAnswers] : [] // `in` does not narrow the key
  const send = useIntentOf((said: string, key) => api.channels.steps({ body: bodyOf(action, key, some, said) }))
  const go = async () => {
    const said = note.trim()
    if (transition.note === 'needed' && said === '') {
      setWrong(`请写明${label ?? '说明'}，居民会看到`)
      return
    }
    setBusy(true)
    setError(undefined)
    try {
      const { done, left } = await send(said)
      toast(`已办 ${done.length} 件`)
      onDone(left.map(({ message }) => message))
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  return (
    <Sheet
      open
      title={`${transition.label}：${some.length} 件`}
      onClose={onClose}
      footer={
        <>
          {error === undefined ? null : <ProblemNotice error={error} />}
          <Button full large loading={busy} onPress={() => void go()}>
            {`${transition.label}（${some.length} 件）`}
          </Button>
          <Button full variant="text" onPress={onClose}>
            先不
          </Button>
        </>
      }
    >
      <Stack gap={4}>
        <Text>{transition.consequence}</Text>
        {ids.length > mostAtOnce ? <Notice>{`一次最多 ${mostAtOnce} 件，其余的再办一次。`}</Notice> : null}
        {label === undefined ? null : (
          <TextArea
            label={label}
            hint="可以写 {姓名}、{编号}，每件换成自己的"
            optional={transition.note !== 'needed'}
            maxLength={500}
            value={note}
            error={wrong}
            onChange={setNote}
          />
        )}
        {canned.length === 0 ? null : (
          <Row wrap gap={2} label="常用的话">
            {canned.map((line) => (
              <Button key={line} variant="quiet" onPress={() => setNote((before) => `${before.trim()}${line}`)}>
                {line}
              </Button>
            ))}
          </Row>
        )}
      </Stack>
    </Sheet>
  )
}
