import { RadioList } from '../primitives/Choice'
import { type ControlProps, wordsOf } from './control'

const options = [
  { value: 'yes', label: '是' },
  { value: 'no', label: '否' },
] as const

export function YesNoControl(props: ControlProps) {
  return (
    <RadioList<'yes' | 'no'>
      {...wordsOf(props)}
      inline
      options={options}
      value={props.value === true ? 'yes' : props.value === false ? 'no' : undefined}
      onChange={(answer) => props.onChange(answer === 'yes')}
    />
  )
}
