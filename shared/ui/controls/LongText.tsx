import { Below } from '../primitives/Below'
import { TextArea } from '../primitives/TextInput'
import { answerOf, type ControlProps, textOf, wordsOf } from './control'
import { mostCharacters, roomWords } from './text-length'

export function LongTextControl(props: ControlProps) {
  const most = mostCharacters(props.answering, 1000)
  const text = textOf(props.value)
  return (
    <Below words={roomWords(text, most)}>
      <TextArea
        {...wordsOf(props)}
        maxLength={most}
        value={text}
        onChange={(typed) => props.onChange(answerOf(typed))}
      />
    </Below>
  )
}
