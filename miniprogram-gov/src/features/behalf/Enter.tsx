import { type BehalfFormReply, mintRequestId, type SlotLeftReply } from '@zmht/shared/contract'
import { type AnswerProblem, validateAnswers } from '@zmht/shared/controls'
import { behalfWayNames, officialWays } from '@zmht/shared/rules'
import {
  answerAnchor,
  Button,
  Card,
  FormView,
  goBack,
  goOnTo,
  Heading,
  Notice,
  nowInstant,
  PhotosField,
  PlaceLine,
  RadioList,
  Row,
  SegmentedControl,
  Stack,
  Text,
  toast,
  useNow,
} from '@zmht/shared/ui'
import { useMemo, useRef, useState } from 'react'
import { useKnowledge } from '@/lib/knowledge'
import { pages } from '@/lib/navigation'
import { bringIntoSight } from '../ledgers/into-sight'
import type { Offline } from '../tasks/offline'
import { type BehalfDraft, begun, bodyOf, draftId, type Whom } from './draft'

/** How long somebody at a counter waits for an answer before it goes on by itself, in milliseconds. */
const patience = 6000

/** The form, with how it was told and what was shown. What is handed in is first kept on this device, then sent. */
export function Enter({
  form: found,
  whom,
  offline,
  unreached,
  onOther,
}: {
  readonly form: BehalfFormReply
  readonly whom: Whom
  readonly offline: Offline
  readonly unreached: boolean
  readonly onOther: (() => void) | undefined
}) {
  const knowledge = useKnowledge()
  const now = useNow()
  const id = draftId(found.id, whom)
  const [draft, setDraft] = useState<BehalfDraft>(() => {
    const kept = offline.behalfDrafts.of(id)
    const isSame = kept?.version === found.version && kept.whom.name === whom.name && kept.whom.phone === whom.phone
    if (kept !== undefined && isSame) return kept
    return {
      id,
      requestId: mintRequestId(),
      whom,
      way: 'counter',
      version: found.version,
      ...begun(knowledge, found, whom),
      files: [],
    }
  })
  const [problems, setProblems] = useState<readonly AnswerProblem[]>([])
  const [slotMissing, setSlotMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<{ readonly title: string; readonly detail: string }>()
  const under = useRef(false)
  const files = useMemo(() => offline.filesOf(draft.requestId), [offline, draft.requestId])
  const onTheirWay = files.useUnsent()
  const change = (next: Partial<BehalfDraft>) => {
    setDraft((before) => {
      const changed = { ...before, ...next }
      offline.behalfDrafts.keep(changed)
      return changed
    })
    setProblems([])
    setRefused(undefined)
  }
  const name = found.person?.name ?? whom.name
  const handIn = async () => {
    await offline.outbox.add({
      id: draft.requestId,
      channelId: found.id,
      title: found.title,
      name,
      place: found.tail,
      at: nowInstant(),
      body: bodyOf(draft, found.home),
    })
    await Promise.race([offline.sync(), new Promise((resolve) => setTimeout(resolve, patience))])
    const left = offline.outbox.view.get().find((one) => one.id === draft.requestId)
    if (left?.state.is === 'refused') {
      // It is still in front of who entered it: put right and handed in again, it is the same request.
      setRefused(left.state)
      return
    }
    offline.behalfDrafts.forget(id)
    toast(left === undefined ? '已提交，居民能看到办理进展' : '已存在这台设备上，有网络后自动提交')
    if (left === undefined) goOnTo(pages.request, { id: draft.requestId })
    // The list of what was not sent may not be on this device.
    else goBack(pages.work)
  }
  const submit = async () => {
    const wrong = validateAnswers(knowledge, found.form, draft.answers, { at: nowInstant(), prefilled: found.prefill })
    setProblems(wrong)
    const noSlot = found.slots !== undefined && draft.slot === undefined
    setSlotMissing(noSlot)
    const [first] = wrong
    if (first !== undefined) bringIntoSight(answerAnchor(first))
    if (wrong.length > 0 || noSlot || onTheirWay > 0 || under.current) return
    under.current = true
    setBusy(true)
    await handIn().finally(() => {
      under.current = false
      setBusy(false)
    })
  }
  return (
    <Stack gap={4} className="g-column">
      <Card>
        <Stack gap={2}>
          <Row between top gap={3}>
            <Heading level={2} size="title">
              {name}
            </Heading>
            {onOther === undefined ? null : (
              <Button variant="text" onPress={onOther}>
                换一个人
              </Button>
            )}
          </Row>
          <PlaceLine tail={found.tail} />
          <Text>{found.title}</Text>
          <Text size="small" tone="quiet">
            {accountWords(found, whom)}
          </Text>
          <Text size="small" tone="quiet">
            {`表里的“您”指${name}。`}
          </Text>
        </Stack>
      </Card>
      {unreached ? <Notice>现在没有网络，看到的是上次打开的表单，照样可以填，有网络后自动提交。</Notice> : null}
      {found.shut === undefined ? null : <Notice tone="amber" title={found.shut} />}
      <Card>
        <SegmentedControl
          label="居民怎样提出的"
          segments={officialWays.map((way) => ({ value: way, label: wayWords[way] }))}
          value={draft.way}
          onChange={(way) => change({ way })}
        />
      </Card>
      {found.slots === undefined ? null : (
        <Card>
          <RadioList
            label="约什么时间"
            error={slotMissing ? '请选一个时间' : undefined}
            options={found.slots.filter(({ offers }) => offers !== 'nothing').map(slotOption)}
            value={draft.slot}
            onChange={(slot) => {
              setSlotMissing(false)
              change({ slot })
            }}
          />
        </Card>
      )}
      <FormView
        knowledge={knowledge}
        form={found.form}
        prefill={found.prefill}
        draft={draft}
        onChange={change}
        problems={problems}
        around={{ places: offline.places, startIn: undefined, files }}
        now={now}
        ofOthers
      />
      <Card>
        <PhotosField
          label="凭证照片"
          hint="出示的证件、签字的申请等。居民本人和办理人看得到"
          value={draft.files}
          store={files}
          onChange={(next) => change({ files: next })}
        />
      </Card>
      {onTheirWay > 0 ? (
        <Notice tone="amber">{`还有 ${onTheirWay} 个照片或文件没有存好，请稍等再提交。`}</Notice>
      ) : null}
      {problems.length > 0 ? (
        <Notice tone="danger">{`还有 ${problems.length} 处要改，请看上面标出的地方。`}</Notice>
      ) : null}
      {refused === undefined ? null : (
        <Notice tone="amber" title={refused.title}>
          {`${refused.detail} 填的内容都还在，改好再提交。`}
        </Notice>
      )}
      <Button full large loading={busy} onPress={() => void submit()}>
        {`代${name}提交`}
      </Button>
      <Text size="small" tone="quiet">
        {`会记下是您以“${behalfWayNames[draft.way]}”替居民提交的。同意条款请先念给居民听。`}
      </Text>
    </Stack>
  )
}

const wayWords = { counter: '窗口', door: '上门', phone: '电话', hotline: '热线' } as const

const slotOption = ({ id, says, saysLeft }: SlotLeftReply) => ({ value: id, label: says, detail: saysLeft })

/** Whether, and by what, the person will read it. */
function accountWords({ person }: BehalfFormReply, { phone }: Whom): string {
  if (person?.account === true) return '这位居民有账号：会收到消息，确认是自己要办的。'
  if (person !== undefined) return '这位居民还没有账号：以后注册并核对身份后，会归到本人名下。'
  if (phone.trim() !== '') return '用这个手机号登录的居民能看到，并确认是自己要办的。'
  return '没有留手机号：居民自己看不到进展，办好后请您告诉对方。'
}
