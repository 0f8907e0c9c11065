import { useRouter } from '@tarojs/taro'
import type { EntityReply } from '@zmht/shared/contract'
import {
  Box,
  Card,
  EmptyState,
  formatAge,
  Loaded,
  Row,
  Screen,
  Section,
  Stack,
  Tag,
  Text,
  useNow,
  useResource,
} from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { Gate } from '../session/Gate'
import { facts } from './resources'

export function FactsPage() {
  return <Gate>{() => <Facts />}</Gate>
}

function Facts() {
  const { who } = useRouter().params
  const known = useResource(facts, 'mine')
  const person = known.data
    ? [known.data.me, ...known.data.family, ...known.data.organisations].find((one) => one.id === who)
    : undefined
  return (
    <Screen title={person ? `${person.name || '我'}的资料` : '资料'} back={pages.me}>
      <Loaded of={known}>
        {(found) => (
          <FactsOf
            person={[found.me, ...found.family, ...found.organisations].find((one) => one.id === who) ?? found.me}
          />
        )}
      </Loaded>
    </Screen>
  )
}

/** Facts with source and age, and who this person is linked with. */
function FactsOf({ person }: { readonly person: EntityReply }) {
  const now = useNow()
  if (person.facts.length === 0 && person.links.length === 0) {
    return <EmptyState icon="document" title="还没有资料" detail="您办事时填写的内容会保存在这里，下次自动填好。" />
  }
  return (
    <>
      {person.facts.length > 0 ? (
        <Card flush>
          {person.facts.map((fact, index) => (
            <Box key={fact.attribute} className={index > 0 ? 'z-list-row z-list-row--line' : 'z-list-row'}>
              <Stack gap={1} grow>
                <Text size="small" tone="quiet">
                  {fact.label}
                </Text>
                <Text size="large" numeric>
                  {fact.text}
                </Text>
                <Row gap={2} wrap>
                  <Text inline size="small" tone="quiet">{`来自${fact.source} · ${formatAge(fact.at, now)}`}</Text>
                  {fact.stale ? <Tag tone="amber">时间较久，下次办事请核对</Tag> : null}
                </Row>
              </Stack>
            </Box>
          ))}
        </Card>
      ) : null}
      {person.links.length > 0 ? (
        <Section title="和谁、和哪里有关">
          <Card flush>
            {person.links.map((link, index) => (
              <Box
                key={`${link.type} ${link.other.id}`}
                className={index > 0 ? 'z-list-row z-list-row--line' : 'z-list-row'}
              >
                <Stack gap={1} grow>
                  <Text size="small" tone="quiet">
                    {link.name}
                  </Text>
                  <Text size="large">{link.other.name}</Text>
                  <Text size="small" tone="quiet">{`来自${link.source} · ${formatAge(link.since, now)}`}</Text>
                </Stack>
              </Box>
            ))}
          </Card>
        </Section>
      ) : null}
    </>
  )
}
