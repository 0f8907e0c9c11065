import type { OpenServiceReply } from '@zmht/shared/contract'
import {
  Box,
  Button,
  Card,
  ConfirmSheet,
  EmptyState,
  formatWhen,
  List,
  Loaded,
  Row,
  Section,
  Stack,
  Tag,
  Text,
  toast,
  useNow,
  useResource,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { PickApplicationSheet } from '../permissions/PickApplicationSheet'
import { may, type Official } from '../session/official'
import { openServices } from './resources'

interface Picked {
  readonly id: string
  readonly name: string
}

/** The services of the city other systems may ask for. One's own are offered and taken back here. */
export function OpenServices({ me }: { readonly me: Official }) {
  const loaded = useResource(openServices, 'all')
  const [picking, setPicking] = useState(false)
  const [picked, setPicked] = useState<Picked>()
  const own = me.posts.map(({ organisation }) => organisation.name)
  const offer = may(me, 'channel.publish') ? (
    <Button variant="quiet" icon="plus" onPress={() => setPicking(true)}>
      开放一项服务
    </Button>
  ) : undefined
  return (
    <Section title="开放给其他系统的服务" action={offer}>
      <Loaded of={loaded}>
        {(services) =>
          services.length === 0 ? (
            <Card>
              <EmptyState
                icon="channel"
                title="还没有服务对外开放"
                detail="由发布服务的单位自己开放。开放以后，有 Open311 密钥的系统就能把这方面的诉求送进来。"
              />
            </Card>
          ) : (
            <Box className="g-cards">
              <List gap label="开放给其他系统的服务">
                {services.map((one) => (
                  <ServiceCard key={one.channelId} service={one} isOwn={own.includes(one.organisation)} />
                ))}
              </List>
            </Box>
          )
        }
      </Loaded>
      {picking ? (
        <PickApplicationSheet
          onPick={(one) => {
            setPicking(false)
            setPicked(one)
          }}
          onClose={() => setPicking(false)}
        />
      ) : null}
      <ConfirmSheet
        open={picked !== undefined}
        title={`开放“${picked?.name ?? ''}”`}
        consequence="有 Open311 密钥的系统都能按它送诉求进来，送来的和居民自己提交的一样办。表单里除了诉求内容和地点，不能有其他系统填不了的必填项。"
        confirm="开放"
        onClose={() => setPicked(undefined)}
        onConfirm={async () => {
          if (picked === undefined) return
          await api.channels.openToSystems({ params: { channelId: picked.id }, body: { offered: true } })
          await openServices.refresh('all')
          setPicked(undefined)
          toast('已开放')
        }}
      />
    </Section>
  )
}

function ServiceCard({ service, isOwn }: { readonly service: OpenServiceReply; readonly isOwn: boolean }) {
  const now = useNow()
  const [closing, setClosing] = useState(false)
  const { channelId, title, organisation, listed, at } = service
  return (
    <Card label={title}>
      <Stack gap={3}>
        <Stack gap={1}>
          <Row between gap={3}>
            <Text strong>{title}</Text>
            <Tag tone={listed ? 'accent' : 'amber'}>{listed ? '在受理' : '现在不受理'}</Tag>
          </Row>
          <Text tone="quiet">{`${organisation} · ${formatWhen(at, now)}开放`}</Text>
          <Text size="small" tone="quiet" className="g-verbatim__words">
            {`服务代码（service_code）${channelId}`}
          </Text>
        </Stack>
        {isOwn ? (
          <Row gap={2} wrap>
            <Button variant="text-danger" label={`不再开放：${title}`} onPress={() => setClosing(true)}>
              不再开放
            </Button>
          </Row>
        ) : null}
      </Stack>
      <ConfirmSheet
        open={closing}
        title={`不再开放“${title}”`}
        consequence="其他系统不能再送新的诉求进来，已经送来的照常办理。居民自己还能提交。"
        confirm="不再开放"
        variant="danger"
        onClose={() => setClosing(false)}
        onConfirm={async () => {
          await api.channels.openToSystems({ params: { channelId }, body: { offered: false } })
          await openServices.refresh('all')
          setClosing(false)
          toast('已收回')
        }}
      />
    </Card>
  )
}
