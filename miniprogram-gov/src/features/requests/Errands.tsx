import type { ErrandReply, RequestReply } from '@zmht/shared/contract'
import { itemStateNames } from '@zmht/shared/rules'
import {
  Button,
  Card,
  createResource,
  FilesShown,
  formatWhen,
  goTo,
  Heading,
  KeyValue,
  ProblemNotice,
  Row,
  requestFilesOf,
  Section,
  Stack,
  Tag,
  Text,
  useNow,
  useResource,
} from '@zmht/shared/ui'
import { useMemo, useState } from 'react'
import { api } from '@/lib/api'
import { useAgain } from '@/lib/useAgain'
import { itemPage } from '../tasks/pages'
import { dayWords } from '../tasks/words'
import { HandOutSheet } from './HandOutSheet'
import { request as requests } from './resources'

const errandsOf = createResource((requestId) => api.channels.errands({ params: { requestId } }))

/** What somebody goes to do on the spot, with what came of it; and the way to have something done. */
export function Errands({
  request,
  onAnswer,
}: {
  readonly request: RequestReply
  /** Begins an answer from what was found. Absent: it cannot be answered now. */
  readonly onAnswer: ((words: string, files: readonly string[]) => void) | undefined
}) {
  const [asking, setAsking] = useState(false)
  const canHandOut = request.actions.includes('hand-out')
  const again = useAgain(() => void errandsOf.refresh(request.id))
  const handedOut = request.steps.some(({ action }) => action === 'hand-out')
  if (!canHandOut && !handedOut) return null
  return (
    <Section title="交办的任务">
      {handedOut ? <Listed request={request} onAnswer={onAnswer} /> : null}
      {canHandOut ? (
        <Button full variant="quiet" icon="task" onPress={() => setAsking(true)}>
          {handedOut ? '再交办一件' : '交办成任务'}
        </Button>
      ) : null}
      {asking ? (
        <HandOutSheet
          request={request}
          onClose={() => setAsking(false)}
          onDone={(next) => {
            setAsking(false)
            requests.put(next.id, next)
            void errandsOf.refresh(next.id)
            again()
          }}
        />
      ) : null}
    </Section>
  )
}

function Listed({
  request,
  onAnswer,
}: {
  readonly request: RequestReply
  readonly onAnswer: ((words: string, files: readonly string[]) => void) | undefined
}) {
  const { data, error } = useResource(errandsOf, request.id)
  return (
    <>
      {error === undefined ? null : <ProblemNotice error={error} />}
      {(data?.items ?? []).map((one) => (
        <Errand key={one.id} request={request} errand={one} onAnswer={onAnswer} />
      ))}
    </>
  )
}

function Errand({
  request,
  errand: { id, what, to, due, state, claimedBy, note, by, at, outcome },
  onAnswer,
}: {
  readonly request: RequestReply
  readonly errand: ErrandReply
  readonly onAnswer: ((words: string, files: readonly string[]) => void) | undefined
}) {
  const now = useNow()
  const store = useMemo(() => requestFilesOf(api, request.id), [request.id])
  return (
    <Card>
      <Stack gap={3}>
        <Row between top gap={3}>
          <Heading level={3}>{what}</Heading>
          <Tag tone={state === 'done' ? 'accent' : state === 'unable' ? 'amber' : 'quiet'}>
            {state === undefined ? '正在交办' : itemStateNames[state]}
          </Tag>
        </Row>
        <Text size="small" tone="quiet" numeric>
          {`${by} ${formatWhen(at, now)}交给${to} · ${dayWords(due)}前回话${claimedBy === undefined || claimedBy === to ? '' : ` · ${claimedBy}在办`}`}
        </Text>
        {note === undefined || state === 'done' ? null : <Text>{note}</Text>}
        {outcome === undefined ? null : (
          <>
            <KeyValue rows={outcome.lines.map(({ label, text }) => ({ key: label, value: text }))} />
            {outcome.files.length === 0 ? null : <FilesShown label="现场照片" files={outcome.files} store={store} />}
            <Text size="small" tone="quiet" numeric>{`${outcome.by} ${formatWhen(outcome.at, now)}填写`}</Text>
            {onAnswer === undefined ? null : (
              <Button
                full
                onPress={() =>
                  onAnswer(
                    outcome.words,
                    outcome.files.map((file) => file.id),
                  )
                }
              >
                采用为答复
              </Button>
            )}
          </>
        )}
        {state === undefined ? null : (
          <Row>
            <Button variant="text" onPress={() => goTo(itemPage, { id })}>
              看这件任务
            </Button>
          </Row>
        )}
      </Stack>
    </Card>
  )
}
