import { DatePicker } from '../primitives/Pick'
import { type ControlProps, textOf, wordsOf } from './control'

export function DateControl(props: ControlProps) {
  return (
    <DatePicker
      {...wordsOf(props)}
      value={textOf(props.value) || undefined}
      onChange={props.onChange}
      min="1880-01-01"
    />
  )
}
