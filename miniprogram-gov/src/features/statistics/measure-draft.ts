import { type Attribute, isComputed, type Knowledge } from '@zmht/shared/knowledge'
import { type Condition, conditionProblem, type LedgerKind } from '@zmht/shared/ledgers'
import {
  ageBands,
  checkMeasure,
  type Fold,
  type Grouping,
  type MeasureProblem,
  type OwnMeasure,
} from '@zmht/shared/measures'

/** How rows are told apart, as it is being written: where bands begin is typed. */
export type GroupDraft = Exclude<Grouping, { by: 'band' }> | (Omit<BandGrouping, 'edges'> & { readonly edges: string })
type BandGrouping = Extract<Grouping, { by: 'band' }>

/** A measure somebody is defining. */
export interface MeasureDraft {
  readonly name: string
  readonly filter: readonly Condition[]
  readonly groups: readonly GroupDraft[]
  readonly fold: Fold['by']
  /** Of what number, where one is reckoned with. */
  readonly of: string | undefined
  /** As it is typed. */
  readonly percent: string
}

export const emptyMeasure: MeasureDraft = {
  name: '',
  filter: [],
  groups: [],
  fold: 'count',
  of: undefined,
  percent: '90',
}

export const mostGroupings = 2

/** @returns where bands begin, as they were typed: numbers with anything between them. Nothing where something else stands there */
export function edgesOf(typed: string): readonly number[] {
  const words = typed
    .normalize('NFKC')
    .split(/[\s,;，、；]+/)
    .filter((word) => word !== '')
  return words.every((word) => /^-?[0-9]+(\.[0-9]+)?$/.test(word)) ? words.map(Number) : []
}

export const edgesText = (edges: readonly number[]): string => edges.join('、')
/** Every five years, as the census has them; and what is asked most. */
export const usualBands: readonly { readonly name: string; readonly edges: readonly number[] }[] = [
  { name: '18、60 岁', edges: [18, 60] },
  { name: '60、70、80、90 岁', edges: [60, 70, 80, 90] },
  { name: '每 5 岁一段', edges: ageBands },
]

/** @returns whether rows can be told apart by an attribute */
export const canGroup = (attribute: Attribute): boolean => groupingsOn(attribute).length > 0

/** @returns how rows can be told apart by an attribute, the most usual first. What time computes is asked by the day it comes from */
export function groupingsOn(attribute: Attribute): readonly GroupDraft[] {
  if (attribute.deprecated !== undefined || isComputed(attribute.code)) return []
  const on = { attribute: attribute.code }
  const time = (every: 'day' | 'month' | 'year'): GroupDraft => ({ by: 'time', ...on, every })
  switch (attribute.value.type) {
    case 'code':
    case 'yes-no':
      return [{ by: 'code', ...on }]
    case 'number':
    case 'money':
      return [{ by: 'band', ...on, years: false, edges: '' }]
    case 'date':
      return attribute.code === 'person.birthDate'
        ? [{ by: 'band', ...on, years: true, edges: edgesText([18, 60]) }, time('year'), time('month')]
        : [time('month'), time('year'), time('day'), { by: 'band', ...on, years: true, edges: '' }]
    case 'datetime':
      return [time('month'), time('year'), time('day')]
    case 'month':
      return [time('month'), time('year')]
    default:
      return []
  }
}

/** @returns whether a number can be reckoned with: summed up, averaged */
export const canReckon = (attribute: Attribute): boolean =>
  attribute.deprecated === undefined &&
  !isComputed(attribute.code) &&
  (attribute.value.type === 'number' || attribute.value.type === 'money')

/** @returns a grouping in one word, to tell those on the same attribute apart */
export const wayOf = (group: GroupDraft): string => (group.by === 'time' ? group.every : group.by)

/** @returns the measure as it is saved; where nothing was written it is called by what it says */
export function measureOf(draft: MeasureDraft, id: string, knowledge: Knowledge): OwnMeasure {
  const name = draft.name.trim()
  return {
    id,
    name: name === '' ? nameFor(draft, knowledge) : name,
    filter: draft.filter,
    groups: draft.groups.map((group) => (group.by === 'band' ? { ...group, edges: edgesOf(group.edges) } : group)),
    fold: foldOf(draft),
  }
}

function foldOf({ fold, of = '', percent }: MeasureDraft): Fold {
  if (fold === 'count') return { by: 'count' }
  if (fold === 'percentile')
    return { by: 'percentile', attribute: of, percent: Number(percent.normalize('NFKC').trim()) }
  return { by: fold, attribute: of }
}

/** @returns what keeps it from being counted, with where it is: `name`, `filter.0`, `groups`, `groups.0` or `fold` */
export function problemsOf(
  draft: MeasureDraft,
  kind: LedgerKind,
  taken: readonly string[],
  knowledge: Knowledge,
): readonly MeasureProblem[] {
  const measure = measureOf(draft, 'm', knowledge)
  const problems = checkMeasure({ ...measure, source: { of: 'ledger', id: '' } }, { kind }, knowledge)
  const same = taken.includes(measure.name) ? [{ at: 'name', message: '已经有叫这个名称的指标，请换一个' }] : []
  const long = measure.name.length > mostLetters ? [{ at: 'name', message: `名称不超过 ${mostLetters} 个字` }] : []
  return [...problems, ...same, ...long]
}

/** As many as the server takes. */
export const mostLetters = 20

/** @returns what a measure is called when nobody says: 「按性别、年龄」「家庭人口平均」「符合条件的数」 */
export function nameFor({ filter, groups, fold, of }: MeasureDraft, knowledge: Knowledge): string {
  const nameOf = (code: string | undefined) => (code === undefined ? '' : (knowledge.attribute(code)?.name ?? ''))
  const what = fold === 'count' ? '' : `${nameOf(of)}${foldNames[fold]}`
  const by = groups.map((group) =>
    group.by === 'freshness'
      ? '新鲜程度'
      : group.attribute === 'person.birthDate' && group.by === 'band'
        ? '年龄'
        : nameOf(group.attribute),
  )
  const words = [what, by.length === 0 ? '' : `按${by.join('、')}`].filter((one) => one !== '').join('，')
  const named = words === '' ? (filter.length === 0 ? '数量' : '符合条件的数') : words
  return named.slice(0, mostLetters)
}

export const foldNames: Readonly<Record<Fold['by'], string>> = {
  count: '数量',
  sum: '合计',
  average: '平均',
  least: '最小',
  most: '最大',
  percentile: '百分位',
}

/** @returns whether a condition is worded to its end */
export const isWhole = (condition: Condition, kind: LedgerKind, knowledge: Knowledge): boolean =>
  conditionProblem(condition, kind, knowledge) === undefined

/** @returns the bands that edges make, as people read them: 「不到 18」「18–59」「60 及以上」 */
export function bandWords(edges: readonly number[]): readonly string[] {
  const [first] = edges
  if (first === undefined) return []
  return [
    `不到 ${first}`,
    ...edges.map((edge, at) => {
      const next = edges[at + 1]
      return next === undefined ? `${edge} 及以上` : `${edge} 到不满 ${next}`
    }),
  ]
}
