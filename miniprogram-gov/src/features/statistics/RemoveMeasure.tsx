import type { LedgerReply } from '@zmht/shared/contract'
import { Button, ConfirmSheet, toast } from '@zmht/shared/ui'
import { useState } from 'react'
import { saveMeasures } from './save-measures'

/** Takes a measure off a ledger that somebody put there. */
export function RemoveMeasure({
  ledger,
  measure,
  onRemoved,
}: {
  readonly ledger: LedgerReply
  readonly measure: LedgerReply['shownMeasures'][number]
  readonly onRemoved: () => void
}) {
  const [asking, setAsking] = useState(false)
  const remove = async () => {
    await saveMeasures(
      ledger,
      ledger.measures.filter(({ id }) => id !== measure.id),
    )
    setAsking(false)
    toast(`已去掉“${measure.name}”`)
    onRemoved()
  }
  return (
    <>
      <Button variant="text-danger" icon="trash" onPress={() => setAsking(true)}>
        {`去掉“${measure.name}”`}
      </Button>
      <ConfirmSheet
        open={asking}
        title={`去掉“${measure.name}”`}
        consequence="所有人都不再看到这个指标，它的数也不再统计。台账里登记的资料都不变；以后再加回来，会从头算一遍。"
        confirm="去掉这个指标"
        variant="danger"
        onConfirm={remove}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
