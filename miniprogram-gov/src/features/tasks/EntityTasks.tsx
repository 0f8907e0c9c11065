import type { ItemOfSomeReply } from '@zmht/shared/contract'
import { itemStateNames } from '@zmht/shared/rules'
import {
  Card,
  createResource,
  formatWhen,
  goTo,
  List,
  ListRow,
  Loaded,
  Section,
  Tag,
  useNow,
  useResource,
} from '@zmht/shared/ui'
import { api } from '@/lib/api'
import { itemPage } from './pages'
import { stateTones } from './words'

const itemsAbout = createResource<readonly ItemOfSomeReply[]>(
  async (entityId) => (await api.tasks.itemsAbout({ params: { entityId } })).items,
)

/** What tasks ask and asked of an entity; nothing while none did. */
export function EntityTasks({ id }: { readonly id: string }) {
  const now = useNow()
  const loaded = useResource(itemsAbout, id)
  return (
    <Loaded of={loaded} skeleton={null}>
      {(items) =>
        items.length === 0 ? null : (
          <Section title="任务">
            <Card>
              <List label="任务">
                {items.map((one, at) => (
                  <ListRow
                    key={one.id}
                    line={at > 0}
                    icon="task"
                    title={one.title}
                    detail={formatWhen(one.at, now)}
                    end={<Tag tone={stateTones[one.state]}>{itemStateNames[one.state]}</Tag>}
                    onPress={() => goTo(itemPage, { id: one.id })}
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
