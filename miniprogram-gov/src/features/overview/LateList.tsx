import type { LateCaseReply } from '@zmht/shared/contract'
import { isPlaceId } from '@zmht/shared/geo'
import {
  Button,
  Card,
  formatMoment,
  goTo,
  Icon,
  KeyValue,
  List,
  ListRow,
  Loaded,
  type LoadedResource,
  Row,
  Section,
  Tag,
  Text,
  toast,
  useNow,
} from '@zmht/shared/ui'
import { useRef, useState } from 'react'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { useIntent } from '../requests/intent'
import { may, type Official } from '../session/official'
import { NoteSheet } from '../tasks/NoteSheet'
import { PeopleSheet } from './PeopleSheet'
import type { LateThere } from './resources'
import { lateBy } from './words'

/** What is late inside a place, the longest late first; pressing one shows who has it, with their number. */
export function LateList({
  me,
  place,
  loaded,
}: {
  readonly me: Official
  readonly place: string
  readonly loaded: LoadedResource<LateThere>
}) {
  const now = useNow()
  const [opened, setOpened] = useState<LateCaseReply>()
  return (
    <Section title="超时的事">
      <Loaded of={loaded}>
        {({ requests, items }) => {
          const all = [...requests, ...items]
          if (all.length === 0)
            return (
              <Card>
                <Row gap={2} className="g-stall">
                  <Icon name="check" className="z-text--accent" />
                  <Text>没有超时的事。诉求和任务过了期限还没有办完，会列在这里。</Text>
                </Row>
              </Card>
            )
          return (
            <Card flush>
              <List label="超时的事">
                {all.map((one, at) => (
                  <ListRow
                    key={`${one.of} ${one.id}`}
                    line={at > 0}
                    title={one.name === undefined ? one.title : `${one.title}：${one.name}`}
                    detail={`${one.of === 'item' ? '任务' : '诉求'} · ${one.where} · ${whoWords(one)}`}
                    end={<Tag tone="danger">{lateBy(one, now)}</Tag>}
                    onPress={() => setOpened(one)}
                  />
                ))}
              </List>
            </Card>
          )
        }}
      </Loaded>
      {opened === undefined ? null : (
        <CaseSheet me={me} place={place} one={opened} onClose={() => setOpened(undefined)} />
      )}
    </Section>
  )
}

const whoWords = ({ holder, office }: LateCaseReply): string =>
  holder !== undefined ? `${holder}在办` : office !== undefined ? `在${office}` : '还没有人接手'

function CaseSheet({
  me,
  place,
  one,
  onClose,
}: {
  readonly me: Official
  readonly place: string
  readonly one: LateCaseReply
  readonly onClose: () => void
}) {
  const now = useNow()
  const [urging, setUrging] = useState(false)
  if (urging) return <SuperviseSheet one={one} onClose={onClose} />
  const isRequest = one.of === 'request'
  const maySupervise = isRequest ? one.supervised === true : may(me, 'task.lead')
  const open = () =>
    isRequest ? goTo(pages.request, { id: one.id }) : goTo(pages.task, { id: one.task ?? '', place: one.place })
  const mayOpen = isRequest ? may(me, 'request.read') || one.supervised === true : may(me, 'task.read')
  return (
    <PeopleSheet
      about={{ title: one.title, place, ...(isRequest ? { request: one.id } : { item: one.id }) }}
      onClose={onClose}
      above={
        <KeyValue
          rows={[
            ...(one.name === undefined ? [] : [{ key: '对象', value: one.name }]),
            { key: '地点', value: one.where },
            ...(one.since === undefined ? [] : [{ key: '提出', value: formatMoment(one.since, now) }]),
            {
              key: '期限',
              value: `${one.due.length === 10 ? one.due : formatMoment(one.due, now)}，${lateBy(one, now)}`,
            },
            { key: '现在', value: whoWords(one) },
          ]}
        />
      }
      more={
        <Row gap={2} wrap>
          {maySupervise ? (
            <Button variant="quiet" icon="alert" onPress={() => setUrging(true)}>
              督办
            </Button>
          ) : null}
          {mayOpen ? (
            <Button variant="quiet" icon="document" onPress={open}>
              看详情
            </Button>
          ) : (
            <Text size="small" tone="quiet">
              您的岗位看进度和负责人，不看居民填写的内容。
            </Text>
          )}
        </Row>
      }
    />
  )
}

/** A request that was reported is supervised; of a task the unit of its place is urged. */
function SuperviseSheet({ one, onClose }: { readonly one: LateCaseReply; readonly onClose: () => void }) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const note = useRef('')
  const send = useIntent(async (key): Promise<void> => {
    if (one.of === 'request') {
      const body = { action: 'supervise' as const, key, note: note.current }
      await api.channels.step({ params: { requestId: one.id }, body })
      return
    }
    const lineage = (await api.hierarchy.place({ params: { placeId: one.place } })).lineage
    const unit = lineage.find(({ level }) => level === 'community')?.id ?? one.place
    if (!isPlaceId(unit)) return
    await api.tasks.urgeUnit({ params: { taskId: one.task ?? '', unitId: unit }, body: { key, note: note.current } })
  })
  const go = async (words: string) => {
    note.current = words
    setBusy(true)
    setError(undefined)
    try {
      await send()
      toast('已督办，对方会一直看到提示')
      onClose()
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  return (
    <NoteSheet
      open
      title={`督办：${one.title}`}
      consequence={
        one.of === 'request'
          ? '督办的话会记在这件诉求上，正在办的人会收到提醒。'
          : '督办的话会一直显示在这个社区的任务页上，直到办完。'
      }
      label="督办内容"
      hint="例如：请今天办结，办结后回电话"
      missing="请写明要对方做什么，对方会看到"
      confirm="督办"
      busy={busy}
      error={error}
      onClose={onClose}
      onSend={go}
    />
  )
}
