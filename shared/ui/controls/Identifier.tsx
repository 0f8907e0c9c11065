import { useState } from 'react'
import { type IdentifierReading, readIdNumber, readPlate, readUscc } from '../../knowledge'
import { Below } from '../primitives/Below'
import { CapitalsInput } from '../primitives/CapitalsInput'
import { answerOf, type ControlProps, textOf, wordsOf } from './control'
import { ScanIdCard } from './ScanIdCard'

/** Checked as typed: complete means checked at once, incomplete only on leaving the field. */
function IdentifierControl(
  props: ControlProps & {
    readonly read: (raw: string) => IdentifierReading
    /** So many characters are complete. */
    readonly complete: number
    readonly longest: number
    readonly keyboard?: 'text' | 'idcard'
    readonly placeholder?: string
  },
) {
  const { read, complete, longest, keyboard = 'text', placeholder } = props
  const [left, setLeft] = useState(false)
  const text = textOf(props.value)
  const reading = text === '' ? undefined : read(text)
  const wrong = reading && !reading.ok && (left || text.length >= complete) ? reading.message : undefined
  return (
    <Below words={reading?.ok ? reading.warning : undefined} tone="amber" spoken>
      <CapitalsInput
        {...wordsOf(props)}
        error={wrong ?? props.error}
        keyboard={keyboard}
        maxLength={longest}
        placeholder={placeholder}
        value={text}
        onChange={(typed) => props.onChange(answerOf(typed))}
        onBlur={() => setLeft(true)}
      />
    </Below>
  )
}

export function IdNumberControl(props: ControlProps) {
  const { scanIdCard } = props.around
  const input = <IdentifierControl {...props} read={readIdNumber} complete={18} longest={18} keyboard="idcard" />
  return scanIdCard ? (
    <ScanIdCard scan={scanIdCard} onRead={props.onChange}>
      {input}
    </ScanIdCard>
  ) : (
    input
  )
}

export function UsccControl(props: ControlProps) {
  return <IdentifierControl {...props} read={readUscc} complete={18} longest={18} />
}

/** New-energy plates have one character more than the common seven. */
export function PlateControl(props: ControlProps) {
  return <IdentifierControl {...props} read={readPlate} complete={7} longest={8} placeholder="例如 京A12345" />
}
