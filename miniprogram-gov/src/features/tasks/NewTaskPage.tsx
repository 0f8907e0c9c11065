import { useRouter } from '@tarojs/taro'
import { mintTaskId, readRowState, type TaskContent } from '@zmht/shared/contract'
import { isPlaceId, type PlaceId, placeTail } from '@zmht/shared/geo'
import { dayInChina } from '@zmht/shared/knowledge'
import type { TaskMeasure } from '@zmht/shared/measures'
import { type Repeat, repeatNames, repeats, type SelfFill, selfFillNames, selfFills } from '@zmht/shared/rules'
import { type TaskTemplate, taskTemplates } from '@zmht/shared/templates'
import {
  Button,
  Card,
  DatePicker,
  EmptyState,
  goOnTo,
  goTo,
  List,
  ListRow,
  Loaded,
  Notice,
  nowInstant,
  ProblemNotice,
  RadioList,
  Section,
  Select,
  Stack,
  Text,
  TextArea,
  TextInput,
  useResource,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { fromAddress } from '@/lib/address'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { OwnPlaceSheet } from '../ledgers/OwnPlaceSheet'
import { ledgersAt } from '../ledgers/resources'
import { PickedList } from '../permissions/PickedList'
import { Gate } from '../session/Gate'
import { may, type Official, territoriesOf } from '../session/official'
import { Measures } from './Measures'
import { type Arranged, arrangedContent, everyday, MoreSettings } from './MoreSettings'
import { taskOf } from './resources'
import { canSelfFill, selfFillFollows } from './words'

/** A task from a template: about whom, where, until when; then its reach is looked at before it goes. */
export function NewTaskPage() {
  return <Gate>{(me) => <NewTask me={me} />}</Gate>
}

function NewTask({ me }: { readonly me: Official }) {
  const [picked, setPicked] = useState<TaskTemplate>()
  const own = territoriesOf(me)[0]?.id
  return (
    <OfficialScreen me={me} title="下派任务" current={pages.work} back={pages.work}>
      {!may(me, 'task.write') || own === undefined ? (
        <EmptyState
          icon="shield"
          title="您的岗位不能下派任务"
          detail="需要下派的话，请联系本单位负责编排服务的同事。"
        />
      ) : picked === undefined ? (
        <Section title="从哪个模板开始">
          <Card>
            <List label="任务模板">
              {taskTemplates.map((template, at) => (
                <ListRow
                  key={template.id}
                  line={at > 0}
                  icon="task"
                  title={template.title}
                  detail={`${template.form.controls.length} 项内容，限 ${template.days} 天`}
                  onPress={() => setPicked(template)}
                />
              ))}
            </List>
          </Card>
        </Section>
      ) : (
        <TaskForm me={me} own={own} template={picked} />
      )}
    </OfficialScreen>
  )
}

interface Place {
  readonly id: string
  readonly name: string
}

const afterDays = (days: number): string =>
  dayInChina(new Date(Date.parse(nowInstant()) + days * 86_400_000).toISOString())

function TaskForm({
  me,
  own,
  template,
}: {
  readonly me: Official
  readonly own: string
  readonly template: TaskTemplate
}) {
  const { params } = useRouter()
  const ledgers = useResource(ledgersAt, own)
  const [title, setTitle] = useState(template.title)
  const [basis, setBasis] = useState(template.basis)
  const [due, setDue] = useState<string | undefined>(() => afterDays(template.days))
  const [within, setWithin] = useState<readonly Place[]>(() => territoriesOf(me).map(({ id, name }) => ({ id, name })))
  const [ledger, setLedger] = useState<string | undefined>(fromAddress(params.ledger) || undefined)
  const [repeat, setRepeat] = useState<Repeat>()
  const [selfFill, setSelfFill] = useState<SelfFill>()
  const [measures, setMeasures] = useState<readonly TaskMeasure[]>(template.measures)
  const [arranged, setArranged] = useState<Arranged>(everyday)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  /** The same for every attempt: pressed twice, it is one task. */
  const [taskId] = useState(mintTaskId)
  // The list it was begun from goes with it as long as that ledger is meant.
  const from = fromAddress(params.ledger)
  const filter = ledger === from ? fromAddress(params.filter) : ''
  const state = ledger === from ? readRowState(fromAddress(params.state)) : undefined
  const isWrong = {
    title: title.trim() === '' ? '请写任务名称' : undefined,
    basis: basis.trim() === '' ? '请写明依据和要看什么' : undefined,
    ledger: ledger === undefined ? '请选择针对哪本台账' : undefined,
    within: within.length === 0 ? '请选择范围' : undefined,
    due: due === undefined ? '请选择完成日期' : undefined,
  }
  const missing = Object.values(isWrong).filter((one) => one !== undefined).length
  const wrong = (field: keyof typeof isWrong) => (tried ? isWrong[field] : undefined)
  const save = async () => {
    setTried(true)
    if (missing > 0 || busy || ledger === undefined || due === undefined) return
    setBusy(true)
    setError(undefined)
    try {
      const content: TaskContent = {
        title: title.trim(),
        basis: basis.trim(),
        about: {
          of: 'ledger',
          ledger,
          ...(filter === '' ? {} : { filter }),
          ...(state === undefined ? {} : { state }),
        },
        form: template.form,
        ...(measures.length === 0 ? {} : { measures: [...measures] }),
        due,
        ...(selfFill === undefined || !canSelfFill(template.kind) ? {} : { selfFill }),
        ...(repeat === undefined ? {} : { repeat }),
        ...arrangedContent(arranged),
      }
      const places = within.flatMap(({ id }): PlaceId[] => (isPlaceId(id) ? [id] : []))
      const task = await api.tasks.saveTask({ params: { taskId }, body: { content, within: places, edition: 0 } })
      taskOf.put(task.id, task)
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
            <TextInput label="任务名称" maxLength={30} value={title} error={wrong('title')} onChange={setTitle} />
            <TextArea label="依据和要求" maxLength={500} value={basis} error={wrong('basis')} onChange={setBasis} />
            <DatePicker label="完成日期" value={due} error={wrong('due')} onChange={setDue} />
            <Select
              label="多久一次"
              hint="到时候自动再派，针对那时台账里的每一个"
              placeholder="只做这一次"
              options={repeats.map((value) => ({ value, label: repeatNames[value] }))}
              value={repeat}
              onChange={setRepeat}
            />
            {canSelfFill(template.kind) ? (
              <RadioList
                label="居民和单位自己填"
                hint="开放以后，本人、住户、代办人和单位经办人会在“服务”里看到"
                options={[
                  { value: 'none', label: '不开放', detail: '只由工作人员填' },
                  ...selfFills.map((value) => ({ value, label: selfFillNames[value], detail: selfFillFollows[value] })),
                ]}
                value={selfFill ?? 'none'}
                onChange={(chosen) => setSelfFill(chosen === 'none' ? undefined : chosen)}
              />
            ) : null}
          </Stack>
        </Card>
      </Section>
      <Section title="针对谁">
        <Card>
          <Loaded of={ledgers}>
            {(all) => {
              const fitting = all.filter(({ kind }) => kind === template.kind)
              return fitting.length === 0 ? (
                <EmptyState
                  icon="ledger"
                  title="还没有可以用的台账"
                  detail="任务项从台账里生成。先建一本登记这类对象的台账，再来下派。"
                  action={<Button onPress={() => goTo(pages.people)}>去建台账</Button>}
                />
              ) : (
                <Stack gap={3}>
                  <Select
                    label="台账"
                    options={fitting.map(({ id, name, rows }) => ({ value: id, label: `${name}（${rows}）` }))}
                    value={ledger}
                    error={wrong('ledger')}
                    onChange={setLedger}
                  />
                  {filter === '' && state === undefined ? null : <Notice>只派给名单里筛选出来的。</Notice>}
                </Stack>
              )
            }}
          </Loaded>
        </Card>
      </Section>
      <Section title="派到哪里">
        <Card>
          <PickedList<Place>
            label="范围"
            hint="里面各社区按属地自动分到，社区工作人员马上能看到。"
            ask="加一个地点"
            error={wrong('within')}
            picked={within}
            onChange={setWithin}
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
      <Section title="填什么">
        <Card>
          <Stack gap={2}>
            {template.form.controls.map((control) => (
              <Text key={control.id}>{control.required ? `${control.label}（必填）` : control.label}</Text>
            ))}
            <Text size="small" tone="quiet">
              已登记过的会自动带出，填的会更新到台账。
            </Text>
          </Stack>
        </Card>
      </Section>
      <Section title="统计哪些指标">
        <Card>
          <Measures form={template.form} measures={measures} offers onChange={setMeasures} />
        </Card>
      </Section>
      <MoreSettings level={territoriesOf(me)[0]?.level ?? 'community'} arranged={arranged} onChange={setArranged} />
      {tried && missing > 0 ? (
        <Notice tone="danger">{`还有 ${missing} 处要填，请看上面标出的地方。已填的都在。`}</Notice>
      ) : null}
      {error === undefined ? null : <ProblemNotice error={error} />}
      <Button full large loading={busy} onPress={() => void save()}>
        下一步：看看派到哪里
      </Button>
    </Stack>
  )
}
