import { Card, goTo, List, ProgressBar, Section, Stack, Text } from '@zmht/shared/ui'
import { useMarks } from '@/lib/offline/marks'
import type { Official } from '../session/official'
import { itemsPage } from './pages'

/** The tasks that were taken along, to be opened without a network; nothing while there are none. */
export function KeptTasks({ me }: { readonly me: Official }) {
  const { packs } = useMarks(me.id)
  if (packs.length === 0) return null
  return (
    <Section title="带走的任务">
      <List gap label="带走的任务">
        {packs.map(({ task, title, place, items, left }) => (
          <Card key={task} onPress={() => goTo(itemsPage, { id: task, place })}>
            <Stack gap={2}>
              <Text size="large" strong>
                {title}
              </Text>
              <Text size="small" tone="quiet">
                没有网络也能填
              </Text>
              <ProgressBar label="带走的已填" done={items - left} total={items} />
            </Stack>
          </Card>
        ))}
      </List>
    </Section>
  )
}
