import type { Control } from '../../controls/form'
import { isAttributeControl } from '../../controls/shape'
import { attribute, codeList } from '../../knowledge'
import type { ChoiceOption } from '../primitives/Choice'

/** The choices of a control: the code list of the attribute it is bound to. */
export function optionsOf(control: Control): readonly ChoiceOption[] {
  const type = isAttributeControl(control) ? attribute(control.binding.attribute)?.value : undefined
  const list = type?.type === 'code' ? codeList(type.list) : undefined
  return (list?.items ?? []).map((item) => ({ value: item.code, label: item.name }))
}
