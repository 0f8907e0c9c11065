import type { KeptCommunityCardReply } from '@zmht/shared/contract'
import { sayOpenHours } from '@zmht/shared/rules'
import {
  Button,
  Card,
  formatWhen,
  goTo,
  Lines,
  OpenNow,
  ProblemNotice,
  Row,
  Stack,
  Tag,
  Text,
  toast,
  useNow,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { keptPageOf, placeIn } from './resources'

/** One entry as its officials see it: what it says, whether residents see it, and what can be done with it. */
export function EntryCard({
  place,
  entry,
  inTime,
  write,
  order,
  index = -1,
}: {
  readonly place: string
  readonly entry: KeptCommunityCardReply
  readonly inTime: boolean
  readonly write: boolean
  /** All that are listed with it, where their order is the officials' to set. */
  readonly order?: readonly string[]
  readonly index?: number
}) {
  const now = useNow()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const { id, title, text, phone, hours, state, withdrawn, edition, by, at } = entry
  const act = async (what: () => Promise<unknown>) => {
    setBusy(true)
    setError(undefined)
    try {
      await what()
      await keptPageOf.refresh(place)
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  const take = (away: boolean) =>
    act(async () => {
      await api.channels.withdrawCommunityEntry({
        params: { placeId: placeIn(place), entryId: id },
        body: { edition, withdrawn: away },
      })
      toast(away ? '已拿下，居民看不到了；点“放回去”可以恢复' : '已放回去，居民又能看到')
    })
  const ahead = () =>
    act(async () => {
      const former = [...(order ?? [])]
      const [one = '', other = ''] = [former[index - 1], former[index]]
      former.splice(index - 1, 2, other, one)
      await api.channels.orderCommunityPage({ params: { placeId: placeIn(place) }, body: { order: former } })
    })
  return (
    <Card label={title}>
      <Stack gap={2}>
        <Row between top gap={3}>
          <Text size="large" strong>
            {title}
          </Text>
          {withdrawn ? (
            <Tag>已拿下</Tag>
          ) : state === 'refused' ? (
            <Tag tone="danger">检查没通过</Tag>
          ) : state === 'waiting' ? (
            <Tag tone="amber">等微信检查</Tag>
          ) : inTime ? null : (
            <Tag>不在显示时间</Tag>
          )}
        </Row>
        <OpenNow hours={hours} now={now} />
        {text === undefined ? null : (
          <Text tone="quiet" clamp>
            {text}
          </Text>
        )}
        {phone === undefined ? null : <Text numeric>{phone}</Text>}
        {hours === undefined ? null : <Lines lines={sayOpenHours(hours)} />}
        <Text size="small" tone="quiet" numeric>{`${by} · ${formatWhen(at, now)}`}</Text>
        {error === undefined ? null : <ProblemNotice error={error} />}
        {write ? (
          <Row gap={2} wrap>
            <Button
              variant="quiet"
              icon="edit"
              label={`修改${title}`}
              onPress={() => goTo(pages.communityEntry, { place, id })}
            >
              修改
            </Button>
            {index > 0 ? (
              <Button variant="text" label={`往前排：${title}`} disabled={busy} onPress={() => void ahead()}>
                往前排
              </Button>
            ) : null}
            <Button
              variant={withdrawn ? 'text' : 'text-danger'}
              label={withdrawn ? `放回去：${title}` : `拿下${title}`}
              disabled={busy}
              onPress={() => void take(!withdrawn)}
            >
              {withdrawn ? '放回去' : '拿下'}
            </Button>
          </Row>
        ) : null}
      </Stack>
    </Card>
  )
}
