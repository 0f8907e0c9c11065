import { nameFromEnd, nameOfCode, showDate } from '../knowledge/display'
import type { Knowledge } from '../knowledge/system'
import type { Attribute } from '../knowledge/types'
import type { Condition } from './condition'
import type { Column, LedgerContent } from './ledger'

/** @returns which entities are in a ledger, in plain words: 「居住情况为独居，并且 60 岁以上」 */
export function sayMembership({ membership, kind, level }: LedgerContent, knowledge: Knowledge): string {
  if (membership.by === 'hand') return '由工作人员逐个加入'
  if (membership.all.length > 0) return membership.all.map((one) => sayCondition(one, knowledge)).join('，并且')
  return kind === 'place' && level !== undefined ? '范围内的全部' : `范围内的全部${kindWords[kind]}`
}

const kindWords: Readonly<Record<LedgerContent['kind'], string>> = {
  person: '人员',
  organisation: '单位',
  thing: '物品',
  place: '地点',
}

/** @returns a condition in plain words: 「60 岁以上」「经营状态为正常营业或停业」 */
export function sayCondition(condition: Condition, knowledge: Knowledge): string {
  if (condition.about === 'relation') {
    const names = condition.types.map((type) => `“${relationName(knowledge, type, condition.direction)}”`)
    return `${condition.is ? '登记了' : '没有登记'}${names.join('或')}`
  }
  const what = knowledge.attribute(condition.attribute)
  const name = what?.name ?? '已不再使用的内容'
  switch (condition.about) {
    case 'code':
      return `${name}为${condition.values.map((value) => sayCode(what, value)).join('或')}`
    case 'number':
      return `${name}${saySpan(condition.least, condition.most, unitOf(what))}`
    case 'age':
      return condition.attribute === 'person.birthDate'
        ? saySpan(condition.least, condition.most, '岁').trim()
        : `${name}满${saySpan(condition.least, condition.most, '年')}`
    case 'date':
      return `${name}${sayDays(condition.from, condition.to)}`
    case 'words':
      return `${name}里有“${condition.words}”`
    case 'known':
      return condition.is ? `${name}已登记` : `${name}还没登记`
  }
}

/** @returns what a column is called */
export function nameOfColumn(column: Column, knowledge: Knowledge): string {
  if (column.of === 'attribute') return knowledge.attribute(column.attribute)?.name ?? '已不再使用的内容'
  if (column.name !== undefined) return column.name
  return column.types.map((type) => relationName(knowledge, type, column.direction)).join('、')
}

function relationName(knowledge: Knowledge, code: string, direction: 'forward' | 'backward'): string {
  const type = knowledge.relationType(code)
  return type === undefined ? '' : nameFromEnd(type, direction === 'forward')
}

function sayCode(what: Attribute | undefined, value: string): string {
  if (what?.value.type === 'code') return nameOfCode(what.value.items, value)
  return value === 'yes' ? '是' : '否'
}

const unitOf = (what: Attribute | undefined): string =>
  what?.value.type === 'number' ? (what.value.unit ?? '') : what?.value.type === 'money' ? '元' : ''

function saySpan(least: number | undefined, most: number | undefined, unit: string): string {
  if (least !== undefined && most !== undefined)
    return least === most ? ` ${least} ${unit}` : ` ${least} 至 ${most} ${unit}`
  return least !== undefined ? ` ${least} ${unit}以上` : ` ${most ?? ''} ${unit}以下`
}

function sayDays(from: string | undefined, to: string | undefined): string {
  if (from !== undefined && to !== undefined) return `在 ${showDate(from)} 至 ${showDate(to)}`
  return from !== undefined ? `在 ${showDate(from)} 及以后` : `在 ${showDate(to ?? '')} 及以前`
}
