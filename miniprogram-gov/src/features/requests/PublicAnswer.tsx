import type { KeptAnswerReply, RequestReply } from '@zmht/shared/contract'
import {
  Button,
  Card,
  createResource,
  Notice,
  ProblemNotice,
  Row,
  Section,
  Sheet,
  Stack,
  Tag,
  Text,
  TextArea,
  toast,
  useResource,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'

const keptAnswer = createResource<KeptAnswerReply>((requestId) => api.channels.keptAnswer({ params: { requestId } }))

/** 公开这条答复: what everybody may read of how a closed request was answered, in words that name nobody. Nothing where the service publishes none. */
export function PublicAnswer({ request }: { readonly request: RequestReply }) {
  const { data } = useResource(keptAnswer, request.id)
  const [writing, setWriting] = useState(false)
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  if (data === undefined || (!data.may && data.kept === undefined)) return null
  const { may, kept } = data
  const isOut = kept !== undefined && !kept.withdrawn
  const withdraw = async () => {
    setBusy(true)
    setError(undefined)
    try {
      keptAnswer.put(request.id, await api.channels.withdrawAnswer({ params: { requestId: request.id } }))
      setAsking(false)
      toast('已撤下，居民看不到了。')
    } catch (problem) {
      setError(problem)
    }
    setBusy(false)
  }
  return (
    <Section title="公开的答复">
      <Card>
        <Stack gap={3}>
          {isOut ? (
            <>
              <Row between top gap={3}>
                <Text strong>{kept.question}</Text>
                <StateMark kept={kept} />
              </Row>
              <Text>{kept.answer}</Text>
              <Text size="small" tone="quiet">
                {kept.by}
              </Text>
            </>
          ) : (
            <Text tone="quiet">
              {kept?.withdrawn
                ? '已经撤下。可以重新公开。'
                : '问的人多的，可以公开怎么答复的，其他居民在服务页里就看得到。'}
            </Text>
          )}
          {error === undefined ? null : <ProblemNotice error={error} />}
          {may ? (
            <Row gap={2} wrap>
              <Button variant="quiet" onPress={() => setWriting(true)}>
                {isOut ? '修改公开的答复' : '公开这条答复'}
              </Button>
              {isOut ? (
                <Button variant="text" onPress={() => setAsking(true)}>
                  撤下
                </Button>
              ) : null}
            </Row>
          ) : null}
        </Stack>
      </Card>
      {writing ? (
        <AnswerSheet
          request={request}
          kept={kept}
          onDone={(next) => {
            keptAnswer.put(request.id, next)
            setWriting(false)
          }}
          onChanged={() => void keptAnswer.refresh(request.id)}
          onClose={() => setWriting(false)}
        />
      ) : null}
      {asking ? (
        <Sheet
          open
          title="撤下公开的答复"
          onClose={() => setAsking(false)}
          footer={
            <Button full large loading={busy} onPress={() => void withdraw()}>
              撤下
            </Button>
          }
        >
          <Text>居民在服务页里不再看到这条答复。给申请人的答复不受影响。</Text>
        </Sheet>
      ) : null}
    </Section>
  )
}

function StateMark({ kept: { state } }: { readonly kept: NonNullable<KeptAnswerReply['kept']> }) {
  if (state === 'shown') return <Tag tone="accent">居民看得到</Tag>
  return <Tag tone="amber">{state === 'waiting' ? '等内容审核' : '没有通过内容审核'}</Tag>
}

function AnswerSheet({
  request,
  kept,
  onDone,
  onChanged,
  onClose,
}: {
  readonly request: RequestReply
  readonly kept: KeptAnswerReply['kept']
  readonly onDone: (next: KeptAnswerReply) => void
  readonly onChanged: () => void
  readonly onClose: () => void
}) {
  const closing = request.steps.filter(({ action }) => action === 'close').at(-1)?.note
  const [question, setQuestion] = useState(kept?.question ?? '')
  const [answer, setAnswer] = useState(kept?.answer ?? closing ?? '')
  const [wrong, setWrong] = useState<{ readonly question?: string; readonly answer?: string }>({})
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const publish = async () => {
    const lacking = {
      ...(question.trim() === '' ? { question: '请写明问的是什么' } : {}),
      ...(answer.trim() === '' ? { answer: '请写明怎么答复的' } : {}),
    }
    setWrong(lacking)
    if (Object.keys(lacking).length > 0) return
    setBusy(true)
    setError(undefined)
    try {
      const body = { question: question.trim(), answer: answer.trim(), edition: kept?.edition ?? 0 }
      const next = await api.channels.publishAnswer({ params: { requestId: request.id }, body })
      toast(next.kept?.state === 'shown' ? '已公开，居民在服务页里看得到。' : '已保存，内容审核通过后公开。')
      onDone(next)
    } catch (problem) {
      setError(problem)
      setBusy(false)
      onChanged()
    }
  }
  return (
    <Sheet
      open
      title="公开这条答复"
      onClose={onClose}
      footer={
        <>
          {error === undefined ? null : <ProblemNotice error={error} />}
          <Button full large loading={busy} onPress={() => void publish()}>
            公开
          </Button>
        </>
      }
    >
      <Stack gap={4}>
        <Notice title="请用认不出是谁的话来写">不写姓名、电话、门牌。居民原来写的不会公开。</Notice>
        <TextArea
          label="问的是什么"
          maxLength={200}
          value={question}
          error={wrong.question}
          onChange={(next) => {
            setQuestion(next)
            setError(undefined)
          }}
        />
        <TextArea
          label="怎么答复的"
          maxLength={1000}
          value={answer}
          error={wrong.answer}
          onChange={(next) => {
            setAnswer(next)
            setError(undefined)
          }}
        />
      </Stack>
    </Sheet>
  )
}
