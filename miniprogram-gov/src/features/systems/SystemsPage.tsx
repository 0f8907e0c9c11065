import {
  Box,
  Button,
  Card,
  EmptyState,
  goTo,
  Icon,
  List,
  Loaded,
  Row,
  Section,
  Stack,
  Tag,
  Text,
  useResource,
} from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { type ClientReply, clientsOf } from '../clients/resources'
import { placesWords } from '../clients/words'
import { OfficialScreen } from '../frame/OfficialScreen'
import { may, type Official } from '../session/official'
import { CityApps } from './CityApps'
import { OpenServices } from './OpenServices'
import { hooksOf } from './resources'
import { SystemsGate } from './SystemsGate'

export function SystemsPage() {
  return <SystemsGate>{(me) => <Systems me={me} />}</SystemsGate>
}

/** The systems of the city that are told of requests or send some in, and the services they may ask for. */
function Systems({ me }: { readonly me: Official }) {
  const loaded = useResource(clientsOf, 'all')
  const register = (
    <Button icon="plus" onPress={() => goTo(pages.clients)}>
      登记系统
    </Button>
  )
  return (
    <OfficialScreen me={me} title="系统对接" current={pages.channels} back={pages.channels} actions={register}>
      <Stack gap={6}>
        <Text tone="quiet" className="g-prose">
          12345、随手拍这样的系统，可以把诉求送进来，也可以在诉求有动静时得到通知。先登记系统，再在这里定它能做什么。
        </Text>
        <Section title="接入的系统">
          <Loaded of={loaded}>
            {(clients) => {
              const used = clients.filter(({ ended }) => !ended)
              return used.length === 0 ? (
                <Card>
                  <EmptyState
                    icon="channel"
                    title="还没有系统接入"
                    detail="先登记一个系统，再回来定它的推送、工单和密钥。"
                    action={register}
                  />
                </Card>
              ) : (
                <Box className="g-cards">
                  <List gap label="接入的系统">
                    {used.map((client) => (
                      <SystemCard key={client.id} client={client} />
                    ))}
                  </List>
                </Box>
              )
            }}
          </Loaded>
        </Section>
        {may(me, 'channel.read') ? <OpenServices me={me} /> : null}
        <CityApps />
      </Stack>
    </OfficialScreen>
  )
}

function SystemCard({ client }: { readonly client: ClientReply }) {
  const { data: hooks } = useResource(hooksOf, client.id)
  const broken = hooks?.filter(({ off, failingSince }) => off !== undefined || failingSince !== undefined).length ?? 0
  return (
    <Card onPress={() => goTo(pages.system, { client: client.id })}>
      <Stack gap={1}>
        <Row between gap={3}>
          <Row gap={2}>
            <Icon name="channel" />
            <Text inline strong>
              {client.name}
            </Text>
          </Row>
          {broken > 0 ? <Tag tone="danger">有推送送不到</Tag> : null}
        </Row>
        <Text tone="quiet">
          {hooks === undefined || hooks.length === 0 ? '没有推送' : `${hooks.length} 条推送`}
          {` · ${placesWords(client.places)}`}
        </Text>
      </Stack>
    </Card>
  )
}
