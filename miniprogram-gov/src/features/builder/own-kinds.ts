import type { Control, ControlKind, OwnValue } from '@zmht/shared/controls'
import { type CodeItem, readValueType, type ValueType, writeValueType } from '@zmht/shared/knowledge'

/** A way of answering a question of this form only. */
export interface OwnKind {
  readonly kind: ControlKind
  readonly name: string
  /** What a new one starts with. */
  readonly own: OwnValue
}

const twoItems: readonly CodeItem[] = [
  { code: '1', name: '选项 1' },
  { code: '2', name: '选项 2' },
]

/** The most used first. */
export const ownKinds: readonly OwnKind[] = [
  { kind: 'text', name: '一行字', own: { type: 'text:100' } },
  { kind: 'long-text', name: '一段话', own: { type: 'text:1000' } },
  { kind: 'choice', name: '选一项', own: { type: 'code', items: twoItems } },
  { kind: 'choices', name: '选多项', own: { type: 'code', many: true, items: twoItems } },
  { kind: 'yes-no', name: '是或否', own: { type: 'yes-no' } },
  { kind: 'number', name: '数字', own: { type: 'number:0..1000000' } },
  { kind: 'money', name: '金额', own: { type: 'money' } },
  { kind: 'date', name: '日期', own: { type: 'date' } },
  { kind: 'time', name: '时间', own: { type: 'time' } },
  { kind: 'datetime', name: '日期和时间', own: { type: 'datetime' } },
  { kind: 'month', name: '年月', own: { type: 'month' } },
  { kind: 'date-range', name: '起止日期', own: { type: 'date-range' } },
  { kind: 'time-range', name: '起止时间', own: { type: 'time-range' } },
  { kind: 'name', name: '姓名', own: { type: 'name' } },
  { kind: 'phone', name: '电话', own: { type: 'phone' } },
  { kind: 'id-number', name: '身份证号', own: { type: 'id-number' } },
  { kind: 'plate', name: '车牌号', own: { type: 'plate' } },
  { kind: 'uscc', name: '统一社会信用代码', own: { type: 'uscc' } },
  { kind: 'place', name: '地点', own: { type: 'place' } },
  { kind: 'point', name: '地图上的位置', own: { type: 'point' } },
  { kind: 'photo', name: '照片', own: { type: 'photo', many: true } },
  { kind: 'file', name: '文件', own: { type: 'file', many: true } },
  { kind: 'signature', name: '手写签名', own: { type: 'signature' } },
  { kind: 'computed', name: '自动算出', own: { type: 'number:-1000000000..1000000000::2' } },
]

/** Questions that may stand in a matrix. */
export const rowKinds: readonly ControlKind[] = ['choice', 'choices', 'yes-no', 'number', 'text']

/** @returns what an own question starts with when it is to be answered in this way; its choices stay */
export function ownValueFor(kind: ControlKind, former: OwnValue | undefined): OwnValue {
  const own = ownKinds.find((one) => one.kind === kind)?.own ?? { type: 'text:100' }
  return own.type === 'code' && former?.items ? { ...own, items: former.items } : own
}

/** @returns how an own question is answered; nothing for what is bound otherwise */
export function ownOf({ binding }: Control): OwnValue | undefined {
  return binding && 'own' in binding ? binding.own : undefined
}

type NumberType = Extract<ValueType, { type: 'number' }>

/** @returns the limits, unit and decimals of an own number */
export function numberOf(own: OwnValue): NumberType {
  const value = readValueType(own.type, () => undefined)
  return value?.type === 'number' ? value : { type: 'number', min: 0, max: 1_000_000, decimals: 0 }
}

/** @returns the own number with something changed; limits the wrong way round are put right */
export function withNumber(
  own: OwnValue,
  change: { readonly min?: number; readonly max?: number; readonly decimals?: number; readonly unit?: string },
): OwnValue {
  const { unit: former, ...now } = { ...numberOf(own), ...change }
  const [min, max] = now.min <= now.max ? [now.min, now.max] : [now.max, now.min]
  // Colons part the pieces of a type.
  const unit = former?.replace(/[:：\s]/g, '')
  return { ...own, type: writeValueType({ ...now, min, max, ...(unit ? { unit } : {}) }) }
}

const mostLetters = 2000

/** @returns how many characters an own text may have */
export function lengthOf(own: OwnValue): number {
  const value = readValueType(own.type, () => undefined)
  return value?.type === 'text' ? value.max : 100
}

export function withLength(own: OwnValue, max: number): OwnValue {
  return { ...own, type: writeValueType({ type: 'text', max: Math.min(mostLetters, Math.max(1, Math.trunc(max))) }) }
}

/** A new choice gets a code no choice of this question ever had as long as it stands here: answers are stored by code. */
export function withItem(items: readonly CodeItem[], name: string): readonly CodeItem[] {
  const highest = items.reduce((most, { code }) => Math.max(most, /^\d{1,6}$/.test(code) ? Number(code) : 0), 0)
  return [...items, { code: String(highest + 1), name }]
}

/** @returns the choices with those of a pasted list added: one a line, or with the marks people put between */
export function withItems(items: readonly CodeItem[], text: string): readonly CodeItem[] {
  const names = text
    .split(/[\n\r\t]+/)
    .flatMap((line) => (/[\n\r]/.test(text) ? [line] : line.split(/[、，,；;]/)))
    .map((name) => name.trim().slice(0, 60))
    .filter((name) => name !== '')
  return names.reduce<readonly CodeItem[]>(
    (all, name) => (all.some((one) => one.name === name) ? all : withItem(all, name)),
    items.filter((one) => one.name.trim() !== ''),
  )
}
