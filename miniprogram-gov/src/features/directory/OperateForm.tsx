import type { OfficialReply } from '@zmht/shared/contract'
import {
  Button,
  Card,
  ErrorState,
  Heading,
  ProblemNotice,
  Row,
  SkeletonList,
  Stack,
  Text,
  useNow,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { dayOf } from '@/lib/dates'
import type { Official } from '../session/official'
import { Steps } from '../sheets/Steps'
import { ConsequenceList } from './ConsequenceList'
import { chosenPost, currentPosts } from './colleagues'
import { consequences } from './consequences'
import { OperateFields } from './OperateFields'
import { Outcome } from './Outcome'
import {
  type ChosenPost,
  type OperateKind,
  type OperationDraft,
  type OperationProblems,
  officialIn,
  operateNames,
  operationBody,
  operationProblems,
} from './operation-draft'
import { leavingPosts, started } from './operation-start'
import { officialOf, organisationOf } from './resources'
import { postWords } from './tenure'
import { useSurroundings } from './useSurroundings'

const steps = ['填写', '看后果', '完成'] as const

/** What was filled in stays while the application is open, also when the page is left. */
const drafts = new Map<string, OperationDraft>()

/** Fill in, look at the consequences, done. */
export function OperateForm({
  me,
  kind,
  official,
  to,
}: {
  readonly me: Official
  readonly kind: OperateKind
  /** Absent where a post is to be filled by somebody who is yet to be chosen. */
  readonly official?: OfficialReply
  readonly to?: ChosenPost
}) {
  const today = dayOf(useNow())
  const key = `${kind}/${official?.id ?? ''}/${to?.id ?? ''}`
  const [draft, setDraft] = useState<OperationDraft>(() => drafts.get(key) ?? started(today, kind, official, to))
  const [wrong, setWrong] = useState<OperationProblems>({})
  const [step, setStep] = useState<0 | 1>(0)
  const [reply, setReply] = useState<OfficialReply>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const leaving = leavingPosts(kind, official, draft.from)
  const { surroundings, error: unread, retry } = useSurroundings(leaving.map(({ organisation }) => organisation.id))

  const change = (next: OperationDraft) => {
    drafts.set(key, next)
    setDraft(next)
    setWrong({})
  }
  const look = () => {
    const problems = operationProblems(kind, draft)
    setWrong(problems)
    if (Object.keys(problems).length === 0) setStep(1)
  }
  const send = async () => {
    const body = operationBody(kind, draft)
    if (body === undefined) return
    const officialId = officialIn(kind, draft)
    setBusy(true)
    setError(undefined)
    try {
      const done = await api.permissions.personnel({ params: { officialId, operationId: draft.operationId }, body })
      drafts.delete(key)
      officialOf.put(officialId, done)
      const touched = [...leaving.map(({ organisation }) => organisation.id), draft.to?.organisation.id ?? '']
      for (const id of new Set(touched)) if (id !== '') void organisationOf.refresh(id)
      setReply(done)
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }

  if (reply !== undefined) {
    return (
      <Stack gap={4} className="g-column">
        <Steps steps={steps} now={2} />
        <Outcome reply={reply} operationId={draft.operationId} />
      </Stack>
    )
  }
  const name = kind === 'appoint' && draft.newcomer ? draft.name.trim() : (draft.person?.name ?? '')
  return (
    <Stack gap={4} className="g-column">
      <Steps steps={steps} now={step} />
      {official === undefined ? null : (
        <Card>
          <Stack gap={1}>
            <Heading level={2}>{official.name}</Heading>
            <Text tone="quiet">{currentPosts(official).map(postWords).join('；') || '现在没有岗位'}</Text>
          </Stack>
        </Card>
      )}
      {surroundings === undefined ? (
        unread === undefined ? (
          <SkeletonList count={1} />
        ) : (
          <ErrorState error={unread} onRetry={retry} />
        )
      ) : step === 0 ? (
        <>
          <OperateFields
            kind={kind}
            official={official}
            draft={draft}
            wrong={wrong}
            surroundings={surroundings}
            me={me}
            onChange={change}
          />
          <Button full large onPress={look}>
            下一步：看后果
          </Button>
        </>
      ) : (
        <>
          <ConsequenceList
            lines={consequences({
              kind,
              draft,
              name,
              today,
              rules: surroundings.rules,
              leaving: leaving.flatMap(({ id, organisation }) => {
                const whole = surroundings.own.find((one) => one.id === organisation.id)
                const post = whole === undefined ? undefined : chosenPost(whole, id)
                return post === undefined ? [] : [post]
              }),
            })}
          />
          {error === undefined ? null : <ProblemNotice error={error} />}
          <Row gap={3} className="g-foot-buttons">
            <Button variant="quiet" disabled={busy} onPress={() => setStep(0)}>
              返回修改
            </Button>
            <Button loading={busy} onPress={() => void send()}>
              {`办理${operateNames[kind]}`}
            </Button>
          </Row>
        </>
      )}
    </Stack>
  )
}
