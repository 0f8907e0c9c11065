import { type Control, itemsOf } from '../controls'
import type { Knowledge } from '../knowledge'

export interface OnlyChoice {
  readonly code: string
  readonly name: string
}

const yesOrNo: readonly OnlyChoice[] = [
  { code: 'yes', name: '是' },
  { code: 'no', name: '否' },
]

/** @returns the answers a wire may wait for; none for a question that is not answered by choosing */
export const onlyChoices = (knowledge: Knowledge, control: Control): readonly OnlyChoice[] =>
  control.kind === 'yes-no'
    ? yesOrNo
    : control.kind === 'choice' || control.kind === 'choices'
      ? itemsOf(knowledge, control).map(({ code, name }) => ({ code, name }))
      : []

/** @returns the codes of what was answered, as a wire waits for them */
export function codesAnswered(value: unknown): readonly string[] {
  if (typeof value === 'boolean') return [value ? 'yes' : 'no']
  return [value].flat().filter((one) => typeof one === 'string')
}
