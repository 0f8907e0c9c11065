import type { CodeItem } from '../knowledge/types'
import { type Expression, holds, stepOf } from './expression'
import type { Control } from './form'
import { type FormShape, itemsOf } from './shape'

/** More combinations than this are not tried: the condition is then taken as one that can hold. */
const mostCombinations = 20_000

/**
 * @returns whether a control can never be shown: its condition looks only at choices and yes-no questions, and no answer to them makes it
 * hold. Conditions on numbers, dates and texts are taken as ones that can hold.
 */
export function unreachable(shape: FormShape, control: Control): boolean {
  const rule = control.showWhen
  if (rule === undefined) return false
  const names = simpleNames(rule)
  if (names === undefined) return false
  const answers: (readonly (string | boolean | null | readonly string[])[])[] = []
  for (const name of names) {
    const possible = possibleAnswers(shape, name, rule)
    if (possible === undefined) return false
    answers.push(possible)
  }
  if (answers.reduce((product, one) => product * one.length, 1) > mostCombinations) return false
  return !someCombination(names, answers, {}, 0, (scope) => holds(rule, scope, '2026-01-01T00:00:00.000Z'))
}

function someCombination(
  names: readonly string[],
  answers: readonly (readonly (string | boolean | null | readonly string[])[])[],
  scope: Readonly<Record<string, string | boolean | null | readonly string[]>>,
  position: number,
  test: (scope: Readonly<Record<string, string | boolean | null | readonly string[]>>) => boolean,
): boolean {
  const name = names[position]
  if (name === undefined) return test(scope)
  return (answers[position] ?? []).some((value) =>
    someCombination(names, answers, { ...scope, [name]: value }, position + 1, test),
  )
}

const simple = new Set(['and', 'or', '!', '!!', '==', '!=', 'in', 'one-of', 'answered'])

/** @returns the controls a condition looks at, if it only asks which choices were made */
function simpleNames(rule: Expression): readonly string[] | undefined {
  if (Array.isArray(rule)) return merge(rule.map(simpleNames))
  const step = stepOf(rule)
  if (!step) return []
  if (step.operation === 'var') return typeof step.operands[0] === 'string' ? [step.operands[0]] : undefined
  return simple.has(step.operation) ? merge(step.operands.map(simpleNames)) : undefined
}

function merge(all: readonly (readonly string[] | undefined)[]): readonly string[] | undefined {
  const names = new Set<string>()
  for (const some of all) {
    if (!some) return undefined
    for (const name of some) names.add(name)
  }
  return [...names]
}

/** The answers that make a difference: nothing, each choice alone, and for several choices each pair the condition names. */
function possibleAnswers(
  shape: FormShape,
  name: string,
  rule: Expression,
): readonly (string | boolean | null | readonly string[])[] | undefined {
  const control = shape.control.get(name)
  if (!control) return undefined
  if (control.kind === 'yes-no' || control.kind === 'consent') return [null, true, false]
  const codes = itemsOf(shape.knowledge, control).map((item: CodeItem) => item.code)
  if (control.kind === 'choice') return [null, ...codes]
  if (control.kind !== 'choices') return undefined
  const named = JSON.stringify(rule)
  const asked = codes.filter((code) => named.includes(JSON.stringify(code)))
  // Every subset of what the condition names, and one choice it does not name.
  if (asked.length > 6) return undefined
  const other = codes.find((code) => !asked.includes(code))
  const subsets = Array.from({ length: 2 ** asked.length }, (_, bits) =>
    asked.filter((_code, at) => (bits >> at) % 2 === 1),
  )
  return [...subsets, ...(other === undefined ? [] : [[other]])]
}
