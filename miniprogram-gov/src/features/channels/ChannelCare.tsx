import { type ChannelReply, mintChannelId } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import { channelTransitions, sayOpeningHours, sayTimes } from '@zmht/shared/rules'
import {
  Box,
  Button,
  Card,
  ConfirmSheet,
  createResource,
  formatWhen,
  goTo,
  Loaded,
  Notice,
  ProblemNotice,
  Row,
  Section,
  Stack,
  Text,
  TextInput,
  toast,
  useNow,
  useResource,
} from '@zmht/shared/ui'
import { useRef, useState } from 'react'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { may, type Official } from '../session/official'
import { channel } from './resources'

export const slots = createResource((channelId: string) => api.channels.channelSlots({ params: { channelId } }))

const allows = (data: ChannelReply, action: 'pause' | 'resume'): boolean =>
  channelTransitions[action].from.some((state) => state === data.state)

/** Takes the channel as it is after a change; somebody else's change is fetched. */
async function changed(id: string, change: () => Promise<ChannelReply>): Promise<ChannelReply> {
  try {
    const reply = await change()
    channel.put(id, reply)
    return reply
  } catch (problem) {
    if (problem instanceof Problem && problem.kind === 'conflict') void channel.refresh(id)
    throw problem
  }
}

/** Why and since when nothing is taken, from where it was copied, and its times. */
export function ChannelNotices({ channel: data }: { readonly channel: ChannelReply }) {
  const now = useNow()
  const { paused, from, times } = data
  return (
    <>
      {paused ? (
        <Notice tone="amber" title="暂停受理">
          {`${formatWhen(paused.since, now)}起暂停${paused.reason ? `：${paused.reason}` : ''}。居民看得到，不能提交；已经提交的照常办。`}
        </Notice>
      ) : null}
      {times?.from || times?.until ? <Text size="small">{`受理时间：${sayTimes(times, now)}`}</Text> : null}
      {(times?.hours ?? []).length > 0 ? (
        <Text size="small">{`开放时间：${times?.hours?.map(sayOpeningHours).join('；')}`}</Text>
      ) : null}
      {from ? <Text size="small" tone="quiet">{`照着${from.organisation}的服务建的`}</Text> : null}
    </>
  )
}

/** Pausing in one tap and taking it up again; a copy of one's own. */
export function CareButtons({ me, channel: data }: { readonly me: Official; readonly channel: ChannelReply }) {
  const [pausing, setPausing] = useState(false)
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const params = { channelId: data.id }
  const resume = async () => {
    setBusy(true)
    setError(undefined)
    try {
      await changed(data.id, () => api.channels.resume({ params, body: { edition: data.edition } }))
      toast('已恢复受理')
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      {may(me, 'channel.publish') && allows(data, 'pause') ? (
        <Button full variant="quiet" onPress={() => setPausing(true)}>
          暂停受理
        </Button>
      ) : null}
      {may(me, 'channel.publish') && allows(data, 'resume') ? (
        <Button full loading={busy} onPress={() => void resume()}>
          恢复受理
        </Button>
      ) : null}
      {may(me, 'channel.write') ? <CopyButton id={data.id} words="复制一份" /> : null}
      {error === undefined ? null : <ProblemNotice error={error} />}
      <ConfirmSheet
        open={pausing}
        title="暂停受理"
        consequence={`「${data.title}」还留在居民的列表里，写明已暂停，不能提交。已经提交的照常办，随时可以恢复。`}
        confirm="暂停"
        onClose={() => setPausing(false)}
        onConfirm={async () => {
          const body = { edition: data.edition, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) }
          await changed(data.id, () => api.channels.pause({ params, body }))
          setPausing(false)
          toast('已暂停受理')
        }}
      >
        <TextInput
          label="为什么暂停（可不填，居民看得到）"
          maxLength={40}
          placeholder="如：医院设备检修"
          value={reason}
          onChange={setReason}
        />
      </ConfirmSheet>
    </>
  )
}

/** A draft of one's own with the same content; pressed again after no answer came it is the same copy. */
export function CopyButton({ id, words }: { readonly id: string; readonly words: string }) {
  const copyId = useRef(mintChannelId())
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const copy = async () => {
    setBusy(true)
    setError(undefined)
    try {
      const made = await api.channels.clone({ params: { channelId: id }, body: { id: copyId.current } })
      channel.put(made.id, made)
      copyId.current = mintChannelId()
      toast('已复制成本单位的草稿')
      goTo(pages.build, { id: made.id })
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Stack gap={2}>
      <Button full variant="text" loading={busy} onPress={() => void copy()}>
        {words}
      </Button>
      {error === undefined ? null : <ProblemNotice error={error} />}
    </Stack>
  )
}

/** How far each time is taken. */
export function BookedTimes({ channel: data }: { readonly channel: ChannelReply }) {
  if (data.booking === undefined || data.version === undefined) return null
  return <Times id={data.id} />
}

function Times({ id }: { readonly id: string }) {
  const loaded = useResource(slots, id)
  return (
    <Section title="预约情况">
      <Card>
        <Loaded of={loaded}>
          {({ items }) => (
            <Box as="ul" role="list" label="预约情况" className="g-slots">
              {items.map((slot) => (
                <Box as="li" key={slot.id}>
                  <Row between gap={3} wrap>
                    <Text>{slot.says}</Text>
                    <Text size="small" tone="quiet" numeric>
                      {`约满 ${slot.taken}/${slot.capacity}${slot.waiting > 0 ? `，候补 ${slot.waiting} 人` : ''}`.replace(
                        '约满',
                        slot.taken >= slot.capacity ? '约满' : '已约',
                      )}
                    </Text>
                  </Row>
                </Box>
              ))}
            </Box>
          )}
        </Loaded>
      </Card>
    </Section>
  )
}
