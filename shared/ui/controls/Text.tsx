import { TextInput } from '../primitives/TextInput'
import { answerOf, type ControlProps, textOf, wordsOf } from './control'
import { mostCharacters } from './text-length'

export function TextControl(props: ControlProps) {
  return (
    <TextInput
      {...wordsOf(props)}
      maxLength={mostCharacters(props.answering, 200)}
      value={textOf(props.value)}
      onChange={(text) => props.onChange(answerOf(text))}
    />
  )
}
