import { useRouter } from '@tarojs/taro'
import { type MergedReply, mintStepKey } from '@zmht/shared/contract'
import {
  Button,
  Card,
  EmptyState,
  formatWhen,
  goOnTo,
  Loaded,
  ProblemNotice,
  Section,
  SegmentedControl,
  Stack,
  Text,
  toast,
  useNow,
  useResource,
} from '@zmht/shared/ui'
import { useRef, useState } from 'react'
import { fromAddress } from '@/lib/address'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import type { Official } from '../session/official'
import { joinedOf } from './Joined'

/** Two that were joined by mistake: somebody says whose is what was said since, and takes them apart. */
export function ApartPage() {
  return <Gate>{(me) => <Apart me={me} />}</Gate>
}

function Apart({ me }: { readonly me: Official }) {
  const { params } = useRouter()
  const [id, gone] = [fromAddress(params.id), fromAddress(params.gone)]
  const loaded = useResource(joinedOf, id)
  return (
    <OfficialScreen me={me} title="拆开" current={pages.people} back={pages.people}>
      <Loaded of={loaded}>
        {(joined) => {
          const found = joined.find((one) => one.gone.id === gone)
          return found === undefined ? (
            <EmptyState icon="check" title="已经是两份资料" detail="这两份资料没有合并在一起，不用拆开。" />
          ) : (
            <Sides id={id} joined={found} />
          )
        }}
      </Loaded>
    </OfficialScreen>
  )
}

type Side = 'survivor' | 'gone'

function Sides({ id, joined }: { readonly id: string; readonly joined: MergedReply }) {
  const now = useNow()
  const { gone, own, since } = joined
  const [chosen, setChosen] = useState<Readonly<Record<string, Side>>>({})
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const key = useRef(mintStepKey())
  const sideOf = ({ telling, side }: MergedReply['since'][number]): Side => chosen[telling] ?? side ?? 'survivor'
  const split = async () => {
    setBusy(true)
    setError(undefined)
    try {
      const given = since.filter((one) => sideOf(one) === 'gone').map(({ telling }) => telling)
      const apart = await api.ledgers.split({
        params: { entityId: id, goneId: gone.id },
        body: { key: key.current, given },
      })
      joinedOf.put(id, [])
      toast(`已拆开，${apart.gone.name}重新成为单独的一份`)
      goOnTo(pages.entity, { id: apart.gone.id })
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  return (
    <Stack gap={4}>
      <Text>
        {`拆开后，${gone.name}重新成为单独的一份：合并前的 ${own} 条记录、关系和台账都会回来。合并以后的记录要分给谁，请在下面选好；两份的经过都会保留。`}
      </Text>
      {error === undefined ? null : <ProblemNotice error={error} />}
      <Section title="合并以后登记的">
        {since.length === 0 ? (
          <Card>
            <Text tone="quiet">合并以后没有再登记过，可以直接拆开。</Text>
          </Card>
        ) : (
          <Stack gap={3}>
            {since.map((one) => (
              <Card key={one.telling}>
                <Stack gap={2}>
                  <Text>
                    {one.about.map(({ label, text }) => (text === '' ? label : `${label}：${text}`)).join('；')}
                  </Text>
                  <Text size="small" tone="quiet">
                    {`${one.title} · ${one.who} · ${formatWhen(one.at, now)}${one.side === undefined ? ' · 看不出是谁的，请您选' : ''}`}
                  </Text>
                  <SegmentedControl
                    label={`${one.about.map(({ label }) => label).join('、')}归谁`}
                    value={sideOf(one)}
                    segments={[
                      { value: 'survivor', label: '留在这一份' },
                      { value: 'gone', label: `归${gone.name}` },
                    ]}
                    onChange={(side: Side) => setChosen((before) => ({ ...before, [one.telling]: side }))}
                  />
                </Stack>
              </Card>
            ))}
          </Stack>
        )}
      </Section>
      <Button large loading={busy} onPress={() => void split()}>
        拆开成两份
      </Button>
    </Stack>
  )
}
