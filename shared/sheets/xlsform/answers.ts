import type { ControlKind, OwnValue } from '../../controls/form'
import type { ChoiceLists } from './choices'
import type { ValueKind } from './expression'
import type { Item } from './survey'

/** How a question is answered in our forms, and what of it could not be carried over. */
export interface Answered {
  readonly kind: ControlKind
  readonly own?: OwnValue
  readonly type: ValueKind
  readonly lost?: string
}

const wide = 'number:-1000000000000..1000000000000::6'
const plainText: Pick<Answered, 'kind' | 'own' | 'type'> = { kind: 'text', own: { type: 'text:500' }, type: 'text' }

/** The last choice of a list with `or_other`. */
export const otherCode = 'other'

/** @returns how a row of the survey is answered */
export function answeredBy(item: Item, lists: ChoiceLists): Answered {
  const { type, row } = item
  const appearance = row.get('appearance').toLowerCase()
  switch (type.is) {
    case 'integer':
      return { kind: 'number', own: { type: 'number:-2147483648..2147483647' }, type: 'number' }
    case 'decimal':
      return { kind: 'number', own: { type: wide }, type: 'number' }
    case 'range':
      return { kind: 'number', own: { type: rangeOf(row.get('parameters')) }, type: 'number' }
    case 'date':
      return appearance.includes('month-year')
        ? { kind: 'month', own: { type: 'month' }, type: 'text' }
        : { kind: 'date', own: { type: 'date' }, type: 'date' }
    case 'time':
      return { kind: 'time', own: { type: 'time' }, type: 'text' }
    case 'datetime':
      return { kind: 'datetime', own: { type: 'datetime' }, type: 'datetime' }
    case 'point':
      return { kind: 'point', own: { type: 'point' }, type: 'text' }
    case 'line':
      return { kind: 'point', own: { type: 'point' }, type: 'text', lost: '画线和画面改为在地图上选一个点' }
    case 'photo':
      return appearance.includes('signature')
        ? { kind: 'signature', own: { type: 'signature' }, type: 'text' }
        : { kind: 'photo', own: { type: 'photo' }, type: 'text' }
    case 'file':
      return { kind: 'file', own: { type: 'file' }, type: 'text', lost: '录音、录像和文件改为上传文件' }
    case 'phone':
      return { kind: 'phone', own: { type: 'phone' }, type: 'text' }
    case 'note':
      return { kind: 'explanation', type: 'unknown' }
    case 'calculate':
      return { kind: 'computed', own: { type: 'text:1000' }, type: 'unknown' }
    case 'acknowledge':
      return item.repeat
        ? { kind: 'yes-no', own: { type: 'yes-no' }, type: 'yes-no' }
        : { kind: 'consent', type: 'yes-no' }
    case 'select':
      return selectOf(type, lists, appearance)
    case 'external-select':
      return { ...plainText, lost: `选项在外部文件${type.source ? `“${type.source}”` : ''}里，改为文字题` }
    case 'barcode':
      return { ...plainText, lost: '扫码改为手工填写' }
    case 'text':
      return appearance.includes('multiline')
        ? { kind: 'long-text', own: { type: 'text:2000' }, type: 'text' }
        : plainText
    default:
      return plainText
  }
}

function selectOf(type: Extract<Item['type'], { is: 'select' }>, lists: ChoiceLists, appearance: string): Answered {
  const choices = lists.get(type.list)
  if (!choices || choices.length === 0) return { ...plainText, lost: `选项列表“${type.list}”不存在，改为文字题` }
  const items = choices.map(({ code, name }) => ({ code, name }))
  if (type.other && !items.some(({ code }) => code === otherCode)) items.push({ code: otherCode, name: '其他' })
  const lost = appearance.includes('search(')
    ? '选项要到外部文件里查找，改用表里写出的选项'
    : type.rank
      ? '排序改为多选，先后次序没有搬'
      : undefined
  return {
    kind: type.many ? 'choices' : 'choice',
    own: { type: 'code', items, ...(type.many ? { many: true as const } : {}) },
    type: type.many ? 'list' : 'text',
    ...(lost === undefined ? {} : { lost }),
  }
}

function rangeOf(parameters: string): string {
  const number = (name: string, usual: string): string =>
    new RegExp(`${name}\\s*=\\s*(-?\\d+(?:\\.\\d+)?)`).exec(parameters)?.[1] ?? usual
  const [start, end, step] = [number('start', '0'), number('end', '10'), number('step', '1')]
  const [least, most] = Number(start) <= Number(end) ? [start, end] : [end, start]
  const decimals = Math.min(6, Math.max(...[start, end, step].map((one) => one.split('.')[1]?.length ?? 0)))
  return decimals === 0 ? `number:${least}..${most}` : `number:${least}..${most}::${decimals}`
}
