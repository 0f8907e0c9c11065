import { answeringOf, type Control, type Expression, type Form, shapeOf, stepOf } from '@zmht/shared/controls'
import type { Knowledge } from '@zmht/shared/knowledge'
import { variableOf } from './rule'
import { type Answers, answersFor, ruleSources, seenAsList } from './rule-answers'
import { calledIn } from './rule-words'

/** The few ways an answer is computed from others. */
export const computations = [
  'sum',
  'difference',
  'product',
  'quotient',
  'count',
  'age',
  'days',
  'day-after',
  'joined',
] as const
export type ComputationKind = (typeof computations)[number]

export interface Computation {
  readonly by: ComputationKind
  /** The controls it is computed from, in order. */
  readonly of: readonly string[]
  /** For a product: the factor beside them; for a later day: how many days after. */
  readonly number?: number
  /** For joined texts: what stands between them. */
  readonly between?: string
}

interface ComputationWords {
  readonly name: string
  /** What is asked for at each place; the last one is asked for again when there may be more. */
  readonly asks: readonly string[]
  readonly most: number
  /** How the result is written. */
  readonly type: string
}

const plainNumber = 'number:-1000000000..1000000000::2'

export const computationWords: Readonly<Record<ComputationKind, ComputationWords>> = {
  sum: { name: '几项相加', asks: ['加上'], most: 20, type: plainNumber },
  difference: { name: '两项相减', asks: ['从', '减去'], most: 2, type: plainNumber },
  product: { name: '几项相乘', asks: ['乘上'], most: 10, type: plainNumber },
  quotient: { name: '两项相除', asks: ['把', '除以'], most: 2, type: plainNumber },
  count: { name: '填了几个', asks: ['数哪一项'], most: 1, type: 'number:0..1000' },
  age: { name: '由日期或身份证号得出年龄', asks: ['看哪一项'], most: 1, type: 'number:0..150:岁' },
  days: { name: '两个日期相隔几天', asks: ['从哪天', '到哪天'], most: 2, type: 'number:-100000..100000:天' },
  'day-after': { name: '某天之后的第几天', asks: ['从哪天算'], most: 1, type: 'date' },
  joined: { name: '几项文字连起来', asks: ['连上'], most: 10, type: 'text:200' },
}

/** @returns the computation as data */
export function writeComputation({ by, of, number, between }: Computation): Expression {
  const answers: readonly Expression[] = of.map((id) => ({ var: id }))
  const [first = null, second = null] = answers
  switch (by) {
    case 'sum':
      return { sum: answers.length === 1 ? [first] : [answers] }
    case 'difference':
      return { '-': [first, second] }
    case 'product':
      return { '*': number === undefined ? answers : [...answers, number] }
    case 'quotient':
      return { round: [{ '/': [first, second] }, 2] }
    case 'count':
      return { count: [first] }
    case 'age':
      return { age: [first] }
    case 'days':
      return { days: [first, second] }
    case 'day-after':
      return { 'add-days': [first, number ?? 0] }
    case 'joined':
      return { cat: answers.flatMap((answer, at) => (at > 0 && between ? [between, answer] : [answer])) }
  }
}

/** @returns the computation people can change, or nothing for one that says more */
export function readComputation(expression: Expression): Computation | undefined {
  const step = stepOf(expression)
  if (!step) return undefined
  const { operation, operands } = step
  const [first = null, second = null] = operands
  switch (operation) {
    case 'sum': {
      const of = Array.isArray(first) ? variables(first) : variables(operands)
      return of && { by: 'sum', of }
    }
    case '-':
      return operands.length === 2 ? reading('difference', operands) : undefined
    case '*':
      return readProduct(operands)
    case 'round': {
      const inner = stepOf(first)
      return inner?.operation === '/' && second === 2 ? reading('quotient', inner.operands) : undefined
    }
    case 'count':
    case 'age':
    case 'days':
      return reading(operation, operands)
    case 'add-days': {
      const id = variableOf(first)
      return id !== undefined && typeof second === 'number' ? { by: 'day-after', of: [id], number: second } : undefined
    }
    case 'cat':
      return readJoined(operands)
    default:
      return undefined
  }
}

function reading(by: ComputationKind, operands: readonly Expression[]): Computation | undefined {
  const of = variables(operands)
  return of && of.length <= computationWords[by].most ? { by, of } : undefined
}

function readProduct(operands: readonly Expression[]): Computation | undefined {
  const last = operands.at(-1)
  if (typeof last !== 'number') return reading('product', operands)
  const of = variables(operands.slice(0, -1))
  return of && { by: 'product', of, number: last }
}

function readJoined(operands: readonly Expression[]): Computation | undefined {
  const between = operands.find((one) => typeof one === 'string')
  if (between === undefined) return reading('joined', operands)
  const regular = operands.every((one, at) => (at % 2 === 1 ? one === between : typeof one !== 'string'))
  const of = variables(operands.filter((one) => typeof one !== 'string'))
  return regular && of && operands.length % 2 === 1 && typeof between === 'string'
    ? { by: 'joined', of, between }
    : undefined
}

/** All of them answers to controls, or nothing. */
function variables(expressions: readonly Expression[]): readonly string[] | undefined {
  const names = expressions.map(variableOf)
  const known = names.filter((one) => one !== undefined)
  return known.length === names.length ? known : undefined
}

/** @returns whether all that is needed has been chosen */
export function isComplete({ by, of, number }: Computation): boolean {
  const { asks } = computationWords[by]
  const least = asks.length
  if (by === 'product') return of.length + (number === undefined ? 0 : 1) >= 2
  if (by === 'day-after' && number === undefined) return false
  return of.length >= Math.max(1, least)
}

/** @returns the controls that can stand at a place of a computation */
export function computationSources(
  knowledge: Knowledge,
  form: Form,
  control: Control,
  by: ComputationKind,
): readonly Control[] {
  const shape = shapeOf(knowledge, form)
  return ruleSources(knowledge, form, control).filter((one) =>
    canStand(by, one, answersFor(knowledge, one), seenAsList(shape, control, one), answeringOf(knowledge, one)?.many),
  )
}

function canStand(
  by: ComputationKind,
  { kind }: Control,
  answers: Answers | undefined,
  asList: boolean,
  many = false,
): boolean {
  switch (by) {
    case 'count':
      return asList || many
    case 'sum':
      return answers?.by === 'number'
    case 'difference':
    case 'product':
    case 'quotient':
      return answers?.by === 'number' && !asList
    case 'age':
      return kind === 'date' || kind === 'id-number'
    case 'days':
    case 'day-after':
      return answers?.by === 'moment' && (answers.of === 'date' || answers.of === 'datetime') && !asList
    case 'joined':
      return answers?.by === 'text' && !asList
  }
}

/** @returns the ways there is something to compute with in this form, and those the answer could be written as */
export function computationsFor(knowledge: Knowledge, form: Form, control: Control): readonly ComputationKind[] {
  const wanted = resultOf(control) === undefined ? answeringOf(knowledge, control)?.value.type : undefined
  return computations.filter((by) => {
    const [type] = computationWords[by].type.split(':')
    if (wanted !== undefined && type !== (wanted === 'money' ? 'number' : wanted)) return false
    return computationSources(knowledge, form, control, by).length > 0
  })
}

/** Only an own question may be written as the computation wants it. */
const resultOf = ({ binding }: Control): string | undefined =>
  binding && 'own' in binding ? binding.own.type : undefined

/** 「“月收入”加“退休金”」. */
export function sayComputation(form: Form, { by, of, number, between }: Computation): string {
  const names = of.map((id) => `“${calledIn(form, id)}”`)
  const [first = '（还没有选）', second = '（还没有选）'] = names
  switch (by) {
    case 'sum':
      return names.length === 1 ? `${first}的合计` : names.join('加')
    case 'difference':
      return `${first}减${second}`
    case 'product':
      return [...names, ...(number === undefined ? [] : [String(number)])].join('乘')
    case 'quotient':
      return `${first}除以${second}，留两位小数`
    case 'count':
      return `${first}填了几个`
    case 'age':
      return `由${first}得出的年龄`
    case 'days':
      return `${first}到${second}相隔的天数`
    case 'day-after':
      return `${first}之后第 ${number ?? 0} 天`
    case 'joined':
      return `${names.join('、')}连起来${between ? `，中间是“${between}”` : ''}`
  }
}
