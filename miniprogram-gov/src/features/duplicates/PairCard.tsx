import { type DuplicateReply, mintStepKey } from '@zmht/shared/contract'
import { Button, Card, goTo, ProblemNotice, Row, Stack, Tag, Text, toast } from '@zmht/shared/ui'
import { useRef, useState } from 'react'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { FactsBeside } from '../ledger/FactsBeside'

type Outcome = 'same' | 'different'

/** Two that may be one, side by side, with the question. */
export function PairCard({ pair, onTold }: { readonly pair: DuplicateReply; readonly onTold: () => void }) {
  const { one, alike } = pair
  const [busy, setBusy] = useState<Outcome>()
  const [error, setError] = useState<unknown>()
  const keys = useRef({ same: mintStepKey(), different: mintStepKey() })
  const word = one.kind === 'person' ? '同一个人' : '同一家'
  const tell = async (outcome: Outcome) => {
    setBusy(outcome)
    setError(undefined)
    try {
      const params = { entityId: one.id, otherId: alike.other.id }
      await api.ledgers.tellDuplicate({ params, body: { key: keys.current[outcome], outcome } })
      toast(outcome === 'same' ? '已合并，合错了可以在资料的经过里拆开' : '以后不再提示这一对')
      onTold()
    } catch (problem) {
      setError(problem)
      setBusy(undefined)
    }
  }
  if (alike.elsewhere)
    return (
      <Card>
        <Text>{`${one.name}与别处登记的一份资料相似。那一份不归您管，由同时管两地的人决定，您不用处理。`}</Text>
      </Card>
    )
  const rows = [{ label: '住址', mine: one.home, theirs: alike.home, agree: one.home === alike.home }, ...alike.facts]
  const names = `${one.name}和${alike.other.name}`
  return (
    <Card>
      <Stack gap={3}>
        <Row gap={2} wrap>
          {alike.reasons.map((reason) => (
            <Tag key={reason} tone="amber">
              {reason}
            </Tag>
          ))}
        </Row>
        <FactsBeside label={`${names}对照`} heads={['后登记的', '先登记的']} facts={rows} />
        {error === undefined ? null : <ProblemNotice error={error} />}
        <Row gap={2} wrap>
          <Button
            variant="quiet"
            label={`是${word}，合并：${names}`}
            loading={busy === 'same'}
            disabled={busy !== undefined}
            onPress={() => void tell('same')}
          >
            {`是${word}，合并`}
          </Button>
          <Button
            variant="text"
            label={`不是：${names}`}
            loading={busy === 'different'}
            disabled={busy !== undefined}
            onPress={() => void tell('different')}
          >
            不是
          </Button>
          <Button variant="text" label={`看${one.name}的资料`} onPress={() => goTo(pages.entity, { id: one.id })}>
            {`看${one.name}的资料`}
          </Button>
        </Row>
      </Stack>
    </Card>
  )
}
