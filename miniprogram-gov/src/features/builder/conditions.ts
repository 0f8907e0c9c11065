import { type Control, type Form, isAttributeControl } from '@zmht/shared/controls'
import { attribute, codeList } from '@zmht/shared/knowledge'

export type ConditionValue = string | boolean

export interface ConditionOption {
  readonly value: ConditionValue
  readonly label: string
}

/** @returns the controls a condition can look at: questions with given answers that stand before */
export function conditionSources(form: Form, control: Control): readonly Control[] {
  const at = form.controls.findIndex((one) => one.id === control.id)
  return form.controls.slice(0, Math.max(at, 0)).filter((one) => conditionOptions(one).length > 0)
}

/** @returns the answers a control can have, as people read them */
export function conditionOptions(control: Control): readonly ConditionOption[] {
  switch (control.kind) {
    case 'yes-no':
      return [
        { value: true, label: '是' },
        { value: false, label: '否' },
      ]
    case 'consent':
      return [{ value: true, label: '同意' }]
    case 'choice':
    case 'choices': {
      const type = isAttributeControl(control) ? attribute(control.binding.attribute)?.value : undefined
      const list = type?.type === 'code' ? codeList(type.list) : undefined
      return (list?.items ?? []).map((item) => ({ value: item.code, label: item.name }))
    }
    default:
      return []
  }
}

/** 「老人的自理能力」是「轻度依赖」或「中度依赖」时才显示. */
export function conditionWords(form: Form, control: Control): string | undefined {
  const condition = control.showWhen
  const source = condition && form.controls.find((one) => one.id === condition.control)
  if (!condition || !source) return undefined
  const names = conditionOptions(source)
    .filter((option) => condition.isOneOf.includes(option.value))
    .map((option) => `“${option.label}”`)
  return names.length === 0 ? undefined : `“${source.label}”是${names.join('或')}时才显示`
}
