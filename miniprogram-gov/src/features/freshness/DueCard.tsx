import { type DueReply, mintStepKey } from '@zmht/shared/contract'
import { Button, Card, formatAge, goTo, ProblemNotice, Row, Stack, Tag, Text, toast, useNow } from '@zmht/shared/ui'
import { useRef, useState } from 'react'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'

/** One door: what was said there long ago, and one tap where it is still so. */
export function DueCard({
  due,
  onDone,
}: {
  readonly due: DueReply & { readonly home: string }
  readonly onDone: () => void
}) {
  const now = useNow()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const key = useRef(mintStepKey())
  const confirm = async () => {
    setBusy(true)
    setError(undefined)
    try {
      const facts = due.facts.map(({ attribute, at }) => ({ attribute, at }))
      await api.ledgers.confirm({ params: { entityId: due.id }, body: { key: key.current, facts } })
      toast(`${due.name}的 ${facts.length} 项资料已确认`)
      onDone()
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  return (
    <Card>
      <Stack gap={3}>
        <Stack gap={1}>
          <Text size="large">{due.home}</Text>
          <Text>{due.name}</Text>
        </Stack>
        {due.facts.map(({ attribute, label, text, at, state }) => (
          <Row key={attribute} between gap={3} wrap>
            <Stack gap={1}>
              <Text size="small" tone="quiet">{`${label} · ${formatAge(at, now)}`}</Text>
              <Text numeric>{text}</Text>
            </Stack>
            <Tag tone="amber">{state === 'stale' ? '已过期' : '快过期'}</Tag>
          </Row>
        ))}
        {error === undefined ? null : <ProblemNotice error={error} />}
        <Row gap={2} wrap>
          <Button label={`仍然如此：${due.name}`} loading={busy} onPress={() => void confirm()}>
            仍然如此
          </Button>
          <Button variant="quiet" label={`改：${due.name}的资料`} onPress={() => goTo(pages.entity, { id: due.id })}>
            改
          </Button>
        </Row>
      </Stack>
    </Card>
  )
}
