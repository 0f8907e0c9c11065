import { isComputed } from '../knowledge/derive'
import type { Knowledge } from '../knowledge/system'
import type { Attribute, AttributeCode, ValueType } from '../knowledge/types'
import type { Condition } from './condition'
import { type Column, type LedgerContent, mostColumns, mostConditions, mostFilters } from './ledger'

/** What is wrong with a ledger as somebody puts it together, with where it is. */
export interface LedgerProblem {
  /** `name`, `level`, `columns`, `conditions` or `filters`, and which of them. */
  readonly at: string
  readonly message: string
}

/** @returns what keeps a ledger from being opened, in the order people see it; nothing when it can be */
export function checkLedger(ledger: LedgerContent, knowledge: Knowledge): readonly LedgerProblem[] {
  return [
    ...(ledger.name.trim() === '' ? [{ at: 'name', message: '请给台账起个名称' }] : []),
    ...checkLevel(ledger),
    ...checkColumns(ledger, knowledge),
    ...checkConditions(ledger, knowledge),
    ...checkFilters(ledger, knowledge),
  ]
}

function checkLevel({ kind, level }: LedgerContent): readonly LedgerProblem[] {
  if (kind === 'place' && level === undefined) return [{ at: 'level', message: '请选择登记哪一级地点' }]
  return kind !== 'place' && level !== undefined ? [{ at: 'level', message: '只有地点台账才分级' }] : []
}

function checkColumns({ kind, columns }: LedgerContent, knowledge: Knowledge): readonly LedgerProblem[] {
  if (columns.length === 0) return [{ at: 'columns', message: '请至少选一列' }]
  if (columns.length > mostColumns) return [{ at: 'columns', message: `最多 ${mostColumns} 列` }]
  return columns.flatMap((column, position) => {
    const at = `columns.${position}`
    if (columns.findIndex(({ key }) => key === column.key) !== position) return [{ at, message: '这一列出现了两次' }]
    return columnFits(column, kind, knowledge)
      ? []
      : [{ at, message: '知识体系里没有这一列的内容，或者它说的不是这类对象' }]
  })
}

function columnFits(column: Column, kind: string, knowledge: Knowledge): boolean {
  if (column.of === 'attribute') return isOf(kind, knowledge.attribute(column.attribute))
  return (
    column.types.length > 0 &&
    column.types.every((type) => isFrom(kind, column.direction, knowledge.relationType(type)))
  )
}

function checkConditions({ kind, membership }: LedgerContent, knowledge: Knowledge): readonly LedgerProblem[] {
  if (membership.by === 'hand') return []
  if (membership.all.length > mostConditions) return [{ at: 'conditions', message: `最多 ${mostConditions} 个条件` }]
  return membership.all.flatMap((condition, position) => {
    const message = conditionProblem(condition, kind, knowledge)
    return message === undefined ? [] : [{ at: `conditions.${position}`, message }]
  })
}

/** @returns what is wrong with a condition on entities of a kind, in words; nothing when it can be asked */
export function conditionProblem(condition: Condition, kind: string, knowledge: Knowledge): string | undefined {
  if (condition.about === 'relation') {
    const fits = condition.types.every((type) => isFrom(kind, condition.direction, knowledge.relationType(type)))
    return condition.types.length > 0 && fits ? undefined : '请选择这类对象有的关系'
  }
  const what = knowledge.attribute(condition.attribute)
  if (!isOf(kind, what) || what === undefined) return '请选择这类对象有的内容'
  switch (condition.about) {
    case 'code':
      return codeProblem(what.value, condition.values)
    case 'number':
      if (isComputed(what.code)) return '会随时间变的数请用年数条件'
      if (what.value.type !== 'number' && what.value.type !== 'money') return '这项内容不是数'
      return spanProblem(condition.least, condition.most)
    case 'age':
      if (what.value.type !== 'date') return '这项内容不是日期，算不出年数'
      return spanProblem(condition.least, condition.most)
    case 'date':
      if (what.value.type !== 'date' && what.value.type !== 'datetime') return '这项内容不是日期'
      return spanProblem(condition.from, condition.to)
    case 'words':
      return condition.words.trim() === '' ? '请写要找的字' : undefined
    case 'known':
      return undefined
  }
}

function codeProblem(type: ValueType, values: readonly string[]): string | undefined {
  if (values.length === 0) return '请至少选一个'
  const known = type.type === 'yes-no' ? ['yes', 'no'] : type.type === 'code' ? type.items.map(({ code }) => code) : []
  return values.every((value) => known.includes(value)) ? undefined : '选的内容不在代码表里'
}

function spanProblem<T extends string | number>(least: T | undefined, most: T | undefined): string | undefined {
  if (least === undefined && most === undefined) return '请写从多少起，或者到多少为止'
  return least !== undefined && most !== undefined && least > most ? '起点比终点大' : undefined
}

function checkFilters({ kind, filters }: LedgerContent, knowledge: Knowledge): readonly LedgerProblem[] {
  if (filters.length > mostFilters) return [{ at: 'filters', message: `最多 ${mostFilters} 个常用筛选` }]
  return filters.flatMap((code, position) => {
    const at = `filters.${position}`
    if (filters.indexOf(code) !== position) return [{ at, message: '这个筛选出现了两次' }]
    return canFilter(knowledge.attribute(code), kind)
      ? []
      : [{ at, message: '常用筛选只能是从代码表里选的，或者是与否' }]
  })
}

/** @returns whether a long list can be narrowed by an attribute at no cost: it has few values, known beforehand, and says nothing sensitive */
export const canFilter = (what: Attribute | undefined, kind: string): boolean =>
  isOf(kind, what) && what !== undefined && (what.value.type === 'code' || what.value.type === 'yes-no')

const isOf = (kind: string, what: { readonly of: unknown; readonly deprecated?: unknown } | undefined): boolean =>
  what !== undefined && what.of === kind && what.deprecated === undefined

const isFrom = (
  kind: string,
  direction: 'forward' | 'backward',
  type: { readonly from: string; readonly to: string } | undefined,
): boolean => type !== undefined && (direction === 'forward' ? type.from : type.to) === kind

/** @returns a column for an attribute: the same each time, so that two who add it add one */
export const attributeColumn = (attribute: AttributeCode): Column => ({ key: attribute, of: 'attribute', attribute })
