import type { TaskCardReply } from '@zmht/shared/contract'
import { taskStateNames } from '@zmht/shared/rules'
import { Card, createResource, goTo, List, ListRow, Loaded, Section, useResource } from '@zmht/shared/ui'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import type { Official } from '../session/official'
import { dayWords } from './words'

/** The latest an organisation sent out, its drafts among them. */
const issuedBy = createResource<readonly TaskCardReply[]>(
  async (organisation) => (await api.tasks.tasksAt({ query: { organisation } })).items,
)

/** What the official's own organisation sent out and drafted; nothing while there is none. */
export function IssuedTasks({ me }: { readonly me: Official }) {
  const loaded = useResource(issuedBy, me.posts[0]?.organisation.id ?? '')
  return (
    <Loaded of={loaded} skeleton={null}>
      {(tasks) =>
        tasks.length === 0 ? null : (
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
