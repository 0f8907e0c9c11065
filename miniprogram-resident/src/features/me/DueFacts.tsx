import { type DueReply, mintStepKey } from '@zmht/shared/contract'
import {
  Button,
  Card,
  createResource,
  formatAge,
  goTo,
  ProblemNotice,
  Row,
  Section,
  Stack,
  Text,
  toast,
  useNow,
  useResource,
} from '@zmht/shared/ui'
import { useRef, useState } from 'react'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { facts as known } from './resources'

/** What was said long ago of me and whom I act for. */
const due = createResource<readonly DueReply[], 'mine'>(async () => (await api.ledgers.due()).items)

/** 这些资料该确认了: one tap says that all of it is still so; nothing where nothing is old. */
export function DueFacts({ me }: { readonly me: string }) {
  const { data = [] } = useResource(due, 'mine')
  if (data.length === 0) return null
  return (
    <Section title="这些资料该确认了">
      {data.map((one) => (
        <Asked key={one.id} one={one} isMe={one.id === me} />
      ))}
    </Section>
  )
}

function Asked({ one, isMe }: { readonly one: DueReply; readonly isMe: boolean }) {
  const now = useNow()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const key = useRef(mintStepKey())
  const whose = isMe ? '我' : one.name
  const confirm = async () => {
    setBusy(true)
    setError(undefined)
    try {
      const facts = one.facts.map(({ attribute, at }) => ({ attribute, at }))
      const { items } = await api.ledgers.confirmMine({
        body: { key: key.current, facts, ...(isMe ? {} : { entity: one.id }) },
      })
      toast('已确认，办事时会自动填好')
      due.put('mine', items)
      known.put('mine', await api.ledgers.mine())
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Card>
      <Stack gap={3}>
        {isMe ? null : <Text>{one.name}</Text>}
        {one.facts.map(({ attribute, label, text, at }) => (
          <Stack key={attribute} gap={1}>
            <Text size="small" tone="quiet">{`${label} · ${formatAge(at, now)}填的`}</Text>
            <Text size="large">{text}</Text>
          </Stack>
        ))}
        {error === undefined ? null : <ProblemNotice error={error} />}
        <Row gap={2} wrap>
          <Button label={`都仍然如此：${whose}的资料`} loading={busy} onPress={() => void confirm()}>
            都仍然如此
          </Button>
          <Button
            variant="quiet"
            label={`有变化，去改：${whose}的资料`}
            onPress={() => goTo(pages.facts, { who: one.id })}
          >
            有变化，去改
          </Button>
        </Row>
      </Stack>
    </Card>
  )
}
