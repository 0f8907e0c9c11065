import { DateTimePicker } from '../primitives/DateTimePicker'
import { DatePicker, MonthPicker, TimePicker } from '../primitives/Pick'
import { RangeField } from '../primitives/RangeField'
import { type ControlProps, textOf, wordsOf } from './control'

/** Nobody alive was born before; a year typed with two digits is seen at once. */
const earliest = '1880-01-01'

function momentOf(props: ControlProps) {
  return { ...wordsOf(props), value: textOf(props.value) || undefined, onChange: props.onChange }
}

export function DateControl(props: ControlProps) {
  return <DatePicker {...momentOf(props)} min={earliest} />
}

export function MonthControl(props: ControlProps) {
  return <MonthPicker {...momentOf(props)} min={earliest.slice(0, 7)} />
}

export function TimeControl(props: ControlProps) {
  return <TimePicker {...momentOf(props)} />
}

export function DateTimeControl(props: ControlProps) {
  return <DateTimePicker {...momentOf(props)} min={`${earliest}T00:00`} />
}

export function DateRangeControl(props: ControlProps) {
  return <RangeField {...momentOf(props)} kind="date" min={earliest} />
}

export function TimeRangeControl(props: ControlProps) {
  return <RangeField {...momentOf(props)} kind="time" />
}
