import { useRouter } from '@tarojs/taro'
import { EmptyState, Loaded, Notice, useResource } from '@zmht/shared/ui'
import { useState } from 'react'
import { fromAddress, rememberInAddress } from '@/lib/address'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import { may, type Official, territoriesOf } from '../session/official'
import { aboutFrom } from './AboutField'
import { newTasks } from './local-drafts'
import { taskOf } from './resources'
import { StartTask } from './StartTask'
import { TaskForm } from './TaskForm'
import { taskFromServer } from './task-draft'

/** A task being written: one begun on this device, a saved draft to be changed, or a new one. */
export function NewTaskPage() {
  return <Gate>{(me) => <NewTask me={me} />}</Gate>
}

function NewTask({ me }: { readonly me: Official }) {
  const { params } = useRouter()
  const asked = fromAddress(params.id)
  // Read once: what is written afterwards must not open something else.
  const [begun, setBegun] = useState(() => newTasks.kept(asked, me.id))
  const own = territoriesOf(me)[0]?.id
  return (
    <OfficialScreen me={me} title="下派任务" current={pages.work} back={pages.work}>
      {!may(me, 'task.write') || own === undefined ? (
        <EmptyState
          icon="shield"
          title="您的岗位不能下派任务"
          detail="需要下派的话，请联系本单位负责编排服务的同事。"
        />
      ) : begun !== undefined ? (
        <TaskForm key={begun.id} me={me} own={own} id={begun.id} initial={begun.draft} />
      ) : asked === '' ? (
        <StartTask
          me={me}
          about={aboutFrom(params)}
          onStart={(kept) => {
            rememberInAddress('id', kept.id)
            setBegun(kept)
          }}
        />
      ) : (
        <FromServer me={me} own={own} id={asked} />
      )}
    </OfficialScreen>
  )
}

/** A draft there is, to be changed. */
function FromServer({ me, own, id }: { readonly me: Official; readonly own: string; readonly id: string }) {
  const loaded = useResource(taskOf, id)
  return (
    <Loaded of={loaded}>
      {(task) =>
        task.state === 'draft' && task.actions.includes('revise') ? (
          <TaskForm key={id} me={me} own={own} id={id} initial={taskFromServer(task)} />
        ) : (
          <Notice title="这个任务已经下派">要改的话，请在任务页里点“调整”。</Notice>
        )
      }
    </Loaded>
  )
}
