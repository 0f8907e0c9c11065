import type { Value } from '../../knowledge'

export type YesOrNo = 'yes' | 'no'

export const yesNoOptions = [
  { value: 'yes', label: '是' },
  { value: 'no', label: '否' },
] as const

export function yesNoOf(value: Value | undefined): YesOrNo | undefined {
  return value === true ? 'yes' : value === false ? 'no' : undefined
}
