import { useDidShow } from '@tarojs/taro'
import { placeTail } from '@zmht/shared/geo'
import { repeatNames, repeats, selfFillNames, selfFills } from '@zmht/shared/rules'
import {
  Button,
  Card,
  DatePicker,
  goOnTo,
  goTo,
  Notice,
  ProblemNotice,
  RadioList,
  Section,
  Select,
  Stack,
  Text,
  TextArea,
  TextInput,
  useNow,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { dayOf } from '@/lib/dates'
import { pages } from '@/lib/navigation'
import { OwnPlaceSheet } from '../ledgers/OwnPlaceSheet'
import { PickedList } from '../permissions/PickedList'
import { type Official, territoriesOf } from '../session/official'
import { AboutField } from './AboutField'
import { listLacks } from './GivenList'
import { entitiesOf, type GivenLines, listAbout } from './given-lines'
import { taskDrafts } from './local-drafts'
import { Measures } from './Measures'
import { MoreSettings } from './MoreSettings'
import { taskOf } from './resources'
import { askedIn, comingAgain, contentOf, isDaily, missingIn, type Place, placesOf, type TaskDraft } from './task-draft'
import { canSelfFill, selfFillFollows } from './words'

/** A task being written: what, about whom, where, until when; then its reach is looked at before it goes. */
export function TaskForm({
  me,
  own,
  id,
  initial,
}: {
  readonly me: Official
  readonly own: string
  /** The same for every attempt: pressed twice, it is one task. */
  readonly id: string
  readonly initial: TaskDraft
}) {
  const now = useNow()
  const [draft, setDraft] = useState(initial)
  const [given, setGiven] = useState<GivenLines>()
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const change = (changed: (before: TaskDraft) => TaskDraft) =>
    setDraft((before) => {
      const after = changed(before)
      taskDrafts.keep({ id, by: me.id, draft: after })
      return after
    })
  const set = <K extends keyof TaskDraft>(field: K, value: TaskDraft[K] | undefined) =>
    change((before) => {
      const { [field]: _former, ...others } = before
      return (value === undefined ? others : { ...others, [field]: value }) as TaskDraft // only what may be missing is taken away
    })
  // Back from the form builder: what was put together there.
  useDidShow(() => {
    const kept = taskDrafts.kept(id, me.id)
    if (kept !== undefined) setDraft((before) => ({ ...before, form: kept.draft.form }))
  })
  const listed = draft.about.of === 'list' && given !== undefined ? given : undefined
  const lacking = listed === undefined ? undefined : listLacks(listed, placesOf(draft))
  const whole = withGiven(draft, listed)
  const missing = { ...missingIn(whole), ...(lacking === undefined ? {} : { about: lacking }) }
  const many = Object.keys(missing).length
  const wrong = (field: keyof typeof missing) => (tried ? missing[field] : undefined)
  const build = () => {
    taskDrafts.keep({ id, by: me.id, draft })
    goTo(pages.taskForm, { id })
  }
  const save = async () => {
    setTried(true)
    const content = lacking === undefined ? contentOf(whole) : undefined
    if (content === undefined || busy) return
    setBusy(true)
    setError(undefined)
    try {
      const task = await api.tasks.saveTask({
        params: { taskId: id },
        body: { content, within: placesOf(draft), edition: draft.edition },
      })
      // Cut off from here on, the next attempt goes on from what was saved.
      change((before) => ({ ...withGiven(before, listed), edition: task.edition }))
      for (const [part, entities] of listed === undefined ? [] : entitiesOf(listed).entries())
        await api.tasks.saveListPart({ params: { taskId: id, part: String(part) }, body: { entities: [...entities] } })
      taskOf.put(task.id, listed === undefined ? task : await api.tasks.task({ params: { taskId: id } }))
      taskDrafts.forget(id)
      goOnTo(pages.task, { id: task.id })
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Stack gap={6} className="g-column">
      <Section title="做什么">
        <Card>
          <Stack gap={4}>
            <TextInput
              label="任务名称"
              maxLength={30}
              value={draft.title}
              error={wrong('title')}
              onChange={(title) => set('title', title)}
            />
            <TextArea
              label="依据和要求"
              maxLength={500}
              value={draft.basis}
              error={wrong('basis')}
              onChange={(basis) => set('basis', basis)}
            />
            <Select
              label="多久一次"
              hint="到时候自动再派，针对那时的每一个"
              placeholder="只做这一次"
              options={repeats.map((value) => ({ value, label: repeatNames[value] }))}
              value={draft.repeat}
              onChange={(repeat) => change((before) => comingAgain(before, repeat, dayOf(now)))}
            />
            <DatePicker
              label={draft.repeat === undefined ? '完成日期' : '第一次的完成日期'}
              value={draft.due}
              error={wrong('due')}
              onChange={(due) => set('due', due)}
            />
            {draft.repeat === undefined ? null : (
              <Text size="small" tone="quiet">
                {isDaily(draft) ? '当天派、当天办完，就选今天。以后每次一样。' : '以后每次的天数和第一次一样多。'}
              </Text>
            )}
            {canSelfFill(draft.kind) ? (
              <RadioList
                label="居民和单位自己填"
                hint="开放以后，本人、住户、代办人和单位经办人会在“服务”里看到"
                options={[
                  { value: 'none', label: '不开放', detail: '只由工作人员填' },
                  ...selfFills.map((value) => ({ value, label: selfFillNames[value], detail: selfFillFollows[value] })),
                ]}
                value={draft.selfFill ?? 'none'}
                onChange={(chosen) => set('selfFill', chosen === 'none' ? undefined : chosen)}
              />
            ) : null}
          </Stack>
        </Card>
      </Section>
      <Section title="针对谁">
        <Card>
          <AboutField
            draft={draft}
            taskId={id}
            own={own}
            given={given}
            error={wrong('about')}
            onGiven={setGiven}
            onChange={(about) => {
              setGiven(undefined)
              set('about', about)
            }}
          />
        </Card>
      </Section>
      <Section title="派到哪里">
        <Card>
          <PickedList<Place>
            label="范围"
            hint="里面各社区按属地自动分到，社区工作人员马上能看到。"
            ask="加一个地点"
            error={wrong('within')}
            picked={draft.within}
            onChange={(within) => set('within', within)}
            sheet={(onPick, onClose) => (
              <OwnPlaceSheet
                me={me}
                title="范围"
                onPick={(path) => {
                  const place = path.at(-1)
                  if (place !== undefined) onPick({ id: place.id, name: placeTail(path) })
                }}
                onClose={onClose}
              />
            )}
          />
        </Card>
      </Section>
      <FormSection draft={draft} error={wrong('form')} onBuild={build} />
      <Section title="统计哪些指标">
        <Card>
          <Measures
            form={draft.form}
            measures={askedIn(draft.form, draft.measures)}
            offers
            onChange={(measure) => change((before) => ({ ...before, measures: measure(before.measures) }))}
          />
        </Card>
      </Section>
      <MoreSettings
        level={territoriesOf(me)[0]?.level ?? 'community'}
        kind={draft.kind}
        byLedger={draft.about.of === 'ledger'}
        daily={isDaily(draft)}
        arranged={draft.arranged}
        onChange={(arrange) => change((before) => ({ ...before, arranged: arrange(before.arranged) }))}
      />
      {tried && many > 0 ? (
        <Notice tone="danger">{`还有 ${many} 处要填，请看上面标出的地方。已填的都在。`}</Notice>
      ) : null}
      {error === undefined ? null : <ProblemNotice error={error} />}
      <Button full large loading={busy} onPress={() => void save()}>
        下一步：看看派到哪里
      </Button>
    </Stack>
  )
}

/** A draft with the list that is on the page. */
function withGiven(draft: TaskDraft, given: GivenLines | undefined): TaskDraft {
  const kept = given === undefined ? undefined : listAbout(given)
  return kept === undefined ? draft : { ...draft, about: { of: 'list', kept } }
}

/** What is asked about each of them, and the way to change it. */
export function FormSection({
  draft: { form },
  error,
  onBuild,
}: {
  readonly draft: Pick<TaskDraft, 'form'>
  readonly error: string | undefined
  readonly onBuild: () => void
}) {
  return (
    <Section
      title="填什么"
      action={
        <Button variant="text" icon="edit" onPress={onBuild}>
          {form.controls.length === 0 ? '挑选要填的内容' : '修改要填的内容'}
        </Button>
      }
    >
      <Card>
        <Stack gap={2}>
          {form.controls.length === 0 ? (
            <Text tone={error === undefined ? 'quiet' : 'danger'}>{error ?? '还没有内容。'}</Text>
          ) : (
            form.controls.map((control) => (
              <Text key={control.id}>{control.required ? `${control.label}（必填）` : control.label}</Text>
            ))
          )}
          <Text size="small" tone="quiet">
            已登记过的会自动带出，填的会更新到台账。
          </Text>
        </Stack>
      </Card>
    </Section>
  )
}
