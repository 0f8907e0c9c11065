import { isComputed } from '../knowledge/derive'
import type { Knowledge } from '../knowledge/system'
import type { AttributeCode } from '../knowledge/types'
import { conditionProblem, type LedgerContent } from '../ledgers/index'
import { type ByColumns, type Grouping, type Measure, mostGroups } from './measure'

/** What is wrong with a measure as somebody defines it, with where it is: `name`, `filter`, `groups` or `fold`. */
export interface MeasureProblem {
  readonly at: string
  readonly message: string
}

const mostGroupings = 2
const mostEdges = 30
const mostDays = 366

/** @returns what keeps a measure of a ledger from being counted; nothing when it can be */
export function checkMeasure(
  { name, filter, groups, fold }: Measure,
  { kind }: Pick<LedgerContent, 'kind'>,
  knowledge: Knowledge,
): readonly MeasureProblem[] {
  const filters = filter.flatMap((condition, position) => {
    const message = conditionProblem(condition, kind, knowledge)
    return message === undefined ? [] : [{ at: `filter.${position}`, message }]
  })
  const grouped = groups.flatMap((group, position) => {
    const message = groupingProblem(group, kind, knowledge)
    return message === undefined ? [] : [{ at: `groups.${position}`, message }]
  })
  const many = groups.reduce((product, group) => product * sizeOf(group, knowledge), 1)
  return [
    ...(name.trim() === '' ? [{ at: 'name', message: '请给指标起个名称' }] : []),
    ...filters,
    ...(groups.length > mostGroupings ? [{ at: 'groups', message: `最多按 ${mostGroupings} 项分组` }] : grouped),
    ...(grouped.length === 0 && groups.length <= mostGroupings && many > mostGroups
      ? [{ at: 'groups', message: `会分成 ${many} 组，最多 ${mostGroups} 组，请换一项或者少分几段` }]
      : []),
    ...(fold.by === 'count' || isNumber(fold.attribute, kind, knowledge)
      ? []
      : [{ at: 'fold', message: '请选择一项数' }]),
    ...(fold.by === 'percentile' && !(fold.percent >= 1 && fold.percent <= 99)
      ? [{ at: 'fold', message: '请写 1 到 99 的百分位' }]
      : []),
  ]
}

function isNumber(code: AttributeCode, kind: string, knowledge: Knowledge): boolean {
  const what = knowledge.attribute(code)
  // What time computes grows by itself: an age is told by the birth date.
  if (isComputed(code)) return false
  return what?.of === kind && (what.value.type === 'number' || what.value.type === 'money')
}

function groupingProblem(group: Grouping | ByColumns, kind: string, knowledge: Knowledge): string | undefined {
  if (group.by === 'freshness' || group.by === 'columns') return undefined
  const what = knowledge.attribute(group.attribute)
  if (what?.of !== kind) return '请选择这类对象有的内容'
  const { type } = what.value
  switch (group.by) {
    case 'code':
      return type === 'code' || type === 'yes-no' ? undefined : '只能按从代码表里选的，或者是与否来分组'
    case 'time':
      return type === 'date' || type === 'datetime' || type === 'month' ? undefined : '这项内容不是日期'
    case 'band': {
      if (group.years ? type !== 'date' : !isNumber(group.attribute, kind, knowledge)) return '这项内容分不了段'
      const ascending = group.edges.every((edge, at) => at === 0 || edge > (group.edges[at - 1] ?? edge))
      if (group.edges.length === 0 || group.edges.length > mostEdges) return `请分成 2 到 ${mostEdges + 1} 段`
      return ascending ? undefined : '各段的起点要从小到大'
    }
  }
}

/** How many groups there may be. Years and months come and go: a year of days, fifty of anything longer. */
function sizeOf(group: Grouping | ByColumns, knowledge: Knowledge): number {
  switch (group.by) {
    case 'freshness':
      return 3
    case 'columns':
      return 1
    case 'band':
      return group.edges.length + 1
    case 'time':
      return group.every === 'day' ? mostDays : 50
    case 'code': {
      const what = knowledge.attribute(group.attribute)
      return what?.value.type === 'code' ? what.value.items.length + 1 : 3
    }
  }
}
