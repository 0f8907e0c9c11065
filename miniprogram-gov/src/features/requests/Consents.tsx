import type { ConsentReply } from '@zmht/shared/contract'
import { channelPartNames } from '@zmht/shared/rules'
import {
  Button,
  Card,
  createResource,
  formatWhen,
  ProblemNotice,
  Row,
  Section,
  Stack,
  Text,
  toast,
  useNow,
  useResource,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'

const consentsOf = createResource<readonly ConsentReply[]>(async () => (await api.channels.consents()).items)

/** 请本单位参与的服务: what others want one's organisation to take part in, waiting for a word. */
export function Consents() {
  const loaded = useResource(consentsOf, 'own')
  const waiting = (loaded.data ?? []).filter(({ state }) => state === 'asked')
  if (waiting.length === 0) return null
  return (
    <Section title="请本单位参与的服务">
      <Stack gap={3}>
        {waiting.map((one) => (
          <Asked key={`${one.organisation} ${one.channelId}`} asked={one} onSaid={() => void loaded.reload()} />
        ))}
      </Stack>
    </Section>
  )
}

function Asked({ asked, onSaid }: { readonly asked: ConsentReply; readonly onSaid: () => void }) {
  const now = useNow()
  const [busy, setBusy] = useState<boolean>()
  const [error, setError] = useState<unknown>()
  const say = async (agree: boolean) => {
    setBusy(agree)
    setError(undefined)
    try {
      await api.channels.consent({
        params: { channelId: asked.channelId },
        body: { organisation: asked.organisation, agree },
      })
      toast(agree ? '已同意，对方发布后开始' : '已回绝，对方会看到')
      consentsOf.outdate()
      onSaid()
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(undefined)
    }
  }
  return (
    <Card>
      <Stack gap={3}>
        <Stack gap={1}>
          <Text strong>{asked.title}</Text>
          <Text size="small" tone="quiet">
            {`${asked.owner}请本单位：${channelPartNames[asked.part]} · ${formatWhen(asked.at, now)}`}
          </Text>
        </Stack>
        {error === undefined ? null : <ProblemNotice error={error} />}
        <Row gap={2}>
          <Button loading={busy === true} disabled={busy !== undefined} onPress={() => void say(true)}>
            同意参与
          </Button>
          <Button
            variant="quiet"
            loading={busy === false}
            disabled={busy !== undefined}
            onPress={() => void say(false)}
          >
            不参与
          </Button>
        </Row>
      </Stack>
    </Card>
  )
}
