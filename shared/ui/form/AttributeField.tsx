import { controlDefaults, controlFor } from '../../controls'
import type { Attribute, Value } from '../../knowledge'
import type { FormSurroundings } from '../controls/control'
import { controlRenderers } from '../controls/registry'

/** One attribute with the control that fits it, outside any form: to enter it, or to correct it. */
export function AttributeField({
  attribute,
  value,
  error,
  around,
  required = false,
  onChange,
}: {
  readonly attribute: Attribute
  readonly value: Value | undefined
  readonly error: string | undefined
  readonly around: FormSurroundings
  readonly required?: boolean
  readonly onChange: (value: Value | undefined) => void
}) {
  const Renderer = controlRenderers[controlFor(attribute)]
  return (
    <Renderer
      control={controlDefaults(attribute, 'entity', attribute.code)}
      answering={attribute}
      items={attribute.value.type === 'code' ? attribute.value.items : []}
      required={required}
      value={value}
      onChange={onChange}
      error={error}
      around={around}
    />
  )
}
