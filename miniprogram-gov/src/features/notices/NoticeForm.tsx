import { placeTail } from '@zmht/shared/geo'
import { urgencies, urgencyCodes } from '@zmht/shared/rules'
import {
  Button,
  Card,
  DateTimePicker,
  goOnTo,
  Notice,
  nowInstant,
  ProblemNotice,
  RadioList,
  Row,
  Section,
  Select,
  Stack,
  TextArea,
  TextInput,
  useResource,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { OwnPlaceSheet } from '../ledgers/OwnPlaceSheet'
import { ledgersAt } from '../ledgers/resources'
import { PickedList } from '../permissions/PickedList'
import { type Official, territoriesOf } from '../session/official'
import { FilesField } from './FilesField'
import { noticeDrafts } from './local-drafts'
import { contentOf, type DraftWho, missingIn, type NoticeDraft, type Picked } from './notice-draft'
import { noticePage } from './pages'
import { QuestionsField } from './QuestionsField'
import { noticeOf } from './resources'

const urgencyDetails = {
  routine: '列在消息里',
  important: '列在消息里，标出重要',
  emergency: '排在最前、不能静音；没有审批权限的要先经审批',
} as const

const whoOptions: readonly { readonly value: DraftWho; readonly label: string }[] = [
  { value: 'everybody', label: '那里的所有居民' },
  { value: 'age', label: '按年龄' },
  { value: 'ledger', label: '一本台账里的居民' },
]

/** A notice being written: what, to whom, until when; then its reach is looked at before it goes. */
export function NoticeForm({
  me,
  id,
  initial,
}: {
  readonly me: Official
  /** The same for every attempt: pressed twice, it is one notice. */
  readonly id: string
  readonly initial: NoticeDraft
}) {
  const [draft, setDraft] = useState(initial)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const change = (changed: (before: NoticeDraft) => NoticeDraft) =>
    setDraft((before) => {
      const after = changed(before)
      noticeDrafts.keep({ id, by: me.id, draft: after })
      return after
    })
  const set = <K extends keyof NoticeDraft>(field: K, value: NoticeDraft[K] | undefined) =>
    change((before) => {
      const { [field]: _former, ...others } = before
      return (value === undefined ? others : { ...others, [field]: value }) as NoticeDraft // only what may be missing is taken away
    })
  const missing = missingIn(draft, nowInstant())
  const many = Object.keys(missing).length
  const wrong = (field: keyof typeof missing) => (tried ? missing[field] : undefined)
  const save = async () => {
    setTried(true)
    const content = contentOf(draft, nowInstant())
    if (content === undefined || busy) return
    setBusy(true)
    setError(undefined)
    try {
      const notice = await api.channels.saveNotice({
        params: { noticeId: id },
        body: { edition: draft.edition, content },
      })
      noticeOf.put(id, notice)
      noticeDrafts.forget(id)
      goOnTo(noticePage, { id })
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  const pickPlaces =
    (field: 'places' | 'except', label: string) => (onPick: (one: Picked) => void, onClose: () => void) => (
      <OwnPlaceSheet
        me={me}
        title={label}
        onPick={(path) => {
          const place = path.at(-1)
          if (place !== undefined) onPick({ id: place.id, name: placeTail(path) })
        }}
        onClose={onClose}
        key={field}
      />
    )
  return (
    <Stack gap={6} className="g-column">
      <Section title="说什么">
        <Card>
          <Stack gap={4}>
            <TextInput
              label="标题"
              maxLength={30}
              value={draft.title}
              error={wrong('title')}
              onChange={(title) => set('title', title)}
            />
            <TextArea
              label="正文"
              hint="写 {姓名}、{住址}，居民看到的是自己的"
              maxLength={5000}
              value={draft.text}
              error={wrong('text')}
              onChange={(text) => set('text', text)}
            />
            <FilesField
              files={draft.files}
              onChange={(files) => change((before) => ({ ...before, files: files(before.files) }))}
            />
            <RadioList
              label="紧急程度"
              options={urgencyCodes.map((value) => ({ value, label: urgencies[value], detail: urgencyDetails[value] }))}
              value={draft.urgency}
              onChange={(urgency) => set('urgency', urgency)}
            />
          </Stack>
        </Card>
      </Section>
      <Section title="请居民回答">
        <QuestionsField
          questions={draft.questions}
          error={wrong('questions')}
          onChange={(questions) => change((before) => ({ ...before, questions: questions(before.questions) }))}
        />
      </Section>
      <Section title="发给谁">
        <Card>
          <Stack gap={4}>
            <PickedList<Picked>
              label="地点"
              hint="可以是一个区，也可以只是一栋楼、一个单元"
              ask="加一个地点"
              error={wrong('places')}
              picked={draft.places}
              onChange={(places) => set('places', places)}
              sheet={pickPlaces('places', '发给哪里')}
            />
            <PickedList<Picked>
              label="不发的地方"
              hint="上面选的地点里，有不用通知的就在这里排除"
              ask="排除一个地点"
              picked={draft.except}
              onChange={(except) => set('except', except)}
              sheet={pickPlaces('except', '不发的地方')}
            />
            <RadioList label="哪些人" options={whoOptions} value={draft.who} onChange={(who) => set('who', who)} />
            {draft.who === 'age' ? <Ages draft={draft} error={wrong('who')} onChange={set} /> : null}
            {draft.who === 'ledger' ? (
              <LedgerChoice me={me} value={draft.ledger} error={wrong('who')} onChange={(one) => set('ledger', one)} />
            ) : null}
          </Stack>
        </Card>
      </Section>
      <Section title="什么时候">
        <Card>
          <Stack gap={4}>
            <DateTimePicker
              label="定时发布"
              optional
              hint="不填就马上发布"
              value={draft.publishAt}
              error={wrong('publishAt')}
              onChange={(at) => set('publishAt', at)}
            />
            <DateTimePicker
              label="保留到"
              hint="过了这个时间，居民的消息里不再列出"
              value={draft.expires}
              error={wrong('expires')}
              onChange={(at) => set('expires', at)}
            />
          </Stack>
        </Card>
      </Section>
      {tried && many > 0 ? (
        <Notice tone="danger">{`还有 ${many} 处要填，请看上面标出的地方。已填的都在。`}</Notice>
      ) : null}
      {error === undefined ? null : <ProblemNotice error={error} />}
      <Button full large loading={busy} onPress={() => void save()}>
        下一步：看看发给多少人
      </Button>
    </Stack>
  )
}

function Ages({
  draft,
  error,
  onChange,
}: {
  readonly draft: NoticeDraft
  readonly error: string | undefined
  readonly onChange: (field: 'least' | 'most', value: string) => void
}) {
  return (
    <Row gap={3}>
      <TextInput
        label="最小年龄"
        kind="number"
        maxLength={3}
        value={draft.least}
        error={error}
        onChange={(age) => onChange('least', age)}
      />
      <TextInput
        label="最大年龄"
        kind="number"
        maxLength={3}
        value={draft.most}
        onChange={(age) => onChange('most', age)}
      />
    </Row>
  )
}

function LedgerChoice({
  me,
  value,
  error,
  onChange,
}: {
  readonly me: Official
  readonly value: string | undefined
  readonly error: string | undefined
  readonly onChange: (ledger: string | undefined) => void
}) {
  const { data = [] } = useResource(ledgersAt, territoriesOf(me)[0]?.id ?? '')
  return (
    <Select
      label="台账"
      hint="在这本台账里、又住在上面地点的居民收得到"
      placeholder="请选择"
      options={data.filter(({ kind }) => kind === 'person').map((one) => ({ value: one.id, label: one.name }))}
      value={value}
      error={error}
      onChange={onChange}
    />
  )
}
