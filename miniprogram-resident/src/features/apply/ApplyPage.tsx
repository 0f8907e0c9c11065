import { useRouter } from '@tarojs/taro'
import { mintRequestId, type ServiceReply } from '@zmht/shared/contract'
import { type AnswerProblem, validateAnswers } from '@zmht/shared/controls'
import { isPlaceId } from '@zmht/shared/geo'
import type { Knowledge } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import {
  Button,
  confirmation,
  type FormDraft,
  FormView,
  goOnTo,
  Heading,
  Loaded,
  Notice,
  nowInstant,
  ProblemNotice,
  Row,
  Screen,
  Stack,
  startDraft,
  Text,
  useNow,
  useResource,
} from '@zmht/shared/ui'
import { useRef, useState } from 'react'
import { api, entities, files, places, wechatPhone } from '@/lib/api'
import { useKnowledge } from '@/lib/knowledge'
import { pages } from '@/lib/navigation'
import { askToNotify } from '@/lib/wechat'
import { newestRequests, request } from '../requests/resources'
import { service } from '../services/resources'
import { Gate } from '../session/Gate'
import type { Resident } from '../session/resident'
import { carryOver, type RequestDraft, requestDrafts } from './drafts'
import { NotYet } from './NotYet'
import { answerProblemsOf } from './problems'
import { showAnswer } from './show-answer'
import { useLineage } from './useLineage'

export function ApplyPage() {
  return <Gate>{(me) => <Apply me={me} />}</Gate>
}

function Apply({ me }: { readonly me: Resident }) {
  const { id = '', home } = useRouter().params
  // A form half filled in is finished under the version it was begun with, unless the person takes the new one.
  const [begun, setBegun] = useState(() => requestDrafts.read(me.id, id)?.version)
  const loaded = useResource(service, begun === undefined ? id : `${id}@${begun}`)
  return loaded.data ? (
    <FillIn
      key={`${loaded.data.id} ${loaded.data.version}`}
      me={me}
      service={loaded.data}
      home={home}
      onTakeNewest={() => setBegun(undefined)}
    />
  ) : (
    <Screen title="填写申请" back={pages.services}>
      <Loaded of={loaded}>{() => null}</Loaded>
    </Screen>
  )
}

interface FillInProps {
  readonly me: Resident
  readonly service: ServiceReply
  readonly home: string | undefined
  readonly onTakeNewest: () => void
}

/** What the person opens with: their draft, carried over when the form has changed since, or a new one. */
function openDraft(
  knowledge: Knowledge,
  { me, service: found, home }: FillInProps,
): {
  readonly draft: RequestDraft
  readonly carried: boolean
} {
  const kept = requestDrafts.read(me.id, found.id)
  const carried = kept !== undefined && kept.version !== found.version
  const form: FormDraft = !kept
    ? startDraft(knowledge, found.form, found.prefill)
    : carried
      ? carryOver(knowledge, found.form, found.prefill, kept)
      : kept
  const mine = me.homes.find((one) => one.placeId === (home ?? kept?.home))
  return {
    draft: {
      ...form,
      channelId: found.id,
      requestId: kept?.requestId ?? mintRequestId(),
      title: found.title,
      version: found.version,
      home: mine?.placeId ?? found.home,
      savedAt: kept?.savedAt ?? nowInstant(),
    },
    carried,
  }
}

function FillIn(props: FillInProps) {
  const { me, service: found } = props
  const now = useNow()
  const knowledge = useKnowledge()
  const [{ draft: opened, carried }] = useState(() => openDraft(knowledge, props))
  const [draft, setDraft] = useState(opened)
  const [problems, setProblems] = useState<readonly AnswerProblem[]>([])
  const [unconfirmed, setUnconfirmed] = useState(0)
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const under = useRef(false)
  const unsent = files.useUnsent()
  const [waitFor, setWaitFor] = useState(false)
  const startIn = useLineage(draft.home)

  const change = (form: FormDraft) => {
    const next = { ...draft, ...form, savedAt: nowInstant() }
    setDraft(next)
    requestDrafts.save(me.id, next)
    setUnconfirmed(0)
    // What was wrong is said until it is changed; the rest stays marked.
    setProblems((before) =>
      before.filter(
        (problem) =>
          next.answers[problem.subject]?.[problem.index]?.values[problem.control] ===
          draft.answers[problem.subject]?.[problem.index]?.values[problem.control],
      ),
    )
  }

  const submit = async () => {
    const wrong = validateAnswers(knowledge, found.form, draft.answers, {
      at: nowInstant(),
      prefilled: found.prefill,
    })
    const { open } = confirmation(knowledge, found.form, draft, found.prefill, nowInstant())
    setProblems(wrong)
    setUnconfirmed(open)
    setError(undefined)
    setWaitFor(unsent > 0)
    if (wrong[0]) showAnswer(wrong[0])
    if (wrong.length > 0 || open > 0 || unsent > 0 || under.current || !isPlaceId(draft.home)) return
    under.current = true
    setBusy(true)
    try {
      // Asked here because WeChat allows it only straight after a tap.
      const notify = await askToNotify()
      const made = await api.channels.submit({
        params: { channelId: found.id, requestId: draft.requestId },
        body: { version: found.version, home: draft.home, answers: draft.answers, notify },
      })
      requestDrafts.drop(me.id, found.id)
      request.put(made.id, made)
      void newestRequests.refresh('mine')
      void service.refresh(found.id)
      goOnTo(pages.result, { id: made.id })
    } catch (problem) {
      const answers = answerProblemsOf(problem)
      setProblems(answers)
      if (answers[0]) showAnswer(answers[0])
      setError(problem)
      if (problem instanceof Problem && problem.code === 'form-outdated') props.onTakeNewest()
      if (problem instanceof Problem && problem.code === 'key-reused') {
        const renamed = { ...draft, requestId: mintRequestId() }
        setDraft(renamed)
        requestDrafts.save(me.id, renamed)
      }
    } finally {
      under.current = false
      setBusy(false)
    }
  }

  return (
    <Screen
      title="填写申请"
      back={pages.services}
      footer={
        <>
          <NotYet problems={problems.length} unconfirmed={unconfirmed} unsent={waitFor ? unsent : 0} />
          {error !== undefined && problems.length === 0 ? <ProblemNotice error={error} /> : null}
          <Button full large loading={busy} onPress={() => void submit()}>
            提交
          </Button>
        </>
      }
    >
      <Stack gap={1}>
        <Heading level={2} size="title">
          {found.title}
        </Heading>
        <Text size="small" tone="quiet">
          边填边保存，中途离开也不会丢。
        </Text>
      </Stack>
      {found.newest > found.version ? (
        <Notice
          title="这张表有了新版本"
          action={
            <Row>
              <Button variant="text" onPress={props.onTakeNewest}>
                改填新版本
              </Button>
            </Row>
          }
        >
          您填到一半，可以按开始时的版本填完提交；改填新版本，已填的内容会带过去。
        </Notice>
      ) : null}
      {carried ? (
        <Notice tone="amber" title="表单已更新">
          您之前填的内容都带过来了，请再看一遍。
        </Notice>
      ) : null}
      <FormView
        knowledge={knowledge}
        form={found.form}
        prefill={found.prefill}
        draft={draft}
        onChange={change}
        problems={problems}
        around={{ places, startIn, files, entities, wechatPhone }}
        now={now}
      />
    </Screen>
  )
}
