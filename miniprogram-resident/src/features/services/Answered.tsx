import type { PublicAnswerReply } from '@zmht/shared/contract'
import { Card, formatWhen, Heading, PagedList, Section, Stack, Text, useNow, usePaged } from '@zmht/shared/ui'
import { useCallback } from 'react'
import { api } from '@/lib/api'

/** 公开的答复: what others asked of this service and what they were told, the latest first. Nothing while there is none. */
export function Answered({ channelId }: { readonly channelId: string }) {
  const now = useNow()
  const paged = usePaged<PublicAnswerReply>(
    useCallback(
      (cursor: string | undefined) =>
        api.channels.publicAnswers({ params: { channelId }, query: cursor === undefined ? {} : { cursor } }),
      [channelId],
    ),
  )
  if (paged.items.length === 0) return null
  return (
    <Section title="公开的答复">
      <PagedList
        paged={paged}
        label="公开的答复，新的在前"
        keyOf={({ id }) => id}
        empty={null}
        render={({ question, answer, organisation, at }) => (
          <Card label={question}>
            <Stack gap={2}>
              <Heading level={3}>{question}</Heading>
              <Text>{answer}</Text>
              <Text size="small" tone="quiet">{`${organisation} · ${formatWhen(at, now)}`}</Text>
            </Stack>
          </Card>
        )}
      />
    </Section>
  )
}
