import { useRouter } from '@tarojs/taro'
import { mintStepKey, type OwnItemReply } from '@zmht/shared/contract'
import { type AnswerProblem, validateAnswers } from '@zmht/shared/controls'
import { dayInChina } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import {
  AnswersView,
  Button,
  Card,
  confirmation,
  type FormDraft,
  FormView,
  formatWhen,
  Heading,
  KeyValue,
  Loaded,
  Notice,
  nowInstant,
  ownItemFilesOf,
  ProblemNotice,
  Row,
  Screen,
  Section,
  Stack,
  Tag,
  Text,
  Timeline,
  type TimelineStep,
  toast,
  useNow,
  useResource,
} from '@zmht/shared/ui'
import { useMemo, useRef, useState } from 'react'
import { api, entities, files, places, wechatPhone } from '@/lib/api'
import { useKnowledge } from '@/lib/knowledge'
import { pages } from '@/lib/navigation'
import { NotYet } from '../apply/NotYet'
import { answerProblemsOf } from '../apply/problems'
import { showAnswer } from '../apply/show-answer'
import { useLineage } from '../apply/useLineage'
import { Gate } from '../session/Gate'
import type { Resident } from '../session/resident'
import { changeOwnDraft, type OwnItemDraft, openOwnDraft, ownItemDrafts } from './drafts'
import { ownItem, ownItems } from './resources'
import { dueOf, isWaiting, stateOf } from './words'

export function TaskPage() {
  return <Gate>{(me) => <Task me={me} />}</Gate>
}

const title = '请您填写'

/** One thing I am asked to fill in: why, the form while it waits, then what became of it. */
function Task({ me }: { readonly me: Resident }) {
  const { id = '' } = useRouter().params
  const loaded = useResource(ownItem, id)
  const [again, setAgain] = useState(false)
  const item = loaded.data
  if (item === undefined)
    return (
      <Screen title={title} back={pages.tasks}>
        <Loaded of={loaded}>{() => null}</Loaded>
      </Screen>
    )
  const begun = ownItemDrafts.read(me.id, id) !== undefined
  if (item.open && (isWaiting(item) || again || begun))
    return <FillIn key={item.id} me={me} item={item} onSent={() => setAgain(false)} />
  return (
    <Screen title={title} back={pages.tasks}>
      <Asked item={item} />
      <HandedIn item={item} onAgain={() => setAgain(true)} />
      <Steps item={item} />
    </Screen>
  )
}

const useItemFiles = (id: string) => useMemo(() => ownItemFilesOf(api, files, id), [id])

/** Who asks, about whom, until when, on what ground. */
function Asked({ item }: { readonly item: OwnItemReply }) {
  const state = stateOf(item)
  const due = dueOf(item.due, dayInChina(useNow()))
  const waits = isWaiting(item)
  return (
    <>
      <Stack gap={2}>
        <Row between top gap={3}>
          <Heading level={2} size="title">
            {item.title}
          </Heading>
          <Tag tone={state.tone}>{state.words}</Tag>
        </Row>
        {waits ? (
          <Text size="small" tone="quiet">
            边填边保存，中途离开也不会丢。
          </Text>
        ) : null}
      </Stack>
      {waits && item.note !== undefined ? (
        <Notice tone="amber" title={item.answers === undefined ? '工作人员说' : '工作人员请您改一改'}>
          {item.note}
        </Notice>
      ) : null}
      <Card>
        <KeyValue
          rows={[
            { key: '关于谁', value: item.about },
            ...(item.place === '' ? [] : [{ key: '地址', value: item.place }]),
            { key: '谁请您填', value: item.organisation },
            ...(waits ? [{ key: '什么时候前', value: due.words }] : []),
            { key: '为什么', value: item.basis },
          ]}
        />
      </Card>
    </>
  )
}

function FillIn({
  me,
  item,
  onSent,
}: {
  readonly me: Resident
  readonly item: OwnItemReply
  readonly onSent: () => void
}) {
  const now = useNow()
  const knowledge = useKnowledge()
  const { id, form, prefill } = item
  const itemFiles = useItemFiles(id)
  const [draft, setDraft] = useState<OwnItemDraft>(() => openOwnDraft(knowledge, me.id, item))
  const [problems, setProblems] = useState<readonly AnswerProblem[]>([])
  const [unconfirmed, setUnconfirmed] = useState(0)
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const under = useRef(false)
  const unsent = files.useUnsent()
  const [waitFor, setWaitFor] = useState(false)
  const startIn = useLineage(me.homes[0]?.placeId)

  const keep = (next: OwnItemDraft) => {
    setDraft(next)
    ownItemDrafts.save(me.id, next)
  }
  const change = (changed: FormDraft) => {
    const next = changeOwnDraft(draft, changed)
    keep(next)
    setUnconfirmed(0)
    // What was wrong is said until it is changed; the rest stays marked.
    setProblems((before) =>
      before.filter(
        ({ subject, index, control }) =>
          next.answers[subject]?.[index]?.values[control] === draft.answers[subject]?.[index]?.values[control],
      ),
    )
  }

  const submit = async () => {
    const wrong = validateAnswers(knowledge, form, draft.answers, { at: nowInstant(), prefilled: prefill })
    const { open } = confirmation(knowledge, form, draft, prefill, nowInstant())
    setProblems(wrong)
    setUnconfirmed(open)
    setError(undefined)
    setWaitFor(unsent > 0)
    if (wrong[0]) showAnswer(wrong[0])
    if (wrong.length > 0 || open > 0 || unsent > 0 || under.current) return
    under.current = true
    setBusy(true)
    keep({ ...draft, sent: true })
    try {
      const next = await api.tasks.answerOwnItem({
        params: { itemId: id, key: draft.key },
        body: { answers: draft.answers },
      })
      ownItemDrafts.drop(me.id, id)
      ownItem.put(id, next)
      void ownItems.refresh('mine')
      toast('已交，谢谢您')
      onSent()
    } catch (problem) {
      const answers = answerProblemsOf(problem)
      setProblems(answers)
      if (answers[0]) showAnswer(answers[0])
      setError(problem)
      if (problem instanceof Problem && problem.code === 'key-reused') keep({ ...draft, key: mintStepKey() })
      if (problem instanceof Problem && problem.kind === 'conflict') {
        // It went on meanwhile: what was typed is kept, what became of it is shown.
        void ownItem.refresh(id)
        void ownItems.refresh('mine')
      }
    } finally {
      under.current = false
      setBusy(false)
    }
  }

  return (
    <Screen
      title={title}
      back={pages.tasks}
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
      <Asked item={item} />
      <FormView
        knowledge={knowledge}
        form={form}
        prefill={prefill}
        draft={draft}
        onChange={change}
        problems={problems}
        around={{ places, startIn, files: itemFiles, entities, wechatPhone }}
        now={now}
      />
      <Section title="提交以后会怎样">
        <Card>
          <Text>{item.next}</Text>
        </Card>
      </Section>
      {item.steps.length === 0 ? null : <Steps item={item} />}
    </Screen>
  )
}

/** What was handed in, and what comes of it now. */
function HandedIn({ item, onAgain }: { readonly item: OwnItemReply; readonly onAgain: () => void }) {
  const now = useNow()
  const itemFiles = useItemFiles(item.id)
  const knowledge = useKnowledge()
  return (
    <>
      {item.state === 'answered' ? <Notice title="已经交上去了，不用再交一次">{item.next}</Notice> : null}
      {item.state === 'done' && item.answers !== undefined ? (
        <Notice title="已完成，谢谢您">不用再做什么了。</Notice>
      ) : null}
      {item.answers === undefined ? null : (
        <Section title="您填写的内容">
          <Card>
            <Stack gap={4}>
              <AnswersView
                knowledge={knowledge}
                form={item.form}
                answers={item.answers}
                places={places}
                entities={entities}
                files={itemFiles}
                now={now}
              />
              {item.open ? (
                <Button full variant="quiet" icon="edit" onPress={onAgain}>
                  有变化，改一改
                </Button>
              ) : null}
            </Stack>
          </Card>
        </Section>
      )}
    </>
  )
}

/** What was done, and what it waits for. */
function Steps({ item }: { readonly item: OwnItemReply }) {
  const now = useNow()
  const steps = item.steps.map(
    ({ says, note, by, at }, index): TimelineStep => ({
      key: `${index}`,
      title: says,
      when: by === '您' ? formatWhen(at, now) : `${formatWhen(at, now)} · ${by}`,
      detail: note,
      state: 'done',
    }),
  )
  const waits: readonly TimelineStep[] =
    item.state === 'done' || item.state === 'void' ? [] : [{ key: 'now', title: stateOf(item).words, state: 'now' }]
  return (
    <Section title="经过">
      <Card>
        <Timeline label="经过" steps={[...steps, ...waits]} />
      </Card>
    </Section>
  )
}
