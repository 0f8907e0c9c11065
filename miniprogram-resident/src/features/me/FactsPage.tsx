import { useRouter } from '@tarojs/taro'
import type { EntityReply } from '@zmht/shared/contract'
import {
  Box,
  Card,
  EmptyState,
  formatAge,
  Loaded,
  Screen,
  Section,
  Stack,
  Text,
  useNow,
  useResource,
} from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { charges } from '../charges/resources'
import { Gate } from '../session/Gate'
import { FactsCard } from './FactsCard'
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
        {(found) => {
          const shown = [found.me, ...found.family, ...found.organisations].find((one) => one.id === who) ?? found.me
          return <FactsOf person={shown} isMe={shown.id === found.me.id} />
        }}
      </Loaded>
    </Screen>
  )
}

/** Facts with source and age, and who this person is linked with. */
function FactsOf({ person, isMe }: { readonly person: EntityReply; readonly isMe: boolean }) {
  const now = useNow()
  const held = useResource(charges, 'mine')
  const mayTell = held.data?.items.some(({ entity, state }) => entity === person.id && state === 'held') === true
  if (person.facts.length === 0 && person.links.length === 0) {
    return <EmptyState icon="document" title="还没有资料" detail="您办事时填写的内容会保存在这里，下次自动填好。" />
  }
  return (
    <>
      {person.facts.length > 0 ? <FactsCard person={person} isMe={isMe} mayTell={isMe || mayTell} /> : null}
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
