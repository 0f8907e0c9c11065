import type { EntityAnswerableReply, EntityReply } from '@zmht/shared/contract'
import {
  Box,
  Button,
  Card,
  EmptyState,
  List,
  Loaded,
  Notice,
  Row,
  Section,
  Stack,
  Tag,
  Text,
  useResource,
} from '@zmht/shared/ui'
import { useEffect, useState } from 'react'
import { CallButton } from '../directory/CallButton'
import { answerableOf } from './resources'
import { SecondHomeSheet } from './SecondHomeSheet'
import { SiteRoleSheet } from './SiteRoleSheet'
import { byWords, findingTitle } from './words'

type Answer = EntityAnswerableReply['answers'][number]

/** 谁负责: which organisations answer for an entity, for what, and why; and what is to be settled for it. */
export function AnswerableSection({
  entity,
  edition,
  onCorrected,
}: {
  readonly entity: EntityReply
  /** Counts up with what was corrected: it is read again. */
  readonly edition: number
  /** Absent: the reader may not correct it. */
  readonly onCorrected?: ((entity: EntityReply) => void) | undefined
}) {
  const loaded = useResource(answerableOf, entity.id)
  const { reload } = loaded
  const [telling, setTelling] = useState(false)
  useEffect(() => {
    if (edition > 0) void reload()
  }, [edition, reload])
  const sites = entity.links.filter(({ type, direction }) => type === 'operates-at' && direction === 'forward')
  const ask = entity.kind === 'person' ? '登记第二住处' : sites.length > 1 ? '说明哪一处是分店' : undefined
  const done = (next: EntityReply) => {
    setTelling(false)
    onCorrected?.(next)
    void reload()
  }
  return (
    <Section title="谁负责">
      <Loaded of={loaded}>
        {({ answers, findings }) => (
          <Stack gap={3}>
            {findings.map(({ what, about, says }) => (
              <Notice key={`${what} ${about}`} tone="amber" title={findingTitle({ what, about })}>
                {says}
              </Notice>
            ))}
            {answers.length === 0 ? (
              <Card>
                <EmptyState icon="person" title="还没有负责的单位" detail="登记住址或地点后，按那里的职责分工得出。" />
              </Card>
            ) : (
              <Answers answers={answers} />
            )}
            {ask === undefined || onCorrected === undefined ? null : (
              <Box>
                <Button variant="quiet" icon="plus" onPress={() => setTelling(true)}>
                  {ask}
                </Button>
              </Box>
            )}
          </Stack>
        )}
      </Loaded>
      {telling && entity.kind === 'person' ? (
        <SecondHomeSheet entity={entity} onDone={done} onClose={() => setTelling(false)} />
      ) : null}
      {telling && entity.kind !== 'person' ? (
        <SiteRoleSheet entity={entity} sites={sites} onDone={done} onClose={() => setTelling(false)} />
      ) : null}
    </Section>
  )
}

const few = 3

function Answers({ answers }: { readonly answers: readonly Answer[] }) {
  const [all, setAll] = useState(false)
  // First those who answer in general and by sector; the others hold single duties further up.
  const isMain = ({ duties, by }: Answer): boolean => by === 'sector' || duties.some(({ code }) => code === 'territory')
  const sorted = [...answers.filter(isMain), ...answers.filter((one) => !isMain(one))]
  const main = Math.max(few, answers.filter(isMain).length)
  const rows = all ? sorted : sorted.slice(0, main)
  return (
    <Stack gap={1}>
      <Card flush>
        <List label="负责的单位">
          {rows.map((one, at) => (
            <Box key={`${one.by} ${one.organisation.id} ${one.because}`} className={at > 0 ? 'g-line g-pad' : 'g-pad'}>
              <OneAnswer answer={one} />
            </Box>
          ))}
        </List>
      </Card>
      {sorted.length > main ? (
        <Button variant="text" expanded={all} onPress={() => setAll(!all)}>
          {all ? '收起' : `看全部 ${sorted.length} 个单位`}
        </Button>
      ) : null}
    </Stack>
  )
}

function OneAnswer({ answer }: { readonly answer: Answer }) {
  const { organisation, by, duties, because, times } = answer
  return (
    <Stack gap={1}>
      <Row between gap={2} wrap>
        <Text strong>{organisation.name}</Text>
        <Row gap={1}>
          {times === undefined ? null : <Tag>{times}</Tag>}
          <Tag tone={by === 'home' || by === 'site' || by === 'location' ? 'accent' : 'quiet'}>{byWords[by]}</Tag>
        </Row>
      </Row>
      <Text size="small">{duties.map(({ name }) => name).join('、')}</Text>
      <Text size="small" tone="quiet">
        {because}
      </Text>
      {organisation.phone === undefined ? null : (
        <Box>
          <CallButton name={organisation.name} phone={organisation.phone} />
        </Box>
      )}
    </Stack>
  )
}
