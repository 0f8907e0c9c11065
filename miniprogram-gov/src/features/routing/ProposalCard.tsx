import type { AppealProposalReply, OfficialStep, RequestReply } from '@zmht/shared/contract'
import { entityId } from '@zmht/shared/knowledge'
import { type SubjectCode, subjectCodes } from '@zmht/shared/routing'
import {
  Box,
  Button,
  Card,
  CheckboxList,
  createResource,
  Loaded,
  ProblemNotice,
  Row,
  Section,
  Stack,
  Tag,
  Text,
  toast,
  useResource,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import type { StepWords } from '../requests/act'
import { useIntentOf } from '../requests/intent'
import { piecesOf } from './marked'

type Proposal = Awaited<ReturnType<typeof api.channels.requestProposal>>
type Guess = AppealProposalReply['guesses'][number]

const proposalOf = createResource<Proposal>((requestId) => api.channels.requestProposal({ params: { requestId } }))

const codeOf = (code: string): SubjectCode | undefined => subjectCodes.find((one) => one === code)

/** 建议: what an appeal seems to be about, who answers for it, and whom and what it speaks of; the worker decides, and that teaches. */
export function ProposalCard({
  request,
  onTransfer,
  onChanged,
}: {
  readonly request: RequestReply
  /** Opens the transfer with what is proposed filled in. */
  readonly onTransfer: (words: StepWords) => void
  readonly onChanged: (next: RequestReply) => void
}) {
  const loaded = useResource(proposalOf, request.id)
  return (
    <Section title="系统读到的">
      <Loaded of={loaded}>
        {(found) => (
          <Stack gap={3}>
            <Card>
              <Stack gap={3}>
                <Marked text={found.text} spans={found.because} />
                <Text size="small" tone="quiet">
                  {request.route?.decided === true ? `已核对：${request.route.subject?.name ?? ''}` : found.reason}
                </Text>
                <Guesses request={request} guesses={found.guesses} onTransfer={onTransfer} onChanged={onChanged} />
              </Stack>
            </Card>
            {found.mentions.length > 0 && request.actions.includes('mention') ? (
              <Mentions request={request} found={found} onChanged={onChanged} />
            ) : null}
          </Stack>
        )}
      </Loaded>
    </Section>
  )
}

/** The text, with the words that decided. */
function Marked({ text, spans }: { readonly text: string; readonly spans: AppealProposalReply['because'] }) {
  return (
    <Text pre>
      {piecesOf(text, spans).map(({ words, marked, at }) => (
        <Text key={at} inline strong={marked} tone={marked ? 'accent' : 'ink'}>
          {words}
        </Text>
      ))}
    </Text>
  )
}

/** What it may be about, the likeliest first: found right, or sent to who answers for it. */
function Guesses({
  request,
  guesses,
  onTransfer,
  onChanged,
}: {
  readonly request: RequestReply
  readonly guesses: readonly Guess[]
  readonly onTransfer: (words: StepWords) => void
  readonly onChanged: (next: RequestReply) => void
}) {
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState<string>()
  const send = useIntentOf((subject: SubjectCode, key) =>
    api.channels.step({ params: { requestId: request.id }, body: { action: 'classify', key, subject } }),
  )
  const isDecided = (code: string) => request.route?.decided === true && request.route.subject?.code === code
  const classify = async (code: string) => {
    const subject = codeOf(code)
    if (subject === undefined) return
    setBusy(code)
    setError(undefined)
    try {
      onChanged(await send(subject))
      toast('记住了，以后类似的按您核对的推荐')
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(undefined)
    }
  }
  return (
    <Stack gap={3}>
      {error === undefined ? null : <ProblemNotice error={error} />}
      {guesses.map(({ subject, department, confidence }) => {
        const code = codeOf(subject.code)
        const elsewhere = department !== undefined && department.id !== (request.desk?.id ?? request.organisation.id)
        return (
          <Stack key={subject.code} gap={1}>
            <Row between gap={3}>
              <Text strong>{subject.name}</Text>
              {isDecided(subject.code) ? (
                <Tag tone="accent">已核对</Tag>
              ) : (
                <Tag>{`把握 ${Math.round(confidence * 100)}%`}</Tag>
              )}
            </Row>
            <Text size="small" tone="quiet">
              {department === undefined ? '这里还没有单位负责这类事' : `由${department.name}负责`}
            </Text>
            <Row gap={2} wrap>
              {request.actions.includes('classify') && !isDecided(subject.code) ? (
                <Button
                  variant="quiet"
                  loading={busy === subject.code}
                  disabled={busy !== undefined}
                  label={`就是这类：${subject.name}`}
                  onPress={() => void classify(subject.code)}
                >
                  就是这类
                </Button>
              ) : null}
              {elsewhere && request.actions.includes('transfer') && code !== undefined ? (
                <Button
                  variant="quiet"
                  label={`转给它：${department.name}`}
                  onPress={() =>
                    onTransfer({
                      note: `说的是${subject.name}，由您单位负责。`,
                      files: [],
                      organisations: [{ id: department.id, name: department.name }],
                      subject: code,
                    })
                  }
                >
                  转给它
                </Button>
              ) : null}
            </Row>
          </Stack>
        )
      })}
    </Stack>
  )
}

type Mention = Extract<OfficialStep, { action: 'mention' }>['mentions'][number]

/** Whom and what it speaks of: ticked, it is kept with the request and found from there. */
function Mentions({
  request,
  found,
  onChanged,
}: {
  readonly request: RequestReply
  readonly found: Proposal
  readonly onChanged: (next: RequestReply) => void
}) {
  const options = found.mentions.flatMap(({ kind, words, candidates }) =>
    candidates.flatMap(({ id, of, name, place }) =>
      of === 'ledgers' ? [{ value: id, label: name, detail: `“${words}” · ${place}`, kind }] : [],
    ),
  )
  const [picked, setPicked] = useState<readonly string[]>(found.accepted.map(({ entity }) => entity))
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const send = useIntentOf((mentions: readonly Mention[], key) =>
    api.channels.step({ params: { requestId: request.id }, body: { action: 'mention', key, mentions: [...mentions] } }),
  )
  if (options.length === 0) return null
  const keep = async () => {
    setBusy(true)
    setError(undefined)
    try {
      const mentions = options
        .filter(({ value }) => picked.includes(value))
        .map(({ value, kind }) => ({ kind, entity: entityId(value) }))
      onChanged(await send(mentions))
      void proposalOf.refresh(request.id)
      toast('记下了，从台账里也找得到这件事')
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Card>
      <Stack gap={3}>
        <CheckboxList label="说到的人、地、物" options={options} values={picked} onChange={setPicked} />
        {error === undefined ? null : <ProblemNotice error={error} />}
        <Box>
          <Button variant="quiet" loading={busy} onPress={() => void keep()}>
            记到台账里
          </Button>
        </Box>
      </Stack>
    </Card>
  )
}
