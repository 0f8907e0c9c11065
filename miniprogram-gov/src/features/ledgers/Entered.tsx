import type { LedgerReply } from '@zmht/shared/contract'
import { Button, Card, goOnTo, Icon, Row, Stack, Text } from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { isElsewhere, outcomeOf } from './entered-words'
import type { EnterReply } from './useEntry'
import { ledgerKindWords } from './words'

/** What became of it: somebody new, or somebody who was there already; and what comes next. */
export function Entered({
  ledger,
  reply,
  onNext,
}: {
  readonly ledger: LedgerReply
  readonly reply: EnterReply
  readonly onNext: () => void
}) {
  const { entity, known } = reply
  const open = () => goOnTo(pages.entity, { id: entity.id })
  const { kind } = ledger.content
  const one = ledgerKindWords[kind].one
  const next = (
    <Button full variant={known ? 'quiet' : 'primary'} icon="plus" onPress={onNext}>
      {`再登记${one}`}
    </Button>
  )
  const opens = isElsewhere(reply) ? null : (
    <Button full variant={known ? 'primary' : 'quiet'} onPress={open}>
      {`打开${entity.name}的资料`}
    </Button>
  )
  const { title, words } = outcomeOf(reply, kind)
  return (
    <Card className="g-column">
      <Stack gap={4}>
        <Row gap={2}>
          <Icon name={known ? 'info' : 'check'} className="z-text--accent" />
          <Text size="large" strong>
            {title}
          </Text>
        </Row>
        <Text>{words}</Text>
        {known ? opens : next}
        {known ? next : opens}
        <Button full variant="text" onPress={() => goOnTo(pages.rows, { id: ledger.id })}>
          回到台账
        </Button>
      </Stack>
    </Card>
  )
}
