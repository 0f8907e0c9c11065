import { type Attribute, isComputed } from '@zmht/shared/knowledge'
import type { Condition } from '@zmht/shared/ledgers'
import type { Content } from './contents'

/** How something of an entity can be asked. */
export type Way = Exclude<Condition['about'], 'relation'>

export const wayWords: Readonly<Record<Way, string>> = {
  code: '是其中之一',
  number: '在一个范围里',
  age: '满多少年',
  date: '在一段日期里',
  words: '里面有几个字',
  known: '登记了没有',
}

/** @returns how an attribute can be asked, the most usual first */
export function waysOf({ value }: Pick<Attribute, 'value'>): readonly Way[] {
  switch (value.type) {
    case 'code':
    case 'yes-no':
      return ['code', 'known']
    case 'number':
    case 'money':
      return ['number', 'known']
    case 'date':
      return ['age', 'date', 'known']
    case 'datetime':
      return ['date', 'known']
    case 'text':
    case 'name':
    case 'identifier':
      return ['words', 'known']
    default:
      return ['known']
  }
}

/** @returns a condition to be filled in for what somebody picked; an age is asked of the birth date, so that birthdays count */
export function conditionOn(content: Content): Condition {
  if (content.of === 'relation')
    return { about: 'relation', types: [content.type.code], direction: content.direction, is: true }
  const { attribute } = content
  if (isComputed(attribute.code)) return { about: 'age', attribute: attribute.derivedFrom ?? attribute.code }
  return asked(attribute.code, waysOf(attribute)[0] ?? 'known')
}

/** @returns a condition on an attribute that says nothing yet */
export function asked(attribute: string, way: Way): Condition {
  switch (way) {
    case 'code':
      return { about: 'code', attribute, values: [] }
    case 'words':
      return { about: 'words', attribute, words: '' }
    case 'known':
      return { about: 'known', attribute, is: true }
    case 'number':
    case 'age':
    case 'date':
      return { about: way, attribute }
  }
}

type Span = Extract<Condition, { about: 'number' | 'age' }>

/** @returns a condition with one of its ends set, or open */
export function withEnd(condition: Span, end: 'least' | 'most', value: number | undefined): Span {
  const { [end]: _former, ...rest } = condition
  return value === undefined ? rest : { ...rest, [end]: value }
}

type Days = Extract<Condition, { about: 'date' }>

/** @returns a condition with its first or last day set, or open */
export function withDay(condition: Days, end: 'from' | 'to', day: string | undefined): Days {
  const { [end]: _former, ...rest } = condition
  return day === undefined ? rest : { ...rest, [end]: day }
}

/** @returns a number as it was typed, with full-width digits too; nothing for what is none (yet) */
export function typedNumber(text: string): number | undefined {
  const plain = text.normalize('NFKC').trim()
  return /^-?[0-9]+(\.[0-9]+)?$/.test(plain) ? Number(plain) : undefined
}

/** @returns a name for each condition, the same while it is filled in; several on one thing are told apart by their order */
export function conditionKeys(conditions: readonly Condition[]): readonly string[] {
  const seen = new Map<string, number>()
  return conditions.map((one) => {
    const what = one.about === 'relation' ? `${one.direction} ${one.types.join(' ')}` : one.attribute
    const before = seen.get(what) ?? 0
    seen.set(what, before + 1)
    return `${what} ${before}`
  })
}
