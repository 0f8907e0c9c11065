import { type Expression, stepOf } from '@zmht/shared/controls'

/** How an answer, or a measure of it, is compared. */
export const comparisons = [
  'is',
  'is-not',
  'more',
  'at-least',
  'less',
  'at-most',
  'contains',
  'lacks',
  'answered',
  'not-answered',
] as const
export type Comparison = (typeof comparisons)[number]

/** What of an answer is compared: the answer itself, the age it tells, how many, all together, how many characters. */
export const measures = ['age', 'count', 'sum', 'length'] as const
export type Measure = (typeof measures)[number]

export type ClauseValue = string | number | boolean

/** What it is compared with, when that is not given values. */
export type Against =
  /** `ifAnswered`: holds as long as the other one is not answered. */
  | { readonly control: string; readonly ifAnswered?: true }
  /** So many days after today. */
  | { readonly today: number }

export interface Clause {
  /** The control whose answer is looked at. */
  readonly control: string
  readonly measure?: Measure
  readonly how: Comparison
  /** For `is` and `is-not`: any of these; for the others the one limit; none when `against` is given, nor for `answered`. */
  readonly values: readonly ClauseValue[]
  readonly against?: Against
}

/** A rule as people put it together: all, or any, of a few clauses. */
export interface Rule {
  readonly join: 'and' | 'or'
  readonly clauses: readonly Clause[]
}

/** Nobody reads more at once. */
export const mostClauses = 12

const operators = { more: '>', 'at-least': '>=', less: '<', 'at-most': '<=' } as const
const comparisonsByOperator: Readonly<Record<string, keyof typeof operators>> = {
  '>': 'more',
  '>=': 'at-least',
  '<': 'less',
  '<=': 'at-most',
}

/** @returns the rule as data */
export function writeRule({ join, clauses }: Rule): Expression {
  const [only, ...more] = clauses.map(writeClause)
  if (only === undefined) return true
  return more.length === 0 ? only : { [join]: [only, ...more] }
}

function writeClause(clause: Clause): Expression {
  const { against } = clause
  const comparison = writeComparison(clause)
  if (!against || !('control' in against) || !against.ifAnswered) return comparison
  return { if: [{ answered: [{ var: against.control }] }, comparison, true] }
}

function writeComparison({ control, measure, how, values, against }: Clause): Expression {
  const answer: Expression = measure === undefined ? { var: control } : { [measure]: [{ var: control }] }
  const other = against && writeAgainst(against)
  const limit = other ?? values[0] ?? ''
  switch (how) {
    case 'is':
      return other === undefined ? { 'one-of': [answer, values] } : { '==': [answer, other] }
    case 'is-not':
      return other === undefined ? { '!': [{ 'one-of': [answer, values] }] } : { '!=': [answer, other] }
    case 'contains':
      return { in: [limit, answer] }
    case 'lacks':
      return { '!': [{ in: [limit, answer] }] }
    case 'answered':
      return { answered: [answer] }
    case 'not-answered':
      return { '!': [{ answered: [answer] }] }
    default:
      return { [operators[how]]: [answer, limit] }
  }
}

function writeAgainst(against: Against): Expression {
  if ('control' in against) return { var: against.control }
  return against.today === 0 ? { today: [] } : { 'add-days': [{ today: [] }, against.today] }
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
  return known.length === clauses.length && known.length <= mostClauses
    ? { join: step.operation, clauses: known }
    : undefined
}

const opposites: Partial<Record<Comparison, Comparison>> = {
  is: 'is-not',
  contains: 'lacks',
  answered: 'not-answered',
}

function readClause(expression: Expression): Clause | undefined {
  const step = stepOf(expression)
  if (!step) return undefined
  if (step.operation === 'if') return readIfAnswered(step.operands)
  if (step.operation !== '!') return readComparison(step.operation, step.operands)
  const inner = readClause(step.operands[0] ?? null)
  const how = inner && opposites[inner.how]
  return inner && how && !inner.against ? { ...inner, how } : undefined
}

function readIfAnswered([condition = null, comparison = null, otherwise]: readonly Expression[]): Clause | undefined {
  const asked = stepOf(condition)
  const other = asked?.operation === 'answered' ? variableOf(asked.operands[0] ?? null) : undefined
  const clause = otherwise === true ? readClause(comparison) : undefined
  const { against } = clause ?? {}
  if (!clause || !against || !('control' in against) || against.control !== other) return undefined
  return { ...clause, against: { control: other, ifAnswered: true } }
}

function readComparison(operation: string, [first = null, second = null]: readonly Expression[]): Clause | undefined {
  if (operation === 'in') {
    const left = readAnswer(second)
    return left && typeof first === 'string' ? { ...left, how: 'contains', values: limitOf(first) } : undefined
  }
  const left = readAnswer(first)
  if (!left) return undefined
  switch (operation) {
    case 'answered':
      return left.measure === undefined ? { ...left, how: 'answered', values: [] } : undefined
    case 'one-of':
      return Array.isArray(second) && second.every(isValue) ? { ...left, how: 'is', values: second } : undefined
    case '==':
      return withOther({ ...left, how: 'is' }, second)
    case '!=':
      return withOther({ ...left, how: 'is-not' }, second)
    default: {
      const how = comparisonsByOperator[operation]
      return how && withOther({ ...left, how }, second)
    }
  }
}

function withOther(clause: Omit<Clause, 'values' | 'against'>, other: Expression): Clause | undefined {
  if (isValue(other)) return { ...clause, values: limitOf(other) }
  const against = readAgainst(other)
  return against && { ...clause, values: [], against }
}

/** A limit not written down yet. */
const limitOf = (value: ClauseValue): readonly ClauseValue[] => (value === '' ? [] : [value])

function readAgainst(expression: Expression): Against | undefined {
  const control = variableOf(expression)
  if (control !== undefined) return { control }
  const step = stepOf(expression)
  if (step?.operation === 'today') return { today: 0 }
  const [day = null, days] = step?.operands ?? []
  const isToday = stepOf(day)?.operation === 'today'
  return step?.operation === 'add-days' && isToday && typeof days === 'number' && days !== 0
    ? { today: days }
    : undefined
}

function readAnswer(expression: Expression): Pick<Clause, 'control' | 'measure'> | undefined {
  const control = variableOf(expression)
  if (control !== undefined) return { control }
  const step = stepOf(expression)
  const measure = measures.find((one) => one === step?.operation)
  const measured = measure && variableOf(step?.operands[0] ?? null)
  if (measure === undefined || measured === undefined || step?.operands.length !== 1) return undefined
  return { control: measured, measure }
}

const isValue = (value: unknown): value is ClauseValue => ['string', 'number', 'boolean'].includes(typeof value)

/** @returns the control an expression is the answer to; nothing when it says more */
export function variableOf(expression: Expression): string | undefined {
  const step = stepOf(expression)
  const [name, ...more] = step?.operands ?? []
  return step?.operation === 'var' && more.length === 0 && typeof name === 'string' && name !== '' ? name : undefined
}

/** @returns whether something is still to be chosen or written down */
export function isUnfinished({ how, values, against }: Clause): boolean {
  return how !== 'answered' && how !== 'not-answered' && against === undefined && values.length === 0
}
