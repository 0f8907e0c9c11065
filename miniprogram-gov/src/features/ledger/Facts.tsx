import type { ClaimReply, EntityReply, FactReply } from '@zmht/shared/contract'
import {
  Box,
  Button,
  Card,
  EmptyState,
  formatAge,
  formatExact,
  goTo,
  Icon,
  List,
  Pressable,
  Row,
  Section,
  Stack,
  Tag,
  Text,
  useNow,
} from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import type { Decisions } from './useDecisions'
import { authorityWords } from './words'

/** What is known of somebody or something, fact by fact, with its source and age; and what others say, to be decided on. */
export function Facts({
  entity,
  decisions,
  onLook,
}: {
  readonly entity: EntityReply
  readonly decisions: Decisions | undefined
  /** Asks to see what is hidden: nobody decides blindly. */
  readonly onLook: () => void
}) {
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
                  <Pressable
                    className="g-fact__whence"
                    onPress={() => goTo(pages.fact, { id: entity.id, attribute: fact.attribute })}
                  >
                    <Box className="g-fact__said">
                      <Said claim={fact} stale={fact.stale} />
                    </Box>
                    <Icon name="chevron" className="z-text--quiet" />
                  </Pressable>
                  {fact.waiting.map((claim) => (
                    <Waiting key={claim.sourceId} fact={fact} claim={claim} decisions={decisions} onLook={onLook} />
                  ))}
                </Stack>
              </Box>
            </Box>
          ))}
        </List>
      </Card>
    </Section>
  )
}

function Said({ claim, stale = false }: { readonly claim: ClaimReply; readonly stale?: boolean }) {
  const now = useNow()
  return (
    <>
      <Row gap={2} wrap>
        <Text inline size="large" numeric>
          {claim.text}
        </Text>
        {claim.masked ? <Tag>已隐藏部分</Tag> : null}
        {stale ? <Tag tone="amber">时间较久，请核实</Tag> : null}
      </Row>
      <Text size="small" tone="quiet" numeric>
        {`${authorityWords[claim.authority]} · 来自${claim.source} · ${formatAge(claim.at, now)}（${formatExact(claim.at)}）`}
      </Text>
    </>
  )
}

/** Another word on the same fact, with the choice between them. */
function Waiting({
  fact,
  claim,
  decisions,
  onLook,
}: {
  readonly fact: FactReply
  readonly claim: ClaimReply
  readonly decisions: Decisions | undefined
  readonly onLook: () => void
}) {
  const about = { about: 'fact' as const, attribute: fact.attribute, sourceId: claim.sourceId }
  const name = (outcome: string) => `${fact.attribute} ${claim.sourceId} ${outcome}`
  return (
    <Box className="g-waiting">
      <Row gap={2} wrap>
        <Tag tone="amber">另有说法</Tag>
      </Row>
      <Said claim={claim} />
      {decisions && claim.masked ? (
        <Row>
          <Button variant="quiet" icon="eye" label={`看完整内容再决定：${fact.label}`} onPress={onLook}>
            看完整内容再决定
          </Button>
        </Row>
      ) : decisions ? (
        <Row gap={2} wrap>
          <Button
            variant="quiet"
            label={`${fact.label}采纳${claim.text}`}
            loading={decisions.busy === name('accept')}
            disabled={decisions.busy !== undefined}
            onPress={() =>
              void decisions.decide(name('accept'), { ...about, outcome: 'accept' }, `${fact.label}已改为${claim.text}`)
            }
          >
            采纳
          </Button>
          <Button
            variant="text"
            label={`${fact.label}不采纳${claim.text}`}
            loading={decisions.busy === name('reject')}
            disabled={decisions.busy !== undefined}
            onPress={() =>
              void decisions.decide(name('reject'), { ...about, outcome: 'reject' }, '没有采纳，记录里可以查到')
            }
          >
            不采纳
          </Button>
        </Row>
      ) : null}
    </Box>
  )
}
