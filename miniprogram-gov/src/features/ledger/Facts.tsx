import type { EntityReply, FactReply } from '@zmht/shared/contract'
import {
  Box,
  Button,
  Card,
  EmptyState,
  goTo,
  Icon,
  isCorrectable,
  List,
  Pressable,
  Row,
  Section,
  Stack,
  Text,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { useKnowledge } from '@/lib/knowledge'
import { pages } from '@/lib/navigation'
import { CorrectSheet } from './CorrectSheet'
import { Said, Waiting } from './Said'
import type { Decisions } from './useDecisions'

/** What is known of somebody or something, fact by fact, with its source and age; and what others say, to be decided on. */
export function Facts({
  entity,
  decisions,
  onLook,
  onCorrected,
}: {
  readonly entity: EntityReply
  readonly decisions: Decisions | undefined
  /** Asks to see what is hidden: nobody decides blindly. */
  readonly onLook: () => void
  /** Absent: the reader's posts do not correct anything. */
  readonly onCorrected: ((entity: EntityReply) => void) | undefined
}) {
  const knowledge = useKnowledge()
  const [correcting, setCorrecting] = useState<FactReply>()
  const attribute = correcting === undefined ? undefined : knowledge.attribute(correcting.attribute)
  const mayCorrect = (code: string): boolean => {
    const what = knowledge.attribute(code)
    return onCorrected !== undefined && what !== undefined && isCorrectable(what)
  }
  if (entity.facts.length === 0) {
    return (
      <Card>
        <EmptyState icon="ledger" title="还没有可看的资料" detail="办理服务时填写的内容会自动记在这里。" />
      </Card>
    )
  }
  return (
    <Section title="资料">
      <Card flush>
        <List label="资料">
          {entity.facts.map((fact, index) => (
            <Box key={fact.attribute} className={index > 0 ? 'g-fact g-fact--line' : 'g-fact'}>
              <Text size="small" tone="quiet" className="g-fact__label">
                {fact.label}
              </Text>
              <Box className="g-fact__value">
                <Stack gap={3}>
                  <Row gap={2}>
                    <Box className="z-grow">
                      <Pressable
                        className="g-fact__whence"
                        onPress={() => goTo(pages.fact, { id: entity.id, attribute: fact.attribute })}
                      >
                        <Box className="g-fact__said">
                          <Said claim={fact} stale={fact.stale} />
                        </Box>
                        <Icon name="chevron" className="z-text--quiet" />
                      </Pressable>
                    </Box>
                    {mayCorrect(fact.attribute) ? (
                      <Button variant="text" label={`更正${fact.label}`} onPress={() => setCorrecting(fact)}>
                        更正
                      </Button>
                    ) : null}
                  </Row>
                  {fact.waiting.map((claim) => (
                    <Waiting key={claim.sourceId} fact={fact} claim={claim} decisions={decisions} onLook={onLook} />
                  ))}
                </Stack>
              </Box>
            </Box>
          ))}
        </List>
      </Card>
      {correcting !== undefined && attribute !== undefined && onCorrected !== undefined ? (
        <CorrectSheet
          entity={entity}
          fact={correcting}
          attribute={attribute}
          onCorrected={(next) => {
            setCorrecting(undefined)
            onCorrected(next)
          }}
          onClose={() => setCorrecting(undefined)}
        />
      ) : null}
    </Section>
  )
}
