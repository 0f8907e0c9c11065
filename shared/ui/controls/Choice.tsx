import { RadioList } from '../primitives/Choice'
import { Select } from '../primitives/Pick'
import { Clearable } from './Clearable'
import { type ControlProps, textOf, wordsOf } from './control'
import { optionsOf } from './options'

/** More than this many choices are a list to open rather than laid out. */
const laidOut = 7

export function ChoiceControl(props: ControlProps) {
  const options = optionsOf(props)
  const value = textOf(props.value) || undefined
  return options.length > laidOut ? (
    <Select {...wordsOf(props)} options={options} value={value} onChange={props.onChange} />
  ) : (
    <Clearable {...props}>
      <RadioList
        {...wordsOf(props)}
        options={options}
        value={value}
        onChange={props.onChange}
        inline={options.every((option) => option.label.length <= 4)}
      />
    </Clearable>
  )
}
