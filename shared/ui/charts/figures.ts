/** One number of a picture. */
export interface Amount {
  /** Absent where nothing is known to tell it from, or where it is withheld. */
  readonly value?: number
  /** The reader may not see whom it counts, and it is so small, or stands so beside a small one, that it would tell. */
  readonly withheld?: true
  /** The sum of what is told; a part of it is withheld. */
  readonly atLeast?: true
}

export interface Named {
  readonly key: string
  readonly name: string
}

/** What a picture shows: names one under another, for each as many numbers as there are series. */
export interface Figures {
  /** Places, bands, months: in the order they are drawn. */
  readonly rows: readonly Named[]
  /** One when nothing is told apart. */
  readonly series: readonly Named[]
  /** By row, then by series. */
  readonly amounts: readonly (readonly Amount[])[]
  /** All series of a row together, where adding them up would not say it: somebody may stand in two groups. */
  readonly totals?: readonly Amount[]
  /** 「人」「%」. */
  readonly unit: string
}

export const charts = ['bars', 'trend', 'pyramid', 'heat'] as const
export type ChartKind = (typeof charts)[number]

/** More series than this nobody tells apart by colour. */
export const mostSeries = 6
/** More bars than this nobody compares; the table has them all. */
export const mostBars = 24

export const otherKey = 'other'
/** What is in a total and not told apart; it has the colour of nothing in particular. */
export const restKey = 'rest'
const nothing: Amount = {}

export const amountAt = ({ amounts }: Figures, row: number, series: number): Amount => amounts[row]?.[series] ?? nothing

/** @returns amounts together; where a part is withheld, what the others are at least */
export function together(amounts: readonly Amount[]): Amount {
  if (amounts.length === 1) return amounts[0] ?? nothing
  const known = amounts.flatMap(({ value }) => (value === undefined ? [] : [value]))
  if (known.length === 0) return nothing
  const value = known.reduce((sum, one) => sum + one, 0)
  if (!amounts.some(({ withheld, atLeast }) => withheld || atLeast)) return { value }
  // At least none says nothing.
  return value === 0 ? nothing : { value, atLeast: true }
}

export const totalOf = (figures: Figures, row: number): Amount =>
  figures.totals?.[row] ?? together(figures.amounts[row] ?? [])

/** @returns the same with the series that count for most, in their order; the others are one: 「其他」 */
export function withFewSeries(figures: Figures): Figures {
  const { series, amounts } = figures
  if (series.length <= mostSeries) return figures
  const weights = series.map((_, at) => amounts.reduce((sum, row) => sum + (row[at]?.value ?? 0), 0))
  const kept = weights
    .map((weight, at) => ({ weight, at }))
    .sort((one, other) => other.weight - one.weight)
    .slice(0, mostSeries - 1)
    .map(({ at }) => at)
    .sort((one, other) => one - other)
  return {
    ...figures,
    series: [...kept.flatMap((at) => series[at] ?? []), { key: otherKey, name: '其他' }],
    amounts: amounts.map((row) => [
      ...kept.map((at) => row[at] ?? nothing),
      together(row.filter((_, at) => !kept.includes(at))),
    ]),
  }
}

/** @returns the rows that are drawn: the first so many, as they were put in order */
export function withFewRows(figures: Figures): Figures {
  if (figures.rows.length <= mostBars) return figures
  return {
    ...figures,
    rows: figures.rows.slice(0, mostBars),
    amounts: figures.amounts.slice(0, mostBars),
    ...(figures.totals === undefined ? {} : { totals: figures.totals.slice(0, mostBars) }),
  }
}

/** @returns the same rows, the largest first; those of which nothing is known or told come last, in their order */
export function ranked(figures: Figures): Figures {
  const order = figures.rows
    .map((_, at) => ({ at, weight: totalOf(figures, at).value ?? -1 }))
    .sort((one, other) => other.weight - one.weight || one.at - other.at)
    .map(({ at }) => at)
  return {
    ...figures,
    rows: order.flatMap((at) => figures.rows[at] ?? []),
    amounts: order.map((at) => figures.amounts[at] ?? []),
    ...(figures.totals === undefined ? {} : { totals: order.map((at) => figures.totals?.[at] ?? nothing) }),
  }
}
