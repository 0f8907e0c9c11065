import { TextArea } from '../primitives/TextInput'
import { answerOf, type ControlProps, textOf, wordsOf } from './control'

export function LongTextControl(props: ControlProps) {
  return (
    <TextArea {...wordsOf(props)} value={textOf(props.value)} onChange={(text) => props.onChange(answerOf(text))} />
  )
}
