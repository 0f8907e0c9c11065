import { CheckboxList } from '../primitives/Choice'
import { LongCheckboxList } from '../primitives/LongCheckboxList'
import { type ControlProps, wordsOf } from './control'
import { optionsOf } from './options'

/** More than this many choices are searched in a sheet. */
const laidOut = 12

export function ChoicesControl(props: ControlProps) {
  const options = optionsOf(props)
  const common = {
    ...wordsOf(props),
    options,
    values: typeof props.value === 'object' ? props.value : [],
    onChange: (values: readonly string[]) => props.onChange(values.length === 0 ? undefined : values),
  }
  return options.length > laidOut ? (
    <LongCheckboxList {...common} />
  ) : (
    <CheckboxList {...common} inline={options.every((option) => option.label.length <= 4)} />
  )
}
