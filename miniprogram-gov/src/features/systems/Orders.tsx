import type { ConnectionReply } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import {
  Button,
  Card,
  ConfirmSheet,
  createResource,
  EmptyState,
  formatWhen,
  Loaded,
  Notice,
  RadioList,
  Row,
  Stack,
  Text,
  toast,
  useNow,
  useResource,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { PlaceField } from '../permissions/PlaceField'

/** The services that take work orders at a place, by `client/place`. */
const servicesAt = createResource((key) => {
  const [clientId = '', place = ''] = key.split('/')
  return api.channels.orderServices({ params: { clientId }, query: { place: place as PlaceId } }) // the key is made below
})

/** As requests of which service a system's work orders are taken. */
export function Orders({
  client,
  orders,
  onChanged,
}: {
  readonly client: { readonly id: string; readonly name: string }
  readonly orders: ConnectionReply['orders']
  readonly onChanged: () => Promise<void>
}) {
  const now = useNow()
  const [binding, setBinding] = useState(false)
  const bind = (
    <Button variant="quiet" icon="edit" onPress={() => setBinding(true)}>
      {orders === undefined ? '选一项服务接工单' : '换一项服务'}
    </Button>
  )
  return (
    <Card>
      {orders === undefined ? (
        <EmptyState
          icon="document"
          title="现在不接它的工单"
          detail="12345 这样的系统要把工单转进来，先选一项按内容转办的服务来接。"
          action={bind}
        />
      ) : (
        <Stack gap={3}>
          <Stack gap={1}>
            <Text strong>{`按“${orders.title}”受理`}</Text>
            <Text>{`没写地址的，放在${orders.tail}`}</Text>
            <Text size="small" tone="quiet">
              {`${formatWhen(orders.at, now)}定的`}
            </Text>
          </Stack>
          <Row gap={2} wrap>
            {bind}
          </Row>
        </Stack>
      )}
      {binding ? (
        <Bind
          client={client}
          place={orders?.place}
          channel={orders?.channelId}
          onDone={async () => {
            await onChanged()
            setBinding(false)
            toast('已定好，对方现在可以转工单了')
          }}
          onClose={() => setBinding(false)}
        />
      ) : null}
    </Card>
  )
}

function Bind({
  client,
  place: placeNow,
  channel: channelNow,
  onDone,
  onClose,
}: {
  readonly client: { readonly id: string; readonly name: string }
  readonly place: PlaceId | undefined
  readonly channel: string | undefined
  readonly onDone: () => Promise<void>
  readonly onClose: () => void
}) {
  const [place, setPlace] = useState(placeNow)
  const [channelId, setChannel] = useState(channelNow)
  const [tried, setTried] = useState(false)
  const missing = place === undefined ? '请先选一个地方' : channelId === undefined ? '请选一项服务' : undefined
  return (
    <ConfirmSheet
      open
      title={`接“${client.name}”的工单`}
      consequence="每件工单会成为这项服务的一件诉求，按写的内容和地址转给负责的单位，答复自动送回去。"
      confirm="就用这项服务"
      onClose={onClose}
      onConfirm={async () => {
        setTried(true)
        if (place === undefined || channelId === undefined) return
        await api.channels.takeOrders({ params: { clientId: client.id }, body: { channelId, place } })
        await onDone()
      }}
    >
      <Stack gap={4}>
        <PlaceField
          label="没写地址的工单放在哪里"
          hint="一般选一个社区或街道；下面列出在那里受理的服务"
          value={place}
          onChange={({ id }) => {
            setPlace(id)
            setChannel(undefined)
          }}
        />
        {place === undefined ? null : (
          <Services key={place} of={`${client.id}/${place}`} value={channelId} onChange={setChannel} />
        )}
        {tried && missing !== undefined ? <Notice tone="danger">{missing}</Notice> : null}
      </Stack>
    </ConfirmSheet>
  )
}

function Services({
  of,
  value,
  onChange,
}: {
  readonly of: string
  readonly value: string | undefined
  readonly onChange: (channelId: string) => void
}) {
  const loaded = useResource(servicesAt, of)
  return (
    <Loaded of={loaded}>
      {({ items }) =>
        items.length === 0 ? (
          <Notice tone="amber" title="这里没有能接工单的服务">
            要有一项按内容转办、有“诉求内容”一栏、在这里受理的服务。请换一个地方，或者请当地先发布一项。
          </Notice>
        ) : (
          <RadioList
            label="按哪项服务受理"
            options={items.map((one) => ({ value: one.channelId, label: one.title }))}
            value={value}
            onChange={onChange}
          />
        )
      }
    </Loaded>
  )
}
