import { type Condition, type LedgerKind, mostConditions } from '@zmht/shared/ledgers'
import type { MeasureProblem } from '@zmht/shared/measures'
import { Button, Stack, Text } from '@zmht/shared/ui'
import { useState } from 'react'
import { ConditionBox } from '../ledgers/ConditionBox'
import { conditionKeys, conditionOn } from '../ledgers/conditions'
import { PickContentSheet } from '../ledgers/PickContentSheet'

/** Which rows of the ledger are counted: all of them, or those that meet every condition. */
export function FilterEditor({
  kind,
  ledgerName,
  filter,
  problems,
  onChange,
}: {
  readonly kind: LedgerKind
  readonly ledgerName: string
  readonly filter: readonly Condition[]
  readonly problems: readonly MeasureProblem[]
  readonly onChange: (filter: readonly Condition[]) => void
}) {
  const [picking, setPicking] = useState(false)
  /** Which condition is being filled in; the others stand there as a sentence. */
  const [open, setOpen] = useState<number>()
  const keys = conditionKeys(filter)
  return (
    <Stack gap={2}>
      <Text tone={filter.length === 0 ? 'quiet' : 'ink'}>
        {filter.length === 0 ? `“${ledgerName}”里的全部。` : `“${ledgerName}”里，符合下面条件的：`}
      </Text>
      {filter.map((condition, at) => (
        <ConditionBox
          key={keys[at]}
          condition={condition}
          first={at === 0}
          open={open === at}
          error={problems.find((one) => one.at === `filter.${at}`)?.message}
          onOpen={() => setOpen(open === at ? undefined : at)}
          onChange={(next) => onChange(filter.map((one, position) => (position === at ? next : one)))}
          onRemove={() => {
            onChange(filter.filter((_, position) => position !== at))
            setOpen(undefined)
          }}
        />
      ))}
      {filter.length < mostConditions ? (
        <Button variant="quiet" icon="plus" onPress={() => setPicking(true)}>
          {filter.length === 0 ? '只数一部分' : '再加一个条件'}
        </Button>
      ) : (
        <Text size="small" tone="quiet">{`最多 ${mostConditions} 个条件。`}</Text>
      )}
      {picking ? (
        <PickContentSheet
          title="按什么来挑"
          kind={kind}
          onPick={(content) => {
            onChange([...filter, conditionOn(content)])
            setOpen(filter.length)
            setPicking(false)
          }}
          onClose={() => setPicking(false)}
        />
      ) : null}
    </Stack>
  )
}
