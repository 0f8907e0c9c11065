import { showValue } from './display'
import type { Attribute, Value } from './types'
import { readValue } from './values'

/**
 * The value behind a text that `showValue` made: to be put into a control again, or told once more. Never of a masked text.
 * @returns nothing where the text does not tell it: files, places by name, what lists no longer know
 */
export function valueShownAs(attribute: Pick<Attribute, 'value' | 'many'>, text: string): Value | undefined {
  const parts = attribute.many ? text.split('、').map((part) => oneShownAs(attribute, part)) : undefined
  const told =
    parts === undefined
      ? oneShownAs(attribute, text)
      : parts.flatMap((part) => (typeof part === 'string' ? [part] : []))
  if (told === undefined) return undefined
  const reading = readValue(attribute, told)
  // What would not be shown in the same words is another value.
  return reading.ok && showValue(attribute, reading.value) === text ? reading.value : undefined
}

function oneShownAs({ value: type }: Pick<Attribute, 'value'>, text: string): Value | undefined {
  switch (type.type) {
    case 'yes-no':
      return text === '是' ? true : text === '否' ? false : undefined
    case 'code':
      return type.items.find(({ name }) => name === text)?.code
    case 'date':
    case 'month':
      return dateShownAs(text)
    case 'datetime': {
      const [day = '', time = ''] = text.split(' ')
      return `${dateShownAs(day)}T${time}`
    }
    case 'date-range':
      return text.split(' 至 ').map(dateShownAs).join('/')
    case 'time-range':
      return text.replace(' 至 ', '/')
    case 'number':
      return Number(type.unit === undefined ? text : text.replace(type.unit, ''))
    case 'money':
      return Number(text.replace(/[,元]/g, ''))
    case 'file':
    case 'place':
      return undefined
    case 'text':
    case 'name':
    case 'time':
    case 'point':
    case 'identifier':
      return text
  }
}

/** 「2026年11月4日」 → `2026-11-04`, 「2026年11月」 → `2026-11`; anything else stays as it is, and is refused when read. */
function dateShownAs(text: string): string {
  const [, year = '', month = '', day] = /^(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?$/.exec(text) ?? []
  if (year === '') return text
  return [year, month.padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])].join('-')
}
