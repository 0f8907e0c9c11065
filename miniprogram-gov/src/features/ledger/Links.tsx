import type { EntityReply } from '@zmht/shared/contract'
import { Box, Button, Card, formatAge, goTo, List, ListRow, Row, Section, Tag, useNow } from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import type { Decisions } from './useDecisions'
import { authorityWords, kindWords } from './words'

/** Who and what an entity is related to. What was said against what is believed waits for a decision. */
export function Links({
  entity,
  decisions,
}: {
  readonly entity: EntityReply
  readonly decisions: Decisions | undefined
}) {
  const now = useNow()
  if (entity.links.length === 0) return null
  return (
    <Section title="直接的关系">
      <Card flush>
        <List label="直接的关系">
          {entity.links.map((link, index) => (
            <Box key={`${link.type}-${link.direction}-${link.other.id}`}>
              <ListRow
                icon={kindWords[link.other.kind].icon}
                line={index > 0}
                title={`${link.name}：${link.other.name}`}
                detail={`${authorityWords[link.authority]} · 来自${link.source} · ${formatAge(link.since, now)}`}
                end={link.pending ? <Tag tone="amber">另有说法</Tag> : undefined}
                onPress={() => goTo(pages.entity, { id: link.other.id })}
              />
              {link.pending && link.direction === 'forward' && decisions ? (
                <Choice link={link} decisions={decisions} />
              ) : null}
            </Box>
          ))}
        </List>
      </Card>
    </Section>
  )
}

function Choice({ link, decisions }: { readonly link: EntityReply['links'][number]; readonly decisions: Decisions }) {
  const about = { about: 'link' as const, type: link.type, to: link.other.id }
  const what = `${link.name}：${link.other.name}`
  const name = (outcome: string) => `${link.type} ${link.other.id} ${outcome}`
  return (
    <Box className="g-waiting">
      <Row gap={2} wrap>
        <Button
          variant="quiet"
          label={`采纳${what}`}
          loading={decisions.busy === name('accept')}
          disabled={decisions.busy !== undefined}
          onPress={() => void decisions.decide(name('accept'), { ...about, outcome: 'accept' }, `已采纳${what}`)}
        >
          采纳
        </Button>
        <Button
          variant="text"
          label={`不采纳${what}`}
          loading={decisions.busy === name('reject')}
          disabled={decisions.busy !== undefined}
          onPress={() =>
            void decisions.decide(name('reject'), { ...about, outcome: 'reject' }, '没有采纳，记录里可以查到')
          }
        >
          不采纳
        </Button>
      </Row>
    </Box>
  )
}
