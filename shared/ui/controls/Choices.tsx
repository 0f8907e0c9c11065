import { CheckboxList } from '../primitives/Choice'
import { type ControlProps, wordsOf } from './control'
import { optionsOf } from './options'

export function ChoicesControl(props: ControlProps) {
  const options = optionsOf(props.control)
  return (
    <CheckboxList
      {...wordsOf(props)}
      options={options}
      values={typeof props.value === 'object' ? props.value : []}
      onChange={(values) => props.onChange(values.length === 0 ? undefined : values)}
      inline={options.every((option) => option.label.length <= 4)}
    />
  )
}
