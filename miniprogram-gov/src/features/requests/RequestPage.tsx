import { useRouter } from '@tarojs/taro'
import type { RequestReply } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import { behalfWayNames, type RequestTransition, requestTransitions } from '@zmht/shared/rules'
import {
  Box,
  Button,
  Card,
  FilesShown,
  formatWhen,
  goTo,
  Heading,
  List,
  ListRow,
  Loaded,
  Notice,
  PlaceLine,
  ProblemNotice,
  Row,
  requestFilesOf,
  Section,
  Stack,
  Text,
  Timeline,
  toast,
  useNow,
  useResource,
  useWide,
} from '@zmht/shared/ui'
import { useMemo, useState } from 'react'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { call } from '@/lib/phone'
import { OfficialScreen } from '../frame/OfficialScreen'
import { ProposalCard } from '../routing/ProposalCard'
import { Gate } from '../session/Gate'
import { may, type Official } from '../session/official'
import { ClockTag } from '../work/ClockTag'
import { act, actionsOf, noWords, type OfficialAction, type StepWords } from './act'
import { CaseCard } from './CaseCard'
import { Errands } from './Errands'
import { useIntent } from './intent'
import { PublicAnswer } from './PublicAnswer'
import { RequestAnswers } from './RequestAnswers'
import { request } from './resources'
import { StateTag } from './StateTag'
import { StepSheet } from './StepSheet'
import { type StepFiles, timelineOf } from './timeline'
import { usePictures } from './usePictures'

export function RequestPage() {
  return <Gate>{(me) => <RequestDetail me={me} />}</Gate>
}

function RequestDetail({ me }: { readonly me: Official }) {
  const { id = '' } = useRouter().params
  const loaded = useResource(request, id)
  const wide = useWide()
  const handling = useHandling(loaded.data)
  const found = loaded.data
  return (
    <OfficialScreen
      me={me}
      title="办理"
      current={pages.work}
      back={may(me, 'work.read') ? pages.work : pages.home}
      footer={!wide && found && actionsOf(found).length > 0 ? <Actions request={found} {...handling} /> : undefined}
    >
      <Loaded of={loaded}>
        {(data) => (
          <Box className="g-split">
            <Stack gap={6} className="g-split__main">
              <Head request={data} />
              <RequestAnswers request={data} />
              {data.route !== undefined && actionsOf(data).length > 0 ? (
                <ProposalCard
                  request={data}
                  onTransfer={handling.transfer}
                  onChanged={(next) => request.put(next.id, next)}
                />
              ) : null}
            </Stack>
            <Stack gap={6} className="g-split__side">
              {wide && actionsOf(data).length > 0 ? (
                <Card>
                  <Stack gap={2}>
                    <Actions request={data} {...handling} />
                  </Stack>
                </Card>
              ) : null}
              <Errands request={data} onAnswer={actionsOf(data).includes('close') ? handling.answer : undefined} />
              <Section title="办理经过">
                <Card>
                  <Progress request={data} />
                </Card>
              </Section>
              {data.state === 'closed' ? <PublicAnswer request={data} /> : null}
              {data.procedure === 'routed' && data.actions.length > 0 ? <CaseCard request={data} /> : null}
              <Entities request={data} />
            </Stack>
          </Box>
        )}
      </Loaded>
      {handling.sheet}
    </OfficialScreen>
  )
}

/** Steps under way on this page: the sheet, what was typed in it, what went wrong. */
function useHandling(found: RequestReply | undefined) {
  const [action, setAction] = useState<OfficialAction>()
  const [words, setWords] = useState<Readonly<Partial<Record<OfficialAction, StepWords>>>>({})
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const id = found?.id ?? ''
  const claim = useIntent((key) => act('claim', id, key, noWords))

  const done = (next: RequestReply, taken: OfficialAction) => {
    request.put(next.id, next)
    setAction(undefined)
    setWords((before) => ({ ...before, [taken]: noWords }))
    setError(undefined)
    toast(`好了。${requestTransitions[taken].consequence}`)
  }
  const failed = (problem: unknown) => {
    if (!(problem instanceof Problem) || problem.kind !== 'conflict') return
    // Somebody else was faster: the page shows how things stand, and the sentence stays in sight.
    setError(problem)
    setAction(undefined)
    void request.refresh(id)
  }
  const start = (next: OfficialAction) => {
    setError(undefined)
    if (next !== 'claim') {
      setAction(next)
      return
    }
    setBusy(true)
    claim()
      .then((reply) => done(reply, 'claim'))
      .catch((problem: unknown) => {
        setError(problem)
        failed(problem)
      })
      .finally(() => setBusy(false))
  }
  const sheet =
    found && action ? (
      <StepSheet
        action={action}
        request={found}
        words={words[action] ?? noWords}
        onWords={(change) => setWords((before) => ({ ...before, [action]: change(before[action] ?? noWords) }))}
        onClose={() => setAction(undefined)}
        onDone={(next) => done(next, action)}
        onFailed={failed}
      />
    ) : null
  const transfer = (filled: StepWords) => {
    setError(undefined)
    setWords((before) => ({ ...before, transfer: filled }))
    setAction('transfer')
  }
  /** An answer begun from what somebody found on the spot; what was written already stays. */
  const answer = (found: string, photos: readonly string[]) => {
    setError(undefined)
    setWords((before) => {
      const { note, files, ...rest } = before.close ?? noWords
      return {
        ...before,
        close: {
          ...rest,
          note: note.includes(found) ? note : [note.trim(), found].filter(Boolean).join('\n'),
          files: [...new Set([...files, ...photos])],
        },
      }
    })
    setAction('close')
  }
  return { start, transfer, answer, busy, error, sheet }
}

function Actions({
  request: found,
  start,
  busy,
  error,
}: {
  readonly request: RequestReply
  readonly start: (action: OfficialAction) => void
  readonly busy: boolean
  readonly error: unknown
}) {
  const [first, ...others] = actionsOf(found)
  if (!first) return null
  const primary: RequestTransition = requestTransitions[first]
  return (
    <>
      {error === undefined ? null : <ProblemNotice error={error} />}
      <Button full large loading={busy} onPress={() => start(first)}>
        {primary.label}
      </Button>
      {others.length > 0 ? (
        <Box className="g-actions">
          {others.map((action) => (
            <Button key={action} full variant="quiet" onPress={() => start(action)}>
              {requestTransitions[action].label}
            </Button>
          ))}
        </Box>
      ) : null}
    </>
  )
}

function deskWords({ name, part }: NonNullable<RequestReply['desk']>): string {
  if (part === 'partner') return `等${name}确认`
  return part === 'arbiter' ? `等${name}确定由谁办` : `在${name}办理`
}

/** Whether the author has heard of it. */
function authorWords({ author, acknowledged }: NonNullable<RequestReply['behalf']>): string {
  if (author === undefined || author === 'disowned') return ''
  if (acknowledged) return ' · 本人已确认'
  return author === 'reads' ? ' · 等本人确认' : ' · 本人还没有账号'
}

/** 「协办：区卫生健康委（已写）、街道」 */
function besideWords(beside: NonNullable<RequestReply['beside']>): string {
  return `协办：${beside.map(({ name, said }) => (said ? `${name}（已写）` : name)).join('、')}`
}

function Head({ request: found }: { readonly request: RequestReply }) {
  const now = useNow()
  const phone = phoneIn(found)
  return (
    <Card>
      <Stack gap={3}>
        <Row between top gap={3}>
          <Stack gap={1} grow>
            <Heading level={2} size="title">
              {found.who}
            </Heading>
            <Text>{found.title}</Text>
          </Stack>
          <Stack gap={1} className="g-end">
            <StateTag state={found.state} />
            <ClockTag request={found} now={now} />
          </Stack>
        </Row>
        <PlaceLine tail={found.place} />
        {found.applicant ? <Text size="small">{`单位申请 · 经办人 ${found.applicant.by}`}</Text> : null}
        <Text size="small" tone="quiet" numeric>{`编号 ${found.number} · ${found.organisation.name}`}</Text>
        {found.booking ? (
          <Text strong>
            {`${found.booking.says}${found.booking.has === 'waiting' ? `（候补第 ${found.booking.position ?? ''} 位）` : found.booking.has === 'gone' ? '（已退出）' : ''}`}
          </Text>
        ) : null}
        {found.route?.subject ? (
          <Text size="small">{`${found.route.subject.name}${found.route.sure ? '' : '（还没有核对）'}`}</Text>
        ) : null}
        {found.behalf ? (
          <Text
            size="small"
            tone="quiet"
          >{`${behalfWayNames[found.behalf.way]} · ${found.behalf.name}${authorWords(found.behalf)}`}</Text>
        ) : null}
        {found.behalf?.author === 'disowned' ? (
          <Notice tone="amber" title="对方说这不是自己的事">
            可能填错了人。请核对是谁要办的：填错的，写明原因“不能办”；认得是谁的，重新代办一件。
          </Notice>
        ) : null}
        {found.desk ? (
          <Text size="small" tone="quiet">
            {deskWords(found.desk)}
          </Text>
        ) : null}
        {found.beside ? (
          <Text size="small" tone="quiet">
            {besideWords(found.beside)}
          </Text>
        ) : null}
        {found.claimedBy ? <Text size="small" tone="quiet">{`由${found.claimedBy.name}办理`}</Text> : null}
        {found.stepDue ? (
          <Text size="small" tone={found.stepDue.late ? 'danger' : 'quiet'} numeric>
            {found.stepDue.late
              ? `${found.stepDue.name}期限 ${formatWhen(found.stepDue.due, now)}，已过`
              : `${found.stepDue.name}期限 ${formatWhen(found.stepDue.due, now)}`}
          </Text>
        ) : null}
        {found.overseers ? (
          <Text size="small" tone="quiet">{`督办：${found.overseers.map(({ name }) => name).join('、')}`}</Text>
        ) : null}
        {phone ? (
          <Row>
            <Button variant="quiet" icon="phone" onPress={() => call(phone)}>
              {`打电话给${found.applicant?.by ?? found.who}`}
            </Button>
          </Row>
        ) : null}
        {found.rating ? (
          <Notice title={`${found.applicant === undefined ? '居民' : '单位'}评价：${found.rating.stars} 星`}>
            {found.rating.words ?? ''}
          </Notice>
        ) : null}
      </Stack>
    </Card>
  )
}

/** The first number whoever reads this may call: the resident's own stands first in a form. It is dialled, and shown in part. */
function phoneIn(found: RequestReply): string | undefined {
  return found.answers.flatMap((part) => part.items).find((item) => item.call !== undefined)?.call
}

function Progress({ request: found }: { readonly request: RequestReply }) {
  const now = useNow()
  const store = useMemo(() => requestFilesOf(api, found.id), [found.id])
  const pictures = usePictures(found)
  const filesAt = (label: string, shown: StepFiles) => (
    <FilesShown label={label} files={shown} store={store} below={pictures.markOf} />
  )
  return (
    <>
      <Timeline label="办理经过" steps={timelineOf(found, now, filesAt)} />
      {pictures.sheet}
    </>
  )
}

function Entities({ request: found }: { readonly request: RequestReply }) {
  if (found.entities.length === 0) return null
  return (
    <Section title="涉及的人和地">
      <Card flush>
        <List label="这件事涉及的人和地">
          {found.entities.map((one, index) => (
            <ListRow
              key={one.id}
              icon="ledger"
              line={index > 0}
              title={one.name}
              detail="查看资料，和每一项的来历"
              onPress={() => goTo(pages.entity, { id: one.id })}
            />
          ))}
        </List>
      </Card>
    </Section>
  )
}
