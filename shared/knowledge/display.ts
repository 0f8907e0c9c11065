import type { Attribute, CodeItem, RelationType, Value } from './types'

/** @returns what a code is called, or the code itself when the list does not know it */
export function nameOfCode(items: readonly CodeItem[], code: string): string {
  return items.find((item) => item.code === code)?.name ?? code
}

/**
 * A stored value as a person reads it. Places are stored as ids: give `placeName` where their names are known.
 */
export function showValue(
  attribute: Pick<Attribute, 'value'>,
  value: Value,
  placeName: (id: string) => string = (id) => id,
): string {
  const type = attribute.value
  if (typeof value === 'object') {
    if (type.type === 'file') return `${value.length}个`
    return value.map((item) => showValue(attribute, item, placeName)).join('、')
  }
  switch (type.type) {
    case 'yes-no':
      return value === true ? '是' : '否'
    case 'date':
    case 'month':
      return showDate(String(value))
    case 'datetime': {
      const [day = '', time = ''] = String(value).split('T')
      return `${showDate(day)} ${time}`
    }
    case 'date-range':
      return String(value).split('/').map(showDate).join(' 至 ')
    case 'time-range':
      return String(value).replace('/', ' 至 ')
    case 'code':
      return nameOfCode(type.items, String(value))
    case 'number':
      return type.unit === undefined ? String(value) : `${value}${type.unit}`
    case 'money':
      return `${showMoney(Number(value))}元`
    case 'place':
      return placeName(String(value))
    case 'file':
      return type.of === 'signature' ? '已签名' : '1个'
    case 'text':
    case 'name':
    case 'time':
    case 'point':
    case 'identifier':
      return String(value)
  }
}

/** `1234567.5` → 「1,234,567.5」. */
function showMoney(yuan: number): string {
  const [whole = '', cents] = String(yuan).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return cents === undefined ? grouped : `${grouped}.${cents}`
}

/** `2026-11-04` → 「2026年11月4日」, `2026-11` → 「2026年11月」. */
export function showDate(date: string): string {
  const [year, month, day] = date.split('-')
  return `${year}年${Number(month)}月${day === undefined ? '' : `${Number(day)}日`}`
}

const hidden = '******'

/** As much of a value as may be seen without a stated purpose: enough to recognise, not enough to use. */
export function maskValue(attribute: Pick<Attribute, 'value'>, value: Value): string {
  const type = attribute.value
  if (typeof value !== 'string') return hidden
  if (type.type === 'identifier') {
    if (type.scheme === 'mobile' || type.scheme === 'phone') return `${value.slice(0, 3)}****${value.slice(-4)}`
    if (type.scheme === 'plate') return `${value.slice(0, 2)}***${value.slice(-2)}`
    return `${value.slice(0, 4)}${'*'.repeat(Math.max(0, value.length - 8))}${value.slice(-4)}`
  }
  return type.type === 'name' ? maskName(value) : hidden
}

/** 「张三」 → 「张*」, 「欧阳娜娜」 → 「欧***」: the number of characters stays, as people expect of a name. */
function maskName(name: string): string {
  const [first = '', ...rest] = [...name]
  return first + '*'.repeat(Math.max(1, rest.length))
}

/**
 * What a relation is called, read from one of its ends. Between persons its name says what the source is to the target (父母): read from the target it names the
 * source; of all others it says what the source does (住在).
 */
export function nameFromEnd(
  { from, to, name, inverseName }: Pick<RelationType, 'from' | 'to' | 'name' | 'inverseName'>,
  forward: boolean,
): string {
  const betweenPersons = from === 'person' && to === 'person'
  return forward !== betweenPersons ? name : inverseName
}
