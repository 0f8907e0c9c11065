import type { AppealReadingReply, ServiceReply } from '@zmht/shared/contract'
import { type FormAnswers, shownControls } from '@zmht/shared/controls'
import { isPlaceId } from '@zmht/shared/geo'
import type { Knowledge } from '@zmht/shared/knowledge'
import { Button, Card, nowInstant, Row, Stack, Text } from '@zmht/shared/ui'
import { useEffect, useState } from 'react'
import { api } from '@/lib/api'

/** Fewer characters say nothing yet. */
const fewest = 6
/** After so long without typing it is read. */
const pause = 1200

/** What was understood of what is being written, some moments after each pause; nothing for a service that answers itself. */
export function useReading(
  knowledge: Knowledge,
  service: ServiceReply,
  answers: FormAnswers,
  home: string,
): AppealReadingReply | undefined {
  const { text, place } = writtenIn(knowledge, service, answers)
  const [reading, setReading] = useState<AppealReadingReply>()
  const isRead = service.procedure === 'routed' && text.length >= fewest
  useEffect(() => {
    if (!isRead || !isPlaceId(home)) {
      setReading(undefined)
      return
    }
    let over = false
    const timer = setTimeout(() => {
      const body = { text: text.slice(0, 2000), home, ...(isPlaceId(place) ? { place } : {}) }
      api.channels
        .readAppeal({ body })
        .then((reply) => (over ? undefined : setReading(reply)))
        // It is a help, nothing more: what is written is sent all the same.
        .catch(() => undefined)
    }, pause)
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [isRead, text, place, home])
  return reading
}

/** Who will answer, in one line over the button. */
export const goesTo = ({ department }: AppealReadingReply): string =>
  department === undefined ? '提交后由社区确定转给谁' : `会转给：${department.name}`

/** What it is about, where, and who will answer. It can be put right by writing on. */
export function ReadingCard({
  reading,
  onPlace,
}: {
  readonly reading: AppealReadingReply
  /** Takes one of several places of one name. */
  readonly onPlace: ((place: string) => void) | undefined
}) {
  const { subject, where, reason } = reading
  const others = where.sure ? [] : where.candidates.filter(({ id }) => id !== where.place?.id)
  return (
    <Card>
      <Stack gap={2}>
        <Text size="small" tone="quiet">
          我们读到的（写得再具体些会更准）
        </Text>
        <Text strong>{goesTo(reading)}</Text>
        <Text size="small">{[subject?.name, where.place?.tail].filter(Boolean).join(' · ')}</Text>
        <Text size="small" tone="quiet">
          {reason}
        </Text>
        {others.length > 0 && onPlace !== undefined ? (
          <Row gap={2} wrap label="是哪一处">
            {others.map(({ id, tail }) => (
              <Button key={id} variant="quiet" onPress={() => onPlace(id)}>
                {tail}
              </Button>
            ))}
          </Row>
        ) : null}
      </Stack>
    </Card>
  )
}

/** What is written so far, and the place that was chosen for it. */
function writtenIn(knowledge: Knowledge, { form }: ServiceReply, answers: FormAnswers) {
  const shown = shownControls(knowledge, form, answers, nowInstant())
  const answerOf = ({ control, subject, index }: (typeof shown)[number]) => {
    const value = subject === undefined ? undefined : answers[subject]?.[index]?.values[control.id]
    return typeof value === 'string' ? value : ''
  }
  return {
    text: shown
      .filter(({ control }) => control.kind === 'text' || control.kind === 'long-text')
      .map(answerOf)
      .filter((one) => one !== '')
      .join('\n'),
    place: shown.filter(({ control }) => isWhere(control)).map(answerOf)[0] ?? '',
  }
}

/** The question of where it is. */
export const isWhere = ({ binding }: ServiceReply['form']['controls'][number]): boolean =>
  binding !== undefined && 'relation' in binding && binding.relation === 'at'
