import type { ClaimReply, FactReply } from '@zmht/shared/contract'
import { Box, Button, formatAge, formatExact, Row, Tag, Text, useNow } from '@zmht/shared/ui'
import type { Decisions } from './useDecisions'
import { authorityWords } from './words'

/** What somebody said, with whose word it is, where it comes from and how old it is. */
export function Said({ claim, stale = false }: { readonly claim: ClaimReply; readonly stale?: boolean }) {
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
export function Waiting({
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
