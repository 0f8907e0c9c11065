import { Below } from '../primitives/Below'
import { TextInput } from '../primitives/TextInput'
import { type ControlProps, textOf, wordsOf } from './control'
import { groupedDigits, typedNumber } from './typed-number'

/** Yuan; long amounts are said again in groups below, where a nought too many is seen. */
export function MoneyControl(props: ControlProps) {
  const words = wordsOf(props)
  const text = textOf(props.value)
  const grouped = groupedDigits(text)
  return (
    <Below words={grouped && `${grouped}元`}>
      <TextInput
        {...words}
        label={`${words.label}（元）`}
        kind="decimal"
        maxLength={20}
        value={text}
        onChange={(typed) => props.onChange(typedNumber(typed.replace(/[元¥￥]/g, '')))}
      />
    </Below>
  )
}
