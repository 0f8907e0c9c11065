import { useState } from 'react'
import { type IdentifierReading, readIdNumber, readMobile } from '../../knowledge'
import { TextInput } from '../primitives/TextInput'
import { answerOf, type ControlProps, textOf, wordsOf } from './control'

/** Checked as typed: complete means checked at once, incomplete only on leaving the field. */
function IdentifierControl(
  props: ControlProps & {
    readonly read: (raw: string) => IdentifierReading
    readonly length: number
    readonly kind: 'id-number' | 'phone'
  },
) {
  const { read, length, kind } = props
  const [left, setLeft] = useState(false)
  const text = textOf(props.value)
  const reading = text === '' ? undefined : read(text)
  const wrong = reading && !reading.ok && (left || text.length >= length) ? reading.message : undefined
  return (
    <TextInput
      {...wordsOf(props)}
      error={wrong ?? props.error}
      kind={kind}
      maxLength={length}
      value={text}
      onChange={(typed) => props.onChange(answerOf(typed.toUpperCase()))}
      onBlur={() => setLeft(true)}
    />
  )
}

export function IdNumberControl(props: ControlProps) {
  return <IdentifierControl {...props} kind="id-number" length={18} read={readIdNumber} />
}

export function PhoneControl(props: ControlProps) {
  return <IdentifierControl {...props} kind="phone" length={11} read={readMobile} />
}
