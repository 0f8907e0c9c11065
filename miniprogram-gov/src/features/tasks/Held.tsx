import type { ItemOfSomeReply } from '@zmht/shared/contract'
import { nameAndPlace } from '@zmht/shared/rules'
import { Box, Button, Card, goTo, List, ListRow, Section, usePaged } from '@zmht/shared/ui'
import { useCallback } from 'react'
import { api } from '@/lib/api'
import { itemPage } from './pages'

/** What the official has in hand of all tasks: taken up, handed to them, or given out to them. Nothing while there is none. */
export function Held() {
  const paged = usePaged<ItemOfSomeReply>(
    useCallback(
      (cursor: string | undefined) => api.tasks.heldItems({ query: cursor === undefined ? {} : { cursor } }),
      [],
    ),
  )
  if (paged.items.length === 0) return null
  return (
    <Section title="我在办的">
      <Card>
        <List label="我在办的">
          {paged.items.map((one, at) => (
            <ListRow
              key={one.id}
              line={at > 0}
              title={one.errand === true ? one.title : one.name}
              detail={one.errand === true ? nameAndPlace(one) : `${one.title} · ${one.place}`}
              onPress={() => goTo(itemPage, { id: one.id })}
            />
          ))}
        </List>
        {paged.more ? (
          <Box>
            <Button variant="text" loading={paged.loading} onPress={paged.loadMore}>
              再看一些
            </Button>
          </Box>
        ) : null}
      </Card>
    </Section>
  )
}
