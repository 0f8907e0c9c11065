import { useRouter } from '@tarojs/taro'
import { type ItemReply, mintStepKey } from '@zmht/shared/contract'
import { type AnswerProblem, validateAnswers } from '@zmht/shared/controls'
import type { Knowledge } from '@zmht/shared/knowledge'
import { type ItemAction, itemStateNames, itemTransitions } from '@zmht/shared/rules'
import {
  answerAnchor,
  Button,
  Card,
  type FormDraft,
  FormView,
  formatWhen,
  goBack,
  Loaded,
  Notice,
  nowInstant,
  PlaceLine,
  ProblemNotice,
  Row,
  Section,
  Stack,
  startDraft,
  Tag,
  Text,
  toast,
  useNow,
  useResource,
} from '@zmht/shared/ui'
import { useRef, useState } from 'react'
import { fromAddress } from '@/lib/address'
import { api, places } from '@/lib/api'
import { useKnowledge } from '@/lib/knowledge'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { bringIntoSight } from '../ledgers/into-sight'
import { Gate } from '../session/Gate'
import type { Official } from '../session/official'
import { Answered } from './Answered'
import { HandOver } from './HandOver'
import { type ItemDraft, itemDrafts } from './item-drafts'
import { ReasonSheet } from './ReasonSheet'
import { itemOf } from './resources'
import { useItemMove } from './useItemMove'
import { dayWords, stateTones } from './words'

/** One item at the door: what is known is there already, what is new is filled in with one hand. */
export function ItemPage() {
  return <Gate>{(me) => <OneItem me={me} />}</Gate>
}

function OneItem({ me }: { readonly me: Official }) {
  const loaded = useResource(itemOf, fromAddress(useRouter().params.id))
  return (
    <OfficialScreen me={me} title={loaded.data?.name ?? '填报'} current={pages.work} back={pages.work}>
      <Loaded of={loaded}>{(item) => <Shown key={`${item.id} ${item.revision}`} me={me} item={item} />}</Loaded>
    </OfficialScreen>
  )
}

function Shown({ me, item }: { readonly me: Official; readonly item: ItemReply }) {
  const now = useNow()
  const [correcting, setCorrecting] = useState(false)
  return (
    <Stack gap={6} className="g-column">
      <Card>
        <Stack gap={2}>
          <Row between top gap={3}>
            <Text size="large" strong>
              {item.name}
            </Text>
            <Tag tone={stateTones[item.state]}>{itemStateNames[item.state]}</Tag>
          </Row>
          <PlaceLine tail={item.place} />
          <Text size="small" tone="quiet">{`${item.task.title} · ${dayWords(item.task.due)}前`}</Text>
          {item.note === undefined ? null : <Notice tone="amber">{item.note}</Notice>}
          {item.state === 'answered' && correcting ? <Notice>您在更正对方填的，提交后就算完成。</Notice> : null}
          {item.claimedBy === undefined ? null : (
            <Text size="small">{item.claimedBy.id === me.id ? '您正在办' : `${item.claimedBy.name}正在办`}</Text>
          )}
        </Stack>
      </Card>
      {item.state === 'answered' && item.latest !== undefined && !correcting ? (
        <Stack gap={3}>
          <Answered item={item} latest={item.latest} onCorrect={() => setCorrecting(true)} />
          <Others item={item} />
        </Stack>
      ) : item.actions.includes('answer') ? (
        <FillIn me={me} item={item} />
      ) : (
        <Notice>{item.task.state === 'running' ? '这一项不用再填。' : '任务没有在进行，现在不能填报。'}</Notice>
      )}
      {item.steps.length === 0 ? null : (
        <Section title="经过">
          <Card>
            <Stack gap={2}>
              {[...item.steps].reverse().map((step) => (
                <Stack key={step.key} gap={1}>
                  <Text>{`${step.by} ${step.says}`}</Text>
                  {step.note === undefined ? null : <Text size="small">{step.note}</Text>}
                  <Text size="small" tone="quiet" numeric>
                    {formatWhen(step.at, now)}
                  </Text>
                </Stack>
              ))}
            </Stack>
          </Card>
        </Section>
      )}
    </Stack>
  )
}

/** What the filling in begins with: what is known; where it is a correction, what the other filled in. */
function begin(knowledge: Knowledge, { form, prefill, state, latest }: ItemReply): FormDraft {
  const fresh = startDraft(knowledge, form, prefill)
  if (state !== 'answered' || latest === undefined) return fresh
  // What the official may see masked only is left out of the other's words: there what is known stands.
  const answers = Object.entries(latest.answers).map(([subject, all]) => [
    subject,
    all.map((one, at) => ({ ...one, values: { ...fresh.answers[subject]?.[at]?.values, ...one.values } })),
  ])
  return { ...fresh, answers: { ...fresh.answers, ...Object.fromEntries(answers) } }
}

function FillIn({ me, item }: { readonly me: Official; readonly item: ItemReply }) {
  const knowledge = useKnowledge()
  const { form, prefill, id } = item
  const [draft, setDraft] = useState<ItemDraft>(
    () => itemDrafts.kept(id, me.id) ?? { id, by: me.id, key: mintStepKey(), ...begin(knowledge, item) },
  )
  const [problems, setProblems] = useState<readonly AnswerProblem[]>([])
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const under = useRef(false)
  const now = useNow()
  const submit = async () => {
    const wrong = validateAnswers(knowledge, form, draft.answers, { at: nowInstant(), prefilled: prefill })
    setProblems(wrong)
    setError(undefined)
    const [first] = wrong
    if (first !== undefined) bringIntoSight(answerAnchor(first))
    if (wrong.length > 0 || under.current) return
    under.current = true
    setBusy(true)
    try {
      const next = await api.tasks.answerItem({
        params: { itemId: id, key: draft.key },
        body: { answers: draft.answers },
      })
      itemDrafts.forget(id)
      itemOf.put(id, next)
      toast('已提交，台账和各级的数字随即更新')
      goBack(pages.work)
    } catch (problem) {
      setError(problem)
    } finally {
      under.current = false
      setBusy(false)
    }
  }
  return (
    <Stack gap={4}>
      <FormView
        knowledge={knowledge}
        form={form}
        prefill={prefill}
        draft={draft}
        onChange={(changed) => {
          const next = { ...draft, ...changed }
          setDraft(next)
          itemDrafts.keep(next)
          setProblems([])
        }}
        problems={problems}
        around={{ places, startIn: undefined }}
        now={now}
      />
      {problems.length > 0 ? (
        <Notice tone="danger">{`还有 ${problems.length} 处要改，请看上面标出的地方。`}</Notice>
      ) : null}
      {error === undefined ? null : <ProblemNotice error={error} />}
      <Button full large loading={busy} onPress={() => void submit()}>
        {item.state === 'done' || item.state === 'answered' ? '更正并提交' : '提交'}
      </Button>
      <Text size="small" tone="quiet">
        填的内容随时存在这台设备上，没有网络时先填好，有网络了再提交。
      </Text>
      <Others item={item} />
    </Stack>
  )
}

type Other = Extract<ItemAction, 'claim' | 'release' | 'give-back'>
const isOther = (action: ItemAction): action is Other =>
  action === 'claim' || action === 'release' || action === 'give-back'

/** Taking it in hand, putting it back, handing it over, giving it back with a reason. */
function Others({ item }: { readonly item: ItemReply }) {
  const [giving, setGiving] = useState(false)
  const { move, busy, error } = useItemMove(item.id)
  const take = async (action: Other) => {
    if (await move(action)) toast(itemTransitions[action].consequence)
  }
  return (
    <Stack gap={3}>
      {error === undefined || giving ? null : <ProblemNotice error={error} />}
      <Row gap={2} wrap>
        {item.actions.filter(isOther).map((action) => (
          <Button
            key={action}
            variant="quiet"
            loading={busy === action}
            onPress={() => (action === 'give-back' ? setGiving(true) : void take(action))}
          >
            {itemTransitions[action].label}
          </Button>
        ))}
        {item.actions.includes('transfer') ? <HandOver item={item} /> : null}
      </Row>
      <ReasonSheet
        open={giving}
        title="办不了，退回"
        consequence={itemTransitions['give-back'].consequence}
        hint="例如：已拆除、找不到、不在本社区"
        missing="请写明为什么办不了，下派单位会看到"
        confirm="退回"
        busy={busy === 'give-back'}
        error={error}
        onClose={() => setGiving(false)}
        onSend={async (note) => {
          if (!(await move('give-back', note))) return
          setGiving(false)
          toast(itemTransitions['give-back'].consequence)
        }}
      />
    </Stack>
  )
}
