import type { MessageReply } from '@zmht/shared/contract'
import {
  Button,
  Card,
  formatMoment,
  Heading,
  KeyValue,
  ProblemNotice,
  RadioList,
  Section,
  Stack,
  Text,
  TextInput,
  toast,
  useNow,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { type Answers, given, isOneTap, missing, sayAnswer } from './answer'
import { message, readNow } from './resources'

type Receiver = MessageReply['receivers'][number]

/** The small form of a notice, for each it concerns. It can be answered again as long as the notice holds. */
export function AnswerNotice({ notice, isOver }: { readonly notice: MessageReply; readonly isOver: boolean }) {
  const { questions, receivers, answers } = notice
  if (questions.length === 0) return null
  return (
    <Section title={receivers.every(({ answered }) => answered) ? '您的回答' : '请您回答'}>
      {receivers.map((receiver) =>
        isOver ? (
          <Card key={receiver.person} label={forWhom(receiver)}>
            <Stack gap={2}>
              <Heading level={3}>{forWhom(receiver)}</Heading>
              <KeyValue
                rows={questions.map((one) => ({
                  key: one.label,
                  value: sayAnswer(one, answers[receiver.person] ?? {}),
                }))}
              />
              <Text size="small" tone="quiet">
                通知已经过期，不能再回答。
              </Text>
            </Stack>
          </Card>
        ) : (
          <OneAnswer key={receiver.person} notice={notice} receiver={receiver} alone={receivers.length === 1} />
        ),
      )}
    </Section>
  )
}

const forWhom = ({ called }: Receiver): string => (called === '您' ? '您自己' : `替${called}回答`)

function OneAnswer({
  notice,
  receiver,
  alone,
}: {
  readonly notice: MessageReply
  readonly receiver: Receiver
  /** Nobody else is answered for: who it is need not be said. */
  readonly alone: boolean
}) {
  const now = useNow()
  const { id, questions, expires } = notice
  const sent: Answers | undefined = notice.answers[receiver.person]
  const [typed, setTyped] = useState<Answers>(sent ?? {})
  const [wrong, setWrong] = useState<readonly string[]>([])
  const [busy, setBusy] = useState<string>()
  const [error, setError] = useState<unknown>()

  const send = async (answers: Answers, by: string) => {
    const empty = missing(questions, answers)
    setWrong(empty)
    if (empty.length > 0 || busy !== undefined) return
    setBusy(by)
    setError(undefined)
    try {
      const next = await api.channels.answerMessage({
        params: { noticeId: id, person: receiver.person },
        body: { answers: given(questions, answers) },
      })
      message.put(id, readNow(next))
      toast('已回答，发通知的单位看得到')
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(undefined)
    }
  }
  const change = (key: string, value: string) => {
    setTyped((before) => ({ ...before, [key]: value }))
    setWrong((before) => before.filter((one) => one !== key))
  }
  const [only] = questions
  return (
    <Card label={forWhom(receiver)}>
      <Stack gap={3}>
        {alone && receiver.called === '您' ? null : <Heading level={3}>{forWhom(receiver)}</Heading>}
        {isOneTap(questions) && only?.options ? (
          <>
            <Text size="large" strong>
              {only.label}
            </Text>
            {only.options.map(({ code, label }) => (
              <Button
                key={code}
                full
                large
                variant={sent?.[only.key] === code ? 'primary' : 'quiet'}
                icon={sent?.[only.key] === code ? 'check' : undefined}
                pressed={sent?.[only.key] === code}
                loading={busy === code}
                onPress={() => void send({ [only.key]: code }, code)}
              >
                {label}
              </Button>
            ))}
          </>
        ) : (
          <>
            {questions.map(({ key, label, required, options }) =>
              options === undefined ? (
                <TextInput
                  key={key}
                  label={label}
                  optional={!required}
                  value={typed[key] ?? ''}
                  error={wrong.includes(key) ? '请填写后再送出' : undefined}
                  onChange={(value) => change(key, value)}
                />
              ) : (
                <RadioList
                  key={key}
                  label={label}
                  optional={!required}
                  options={options.map((one) => ({ value: one.code, label: one.label }))}
                  value={typed[key]}
                  error={wrong.includes(key) ? '请选一项后再送出' : undefined}
                  onChange={(value) => change(key, value)}
                />
              ),
            )}
            <Button full large loading={busy !== undefined} onPress={() => void send(typed, 'all')}>
              {sent === undefined ? '送出回答' : '改成这样'}
            </Button>
          </>
        )}
        {error === undefined ? null : <ProblemNotice error={error} />}
        {sent === undefined ? null : (
          <Text size="small" tone="quiet">
            {`已回答：${questions.map((one) => sayAnswer(one, sent)).join('，')}。${formatMoment(expires, now)} 前可以改。`}
          </Text>
        )}
      </Stack>
    </Card>
  )
}
