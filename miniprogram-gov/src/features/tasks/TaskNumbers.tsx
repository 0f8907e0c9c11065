import { dayInChina } from '@zmht/shared/knowledge'
import { goToTop, Loaded, nowInstant, Section, useResource } from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { Numbers } from '../home/Numbers'
import { ownTasks } from './resources'
import { taskFigures } from './task-figures'

/** How much of the tasks here is left, late and about to be; nothing while nothing is left. */
export function TaskNumbers() {
  const loaded = useResource(ownTasks, 'own')
  return (
    <Loaded of={loaded} skeleton={null}>
      {(tasks) => {
        const { running, late, soon } = taskFigures(tasks, dayInChina(nowInstant()))
        if (running === 0) return null
        const onPress = () => goToTop(pages.work)
        return (
          <Section title="下派的任务">
            <Numbers
              label="下派的任务"
              figures={[
                { key: 'running', label: '进行中', value: String(running), tone: 'accent', onPress },
                { key: 'late', label: '已超期的项', value: String(late), tone: late > 0 ? 'danger' : 'ink', onPress },
                { key: 'soon', label: '两天内到期的项', value: String(soon), onPress },
              ]}
            />
          </Section>
        )
      }}
    </Loaded>
  )
}
