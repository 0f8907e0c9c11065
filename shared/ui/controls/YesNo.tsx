import { RadioList } from '../primitives/Choice'
import { Clearable } from './Clearable'
import { type ControlProps, wordsOf } from './control'
import { type YesOrNo, yesNoOf, yesNoOptions } from './yes-no'

export function YesNoControl(props: ControlProps) {
  return (
    <Clearable {...props}>
      <RadioList<YesOrNo>
        {...wordsOf(props)}
        inline
        options={yesNoOptions}
        value={yesNoOf(props.value)}
        onChange={(answer) => props.onChange(answer === 'yes')}
      />
    </Clearable>
  )
}
