import type { Expression } from '../../controls/expression'

/** What an expression of a form may look at. */
export interface Names {
  /** The question the rule stands at: `.` */
  readonly self?: Reference
  /** @returns what `${name}` is, or why it cannot be looked at */
  reference(name: string): Reference | { readonly cannot: string }
  /** @returns the value of a column of the choice that is looked at, in a choice filter */
  column?(name: string): string | undefined
}

export interface Reference {
  readonly expression: Expression
  readonly type: ValueKind
  /** The choices, where it has some. */
  readonly items?: readonly { readonly code: string; readonly name: string }[]
}

/** Dates are subtracted and added to differently from numbers. */
export type ValueKind = 'number' | 'text' | 'date' | 'datetime' | 'yes-no' | 'list' | 'unknown'

export type Translation =
  | { readonly ok: true; readonly expression: Expression; readonly type: ValueKind }
  | { readonly ok: false; readonly why: string }

interface Typed {
  readonly expression: Expression
  readonly type: ValueKind
  readonly reference?: Reference
}

class Untranslatable extends Error {}
const cannot = (why: string): never => {
  throw new Untranslatable(why)
}

const longest = 5000

/** Translates the part of XPath that forms use. @returns our expression, or what in it cannot be said */
export function translate(source: string, names: Names): Translation {
  if (source.length > longest) return { ok: false, why: '太长了' }
  try {
    const tokens = tokenize(source)
    const parser = { tokens, at: 0, names, depth: 0 }
    const found = parseOr(parser)
    const rest = parser.tokens[parser.at]
    if (rest !== undefined) cannot(`“${rest.text}”写在这里读不懂`)
    return { ok: true, expression: found.expression, type: found.type }
  } catch (error) {
    if (error instanceof Untranslatable) return { ok: false, why: error.message }
    throw error
  }
}

interface Token {
  readonly kind: 'number' | 'string' | 'reference' | 'name' | 'symbol'
  readonly text: string
}

const tokenShapes: readonly (readonly [Token['kind'], RegExp])[] = [
  ['number', /^(?:\d+(?:\.\d+)?|\.\d+)/],
  ['string', /^(?:'[^']*'|"[^"]*")/],
  ['reference', /^\$\{\s*[^}]*\}/],
  ['name', /^[\p{L}_][\p{L}\p{N}_.:-]*/u],
  ['symbol', /^(?:<=|>=|!=|\.\.|[()=<>+\-*,./[\]|])/],
]

function tokenize(source: string): readonly Token[] {
  const text = source
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/\u00a0/g, ' ')
    .replace(/−/g, '-')
  const tokens: Token[] = []
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at)
    const blank = /^\s+/.exec(rest)
    if (blank) {
      at += blank[0].length
      continue
    }
    const found = tokenShapes.map(([kind, shape]) => ({ kind, text: shape.exec(rest)?.[0] })).find((one) => one.text)
    if (found?.text === undefined) return cannot(`“${rest.slice(0, 10)}”读不懂`)
    tokens.push({ kind: found.kind, text: found.text })
    at += found.text.length
  }
  if (tokens.length === 0) cannot('是空的')
  return tokens
}

interface Parser {
  readonly tokens: readonly Token[]
  at: number
  readonly names: Names
  depth: number
}

const deepest = 60
const peek = (parser: Parser): string | undefined => parser.tokens[parser.at]?.text
function take(parser: Parser, text: string): boolean {
  if (peek(parser) !== text || parser.tokens[parser.at]?.kind === 'string') return false
  parser.at++
  return true
}

const boolean = (expression: Expression): Typed => ({ expression, type: 'yes-no' })
const number = (expression: Expression): Typed => ({ expression, type: 'number' })
const text = (expression: Expression): Typed => ({ expression, type: 'text' })

/** Chains become one operation with many operands, so that long ones stay shallow. */
function chain(parser: Parser, word: 'and' | 'or', next: (parser: Parser) => Typed): Typed {
  const first = next(parser)
  const operands = [first.expression]
  while (take(parser, word)) operands.push(next(parser).expression)
  return operands.length === 1 ? first : boolean(grouped(word, operands))
}

const mostOperands = 50
function grouped(word: string, operands: readonly Expression[]): Expression {
  if (operands.length <= mostOperands) return { [word]: operands }
  const groups: Expression[] = []
  for (let at = 0; at < operands.length; at += mostOperands)
    groups.push({ [word]: operands.slice(at, at + mostOperands) })
  return { [word]: groups }
}

function parseOr(parser: Parser): Typed {
  parser.depth++
  if (parser.depth > deepest) cannot('套得太深')
  const found = chain(parser, 'or', (one) => chain(one, 'and', parseEquality))
  parser.depth--
  return found
}

function parseEquality(parser: Parser): Typed {
  let left = parseOrder(parser)
  for (;;) {
    const operation = take(parser, '=') ? '==' : take(parser, '!=') ? '!=' : undefined
    if (operation === undefined) return left
    left = boolean(equality(operation, left, parseOrder(parser)))
  }
}

/** An acknowledgement is `OK` in other systems, and yes here. */
function equality(operation: string, left: Typed, right: Typed): Expression {
  const [question, literal] = left.type === 'yes-no' && left.reference ? [left, right] : [right, left]
  if (question.type === 'yes-no' && question.reference && typeof literal.expression === 'string') {
    const said = literal.expression.toLowerCase()
    if (said === '') return { [operation]: [question.expression, ''] }
    return { [operation]: [question.expression, ['ok', 'yes', 'true', '1'].includes(said)] }
  }
  // XPath compares several choices as their names with blanks between; one of them is what is meant.
  if (left.type === 'list' && typeof right.expression === 'string' && right.expression !== '') {
    return { [operation]: [left.expression, right.expression.split(' ')] }
  }
  return { [operation]: [left.expression, right.expression] }
}

function parseOrder(parser: Parser): Typed {
  let left = parseSum(parser)
  for (;;) {
    const operation = ['<=', '>=', '<', '>'].find((one) => take(parser, one))
    if (operation === undefined) return left
    left = boolean({ [operation]: [left.expression, parseSum(parser).expression] })
  }
}

const isDay = ({ type }: Typed): boolean => type === 'date' || type === 'datetime'

function parseSum(parser: Parser): Typed {
  let left = parseProduct(parser)
  for (;;) {
    if (take(parser, '+')) {
      const right = parseProduct(parser)
      left = isDay(left)
        ? { expression: { 'add-days': [left.expression, right.expression] }, type: 'date' }
        : isDay(right)
          ? { expression: { 'add-days': [right.expression, left.expression] }, type: 'date' }
          : number({ '+': [left.expression, right.expression] })
    } else if (take(parser, '-')) {
      const right = parseProduct(parser)
      left =
        isDay(left) && isDay(right)
          ? number({ days: [right.expression, left.expression] })
          : isDay(left)
            ? { expression: { 'add-days': [left.expression, { '-': [right.expression] }] }, type: 'date' }
            : number({ '-': [left.expression, right.expression] })
    } else return left
  }
}

function parseProduct(parser: Parser): Typed {
  let left = parseUnary(parser)
  for (;;) {
    const operation = take(parser, '*') ? '*' : take(parser, 'div') ? '/' : take(parser, 'mod') ? '%' : undefined
    if (operation === undefined) return left
    left = number({ [operation]: [left.expression, parseUnary(parser).expression] })
  }
}

function parseUnary(parser: Parser): Typed {
  if (!take(parser, '-')) return parseValue(parser)
  const value = parseUnary(parser)
  return number(typeof value.expression === 'number' ? -value.expression : { '-': [value.expression] })
}

function parseValue(parser: Parser): Typed {
  const token = parser.tokens[parser.at]
  if (token === undefined) return cannot('没有写完')
  parser.at++
  switch (token.kind) {
    case 'number':
      return number(Number(token.text))
    case 'string':
      return text(token.text.slice(1, -1))
    case 'reference':
      return referred(parser.names.reference(token.text.slice(2, -1).trim()))
    case 'name':
      return take(parser, '(') ? call(parser, token.text) : named(parser, token.text)
    case 'symbol':
      if (token.text === '(') {
        const inner = parseOr(parser)
        if (!take(parser, ')')) cannot('少了右括号')
        return inner
      }
      if (token.text === '..' || token.text === '/') return pathEnd(parser)
      if (token.text === '.' && parser.names.self) return referred(parser.names.self)
      return cannot(`“${token.text}”写在这里读不懂`)
  }
}

/** `../zone`, `/data/group/zone`: what the last step names; questions have one name in the whole form. */
function pathEnd(parser: Parser): Typed {
  let last: string | undefined
  for (;;) {
    const token = parser.tokens[parser.at]
    if (token?.kind === 'name') last = token.text
    else if (token?.text !== '/' && token?.text !== '..') break
    parser.at++
    if (token.kind === 'name' && peek(parser) !== '/') break
  }
  return last === undefined ? cannot('路径没有写完') : referred(parser.names.reference(last))
}

function referred(found: Reference | { readonly cannot: string }): Typed {
  if ('cannot' in found) return cannot(found.cannot)
  return { expression: found.expression, type: found.type, reference: found }
}

/** A bare name is a column of the choices in a choice filter; `null` and `NaN` are how people write nothing. */
function named(parser: Parser, name: string): Typed {
  const column = parser.names.column?.(name)
  if (column !== undefined) return text(column)
  if (/^(null|nan)$/i.test(name)) return text('')
  // A cell that a spreadsheet keeps as yes or no.
  if (/^(true|false)$/i.test(name)) return boolean(name.toLowerCase() === 'true')
  return cannot(`“${name}”不是题目，也不是能用的运算`)
}

function call(parser: Parser, name: string): Typed {
  const operands: Typed[] = []
  if (!take(parser, ')')) {
    do operands.push(parseOr(parser))
    while (take(parser, ','))
    if (!take(parser, ')')) cannot(`“${name}”少了右括号`)
  }
  const [first, second, third] = operands
  const make = functions[name]
  if (!make) return cannot(`没有“${name}()”这种运算`)
  return make({ name, operands, first, second, third, self: parser.names.self }) ?? cannot(`“${name}()”的内容不全`)
}

interface Call {
  readonly name: string
  readonly operands: readonly Typed[]
  readonly first: Typed | undefined
  readonly second: Typed | undefined
  readonly third: Typed | undefined
  readonly self: Reference | undefined
}

type Make = (call: Call) => Typed | undefined

const all = (operands: readonly Typed[]): readonly Expression[] => operands.map(({ expression }) => expression)
const aggregate =
  (operation: string): Make =>
  ({ operands }) =>
    operands.length === 0 ? undefined : number({ [operation]: all(operands) })

const functions: Readonly<Record<string, Make>> = {
  true: () => boolean(true),
  false: () => boolean(false),
  not: ({ first }) => first && boolean({ '!': [first.expression] }),
  boolean: ({ first }) => first && boolean({ '!!': [first.expression] }),
  selected: ({ first, second }) => first && second && boolean({ 'one-of': [first.expression, second.expression] }),
  'count-selected': ({ first }) => first && number({ count: [first.expression] }),
  'string-length': ({ first, self }) => {
    const what = first?.expression ?? self?.expression
    return what === undefined ? undefined : number({ length: [what] })
  },
  regex: ({ first, second }) =>
    first && typeof second?.expression === 'string'
      ? boolean({ matches: [first.expression, second.expression] })
      : undefined,
  if: ({ first, second, third }) =>
    first && second && third
      ? {
          expression: { if: [first.expression, second.expression, third.expression] },
          type: second.type === third.type ? second.type : 'unknown',
        }
      : undefined,
  coalesce: ({ first, second }) =>
    first && second
      ? {
          expression: { if: [{ answered: [first.expression] }, first.expression, second.expression] },
          type: first.type,
        }
      : undefined,
  // Towards zero, as XPath readers of forms do.
  int: ({ first }) =>
    first &&
    number({
      if: [
        { '>=': [first.expression, 0] },
        { floor: [first.expression] },
        { '-': [{ floor: [{ '-': [first.expression] }] }] },
      ],
    }),
  round: ({ operands }) => (operands.length === 0 ? undefined : number({ round: all(operands.slice(0, 2)) })),
  number: ({ first }) => first && number({ number: [first.expression] }),
  abs: ({ first }) =>
    first && number({ if: [{ '<': [first.expression, 0] }, { '-': [first.expression] }, first.expression] }),
  string: ({ first }) => first && text({ cat: [first.expression] }),
  concat: ({ operands }) => (operands.length === 0 ? undefined : text({ cat: all(operands) })),
  contains: ({ first, second }) => first && second && boolean({ in: [second.expression, { cat: [first.expression] }] }),
  'starts-with': ({ first, second }) =>
    first && typeof second?.expression === 'string'
      ? boolean({ '==': [{ substr: [{ cat: [first.expression] }, 0, second.expression.length] }, second.expression] })
      : undefined,
  substr: ({ first, second, third }) => {
    if (!first || typeof second?.expression !== 'number') return undefined
    if (third === undefined) return text({ substr: [{ cat: [first.expression] }, second.expression] })
    if (typeof third.expression !== 'number') return undefined
    return text({ substr: [{ cat: [first.expression] }, second.expression, third.expression - second.expression] })
  },
  today: () => ({ expression: { today: [] }, type: 'date' }),
  now: () => ({ expression: { now: [] }, type: 'datetime' }),
  date: ({ first }) => first && { expression: first.expression, type: 'date' },
  'date-time': ({ first }) => first && { expression: first.expression, type: 'datetime' },
  'format-date': ({ first, second }) => formatted(first, second),
  'format-date-time': ({ first, second }) => formatted(first, second),
  sum: ({ first }) => first && number({ sum: [first.expression] }),
  count: ({ first }) => first && number({ count: [first.expression] }),
  'count-non-empty': ({ first }) => first && number({ count: [first.expression] }),
  min: aggregate('min'),
  max: aggregate('max'),
  'jr:choice-name': ({ first }) => choiceName(first?.reference),
}

/** Dates are written from the year down, so that a part is a piece of the text. */
const pieces: Readonly<Record<string, readonly [number, number]>> = {
  '%Y-%m-%d': [0, 10],
  '%Y-%m': [0, 7],
  '%Y': [0, 4],
  '%m': [5, 2],
  '%d': [8, 2],
  '%H:%M': [11, 5],
  '%H': [11, 2],
}

function formatted(date: Typed | undefined, format: Typed | undefined): Typed | undefined {
  if (!date || typeof format?.expression !== 'string') return undefined
  const piece = pieces[format.expression]
  if (!piece) return cannot(`日期格式“${format.expression}”`)
  return text({ substr: [{ cat: [date.expression] }, ...piece] })
}

const mostChoicesInOneIf = 25

function choiceName(reference: Reference | undefined): Typed | undefined {
  if (!reference?.items || reference.type === 'list') return undefined
  let rest: Expression = ''
  for (
    let at = Math.floor((reference.items.length - 1) / mostChoicesInOneIf) * mostChoicesInOneIf;
    at >= 0;
    at -= mostChoicesInOneIf
  ) {
    const some = reference.items.slice(at, at + mostChoicesInOneIf)
    rest = { if: [...some.flatMap(({ code, name }) => [{ '==': [reference.expression, code] }, name]), rest] }
  }
  return text(rest)
}
