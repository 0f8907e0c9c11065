import type { OfficialReply } from '@zmht/shared/contract'
import { Box, Button, Card, goOnTo, goToTop, Heading, Row, Stack, Text, useNow } from '@zmht/shared/ui'
import { useRef } from 'react'
import { dayOf } from '@/lib/dates'
import { pages } from '@/lib/navigation'
import { useProgress } from '../frame/useProgress'
import { handsOver, outcomeWords } from './outcome-words'
import { officialOf } from './resources'

/** Handing over the open work goes on for a moment: so often it is looked how much was. */
const mostLooks = 15

/** What happened, and what became of the open work as soon as it is known. */
export function Outcome({ reply, operationId }: { readonly reply: OfficialReply; readonly operationId: string }) {
  const today = dayOf(useNow())
  const looks = useRef(0)
  const operationIn = ({ history }: OfficialReply) => history.find(({ id }) => id === operationId)
  const settled = (official: OfficialReply) => {
    const operation = operationIn(official)
    return (
      operation === undefined ||
      (operation.handedOver ?? 0) > 0 ||
      !handsOver.includes(operation.kind) ||
      operation.date > today
    )
  }
  const { value } = useProgress(
    settled(reply) ? undefined : operationId,
    async () => {
      looks.current++
      const latest = await officialOf.load(reply.id)
      officialOf.put(reply.id, latest)
      return latest
    },
    (official) => settled(official) || looks.current >= mostLooks,
  )
  const official = value ?? reply
  const operation = operationIn(official)
  const words = operation === undefined ? undefined : outcomeWords(operation, today)
  return (
    <Stack gap={4}>
      <Card>
        <Box live="polite">
          <Stack gap={2}>
            <Heading level={2} size="title">
              {words?.title ?? '已办理'}
            </Heading>
            {(words?.lines ?? []).map((line) => (
              <Text key={line}>{line}</Text>
            ))}
          </Stack>
        </Box>
      </Card>
      <Row gap={3} className="g-foot-buttons">
        <Button variant="quiet" onPress={() => goToTop(pages.book)}>
          回到通讯录
        </Button>
        <Button onPress={() => goOnTo(pages.official, { id: official.id })}>{`看${official.name}`}</Button>
      </Row>
    </Stack>
  )
}
