import { useState } from 'react'
import type { FactReply } from '../../contract'
import type { Attribute } from '../../knowledge'
import type { FormSurroundings } from '../controls/control'
import { Button } from '../primitives/Button'
import { Sheet } from '../primitives/Sheet'
import { Stack } from '../primitives/Stack'
import { ProblemNotice } from '../primitives/States'
import { Text } from '../primitives/Text'
import { AttributeField } from './AttributeField'
import { type Corrected, correctionOf, valueBefore } from './correction'

/** One fact put right with the control that fits it. What was typed stays while something stands in the way. */
export function CorrectionSheet({
  fact,
  attribute,
  around,
  note,
  confirm,
  correct,
  onClose,
}: {
  readonly fact: FactReply
  readonly attribute: Attribute
  readonly around: FormSurroundings
  /** What is known now, and what becomes of it. */
  readonly note: string
  /** The words on the button. */
  readonly confirm: string
  /** Saves it and closes the sheet, or throws what stood in the way. */
  readonly correct: (facts: Extract<Corrected, { ok: true }>['facts']) => Promise<void>
  readonly onClose: () => void
}) {
  const [value, setValue] = useState(() => valueBefore(attribute, fact))
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const corrected = correctionOf(attribute, value)
  const save = async () => {
    setTried(true)
    setError(undefined)
    if (!corrected.ok || busy) return
    setBusy(true)
    try {
      await correct(corrected.facts)
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  return (
    <Sheet
      open
      title={`更正${fact.label}`}
      onClose={onClose}
      footer={
        <>
          {error === undefined ? null : <ProblemNotice error={error} />}
          <Button full large loading={busy} onPress={() => void save()}>
            {confirm}
          </Button>
        </>
      }
    >
      <Stack gap={4}>
        <Text tone="quiet">{note}</Text>
        <AttributeField
          attribute={attribute}
          value={value}
          error={tried && !corrected.ok ? corrected.message : undefined}
          around={around}
          required
          onChange={setValue}
        />
      </Stack>
    </Sheet>
  )
}
