import { TextInput } from '../primitives/TextInput'
import { answerOf, type ControlProps, textOf, wordsOf } from './control'

export function NameControl(props: ControlProps) {
  return (
    <TextInput
      {...wordsOf(props)}
      maxLength={50}
      value={textOf(props.value)}
      onChange={(text) => props.onChange(answerOf(text))}
    />
  )
}
