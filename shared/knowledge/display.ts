import { nameOfCode } from './catalogue'
import { personNamePattern } from './describe'
import type { Attribute, Value } from './types'

/**
 * A stored value as a person reads it. Places are stored as ids: give `placeName` where their names are known.
 */
export function showValue(
  attribute: Pick<Attribute, 'value'>,
  value: Value,
  placeName: (id: string) => string = (id) => id,
): string {
  if (typeof value === 'object') return value.map((item) => showValue(attribute, item, placeName)).join('、')
  const type = attribute.value
  switch (type.type) {
    case 'yes-no':
      return value === true ? '是' : '否'
    case 'date':
      return showDate(String(value))
    case 'code':
      return nameOfCode(type.list, String(value))
    case 'number':
      return type.unit === undefined ? String(value) : `${value}${type.unit}`
    case 'place':
      return placeName(String(value))
    case 'text':
    case 'identifier':
      return String(value)
  }
}

/** `2026-11-04` → 「2026年11月4日」. */
export function showDate(date: string): string {
  const [year, month, day] = date.split('-')
  return `${year}年${Number(month)}月${Number(day)}日`
}

const hidden = '******'

/** As much of a value as may be seen without a stated purpose: enough to recognise, not enough to use. */
export function maskValue(attribute: Pick<Attribute, 'value'>, value: Value): string {
  const type = attribute.value
  if (typeof value !== 'string') return hidden
  if (type.type === 'identifier') {
    if (type.scheme === 'mobile') return `${value.slice(0, 3)}****${value.slice(7)}`
    if (type.scheme === 'plate') return `${value.slice(0, 2)}***${value.slice(-2)}`
    return `${value.slice(0, 4)}${'*'.repeat(Math.max(0, value.length - 8))}${value.slice(-4)}`
  }
  if (type.type === 'text' && type.pattern === personNamePattern) return maskName(value)
  return hidden
}

/** 「张三」 → 「张*」, 「欧阳娜娜」 → 「欧***」: the number of characters stays, as people expect of a name. */
function maskName(name: string): string {
  const [first = '', ...rest] = [...name]
  return first + '*'.repeat(Math.max(1, rest.length))
}
