import { againMark, groupMark, numberMark, onlyGroup, parts, type Shares } from './count'
import type { Fold, Measure } from './measure'
import { type Bucket, percentileOf } from './sketch'

/** One number of a measure. */
export interface Reading {
  /** One for each of the measure's groupings. */
  readonly groups: readonly string[]
  /** Absent where nothing is known to tell it from. */
  readonly value?: number
  /** How many rows it is told of. */
  readonly rows: number
}

interface Numbers {
  rows: number
  known: number
  sum: number
  readonly buckets: Map<Bucket, number>
}

/** @returns what the shares of all rows together say, each combination of groups once, in no order */
export function tell({ groups, fold }: Pick<Measure, 'groups' | 'fold'>, shares: Shares): readonly Reading[] {
  const byKey = new Map<string, Numbers>()
  for (const [share, amount] of Object.entries(shares)) {
    const cut = share.indexOf(numberMark)
    const key = cut < 0 ? share : share.slice(0, cut)
    if (key === againMark) continue
    const numbers = byKey.get(key) ?? { rows: 0, known: 0, sum: 0, buckets: new Map() }
    byKey.set(key, numbers)
    if (cut < 0) numbers.rows += amount
    else add(numbers, share.slice(cut + 1), amount)
  }
  return [...byKey].map(([key, numbers]) => {
    const value = numberOf(fold, numbers)
    return {
      groups: groups.length === 0 ? [] : key.split(groupMark),
      rows: numbers.rows,
      ...(value === undefined ? {} : { value }),
    }
  })
}

/** @returns the same measure over all its groups together: of percentiles too, which no readings could be added up to */
export function tellWhole(measure: Pick<Measure, 'fold'>, shares: Shares): Reading {
  const whole: Record<string, number> = {}
  for (const [share, amount] of Object.entries(shares)) {
    const cut = share.indexOf(numberMark)
    const [key, number] = cut < 0 ? [share, ''] : [share.slice(0, cut), share.slice(cut)]
    whole[`${onlyGroup}${number}`] = (whole[`${onlyGroup}${number}`] ?? 0) + (key === againMark ? -amount : amount)
  }
  return (
    tell({ groups: [], fold: measure.fold }, whole)[0] ?? {
      groups: [],
      rows: 0,
      ...(measure.fold.by === 'count' ? { value: 0 } : {}),
    }
  )
}

function add(numbers: Numbers, number: string, amount: number): void {
  if (number === 'n') numbers.known += amount
  else if (number === 's') numbers.sum += amount
  else numbers.buckets.set(number, (numbers.buckets.get(number) ?? 0) + amount)
}

function numberOf(fold: Fold, { rows, known, sum, buckets }: Numbers): number | undefined {
  switch (fold.by) {
    case 'count':
      return rows
    case 'sum':
      return known === 0 ? undefined : sum / parts
    case 'average':
      return known === 0 ? undefined : sum / parts / known
    case 'least':
      return percentileOf(buckets, 0)
    case 'most':
      return percentileOf(buckets, 100)
    case 'percentile':
      return percentileOf(buckets, fold.percent)
  }
}
