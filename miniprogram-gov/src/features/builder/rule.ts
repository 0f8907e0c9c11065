import {
  answeringOf,
  type Control,
  type Expression,
  type Form,
  itemsOf,
  operationName,
  stepOf,
} from '@zmht/shared/controls'
import { type Knowledge, showDate } from '@zmht/shared/knowledge'

/** How an answer is compared. */
export type Comparison = 'is' | 'is-not' | 'at-least' | 'at-most' | 'answered' | 'not-answered'

export const comparisonNames: Readonly<Record<Comparison, string>> = {
  is: '是',
  'is-not': '不是',
  'at-least': '不小于',
  'at-most': '不大于',
  answered: '填了',
  'not-answered': '没有填',
}

export type ClauseValue = string | number | boolean

export interface Clause {
  /** The control whose answer is looked at. */
  readonly control: string
  readonly how: Comparison
  /** For `is` and `is-not`: any of these; for the others the one limit; none for `answered`. */
  readonly values: readonly ClauseValue[]
}

/** A rule as people put it together: all, or any, of a few clauses. */
export interface Rule {
  readonly join: 'and' | 'or'
  readonly clauses: readonly Clause[]
}

/** @returns the rule as data */
export function writeRule({ join, clauses }: Rule): Expression {
  const [only, ...more] = clauses.map(writeClause)
  if (only === undefined) return true
  return more.length === 0 ? only : { [join]: [only, ...more] }
}

function writeClause({ control, how, values }: Clause): Expression {
  const answer = { var: control }
  const [limit = ''] = values
  switch (how) {
    case 'is':
      return { 'one-of': [answer, values] }
    case 'is-not':
      return { '!': [{ 'one-of': [answer, values] }] }
    case 'at-least':
      return { '>=': [answer, limit] }
    case 'at-most':
      return { '<=': [answer, limit] }
    case 'answered':
      return { answered: [answer] }
    case 'not-answered':
      return { '!': [{ answered: [answer] }] }
  }
}

/** @returns the rule people can change, or nothing for one that says more than this (brought in with a workbook) */
export function readRule(expression: Expression): Rule | undefined {
  if (expression === true) return { join: 'and', clauses: [] }
  const step = stepOf(expression)
  if (!step) return undefined
  if (step.operation !== 'and' && step.operation !== 'or') {
    const clause = readClause(expression)
    return clause && { join: 'and', clauses: [clause] }
  }
  const clauses = step.operands.map(readClause)
  const known = clauses.filter((one) => one !== undefined)
  return known.length === clauses.length ? { join: step.operation, clauses: known } : undefined
}

function readClause(expression: Expression): Clause | undefined {
  const step = stepOf(expression)
  if (!step) return undefined
  const [first = null, second = null] = step.operands
  if (step.operation === '!') {
    const inner = readClause(first)
    if (inner?.how === 'is') return { ...inner, how: 'is-not' }
    return inner?.how === 'answered' ? { ...inner, how: 'not-answered' } : undefined
  }
  const control = variableOf(first)
  if (control === undefined) return undefined
  switch (step.operation) {
    case 'answered':
      return { control, how: 'answered', values: [] }
    case 'one-of':
      return Array.isArray(second) && second.every(isValue) ? { control, how: 'is', values: second } : undefined
    case '==':
      return isValue(second) ? { control, how: 'is', values: [second] } : undefined
    case '>=':
      return isValue(second) ? { control, how: 'at-least', values: [second] } : undefined
    case '<=':
      return isValue(second) ? { control, how: 'at-most', values: [second] } : undefined
    default:
      return undefined
  }
}

const isValue = (value: unknown): value is ClauseValue => ['string', 'number', 'boolean'].includes(typeof value)

function variableOf(expression: Expression): string | undefined {
  const step = stepOf(expression)
  const [name] = step?.operands ?? []
  return step?.operation === 'var' && typeof name === 'string' ? name : undefined
}

/** The answers that can be compared: given ones to tick, or a limit to type. */
export type Answers =
  | { readonly by: 'choice'; readonly options: readonly { readonly value: ClauseValue; readonly label: string }[] }
  | { readonly by: 'number' | 'date' }
  | { readonly by: 'presence' }

export function answersFor(knowledge: Knowledge, control: Control): Answers | undefined {
  switch (control.kind) {
    case 'yes-no':
      return {
        by: 'choice',
        options: [
          { value: true, label: '是' },
          { value: false, label: '否' },
        ],
      }
    case 'consent':
      return { by: 'choice', options: [{ value: true, label: '同意' }] }
    case 'choice':
    case 'choices':
      return {
        by: 'choice',
        options: itemsOf(knowledge, control).map(({ code, name }) => ({ value: code, label: name })),
      }
    case 'number':
    case 'money':
      return { by: 'number' }
    case 'date':
      return { by: 'date' }
    case 'computed': {
      const type = answeringOf(knowledge, control)?.value.type
      return type === 'number' || type === 'money' ? { by: 'number' } : { by: 'presence' }
    }
    case 'section':
    case 'matrix':
    case 'explanation':
      return undefined
    default:
      return { by: 'presence' }
  }
}

/** @returns the comparisons that make sense for such answers */
export function comparisonsFor(answers: Answers): readonly Comparison[] {
  switch (answers.by) {
    case 'choice':
      return ['is', 'is-not', 'answered', 'not-answered']
    case 'number':
    case 'date':
      return ['at-least', 'at-most', 'answered', 'not-answered']
    case 'presence':
      return ['answered', 'not-answered']
  }
}

/** @returns the controls a rule of a control can look at: all others that have answers of a kind to compare */
export function ruleSources(knowledge: Knowledge, form: Form, control: Control): readonly Control[] {
  return form.controls.filter((one) => one.id !== control.id && answersFor(knowledge, one) !== undefined)
}

/** 「“老人的自理能力”是“轻度依赖”或“中度依赖”」. */
export function sayRule(knowledge: Knowledge, form: Form, expression: Expression): string {
  const rule = readRule(expression)
  if (rule) {
    const says = rule.clauses.map((clause) => sayClause(knowledge, form, clause))
    return says.join(rule.join === 'and' ? '，并且' : '，或者')
  }
  return sayExpression(knowledge, form, expression)
}

function sayClause(knowledge: Knowledge, form: Form, { control: id, how, values }: Clause): string {
  const control = form.controls.find((one) => one.id === id)
  const answers = control && answersFor(knowledge, control)
  const names = values.map((value) => {
    if (answers?.by === 'choice') return `“${answers.options.find((one) => one.value === value)?.label ?? value}”`
    return answers?.by === 'date' ? showDate(String(value)) : String(value)
  })
  const subject = `“${control?.label ?? '已移除的内容'}”`
  return `${subject}${comparisonNames[how]}${names.join(how === 'is' || how === 'is-not' ? '或' : '')}`
}

/** Rules that were brought in with a workbook are read out operation by operation. */
function sayExpression(knowledge: Knowledge, form: Form, expression: Expression): string {
  if (Array.isArray(expression)) return expression.map((one) => sayExpression(knowledge, form, one)).join('、')
  const step = stepOf(expression)
  if (!step) return String(expression)
  const { operation, operands } = step
  const parts = operands.map((one) => sayExpression(knowledge, form, one))
  if (operation === 'var') return `“${form.controls.find(({ id }) => id === operands[0])?.label ?? operands[0]}”`
  const name = operationName(operation) ?? operation
  return parts.length === 2 ? `${parts[0]}${name}${parts[1]}` : `${name}（${parts.join('，')}）`
}
