import { useDidShow } from '@tarojs/taro'
import type { TaskReply } from '@zmht/shared/contract'
import { isPlaceId, type PlaceId, placeTail } from '@zmht/shared/geo'
import type { TaskMeasure } from '@zmht/shared/measures'
import { taskTransitions } from '@zmht/shared/rules'
import { Button, DatePicker, goTo, ProblemNotice, Sheet, Stack, Text, TextArea, toast } from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { OwnPlaceSheet } from '../ledgers/OwnPlaceSheet'
import { PickedList } from '../permissions/PickedList'
import type { Official } from '../session/official'
import { taskDrafts } from './local-drafts'
import { Measures } from './Measures'
import { measuresOf, sheetOf } from './measures.resources'
import { ownTasks, taskOf } from './resources'
import { FormSection } from './TaskForm'
import { askedIn, taskFromServer } from './task-draft'

interface Place {
  readonly id: string
  readonly name: string
}

/** Changes a task while it is worked on: what is asked, until when, and where more. */
export function Amend({
  me,
  task,
  onClose,
}: {
  readonly me: Official
  readonly task: TaskReply
  readonly onClose: () => void
}) {
  const [basis, setBasis] = useState(task.content.basis)
  const [due, setDue] = useState<string | undefined>(task.content.due)
  const [measures, setMeasures] = useState<readonly TaskMeasure[]>(task.content.measures ?? [])
  const [more, setMore] = useState<readonly Place[]>([])
  /** What was put together for this edition: begun under another it is not gone on with. */
  const keptForm = () => {
    const kept = taskDrafts.kept(task.id, me.id)
    return kept?.amends === true && kept.draft.edition === task.edition ? kept.draft.form : undefined
  }
  const [form, setForm] = useState(() => keptForm() ?? task.content.form)
  // Back from the form builder: what was put together there.
  useDidShow(() => setForm((before) => keptForm() ?? before))
  const build = () => {
    taskDrafts.keep({ id: task.id, by: me.id, draft: { ...taskFromServer(task), form }, amends: true })
    goTo(pages.taskForm, { id: task.id })
  }
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const isWrong = {
    basis: basis.trim() === '' ? '请写明依据和要看什么' : undefined,
    due: due === undefined ? '请选择完成日期' : undefined,
  }
  const save = async () => {
    setTried(true)
    if (isWrong.basis !== undefined || due === undefined || form.controls.length === 0 || busy) return
    setBusy(true)
    setError(undefined)
    try {
      const next = await api.tasks.amendTask({
        params: { taskId: task.id, edition: String(task.edition + 1) },
        body: {
          basis: basis.trim(),
          due,
          form,
          measures: [...askedIn(form, measures)],
          more: more.flatMap(({ id }): PlaceId[] => (isPlaceId(id) ? [id] : [])),
        },
      })
      taskOf.put(task.id, next)
      taskDrafts.forget(task.id)
      ownTasks.outdate()
      measuresOf.outdate()
      sheetOf.outdate()
      toast(more.length === 0 ? '已调整' : '已调整，新增的地方正在收到任务')
      onClose()
    } catch (problem) {
      setError(problem)
      void taskOf.refresh(task.id)
      setBusy(false)
    }
  }
  return (
    <Sheet
      open
      title={taskTransitions.amend.label}
      onClose={() => {
        taskDrafts.forget(task.id)
        onClose()
      }}
      footer={
        <Button full loading={busy} onPress={() => void save()}>
          保存调整
        </Button>
      }
    >
      <Stack gap={4}>
        <Text size="small" tone="quiet">
          已经填好的不受影响，新增的地方会立即收到任务。
        </Text>
        <TextArea
          label="依据和要求"
          maxLength={500}
          value={basis}
          error={tried ? isWrong.basis : undefined}
          onChange={setBasis}
        />
        <DatePicker label="完成日期" value={due} error={tried ? isWrong.due : undefined} onChange={setDue} />
        <Stack gap={2}>
          <Text strong>统计的指标</Text>
          <Text size="small" tone="quiet">
            新加的指标从现在起统计：以后填的、改的算进去，已经填好的不回头算。
          </Text>
          <Measures form={form} measures={askedIn(form, measures)} offers={false} onChange={setMeasures} />
        </Stack>
        <PickedList<Place>
          label="再派到这些地方"
          hint={`现在派到：${task.within.map(({ name }) => name).join('、')}`}
          ask="加一个地点"
          picked={more}
          onChange={setMore}
          sheet={(onPick, onDone) => (
            <OwnPlaceSheet
              me={me}
              title="再派到哪里"
              onPick={(path) => {
                const place = path.at(-1)
                if (place !== undefined) onPick({ id: place.id, name: placeTail(path) })
              }}
              onClose={onDone}
            />
          )}
        />
        <FormSection
          draft={{ form }}
          error={form.controls.length === 0 ? '请先放上要填的内容' : undefined}
          onBuild={build}
        />
        {error === undefined ? null : <ProblemNotice error={error} />}
      </Stack>
    </Sheet>
  )
}
