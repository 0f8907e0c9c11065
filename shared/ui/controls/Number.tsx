import { isAttributeControl } from '../../controls/shape'
import { attribute } from '../../knowledge'
import { TextInput } from '../primitives/TextInput'
import { answerOf, type ControlProps, textOf, wordsOf } from './control'

/** Kept as typed until it is a number, so that 「1.」 on the way to 「1.5」 is not lost. */
export function NumberControl(props: ControlProps) {
  const { control } = props
  const type = isAttributeControl(control) ? attribute(control.binding.attribute)?.value : undefined
  const unit = type?.type === 'number' ? type.unit : undefined
  const words = wordsOf(props)
  return (
    <TextInput
      {...words}
      label={unit ? `${words.label}（${unit}）` : words.label}
      kind={type?.type === 'number' && type.decimals > 0 ? 'decimal' : 'number'}
      maxLength={16}
      value={textOf(props.value)}
      onChange={(text) => {
        const isNumber = /^-?(0|[1-9]\d*)(\.\d*[1-9])?$/.test(text)
        props.onChange(isNumber ? Number(text) : answerOf(text))
      }}
    />
  )
}
