import { TextInput } from '../primitives/TextInput'
import { answerOf, type ControlProps, textOf, wordsOf } from './control'

export function TextControl(props: ControlProps) {
  return (
    <TextInput {...wordsOf(props)} value={textOf(props.value)} onChange={(text) => props.onChange(answerOf(text))} />
  )
}
