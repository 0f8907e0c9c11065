import type { Control, Expression, Form, FormProblem } from '@zmht/shared/controls'
import { isUnfinished, readRule } from './rule'

/** @returns the rules in which something is still to be chosen or written down: as they stand they would hold never, or always */
export function ruleGaps(form: Form): readonly FormProblem[] {
  return form.controls.flatMap((control) =>
    gapsOf(control).map((gap) => ({ control: control.id, message: `控件“${control.label}”：${gap}` })),
  )
}

function gapsOf({ showWhen, requiredWhen, constraints, offer }: Control): readonly string[] {
  const gaps: string[] = []
  if (isOpen(showWhen)) gaps.push('显示条件还没有填完整')
  if (isOpen(requiredWhen)) gaps.push('必填条件还没有填完整')
  if (constraints?.some(({ must }) => isOpen(must) || must === true)) gaps.push('核对条件还没有填完整')
  if (offer?.when.some((one) => isOpen(one.if))) gaps.push('选项条件还没有填完整')
  if (offer?.when.some((one) => one.codes.length === 0)) gaps.push('选项筛选里有一组还没有选选项')
  return gaps
}

function isOpen(rule: Expression | undefined): boolean {
  return rule !== undefined && readRule(rule)?.clauses.some(isUnfinished) === true
}
