import type { ChoiceOption } from '../primitives/Choice'
import type { ControlProps } from './control'

/** The choices of a control that are offered now. */
export function optionsOf({ items }: Pick<ControlProps, 'items'>): readonly ChoiceOption[] {
  return items.map((item) => ({ value: item.code, label: item.name }))
}
