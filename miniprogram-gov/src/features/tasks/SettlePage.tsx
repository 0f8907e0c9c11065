import { useRouter } from '@tarojs/taro'
import {
  type AnswerConflict,
  answeringOf,
  type Form,
  mergeAnswers,
  type Side,
  settleAnswers,
  validateAnswers,
} from '@zmht/shared/controls'
import { type Knowledge, showValue, type Value } from '@zmht/shared/knowledge'
import { fileKindNames } from '@zmht/shared/rules'
import {
  Button,
  Card,
  EmptyState,
  type Files,
  FilesShown,
  formatWhen,
  goBack,
  goOnTo,
  Notice,
  nowInstant,
  PlaceLine,
  type PlaceSource,
  RadioList,
  Row,
  SkeletonList,
  Stack,
  Text,
  toast,
  useNow,
  usePlaceName,
} from '@zmht/shared/ui'
import { useMemo, useState } from 'react'
import { fromAddress } from '@/lib/address'
import { useKnowledge } from '@/lib/knowledge'
import { pages } from '@/lib/navigation'
import type { Unsent } from '@/lib/offline/queue'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import type { Official } from '../session/official'
import { type Offline, useOffline, useUnsent } from './offline'
import { itemPage } from './pages'
import { useItemFiles } from './useItemFiles'

/** Two people filled in the same item, and differently: field by field it is chosen whose word stands. */
export function SettlePage() {
  return <Gate>{(me) => <Settling me={me} />}</Gate>
}

function Settling({ me }: { readonly me: Official }) {
  const id = fromAddress(useRouter().params.id)
  const offline = useOffline(me)
  const { entries } = useUnsent(offline)
  const entry = entries.find((one) => one.id === id)
  return (
    <OfficialScreen me={me} title="两个人都填了" current={pages.work} back={pages.work}>
      {offline === undefined ? (
        <SkeletonList />
      ) : entry?.state.is === 'differs' ? (
        <Settle key={entry.key} offline={offline} entry={entry} differs={entry.state} />
      ) : (
        <EmptyState icon="check" title="这一项不用核对了" detail="已经提交，或正在提交。" />
      )}
    </OfficialScreen>
  )
}

type Differs = Extract<Unsent['state'], { is: 'differs' }>

function Settle({
  offline,
  entry,
  differs,
}: {
  readonly offline: Offline
  readonly entry: Unsent
  readonly differs: Differs
}) {
  const knowledge = useKnowledge()
  const now = useNow()
  const { form, formVersion, theirs, revision } = differs
  const merged = useMemo(
    () => mergeAnswers(form, { began: entry.began, mine: entry.answers, theirs: theirs.answers }),
    [form, entry, theirs],
  )
  const { files, asking } = useItemFiles(offline, entry.item)
  const [choices, setChoices] = useState<readonly (Side | undefined)[]>(() => merged.conflicts.map(() => undefined))
  const [asked, setAsked] = useState(false)
  const [wrong, setWrong] = useState<readonly string[]>([])
  const open = choices.filter((choice) => choice === undefined).length
  const settled = () =>
    settleAnswers(
      merged,
      choices.map((choice) => choice ?? 'theirs'),
    )
  const submit = async () => {
    setAsked(true)
    if (open > 0) return
    const problems = validateAnswers(knowledge, form, settled(), { at: nowInstant() })
    setWrong(problems.map(({ message }) => message))
    if (problems.length > 0) return
    await offline.queue.settle(entry.id, settled())
    void offline.sync()
    toast('已按您的选择提交，两份都留在经过里')
    goBack(pages.work)
  }
  /** The settled answers as a draft, to be put right in the form itself. */
  const edit = () => {
    offline.drafts.keep({
      id: entry.item,
      answers: settled(),
      confirmed: [],
      began: theirs.answers,
      base: revision,
      formVersion,
    })
    goOnTo(itemPage, { id: entry.item })
  }
  const sides = {
    mine: `我填的 · ${formatWhen(entry.at, now)}`,
    theirs: `${theirs.by}填的 · ${formatWhen(theirs.at, now)}`,
  }
  return (
    <Stack gap={4} className="g-column">
      <Card>
        <Stack gap={2}>
          <Text size="large" strong>
            {entry.name}
          </Text>
          <PlaceLine tail={entry.place} />
          <Text>
            {`${theirs.by}也填了这一项，有 ${merged.conflicts.length} 处和您填的不同，其余的已经合在一起。请逐处选一个，再提交。两份都留在经过里。`}
          </Text>
          <Row gap={2} wrap>
            <Button variant="quiet" onPress={() => setChoices(merged.conflicts.map(() => 'mine'))}>
              都用我的
            </Button>
            <Button variant="quiet" onPress={() => setChoices(merged.conflicts.map(() => 'theirs'))}>
              都用对方的
            </Button>
          </Row>
        </Stack>
      </Card>
      {merged.conflicts.map((conflict, order) => (
        <OneConflict
          key={`${conflict.subject} ${conflict.index} ${conflict.of === 'answer' ? conflict.control : conflict.of}`}
          knowledge={knowledge}
          form={form}
          places={offline.places}
          files={files}
          conflict={conflict}
          sides={sides}
          chosen={choices[order]}
          error={asked && choices[order] === undefined ? '请选一个' : undefined}
          onChoose={(side) => setChoices((before) => before.map((one, at) => (at === order ? side : one)))}
        />
      ))}
      {asking}
      {asked && open > 0 ? <Notice tone="danger">{`还有 ${open} 处没有选，请看上面标出的地方。`}</Notice> : null}
      {wrong.length > 0 ? (
        <Notice
          tone="danger"
          title="合在一起还不能提交"
          action={
            <Button variant="quiet" onPress={edit}>
              打开表格改
            </Button>
          }
        >
          {wrong.join('；')}
        </Notice>
      ) : null}
      <Button full large onPress={() => void submit()}>
        按选的提交
      </Button>
    </Stack>
  )
}

function OneConflict({
  knowledge,
  form,
  places,
  files,
  conflict,
  sides,
  chosen,
  error,
  onChoose,
}: {
  readonly knowledge: Knowledge
  readonly form: Form
  readonly places: PlaceSource
  readonly files: Files
  readonly conflict: AnswerConflict
  readonly sides: Readonly<Record<Side, string>>
  readonly chosen: Side | undefined
  readonly error: string | undefined
  readonly onChoose: (side: Side) => void
}) {
  const subject = form.subjects.find(({ key }) => key === conflict.subject)
  const control = conflict.of === 'answer' ? form.controls.find(({ id }) => id === conflict.control) : undefined
  const isPlace = control?.kind === 'place'
  const asked = control === undefined ? undefined : answeringOf(knowledge, control)?.value
  const fileKind = asked?.type === 'file' ? asked.of : undefined
  const placeOf = (side: Side): string | undefined =>
    isPlace && conflict.of === 'answer' && conflict[side] !== undefined ? String(conflict[side]) : undefined
  const names = { mine: usePlaceName(places, placeOf('mine')), theirs: usePlaceName(places, placeOf('theirs')) }
  const said = (side: Side): string => {
    if (conflict.of === 'card') return conflict.removedBy === side ? '删去这一份' : '留下，并改了内容'
    if (conflict.of === 'who') return whoWords(knowledge, form, conflict[side].values)
    const value = conflict[side]
    if (value === undefined) return '没有填'
    if (fileKind !== undefined) return `${side === 'mine' ? '我的' : '对方的'}${fileKindNames[fileKind]}`
    return isPlace ? (names[side] ?? '正在读取…') : valueWords(knowledge, form, conflict.control, value)
  }
  const card = subject?.many === undefined ? '' : ` ${conflict.index + 1}`
  const label =
    control?.label ?? (conflict.of === 'who' ? `${subject?.name ?? ''}是谁` : `${subject?.name ?? ''}${card}`)
  return (
    <Card>
      <Stack gap={4}>
        <RadioList<Side>
          label={label}
          {...(control === undefined || card === '' ? {} : { hint: `${subject?.name ?? ''}${card}` })}
          options={[
            { value: 'mine', label: said('mine'), detail: sides.mine },
            { value: 'theirs', label: said('theirs'), detail: sides.theirs },
          ]}
          value={chosen}
          error={error}
          onChange={onChoose}
        />
        {conflict.of === 'answer' && fileKind !== undefined ? (
          <Stack gap={3}>
            {(['mine', 'theirs'] as const).map((side) => {
              const shown = idsOf(conflict[side]).map((id) => ({ id, kind: fileKind }))
              return shown.length === 0 ? null : (
                <Stack key={side} gap={1}>
                  <Text size="small" tone="quiet">
                    {said(side)}
                  </Text>
                  <FilesShown label={`${label}，${said(side)}`} files={shown} store={files} />
                </Stack>
              )
            })}
          </Stack>
        ) : null}
      </Stack>
    </Card>
  )
}

const idsOf = (value: Value | undefined): readonly string[] =>
  typeof value === 'object' ? value : value === undefined ? [] : [String(value)]

function valueWords(knowledge: Knowledge, form: Form, control: string, value: Value): string {
  const found = form.controls.find(({ id }) => id === control)
  const answering = found && answeringOf(knowledge, found)
  return answering === undefined ? String(value) : showValue(answering, value)
}

/** Somebody in the words that were said of them. */
function whoWords(knowledge: Knowledge, form: Form, values: Readonly<Record<string, Value>>): string {
  const words = form.controls.flatMap(({ id, kind }) => {
    const value = values[id]
    return value === undefined || kind === 'place' ? [] : [valueWords(knowledge, form, id, value)]
  })
  return words.slice(0, 3).join(' · ') || '没有填'
}
