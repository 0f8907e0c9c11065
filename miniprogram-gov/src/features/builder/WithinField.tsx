import type { Control, Form } from '@zmht/shared/controls'
import { Select } from '@zmht/shared/ui'
import type { FormAction } from './builder-state'

const none = 'none'

/** Which section a control stands in; also for those who do not drag. */
export function WithinField({
  form,
  control,
  dispatch,
}: {
  readonly form: Form
  readonly control: Control
  readonly dispatch: (action: FormAction) => void
}) {
  const sections = form.controls.filter((one) => one.kind === 'section' && one.id !== control.id)
  const isRow = form.controls.some((one) => one.id === control.within && one.kind === 'matrix')
  if (sections.length === 0 || isRow || control.kind === 'section' || control.kind === 'consent') return null
  return (
    <Select
      label="放在哪一组"
      placeholder="请选择"
      options={[
        { value: none, label: '不分组' },
        ...sections.map((one) => ({ value: one.id, label: `“${one.label}”` })),
      ]}
      value={control.within ?? none}
      onChange={(within) =>
        within !== undefined &&
        dispatch({ do: 'putWithin', id: control.id, within: within === none ? undefined : within })
      }
    />
  )
}
