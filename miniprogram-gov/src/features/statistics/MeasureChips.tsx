import type { LedgerReply } from '@zmht/shared/contract'
import { Box, Pressable } from '@zmht/shared/ui'

/** The measures of a ledger; one of them is looked at. */
export function MeasureChips({
  measures,
  chosen,
  onChoose,
}: {
  readonly measures: LedgerReply['shownMeasures']
  readonly chosen: string
  readonly onChoose: (id: string) => void
}) {
  return (
    <Box className="g-chips" role="radiogroup" label="指标">
      {measures.map(({ id, name }) => (
        <Pressable
          key={id}
          role="radio"
          pressed={id === chosen}
          className={id === chosen ? 'g-chip g-chip--on' : 'g-chip'}
          onPress={() => onChoose(id)}
        >
          {name}
        </Pressable>
      ))}
    </Box>
  )
}
