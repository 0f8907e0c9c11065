import type { CodeItem, FileKind, IdentifierScheme, ValueType } from './types'

const identifiers: readonly IdentifierScheme[] = ['id-number', 'mobile', 'phone', 'uscc', 'plate']
const files: readonly FileKind[] = ['photo', 'file', 'signature']
const plain = [
  'name',
  'date',
  'month',
  'time',
  'datetime',
  'date-range',
  'time-range',
  'yes-no',
  'place',
  'point',
] as const

/** Ten billion yuan: more than any community writes down. */
const mostMoney = 10_000_000_000

/**
 * Reads how a value is written, as the tables and the people who propose attributes write it: `text:50`, `text:12:^\d+$`,
 * `number:0..20:人`, `number:30..250:厘米:1`, `code:sex`, `date`, `id-number` …
 * @returns nothing when it cannot be read, or names a code list there is none of
 */
export function readValueType(
  source: string,
  list: (id: string) => readonly CodeItem[] | undefined,
): ValueType | undefined {
  const [type = '', ...parts] = source.split(':')
  const known = plain.find((one) => one === type)
  if (known) return parts.length === 0 ? { type: known } : undefined
  const scheme = identifiers.find((one) => one === type)
  if (scheme) return parts.length === 0 ? { type: 'identifier', scheme } : undefined
  const of = files.find((one) => one === type)
  if (of) return parts.length === 0 ? { type: 'file', of } : undefined
  switch (type) {
    case 'text':
      return readText(parts)
    case 'number':
      return readNumber(parts)
    case 'money':
      return parts.length === 0 ? { type: 'money', max: mostMoney } : undefined
    case 'code': {
      const [id = ''] = parts
      const items = list(id)
      return items === undefined || parts.length !== 1 ? undefined : { type: 'code', list: id, items }
    }
    default:
      return undefined
  }
}

function readText([max = '', ...pattern]: readonly string[]): ValueType | undefined {
  if (!/^[1-9]\d{0,4}$/.test(max)) return undefined
  // A pattern may contain colons of its own.
  return { type: 'text', max: Number(max), ...(pattern.length === 0 ? {} : { pattern: pattern.join(':') }) }
}

function readNumber([range = '', unit, decimals = '0', ...more]: readonly string[]): ValueType | undefined {
  const limits = /^(-?\d+(?:\.\d+)?)\.\.(-?\d+(?:\.\d+)?)$/.exec(range)
  if (!limits || more.length > 0 || !/^\d$/.test(decimals)) return undefined
  const [min, max] = [Number(limits[1]), Number(limits[2])]
  if (min > max) return undefined
  return {
    type: 'number',
    min,
    max,
    ...(unit === undefined || unit === '' ? {} : { unit }),
    decimals: Number(decimals),
  }
}

/** Writes what `readValueType` reads. */
export function writeValueType(value: ValueType): string {
  switch (value.type) {
    case 'text':
      return value.pattern === undefined ? `text:${value.max}` : `text:${value.max}:${value.pattern}`
    case 'number': {
      const range = `number:${value.min}..${value.max}`
      if (value.decimals > 0) return `${range}:${value.unit ?? ''}:${value.decimals}`
      return value.unit === undefined ? range : `${range}:${value.unit}`
    }
    case 'code':
      return `code:${value.list}`
    case 'identifier':
      return value.scheme
    case 'file':
      return value.of
    default:
      return value.type
  }
}
