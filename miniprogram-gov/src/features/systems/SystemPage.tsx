import { useRouter } from '@tarojs/taro'
import { Box, Button, Card, EmptyState, List, Loaded, Section, Stack, Text, useResource } from '@zmht/shared/ui'
import { useState } from 'react'
import { fromAddress } from '@/lib/address'
import { pages } from '@/lib/navigation'
import { type ClientReply, clientsOf } from '../clients/resources'
import { placesWords } from '../clients/words'
import { OfficialScreen } from '../frame/OfficialScreen'
import type { Official } from '../session/official'
import { HookCard } from './HookCard'
import { Keys } from './Keys'
import { NewHook } from './NewHook'
import { Orders } from './Orders'
import { connectionOf, hooksOf } from './resources'
import { SystemsGate } from './SystemsGate'
import { type Told, ToldOnce } from './ToldOnce'

export function SystemPage() {
  return <SystemsGate>{(me) => <System me={me} />}</SystemsGate>
}

function System({ me }: { readonly me: Official }) {
  const id = fromAddress(useRouter().params.client)
  const loaded = useResource(clientsOf, 'all')
  const name = loaded.data?.find((one) => one.id === id)?.name
  return (
    <OfficialScreen me={me} title={name ?? '系统对接'} current={pages.channels} back={pages.systems}>
      <Loaded of={loaded}>
        {(clients) => {
          const client = clients.find((one) => one.id === id && !one.ended)
          return client === undefined ? (
            <EmptyState icon="channel" title="没有这个系统" detail="它可能已经停用了。请回到列表再看。" />
          ) : (
            <Connected client={client} />
          )
        }}
      </Loaded>
    </OfficialScreen>
  )
}

/** What one system is told, and by which ways it sends in. */
function Connected({ client }: { readonly client: ClientReply }) {
  const [told, setTold] = useState<Told>()
  const connection = useResource(connectionOf, client.id)
  const refresh = () => connectionOf.refresh(client.id)
  return (
    <Stack gap={6} className="g-column">
      <Text tone="quiet">{`这个系统接入的地方：${placesWords(client.places)}。下面的推送、工单和密钥都不超出这些地方。`}</Text>
      <Hooks client={client} onTold={setTold} />
      <Loaded of={connection}>
        {({ orders, open311 }) => (
          <Stack gap={6}>
            <Section title="工单转进来">
              <Orders client={client} orders={orders} onChanged={refresh} />
            </Section>
            <Section title="Open311 送进来">
              <Keys client={client} open311={open311} onTold={setTold} onChanged={refresh} />
            </Section>
          </Stack>
        )}
      </Loaded>
      {told === undefined ? null : <ToldOnce told={told} onClose={() => setTold(undefined)} />}
    </Stack>
  )
}

function Hooks({ client, onTold }: { readonly client: ClientReply; readonly onTold: (told: Told) => void }) {
  const loaded = useResource(hooksOf, client.id)
  const [making, setMaking] = useState(false)
  const refresh = () => hooksOf.refresh(client.id)
  const make = (
    <Button variant="quiet" icon="plus" onPress={() => setMaking(true)}>
      新建推送
    </Button>
  )
  return (
    <Section title="推送出去" action={make}>
      <Loaded of={loaded}>
        {(hooks) =>
          hooks.length === 0 ? (
            <Card>
              <EmptyState
                icon="message"
                title="还没有推送"
                detail="诉求来了、有进展、办结了，可以马上通知这个系统，不用它来问。"
              />
            </Card>
          ) : (
            <Box>
              <List gap label="推送">
                {hooks.map((hook) => (
                  <HookCard key={hook.id} client={client} hook={hook} onTold={onTold} onChanged={refresh} />
                ))}
              </List>
            </Box>
          )
        }
      </Loaded>
      <NewHook
        client={client}
        open={making}
        onClose={() => setMaking(false)}
        onDone={async (told) => {
          await refresh()
          setMaking(false)
          if (told !== undefined) onTold(told)
        }}
      />
    </Section>
  )
}
