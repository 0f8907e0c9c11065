import { mintStepKey, type RequestReply } from '@zmht/shared/contract'
import {
  Button,
  Card,
  Heading,
  KeyValue,
  Notice,
  ProblemNotice,
  Sheet,
  Stack,
  Text,
  toast,
  useResource,
} from '@zmht/shared/ui'
import { useEffect, useRef, useState } from 'react'
import { api } from '@/lib/api'
import { request } from '../requests/resources'
import { slotsLeft } from './resources'
import { SlotPicker } from './SlotPicker'

const lookAgain = 2000

/** What somebody has of a time: 「已约 11月30日 上午 9:00–10:00」, 「候补第 3 位」; what to bring. */
export function Booked({ request: found }: { readonly request: RequestReply }) {
  const { booking, documents } = found
  // A moment after submitting it may not be decided yet.
  const isDeciding = booking?.has === 'deciding'
  useEffect(() => {
    if (!isDeciding) return
    const timer = setInterval(() => void request.refresh(found.id), lookAgain)
    return () => clearInterval(timer)
  }, [isDeciding, found.id])
  const bring = documents?.bring ?? []
  if (booking === undefined && bring.length === 0) return null
  return (
    <Card tone={booking?.has === 'held' ? 'accent' : 'surface'} label="预约">
      <Stack gap={2}>
        {booking === undefined ? null : <Words booking={booking} state={found.state} />}
        {bring.length > 0 && booking?.has !== 'gone' ? (
          <KeyValue rows={[{ key: '请带', value: bring.join('、') }]} />
        ) : null}
      </Stack>
    </Card>
  )
}

type Booking = NonNullable<RequestReply['booking']>

function Words({ booking, state }: { readonly booking: Booking; readonly state: RequestReply['state'] }) {
  switch (booking.has) {
    case 'held':
      return (
        <>
          <Heading level={3} size="title">
            {state === 'confirmed' || state === 'closed' ? `已约 ${booking.says}` : `已留 ${booking.says}`}
          </Heading>
          {state === 'submitted' || state === 'claimed' || state === 'listed' ? (
            <Text tone="quiet">名额为您留着，确认后会告诉您。</Text>
          ) : null}
        </>
      )
    case 'waiting':
      return (
        <>
          <Heading level={3} size="title">
            {booking.position === undefined ? '正在候补' : `候补第 ${booking.position} 位`}
          </Heading>
          <Text>{booking.says}</Text>
          <Text tone="quiet">有人让出来就按顺序补上，补上了会通知您。也可以改约有空位的时间。</Text>
        </>
      )
    case 'deciding':
      return (
        <>
          <Heading level={3}>{`正在排 ${booking.says}`}</Heading>
          <Text tone="quiet">约的人正多，请稍等，结果马上出来，不用再提交。</Text>
        </>
      )
    case 'gone':
      return <Text tone="quiet">{`原来约的 ${booking.says}，名额已经让出来了。`}</Text>
  }
}

/** Another time: taken and the first given back together, or nothing changes. */
export function Rebook({
  request: found,
  onChanged,
}: {
  readonly request: RequestReply
  readonly onChanged: (next: RequestReply) => void
}) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button full variant="quiet" onPress={() => setOpen(true)}>
        改约时间
      </Button>
      <Sheet open={open} title="改约时间" onClose={() => setOpen(false)}>
        <Choose
          request={found}
          onChanged={(next) => {
            onChanged(next)
            setOpen(false)
          }}
        />
      </Sheet>
    </>
  )
}

function Choose({
  request: found,
  onChanged,
}: {
  readonly request: RequestReply
  readonly onChanged: (next: RequestReply) => void
}) {
  const slots = useResource(slotsLeft, found.channelId)
  const key = useRef(mintStepKey())
  const [slot, setSlot] = useState(found.booking?.slot)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const isOther = slot !== undefined && slot !== found.booking?.slot
  const change = async () => {
    if (!isOther) return
    setBusy(true)
    setError(undefined)
    try {
      const next = await api.channels.rebook({ params: { requestId: found.id }, body: { key: key.current, slot } })
      onChanged(next)
      toast('已改约')
    } catch (problem) {
      key.current = mintStepKey()
      setError(problem)
      void slotsLeft.refresh(found.channelId)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Stack gap={4}>
      <Notice title={`现在约的是 ${found.booking?.says ?? ''}`}>
        新的时间约上后，原来的名额就让出来；约不上时原来的不变。
      </Notice>
      <SlotPicker channelId={found.channelId} slots={slots.data?.items ?? []} value={slot} onChange={setSlot} />
      {error === undefined ? null : <ProblemNotice error={error} />}
      <Button full large loading={busy} disabled={!isOther} onPress={() => void change()}>
        {isOther ? '改到这个时间' : '请选另一个时间'}
      </Button>
    </Stack>
  )
}
