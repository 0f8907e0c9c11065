import type { LedgerCardReply } from '@zmht/shared/contract'
import { Box, Button, Card, EmptyState, goTo, Icon, List, Row, Section, Stack, Text } from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import type { CardSection } from './ledger-cards'
import { countWords, ledgerKindWords } from './words'

/** Ledgers by what they are of, each as the card it is known by. */
export function LedgerCards({
  sections,
  onAll,
}: {
  readonly sections: readonly CardSection[]
  /** Takes what narrows the list away. */
  readonly onAll: () => void
}) {
  if (sections.length === 0) {
    return (
      <EmptyState
        icon="search"
        title="没有这样的台账"
        detail="换一类，或换一个单位看看。"
        action={
          <Button variant="quiet" onPress={onAll}>
            看全部台账
          </Button>
        }
      />
    )
  }
  return (
    <>
      {sections.map(({ kind, cards }) => (
        <Section key={kind} title={ledgerKindWords[kind].name}>
          <Box className="g-ledgers">
            <List gap label={`${ledgerKindWords[kind].name}的台账`}>
              {cards.map((card) => (
                <LedgerCard key={card.id} card={card} />
              ))}
            </List>
          </Box>
        </Section>
      ))}
    </>
  )
}

function LedgerCard({ card }: { readonly card: LedgerCardReply }) {
  const { icon, unit } = ledgerKindWords[card.kind]
  return (
    <Card className="g-ledgers__one" onPress={() => goTo(pages.rows, { id: card.id })}>
      <Row gap={3} top>
        <Box hidden className="g-ledgers__mark">
          <Icon name={icon} />
        </Box>
        <Stack gap={1} grow>
          <Text size="large" strong>
            {card.name}
          </Text>
          {card.about === '' ? null : (
            <Text size="small" tone="quiet" clamp>
              {card.about}
            </Text>
          )}
          <Text size="small" tone="quiet">
            {card.organisation.name}
          </Text>
        </Stack>
        <Row gap={1} className="g-ledgers__count">
          <Text inline size="title" strong numeric>
            {countWords(card.rows)}
          </Text>
          <Text inline size="small" tone="quiet">
            {unit}
          </Text>
        </Row>
      </Row>
    </Card>
  )
}
