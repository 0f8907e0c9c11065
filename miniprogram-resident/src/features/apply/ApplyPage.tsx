import { useRouter } from '@tarojs/taro'
import { mintRequestId, type OrganisationServiceReply, type ServiceReply } from '@zmht/shared/contract'
import { type AnswerProblem, validateAnswers } from '@zmht/shared/controls'
import { isPlaceId } from '@zmht/shared/geo'
import type { Knowledge } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import {
  Button,
  Card,
  confirmation,
  type FormDraft,
  FormView,
  goOnTo,
  Heading,
  Loaded,
  type LoadedResource,
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
import { slotsLeft } from '../booking/resources'
import { SlotPicker } from '../booking/SlotPicker'
import { organisationRequests, organisationService } from '../organisations/resources'
import { newestRequests, request } from '../requests/resources'
import { service } from '../services/resources'
import { Gate } from '../session/Gate'
import type { Resident } from '../session/resident'
import { carryOver, draftKey, type RequestDraft, requestDrafts } from './drafts'
import { Neighbours, useNeighbours } from './Neighbours'
import { NotYet } from './NotYet'
import { answerProblemsOf } from './problems'
import { goesTo, isWhere, ReadingCard, useReading } from './ReadingCard'
import { showAnswer } from './show-answer'
import { useLineage } from './useLineage'

export function ApplyPage() {
  return <Gate>{(me) => <Apply me={me} />}</Gate>
}

function Apply({ me }: { readonly me: Resident }) {
  const { id = '', organisation } = useRouter().params
  // A form half filled in is finished under the version it was begun with, unless the person takes the new one.
  const [begun, setBegun] = useState(
    () => requestDrafts.read(me.id, draftKey({ channelId: id, organisation }))?.version,
  )
  const opened = { me, version: begun === undefined ? '' : `@${begun}`, onTakeNewest: () => setBegun(undefined) }
  return organisation === undefined ? (
    <ForMe {...opened} id={id} />
  ) : (
    <ForOrganisation {...opened} id={`${organisation}/${id}`} />
  )
}

interface Opened {
  readonly me: Resident
  /** `@version`, where a form begun under it is finished. */
  readonly version: string
  readonly id: string
  readonly onTakeNewest: () => void
}

function ForMe({ id, version, ...rest }: Opened) {
  return <Open {...rest} loaded={useResource(service, `${id}${version}`)} />
}

function ForOrganisation({ id, version, ...rest }: Opened) {
  return <Open {...rest} loaded={useResource(organisationService, `${id}${version}`)} />
}

function Open({
  me,
  loaded,
  onTakeNewest,
}: Pick<Opened, 'me' | 'onTakeNewest'> & {
  readonly loaded: LoadedResource<ServiceReply | OrganisationServiceReply>
}) {
  const { home, slot } = useRouter().params
  return loaded.data ? (
    <FillIn
      key={`${loaded.data.id} ${loaded.data.version}`}
      me={me}
      service={loaded.data}
      organisation={'for' in loaded.data ? loaded.data.for : undefined}
      home={home}
      slot={slot}
      onTakeNewest={onTakeNewest}
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
  /** For which it is filled in, where not for oneself. */
  readonly organisation: OrganisationServiceReply['for'] | undefined
  readonly home: string | undefined
  /** The time chosen on the service's page. */
  readonly slot: string | undefined
  readonly onTakeNewest: () => void
}

/** What the person opens with: their draft, carried over when the form has changed since, or a new one. */
function openDraft(
  knowledge: Knowledge,
  { me, service: found, organisation, home, slot }: FillInProps,
): {
  readonly draft: RequestDraft
  readonly carried: boolean
} {
  const kept = requestDrafts.read(me.id, draftKey({ channelId: found.id, organisation: organisation?.id }))
  const carried = kept !== undefined && kept.version !== found.version
  const form: FormDraft = !kept
    ? startDraft(knowledge, found.form, found.prefill)
    : carried
      ? carryOver(knowledge, found.form, found.prefill, kept)
      : kept
  const mine = me.homes.find((one) => one.placeId === (home ?? kept?.home))
  const wanted = slot ?? kept?.slot
  const isThere = found.slots?.some(({ id, offers }) => id === wanted && offers !== 'nothing') === true
  return {
    draft: {
      ...form,
      channelId: found.id,
      ...(organisation === undefined ? {} : { organisation: organisation.id }),
      requestId: kept?.requestId ?? mintRequestId(),
      title: found.title,
      version: found.version,
      home: mine?.placeId ?? found.home,
      ...(wanted !== undefined && isThere ? { slot: wanted } : {}),
      savedAt: kept?.savedAt ?? nowInstant(),
    },
    carried,
  }
}

/** The question of where it is, if the form asks it. */
function whereOf({ form }: ServiceReply) {
  const control = form.controls.find(isWhere)
  return control?.binding === undefined ? undefined : { subject: control.binding.subject, control: control.id }
}

function FillIn(props: FillInProps) {
  const { me, service: found, organisation } = props
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
  const [slotMissing, setSlotMissing] = useState(false)
  const reading = useReading(knowledge, found, draft.answers, draft.home)
  const like = useNeighbours(found, draft.answers, draft.home)
  const [follows, setFollows] = useState(true)

  const chooseSlot = (slot: string) => {
    setSlotMissing(false)
    setError(undefined)
    setDraft((before) => {
      const next = { ...before, slot, savedAt: nowInstant() }
      requestDrafts.save(me.id, next)
      return next
    })
  }

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

  /** Answers the question of where it is. */
  const choosePlace = (place: string) => {
    const where = whereOf(found)
    if (where === undefined) return
    const [first = { values: {} }, ...others] = draft.answers[where.subject] ?? []
    const values = { ...first.values, [where.control]: place }
    change({ ...draft, answers: { ...draft.answers, [where.subject]: [{ ...first, values }, ...others] } })
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
    const noSlot = found.slots !== undefined && draft.slot === undefined
    setSlotMissing(noSlot)
    if (wrong[0]) showAnswer(wrong[0])
    if (noSlot || wrong.length > 0 || open > 0 || unsent > 0 || under.current || !isPlaceId(draft.home)) return
    under.current = true
    setBusy(true)
    try {
      // Asked here because WeChat allows it only straight after a tap.
      const notify = await askToNotify()
      const body = {
        version: found.version,
        answers: draft.answers,
        ...(draft.slot === undefined ? {} : { slot: draft.slot }),
        notify,
      }
      const { requestId } = draft
      const made =
        organisation === undefined
          ? await api.channels.submit({
              params: { channelId: found.id, requestId },
              body: {
                ...body,
                home: draft.home,
                ...(like !== undefined && follows ? { follows: true as const } : {}),
              },
            })
          : await api.channels.submitForOrganisation({
              params: { organisation: organisation.id, channelId: found.id, requestId },
              body,
            })
      requestDrafts.drop(me.id, draftKey(draft))
      request.put(made.id, made)
      if (organisation === undefined) {
        void newestRequests.refresh('mine')
        void service.refresh(found.id)
      } else {
        void organisationRequests.refresh(organisation.id)
        void organisationService.refresh(`${organisation.id}/${found.id}`)
      }
      goOnTo(pages.result, { id: made.id })
    } catch (problem) {
      const answers = answerProblemsOf(problem)
      setProblems(answers)
      if (answers[0]) showAnswer(answers[0])
      setError(problem)
      if (problem instanceof Problem && problem.code.startsWith('slot-')) void slotsLeft.refresh(found.id)
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
          {slotMissing && problems.length === 0 ? <Text tone="danger">还没有选时间，请在最上面选一个。</Text> : null}
          {error !== undefined && problems.length === 0 ? <ProblemNotice error={error} /> : null}
          {reading === undefined ? null : (
            <Text size="small" tone="quiet">
              {goesTo(reading)}
            </Text>
          )}
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
        {organisation === undefined ? null : <Text>{`替${organisation.name}办`}</Text>}
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
      {found.slots ? (
        <Card>
          <SlotPicker
            channelId={found.id}
            slots={found.slots}
            value={draft.slot}
            error={slotMissing ? '请选一个时间' : undefined}
            onChange={chooseSlot}
          />
        </Card>
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
      {reading === undefined ? null : (
        <ReadingCard reading={reading} onPlace={whereOf(found) === undefined ? undefined : choosePlace} />
      )}
      {like === undefined ? null : <Neighbours like={like} value={follows} onChange={setFollows} />}
    </Screen>
  )
}
