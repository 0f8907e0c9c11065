import jsonLogic from 'json-logic-js'
import { ageAt, dayInChina, factsFromIdNumber, isRealDate } from '../knowledge/identifiers'
import type { Instant, Value } from '../knowledge/types'

/**
 * A rule of a form as data (JsonLogic): conditions, constraints and computed values. Evaluated by walking it, never by making code of it,
 * since WeChat forbids that. `{"var": "k3"}` is the answer to control `k3`: within the same card, else the list of the answers of all cards.
 */
export type Expression =
  | string
  | number
  | boolean
  | null
  | readonly Expression[]
  | { readonly [operation: string]: Expression | readonly Expression[] }

/** What an expression sees: answers by control id. Absent: not answered, or hidden. */
export type Scope = Readonly<Record<string, Value | readonly Value[] | null>>

/** The operations of JsonLogic a form may use, and those added here, with how many operands they take. */
const operations: Readonly<Record<string, { readonly least: number; readonly most: number; readonly says: string }>> = {
  var: { least: 1, most: 2, says: '答案' },
  and: { least: 1, most: 50, says: '并且' },
  or: { least: 1, most: 50, says: '或者' },
  '!': { least: 1, most: 1, says: '不' },
  '!!': { least: 1, most: 1, says: '有' },
  '==': { least: 2, most: 2, says: '等于' },
  '!=': { least: 2, most: 2, says: '不等于' },
  '<': { least: 2, most: 3, says: '小于' },
  '<=': { least: 2, most: 3, says: '不大于' },
  '>': { least: 2, most: 2, says: '大于' },
  '>=': { least: 2, most: 2, says: '不小于' },
  '+': { least: 1, most: 50, says: '加' },
  '-': { least: 1, most: 2, says: '减' },
  '*': { least: 1, most: 50, says: '乘' },
  '/': { least: 2, most: 2, says: '除以' },
  '%': { least: 2, most: 2, says: '余' },
  min: { least: 1, most: 50, says: '最小的' },
  max: { least: 1, most: 50, says: '最大的' },
  if: { least: 2, most: 51, says: '如果' },
  in: { least: 2, most: 2, says: '属于' },
  cat: { least: 1, most: 50, says: '连起来' },
  substr: { least: 2, most: 3, says: '截取' },
  map: { least: 2, most: 2, says: '逐个' },
  some: { least: 2, most: 2, says: '有一个' },
  all: { least: 2, most: 2, says: '每一个' },
  none: { least: 2, most: 2, says: '没有一个' },
  answered: { least: 1, most: 1, says: '已填写' },
  'one-of': { least: 2, most: 2, says: '是其中之一' },
  count: { least: 1, most: 1, says: '个数' },
  sum: { least: 1, most: 1, says: '合计' },
  age: { least: 1, most: 1, says: '年龄' },
  today: { least: 0, most: 0, says: '今天' },
  now: { least: 0, most: 0, says: '现在' },
  days: { least: 2, most: 2, says: '相隔天数' },
  'add-days': { least: 2, most: 2, says: '之后几天' },
  round: { least: 1, most: 2, says: '四舍五入' },
  floor: { least: 1, most: 1, says: '取整' },
  length: { least: 1, most: 1, says: '字数' },
  matches: { least: 2, most: 2, says: '符合格式' },
  number: { least: 1, most: 1, says: '数' },
}

/** @returns what an operation is called, or nothing when forms have no such operation */
export function operationName(operation: string): string | undefined {
  return Object.hasOwn(operations, operation) ? operations[operation]?.says : undefined
}

/** Deep enough for anything people write, shallow enough to walk on any phone. */
const deepest = 20
const longestPattern = 200

/** When a form is looked at: set for the time of one evaluation, which is synchronous. */
let moment: Instant = '1970-01-01T00:00:00.000Z'

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)
const blank = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (isList(value) && value.length === 0)
const listOf = (value: unknown): readonly unknown[] => (blank(value) ? [] : isList(value) ? value : [value])
const toNumber = (value: unknown): number => (blank(value) || typeof value === 'boolean' ? Number.NaN : Number(value))
/** A number, or nothing: what cannot be computed is left open instead of becoming a wrong number. */
const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)
const dayOf = (value: unknown): number =>
  typeof value === 'string' && isRealDate(value.slice(0, 10)) ? Date.parse(value.slice(0, 10)) / 86_400_000 : Number.NaN

const added: Readonly<Record<string, (...operands: unknown[]) => unknown>> = {
  answered: (value) => !blank(value),
  'one-of': (value, wanted) => {
    const all = listOf(wanted)
    return listOf(value).some((one) => all.includes(one))
  },
  count: (value) => listOf(value).filter((one) => !blank(one)).length,
  sum: (value) => finite(listOf(value).reduce<number>((total, one) => (blank(one) ? total : total + toNumber(one)), 0)),
  age: (value) => {
    const born =
      typeof value === 'string' && isRealDate(value) ? value : factsFromIdNumber(String(value ?? ''))?.birthDate
    return born === undefined ? null : ageAt(born, moment)
  },
  today: () => dayInChina(moment),
  now: () => new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 16),
  days: (from, to) => finite(dayOf(to) - dayOf(from)),
  'add-days': (day, days) => {
    const at = dayOf(day) + toNumber(days)
    return Number.isFinite(at) && Math.abs(at) < 1_000_000 ? new Date(at * 86_400_000).toISOString().slice(0, 10) : null
  },
  round: (value, places = 0) => {
    const unit = 10 ** Math.min(6, Math.max(0, toNumber(places)))
    return finite(Math.round(toNumber(value) * unit) / unit)
  },
  floor: (value) => finite(Math.floor(toNumber(value))),
  length: (value) => [...String(value ?? '')].length,
  matches: (value, pattern) => {
    const shape = patternOf(pattern)
    return shape !== undefined && !blank(value) && shape.test(String(value).slice(0, 2000))
  },
  number: (value) => finite(toNumber(value)),
  // Comparing with what is not answered holds for nothing, in either direction; JsonLogic itself would read it as 0.
  '<': (...all) => ordered(all, (one, other) => one < other),
  '<=': (...all) => ordered(all, (one, other) => one <= other),
  '>': (...all) => ordered(all, (one, other) => one > other),
  '>=': (...all) => ordered(all, (one, other) => one >= other),
  '==': (one, other) => same(one, other),
  '!=': (one, other) => !same(one, other),
  '+': (...all) => finite(all.map(toNumber).reduce((total, one) => total + one, 0)),
  '-': (...all) => finite(all.length === 1 ? -toNumber(all[0]) : toNumber(all[0]) - toNumber(all[1])),
  '*': (...all) => finite(all.map(toNumber).reduce((total, one) => total * one, 1)),
  '/': (one, other) => finite(toNumber(one) / toNumber(other)),
  '%': (one, other) => finite(toNumber(one) % toNumber(other)),
  min: (...all) => finite(Math.min(...all.flatMap(listOf).map(toNumber))),
  max: (...all) => finite(Math.max(...all.flatMap(listOf).map(toNumber))),
}
for (const [name, operation] of Object.entries(added)) jsonLogic.add_operation(name, operation)

/** Dates and times compare as texts, since they are written from the largest to the smallest; numbers as numbers. */
function ordered(all: readonly unknown[], holds: (one: string | number, other: string | number) => boolean): boolean {
  if (all.some(blank)) return false
  const isText = all.every((one) => typeof one === 'string' && Number.isNaN(Number(one)))
  return all.slice(1).every((other, position) => {
    const [a, b] = isText ? [String(all[position]), String(other)] : [toNumber(all[position]), toNumber(other)]
    return holds(a, b)
  })
}

function same(one: unknown, other: unknown): boolean {
  if (blank(one) || blank(other)) return blank(one) && blank(other)
  if (isList(one) || isList(other)) {
    const [a, b] = [listOf(one), listOf(other)]
    return a.length === b.length && a.every((item, position) => item === b[position])
  }
  return typeof one === 'boolean' || typeof other === 'boolean' ? one === other : String(one) === String(other)
}

const patterns = new Map<string, RegExp | undefined>()

/** @returns a pattern that is safe to try on a text, or nothing when it cannot be read or could take for ever */
function patternOf(source: unknown): RegExp | undefined {
  if (typeof source !== 'string' || source.length > longestPattern) return undefined
  if (!patterns.has(source)) {
    if (patterns.size > 500) patterns.clear()
    patterns.set(source, readPattern(source))
  }
  return patterns.get(source)
}

function readPattern(source: string): RegExp | undefined {
  // A repeated group that repeats inside itself is what takes for ever; nobody needs one to check a number or a name.
  if (/\([^()]*[*+}][^()]*\)\s*[*+{]/.test(source) || /\\[1-9]/.test(source)) return undefined
  try {
    return new RegExp(`^(?:${source})$`, 'u')
  } catch {
    return undefined
  }
}

/** @returns what an expression gives for these answers at an instant; nothing when something it needs is not answered */
export function evaluate(expression: Expression, scope: Scope, at: Instant): unknown {
  moment = at
  return jsonLogic.apply(expression as Parameters<typeof jsonLogic.apply>[0], scope) // the library's type is mutable
}

/** @returns whether a condition holds: an answer given, a number other than zero, or `true` */
export function holds(expression: Expression, scope: Scope, at: Instant): boolean {
  return jsonLogic.truthy(evaluate(expression, scope, at))
}

interface Step {
  readonly operation: string
  readonly operands: readonly Expression[]
}

/** @returns the operation an expression is, or nothing for plain values and lists */
export function stepOf(expression: Expression): Step | undefined {
  if (typeof expression !== 'object' || expression === null || isList(expression)) return undefined
  const [entry, ...more] = Object.entries(expression)
  if (entry === undefined || more.length > 0) return undefined
  const [operation, operands] = entry
  return { operation, operands: isList(operands) ? operands : [operands as Expression] } // a single operand may stand alone
}

/** @returns the controls whose answers an expression looks at, each once */
export function controlsIn(expression: Expression): readonly string[] {
  const found = new Set<string>()
  collectControls(expression, found)
  return [...found]
}

/** Inside these, `var` speaks of the item of a list, not of a control. */
const iterating = new Set(['map', 'some', 'all', 'none'])

function collectControls(expression: Expression, found: Set<string>): void {
  if (isList(expression)) {
    for (const item of expression) collectControls(item as Expression, found)
    return
  }
  const step = stepOf(expression)
  if (!step) return
  if (step.operation === 'var') {
    const [name] = step.operands
    if (typeof name === 'string' && name !== '') found.add(name)
    return
  }
  const operands = iterating.has(step.operation) ? step.operands.slice(0, 1) : step.operands
  for (const operand of operands) collectControls(operand, found)
}

/** @returns what keeps an expression from being used, in words for the person who puts the form together; nothing when it is fine */
export function expressionProblem(expression: Expression, depth = 0): string | undefined {
  if (depth > deepest) return '条件套得太深了，请拆成几条'
  if (isList(expression)) return firstProblem(expression as readonly Expression[], depth)
  if (typeof expression !== 'object' || expression === null) return undefined
  const step = stepOf(expression)
  const known = step && Object.hasOwn(operations, step.operation) ? operations[step.operation] : undefined
  if (!step || !known) return `条件里有不能使用的运算${step ? `“${step.operation}”` : ''}`
  if (step.operands.length < known.least || step.operands.length > known.most) return `“${known.says}”的内容不完整`
  if (step.operation === 'var') {
    return typeof step.operands[0] === 'string' ? undefined : '条件里所看的答案没有写明'
  }
  if (step.operation === 'matches' && patternOf(step.operands[1]) === undefined) return '格式写得不对，或者太复杂'
  return firstProblem(step.operands, depth)
}

function firstProblem(all: readonly Expression[], depth: number): string | undefined {
  for (const one of all) {
    const problem = expressionProblem(one, depth + 1)
    if (problem !== undefined) return problem
  }
  return undefined
}
