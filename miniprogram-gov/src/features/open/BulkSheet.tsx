import type { BodyOf, channelRoutes } from '@zmht/shared/contract'
import { answerPlaceholders, type RequestTransition, requestTransitions, wrongInAnswer } from '@zmht/shared/rules'
import { Button, List, Notice, ProblemNotice, Row, Sheet, Stack, Tag, Text, TextArea, toast } from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { OrganisationField } from '../directory/OrganisationField'
import { useIntentOf } from '../requests/intent'
import { cannedAnswers, noteLabels } from '../requests/words'
import { answersTo, type BulkRow, type LeftRow, leftOf, type ManyAction, mostAtOnce, ownWords } from './bulk'

type ManyBody = BodyOf<typeof channelRoutes.steps>

interface Office {
  readonly id: string
  readonly name: string
}

interface Said {
  readonly note: string
  readonly own: Readonly<Record<string, string>>
  readonly to: string
}

function bodyOf(action: ManyAction, key: string, requests: readonly string[], { note, own, to }: Said): ManyBody {
  const some = { key, requests: [...requests], ...(Object.keys(own).length === 0 ? {} : { notes: { ...own } }) }
  switch (action) {
    case 'claim':
    case 'release':
    case 'confirm':
    case 'list':
    case 'approve':
      return { action, ...some, ...(note === '' ? {} : { note }) }
    case 'transfer':
      return { action, ...some, note, to }
    case 'refuse':
    case 'put-right':
    case 'return':
    case 'give-back':
    case 'close':
    case 'decline':
      return { action, ...some, note }
  }
}

/** So many previews are shown before all are asked for. */
const fewShown = 3

/** One decision on those that were picked: what each of them will read is seen before it is sent, and single ones can be told otherwise. */
export function BulkSheet({
  action,
  rows: picked,
  onClose,
  onDone,
}: {
  readonly action: ManyAction
  readonly rows: readonly BulkRow[]
  readonly onClose: () => void
  readonly onDone: (done: number, left: readonly LeftRow[]) => void
}) {
  const transition: RequestTransition = requestTransitions[action]
  const [note, setNote] = useState('')
  const [own, setOwn] = useState<Readonly<Record<string, string>>>({})
  const [office, setOffice] = useState<Office>()
  const [wrong, setWrong] = useState<{ readonly note?: string; readonly office?: string; readonly own?: string }>({})
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const rows = picked.slice(0, mostAtOnce)
  const label = noteLabels[action]
  const canned: readonly string[] = action in cannedAnswers ? cannedAnswers[action as keyof typeof cannedAnswers] : [] // `in` does not narrow the key
  const send = useIntentOf((said: Said, key) =>
    api.channels.steps({
      body: bodyOf(
        action,
        key,
        rows.map(({ id }) => id),
        said,
      ),
    }),
  )
  const said = note.trim()
  /** What was wrong with the words before is not said of other ones. */
  const write = (next: (before: string) => string) => {
    setNote(next)
    setWrong(({ note: _former, ...rest }) => rest)
  }
  const go = async () => {
    const words = ownWords(rows, said, own)
    const unclear = wrongInAnswer(said)
    const unclearOwn = Object.values(words).find((text) => wrongInAnswer(text) !== undefined)
    const lacking = {
      ...(transition.note === 'needed' && said === '' ? { note: `请写明${label ?? '说明'}，居民会看到` } : {}),
      ...(unclear === undefined ? {} : { note: unclear }),
      ...(action === 'transfer' && office === undefined ? { office: '请选择单位' } : {}),
      ...(unclearOwn === undefined ? {} : { own: wrongInAnswer(unclearOwn) ?? '' }),
    }
    setWrong(lacking)
    if (Object.keys(lacking).length > 0) return
    setBusy(true)
    setError(undefined)
    try {
      const { done, left } = await send({ note: said, own: words, to: office?.id ?? '' })
      toast(`已办 ${done.length} 件`)
      onDone(done.length, leftOf(rows, left))
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  return (
    <Sheet
      open
      wide
      title={`${transition.label}：${rows.length} 件`}
      onClose={onClose}
      footer={
        <>
          {error === undefined ? null : <ProblemNotice error={error} />}
          <Button full large loading={busy} onPress={() => void go()}>
            {`${transition.label}（${rows.length} 件）`}
          </Button>
          <Button full variant="text" onPress={onClose}>
            先不
          </Button>
        </>
      }
    >
      <Stack gap={4}>
        <Text>{transition.consequence}</Text>
        {picked.length > mostAtOnce ? <Notice>{`一次最多 ${mostAtOnce} 件，其余的再办一次。`}</Notice> : null}
        {action === 'transfer' ? (
          <OrganisationField label="转给哪个单位" error={wrong.office} value={office} onChange={setOffice} />
        ) : null}
        {label === undefined ? null : (
          <>
            <TextArea
              label={label}
              hint="花括号里的，每件换成自己的"
              optional={transition.note !== 'needed'}
              maxLength={500}
              value={note}
              error={wrong.note}
              onChange={(next) => write(() => next)}
            />
            <Row wrap gap={2} label="插入">
              {answerPlaceholders
                .filter((name) => name !== '姓名')
                .map((name) => (
                  <Button key={name} variant="quiet" onPress={() => write((before) => `${before}{${name}}`)}>
                    {`{${name}}`}
                  </Button>
                ))}
            </Row>
          </>
        )}
        {canned.length === 0 ? null : (
          <Row wrap gap={2} label="常用的话">
            {canned.map((line) => (
              <Button key={line} variant="quiet" onPress={() => write((before) => `${before.trim()}${line}`)}>
                {line}
              </Button>
            ))}
          </Row>
        )}
        {label === undefined || (said === '' && Object.keys(own).length === 0) ? null : (
          <Previews rows={rows} said={said} own={own} error={wrong.own} onOwn={setOwn} />
        )}
      </Stack>
    </Sheet>
  )
}

/** What each of them will read, one under the other. */
function Previews({
  rows,
  said,
  own,
  error,
  onOwn,
}: {
  readonly rows: readonly BulkRow[]
  readonly said: string
  readonly own: Readonly<Record<string, string>>
  readonly error: string | undefined
  readonly onOwn: (own: Readonly<Record<string, string>>) => void
}) {
  const [whole, setWhole] = useState(false)
  const [editing, setEditing] = useState<string>()
  const answers = answersTo(rows, said, own)
  const without = (id: string) => Object.fromEntries(Object.entries(own).filter(([key]) => key !== id))
  return (
    <Stack gap={2}>
      <Text strong>每一件看到的话</Text>
      {error === undefined ? null : <Notice tone="amber">{error}</Notice>}
      <List label="每一件看到的话" gap>
        {(whole ? answers : answers.slice(0, fewShown)).map(({ row, text, isOwn }) => (
          <Stack key={row.id} gap={1}>
            <Row gap={2} wrap>
              <Text size="small" tone="quiet">{`${row.who} · ${row.place}`}</Text>
              {isOwn ? <Tag tone="accent">单独写的</Tag> : null}
            </Row>
            {editing === row.id ? (
              <TextArea
                label={`给${row.who}的话`}
                maxLength={500}
                value={own[row.id] ?? text}
                onChange={(next) => onOwn({ ...own, [row.id]: next })}
              />
            ) : (
              <Text>{text}</Text>
            )}
            <Row gap={1} wrap>
              <Button
                variant="text"
                label={editing === row.id ? `${row.who}改好了` : `给${row.who}单独写`}
                onPress={() => setEditing(editing === row.id ? undefined : row.id)}
              >
                {editing === row.id ? '好了' : '单独写'}
              </Button>
              {isOwn ? (
                <Button
                  variant="text"
                  label={`${row.who}用统一的`}
                  onPress={() => {
                    setEditing(undefined)
                    onOwn(without(row.id))
                  }}
                >
                  用统一的
                </Button>
              ) : null}
            </Row>
          </Stack>
        ))}
      </List>
      {!whole && answers.length > fewShown ? (
        <Button variant="text" onPress={() => setWhole(true)}>
          {`看全部 ${answers.length} 件`}
        </Button>
      ) : null}
    </Stack>
  )
}
