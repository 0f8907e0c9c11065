import type { TaskCardReply } from '@zmht/shared/contract'
import { taskStateNames } from '@zmht/shared/rules'
import { Card, createResource, EmptyState, goTo, List, ListRow, Loaded, Section, useResource } from '@zmht/shared/ui'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import type { Official } from '../session/official'
import { dayWords } from './words'

/** The latest an organisation sent out, its drafts among them. */
const issuedBy = createResource<readonly TaskCardReply[]>(
  async (organisation) => (await api.tasks.tasksAt({ query: { organisation } })).items,
)

/** What the official's own organisation sent out and drafted; nothing while there is none, unless that is all there could be for them. */
export function IssuedTasks({ me, alone }: { readonly me: Official; readonly alone: boolean }) {
  const loaded = useResource(issuedBy, me.posts[0]?.organisation.id ?? '')
  return (
    <Loaded of={loaded} skeleton={null}>
      {(tasks) =>
        tasks.length === 0 ? (
          alone ? (
            <EmptyState
              icon="task"
              title="还没有下派过任务"
              detail="点“下派任务”从台账里选要办的。下派以后的进度、报到本单位督办的诉求，都会出现在这里。"
            />
          ) : null
        ) : (
          <Section title="本单位下派的">
            <Card>
              <List label="本单位下派的">
                {tasks.map((task, at) => (
                  <ListRow
                    key={task.id}
                    line={at > 0}
                    icon="task"
                    title={task.title}
                    detail={
                      task.state === 'draft'
                        ? '草稿，还没有下派'
                        : `${taskStateNames[task.state]} · ${dayWords(task.due)}前完成`
                    }
                    onPress={() => goTo(pages.task, { id: task.id })}
                  />
                ))}
              </List>
            </Card>
          </Section>
        )
      }
    </Loaded>
  )
}
