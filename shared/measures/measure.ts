import type { AttributeCode } from '../knowledge/types'
import type { Condition } from '../ledgers/condition'

/** What rows a measure counts. */
export interface MeasureSource {
  readonly of: 'ledger'
  readonly id: string
}

/** How rows are told apart. */
export type Grouping =
  /** By the codes of a fact; one who has several counts in each. */
  | { readonly by: 'code'; readonly attribute: AttributeCode }
  /** By bands of a number, or of whole years since a day: `edges` are where the second and each further band begins, ascending. */
  | {
      readonly by: 'band'
      readonly attribute: AttributeCode
      readonly years: boolean
      readonly edges: readonly number[]
    }
  /** By when a day or time falls. */
  | { readonly by: 'time'; readonly attribute: AttributeCode; readonly every: 'day' | 'month' | 'year' }
  /** By how fresh a row is. */
  | { readonly by: 'freshness' }

/** By what is the matter with each column of a row: for the one measure of that alone, nobody defines another. */
export interface ByColumns {
  readonly by: 'columns'
}

/** What is told of the rows of a group. */
export type Fold =
  | { readonly by: 'count' }
  /** Of a number of each row, where it is known. */
  | { readonly by: 'sum' | 'average' | 'least' | 'most'; readonly attribute: AttributeCode }
  | { readonly by: 'percentile'; readonly attribute: AttributeCode; readonly percent: number }

/** 指标: source × filter × group × fold, at every place. Data, so that whoever needs another number defines it. */
export interface Measure {
  readonly name: string
  readonly source: MeasureSource
  /** What a row has to meet to be counted. */
  readonly filter: readonly Condition[]
  /** Up to two: an age pyramid is bands and sexes. */
  readonly groups: readonly (Grouping | ByColumns)[]
  readonly fold: Fold
}

/** A measure of one ledger, under an id of its own inside it. */
export interface OwnMeasure extends Omit<Measure, 'source' | 'groups'> {
  readonly id: string
  readonly groups: readonly Grouping[]
}

/** More than anybody reads, and what each row may carry. */
export const mostMeasures = 20

/** Of rows of which nothing is known of what they are grouped by. */
export const unknownGroup = '?'
/** More groups than people read; whoever needs more wants a table of rows. */
export const mostGroups = 200
