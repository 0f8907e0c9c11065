import type { AnswerableCountsReply, AnsweredKind, FoundAnswerableReply } from '@zmht/shared/contract'
import { shortName } from '@zmht/shared/geo'
import { Box, Card, EmptyState, goTo, Pressable, Section, Stack, Text, usePaged } from '@zmht/shared/ui'
import { useCallback } from 'react'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { PagedTable } from '../frame/PagedTable'
import { kindNames, type What, whatWords } from './words'

/** Who they are, with what is to be settled of each; pressing one opens it. */
export function FoundList({
  place,
  what,
  kind,
}: {
  readonly place: AnswerableCountsReply['place']
  readonly what: What
  readonly kind: AnsweredKind
}) {
  const paged = usePaged(
    useCallback(
      (cursor: string | undefined) =>
        api.ledgers.unanswered({
          query: { what, kind, place: place.id, ...(cursor === undefined ? {} : { cursor }) },
        }),
      [what, kind, place.id],
    ),
  )
  const open = ({ id }: FoundAnswerableReply) => goTo(pages.entity, { id })
  const title = `${shortName(place)}${whatWords[what].name}的${kindNames[kind]}`
  return (
    <Section title="名单">
      <PagedTable
        paged={paged}
        label={title}
        keyOf={({ id, home }) => `${id} ${home}`}
        onOpen={open}
        card={(one) => (
          <Card>
            <Pressable onPress={() => open(one)}>
              <Stack gap={1}>
                <Text strong>{one.name}</Text>
                <Text size="small" tone="quiet">
                  {one.home}
                </Text>
                {one.says.map((says) => (
                  <Text key={says} size="small">
                    {says}
                  </Text>
                ))}
              </Stack>
            </Pressable>
          </Card>
        )}
        columns={[
          { key: 'name', head: '名称', narrow: true, cell: (one) => one.name },
          { key: 'home', head: '地点', narrow: true, cell: (one) => one.home },
          { key: 'says', head: '怎么回事', cell: (one) => <Box className="g-found-says">{one.says.join('')}</Box> },
        ]}
        empty={
          <EmptyState
            icon="check"
            title={`没有${whatWords[what].name}的${kindNames[kind]}`}
            detail={whatWords[what].none}
          />
        }
      />
    </Section>
  )
}
