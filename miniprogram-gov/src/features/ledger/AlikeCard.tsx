import type { AlikeReply, EntityReply } from '@zmht/shared/contract'
import { Button, Card, goTo, Row, Section, Stack, Tag, Text } from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { FactsBeside } from './FactsBeside'
import type { Decisions } from './useDecisions'

/** Somebody this one may be: what both are known by, side by side, and the question. */
export function AlikeCard({
  entity,
  alike,
  decisions,
}: {
  readonly entity: EntityReply
  readonly alike: AlikeReply
  readonly decisions: Decisions | undefined
}) {
  const one = entity.kind === 'person' ? '同一个人' : '同一家'
  if (alike.elsewhere)
    return (
      <Section title={`可能是${one}`}>
        <Card>
          <Text>
            {`与别处登记的一份资料相似（相似度 ${Math.round(alike.score * 100)}%）。那一份不归您管，由同时管两地的人决定要不要合并，您不用处理。`}
          </Text>
        </Card>
      </Section>
    )
  const about = { about: 'alike' as const, other: alike.other.id }
  const name = (outcome: string) => `${alike.other.id} ${outcome}`
  return (
    <Section title={`可能是${one}`}>
      <Card>
        <Stack gap={3}>
          <Row gap={2} wrap>
            <Tag tone="amber">{`相似度 ${Math.round(alike.score * 100)}%`}</Tag>
            {alike.reasons.map((reason) => (
              <Tag key={reason}>{reason}</Tag>
            ))}
          </Row>
          <FactsBeside label="两份资料对照" heads={['这一份', '已有的一份']} facts={alike.facts} />
          <Row gap={2} wrap>
            {decisions ? (
              <>
                <Button
                  variant="quiet"
                  loading={decisions.busy === name('same')}
                  disabled={decisions.busy !== undefined}
                  onPress={() =>
                    void decisions.decide(name('same'), { ...about, outcome: 'same' }, '已合并，两份资料的历史都在')
                  }
                >
                  {`是${one}，合并`}
                </Button>
                <Button
                  variant="text"
                  loading={decisions.busy === name('different')}
                  disabled={decisions.busy !== undefined}
                  onPress={() =>
                    void decisions.decide(name('different'), { ...about, outcome: 'different' }, '以后不再提示')
                  }
                >
                  不是
                </Button>
              </>
            ) : null}
            <Button variant="text" onPress={() => goTo(pages.entity, { id: alike.other.id })}>
              看已有的一份
            </Button>
          </Row>
        </Stack>
      </Card>
    </Section>
  )
}
