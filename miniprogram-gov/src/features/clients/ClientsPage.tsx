import { shortName } from '@zmht/shared/geo'
import { Box, Button, Card, EmptyState, List, Loaded, Section, Stack, Text, useResource } from '@zmht/shared/ui'
import { useState } from 'react'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import { may, type Official, territoriesOf } from '../session/official'
import { ClientCard } from './ClientCard'
import { Guide } from './Guide'
import { NewClient } from './NewClient'
import { type ClientReply, clientsOf } from './resources'
import { Secret, type Told } from './Secret'

export function ClientsPage() {
  return (
    <Gate>
      {(me) =>
        may(me, 'permission.write') ? (
          <Clients me={me} />
        ) : (
          <OfficialScreen me={me} title="其他系统" current={pages.home} back={pages.look}>
            <EmptyState
              icon="shield"
              title="您的岗位不能管理其他系统"
              detail="哪些系统可以来问权限，由权限管理员定。需要接入请联系本单位或上级的权限管理员。"
            />
          </OfficialScreen>
        )
      }
    </Gate>
  )
}

/** The other systems of the city that may ask for decisions. */
function Clients({ me }: { readonly me: Official }) {
  const loaded = useResource(clientsOf, 'all')
  const [registering, setRegistering] = useState(false)
  const [told, setTold] = useState<Told>()
  const places = territoriesOf(me).map((place) => shortName(place))
  const tell = (one: Told) => {
    setRegistering(false)
    setTold(one)
    void clientsOf.refresh('all')
  }
  const register = (
    <Button icon="plus" onPress={() => setRegistering(true)}>
      登记系统
    </Button>
  )
  const cards = (label: string, clients: readonly ClientReply[]) => (
    <Box className="g-cards">
      <List gap label={label}>
        {clients.map((one) => (
          <ClientCard key={one.id} client={one} onTold={tell} onChanged={() => clientsOf.refresh('all')} />
        ))}
      </List>
    </Box>
  )
  return (
    <OfficialScreen me={me} title="其他系统" current={pages.home} back={pages.look} actions={register}>
      <Text tone="quiet" className="g-prose">
        本市的其他系统可以来问：某位工作人员，可不可以在某个地点做某件事。回答和这里的权限规则一致，人员一调动就跟着变。它们只问得到登记人管理的地点，看不到居民资料，也改不了权限。
      </Text>
      <Loaded of={loaded}>
        {(clients) => {
          const used = clients.filter(({ ended }) => !ended)
          const ended = clients.filter((one) => one.ended)
          return (
            <Stack gap={6}>
              <Section title={`在用的系统（${used.length}）`}>
                {used.length === 0 ? (
                  <Card>
                    <EmptyState
                      icon="channel"
                      title="没有系统在用"
                      detail="有系统要按这里的权限办事，就登记它，把密钥交给对方的工程师。"
                    />
                  </Card>
                ) : (
                  cards('在用的系统', used)
                )}
              </Section>
              {ended.length === 0 ? null : (
                <Section title={`已停用的系统（${ended.length}）`}>{cards('已停用的系统', ended)}</Section>
              )}
            </Stack>
          )
        }}
      </Loaded>
      <Guide me={me} />
      <NewClient open={registering} places={places} onDone={tell} onClose={() => setRegistering(false)} />
      {told === undefined ? null : <Secret told={told} onClose={() => setTold(undefined)} />}
    </OfficialScreen>
  )
}
