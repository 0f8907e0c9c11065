import type { HookReply } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import {
  Button,
  Card,
  ConfirmSheet,
  RadioList,
  Row,
  Stack,
  Tag,
  Text,
  toast,
  useNow,
  usePlaceName,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { api, places } from '@/lib/api'
import type { Told } from './ToldOnce'
import { eventsWords, healthOf, resentWords, sinceChoices, sinceOf, switched } from './words'

interface Props {
  readonly client: { readonly id: string; readonly name: string }
  readonly hook: HookReply
  readonly onTold: (told: Told) => void
  readonly onChanged: () => Promise<void>
}

/** One subscription: where it goes, of what, how its receiver does, and what may be done. */
export function HookCard({ client, hook, onTold, onChanged }: Props) {
  const now = useNow()
  const [asking, setAsking] = useState<'renew' | 'resend' | 'off'>()
  const close = () => setAsking(undefined)
  const { tag, tone, words } = healthOf(hook, now)
  const turn = async (on: boolean) => {
    await api.channels.keepHook({ params: { clientId: client.id, hookId: hook.id }, body: switched(hook, on) })
    await onChanged()
    close()
    toast(on ? '已启用，发生的会马上推送' : '已停用，发生的都留着')
  }
  return (
    <Card label={hook.url}>
      <Stack gap={3}>
        <Stack gap={1}>
          <Row between top gap={3}>
            <Text strong className="g-verbatim__words">
              {hook.url}
            </Text>
            <Tag tone={tone}>{tag}</Tag>
          </Row>
          <Text>{eventsWords(hook.events)}</Text>
          <Text size="small" tone="quiet">
            {hook.places === undefined ? '系统接入的全部地方' : '只推这些地方的：'}
            {hook.places?.map((place, index) => (
              <PlaceName key={place} place={place} first={index === 0} />
            ))}
          </Text>
          {words === undefined ? null : <Text tone={tone === 'quiet' ? 'quiet' : 'ink'}>{words}</Text>}
        </Stack>
        <Row gap={2} wrap>
          {hook.on ? null : (
            <Button variant="quiet" icon="check" onPress={() => void turn(true)}>
              启用
            </Button>
          )}
          <Button variant="quiet" icon="refresh" onPress={() => setAsking('resend')}>
            补发
          </Button>
          <Button variant="quiet" icon="shield" onPress={() => setAsking('renew')}>
            换密钥
          </Button>
          {hook.on ? (
            <Button variant="text-danger" onPress={() => setAsking('off')}>
              停用
            </Button>
          ) : null}
        </Row>
      </Stack>
      <ConfirmSheet
        open={asking === 'off'}
        title="停用这条推送"
        consequence={`“${client.name}”从现在起收不到通知。发生的都留着三十天，启用以后可以补发。`}
        confirm="停用"
        variant="danger"
        onClose={close}
        onConfirm={() => turn(false)}
      />
      <ConfirmSheet
        open={asking === 'renew'}
        title="换密钥"
        consequence="换上新的以后，原来的密钥还和它一起签名一天，够对方换过去；一天以后只用新的。"
        confirm="换，取得新密钥"
        onClose={close}
        onConfirm={async () => {
          const { secret } = await api.channels.renewHookSecret({
            params: { clientId: client.id, hookId: hook.id },
          })
          close()
          onTold({
            title: `“${client.name}”的新密钥`,
            label: '密钥（whsec）',
            value: secret,
            next: '请对方在一天内换上。一天之内两个密钥都验得过。',
          })
        }}
      />
      <Resend client={client.id} hook={hook} open={asking === 'resend'} onClose={close} />
    </Card>
  )
}

function PlaceName({ place, first }: { readonly place: PlaceId; readonly first: boolean }) {
  const name = usePlaceName(places, place)
  return <>{`${first ? '' : '、'}${name ?? '…'}`}</>
}

/** What happened before is sent again, under the ids it had. */
function Resend({
  client,
  hook,
  open,
  onClose,
}: {
  readonly client: string
  readonly hook: HookReply
  readonly open: boolean
  readonly onClose: () => void
}) {
  const now = useNow()
  const [days, setDays] = useState<string>('1')
  return (
    <ConfirmSheet
      open={open}
      title="补发"
      consequence="把这段时间里发生的再推一遍，编号不变，对方收过的认得出来。"
      confirm="补发"
      onClose={onClose}
      onConfirm={async () => {
        const since = sinceOf(days, now)
        const sent = await api.channels.resendHook({ params: { clientId: client, hookId: hook.id }, body: { since } })
        onClose()
        toast(resentWords(sent))
      }}
    >
      <RadioList label="补发哪一段" options={sinceChoices} value={days} onChange={setDays} />
    </ConfirmSheet>
  )
}
