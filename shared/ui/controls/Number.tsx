import { TextInput } from '../primitives/TextInput'
import { type ControlProps, textOf, wordsOf } from './control'
import { typedNumber } from './typed-number'

/** A number with its unit in the label. */
export function NumberControl(props: ControlProps) {
  const type = props.answering?.value.type === 'number' ? props.answering.value : undefined
  const words = wordsOf(props)
  // The keyboards of digits have no minus.
  const kind = type === undefined || type.min < 0 ? 'text' : type.decimals > 0 ? 'decimal' : 'number'
  return (
    <TextInput
      {...words}
      label={type?.unit ? `${words.label}（${type.unit}）` : words.label}
      kind={kind}
      maxLength={16}
      value={textOf(props.value)}
      onChange={(typed) => props.onChange(typedNumber(typed))}
    />
  )
}
