import type { FoundEntityReply, LedgerReply } from '@zmht/shared/contract'
import { Box, Button, Notice, ProblemNotice, toast } from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { PickEntitySheet } from './PickEntitySheet'

/** In a ledger that is kept by hand: who is found is put in, and who is pressed is taken out. */
export function HandKept({
  ledger,
  taking,
  onTaking,
  onChanged,
}: {
  readonly ledger: LedgerReply
  readonly taking: boolean
  readonly onTaking: (taking: boolean) => void
  readonly onChanged: () => void
}) {
  const [finding, setFinding] = useState(false)
  const [error, setError] = useState<unknown>()
  const putIn = async ({ id, name }: FoundEntityReply) => {
    setFinding(false)
    setError(undefined)
    try {
      await api.ledgers.putIn({ params: { ledgerId: ledger.id, entityId: id } })
      toast(`${name}已加入`)
      onChanged()
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <>
      <Box className="g-toolbar">
        <Button variant="quiet" icon="plus" onPress={() => setFinding(true)}>
          加入
        </Button>
        <Button variant="quiet" icon="leave" pressed={taking} onPress={() => onTaking(!taking)}>
          {taking ? '不移出了' : '移出'}
        </Button>
      </Box>
      {taking ? <Notice tone="amber">点下面的一行，把它移出这本台账。移出以前会再问您一次。</Notice> : null}
      {error === undefined ? null : <ProblemNotice error={error} />}
      {finding ? (
        <PickEntitySheet
          title="加入这本台账"
          kind={ledger.content.kind}
          onPick={(found) => void putIn(found)}
          onClose={() => setFinding(false)}
        />
      ) : null}
    </>
  )
}
