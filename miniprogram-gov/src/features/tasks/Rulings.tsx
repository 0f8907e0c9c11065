import type { ItemOfSomeReply } from '@zmht/shared/contract'
import { itemTransitions, returnsBeforeArbiter } from '@zmht/shared/rules'
import { Box, Button, Card, PlaceLine, Row, Section, Stack, Text, usePaged } from '@zmht/shared/ui'
import { useCallback, useState } from 'react'
import { api } from '@/lib/api'
import { type Answer, AnswerSheet } from './GivenBack'

/** What went to and fro between those who issued a task and those below: the superior says what becomes of it, once and for all. Nothing while there is none. */
export function Rulings() {
  const paged = usePaged<ItemOfSomeReply>(
    useCallback(
      (cursor: string | undefined) => api.tasks.itemsToRule({ query: cursor === undefined ? {} : { cursor } }),
      [],
    ),
  )
  const [asked, setAsked] = useState<{ readonly item: ItemOfSomeReply; readonly action: Answer }>()
  if (paged.items.length === 0) return null
  return (
    <Section title="等您裁定">
      <Stack gap={3}>
        <Text size="small" tone="quiet">
          {`下级和下派单位来回退了 ${returnsBeforeArbiter} 次的，由您定：定了要办的，不能再退回。`}
        </Text>
        {paged.items.map((item) => (
          <Card key={item.id}>
            <Stack gap={2}>
              <Text strong>{item.name}</Text>
              <PlaceLine tail={item.place} />
              <Text size="small" tone="quiet">
                {item.title}
              </Text>
              {item.note === undefined ? null : <Text>{item.note}</Text>}
              <Row gap={2} wrap>
                {(['return', 'cancel'] as const).map((action) => (
                  <Button key={action} variant="quiet" onPress={() => setAsked({ item, action })}>
                    {action === 'return' ? '要办' : itemTransitions.cancel.label}
                  </Button>
                ))}
              </Row>
            </Stack>
          </Card>
        ))}
        {paged.more ? (
          <Box>
            <Button variant="text" loading={paged.loading} onPress={paged.loadMore}>
              再看一些
            </Button>
          </Box>
        ) : null}
      </Stack>
      {asked === undefined ? null : (
        <AnswerSheet
          taskId={asked.item.taskId}
          items={[asked.item.id]}
          action={asked.action}
          onClose={() => setAsked(undefined)}
          onDone={() => {
            setAsked(undefined)
            void paged.reload()
          }}
        />
      )}
    </Section>
  )
}
