import type { BoardMeasure } from './measures'

/** The middle one; of two in the middle what lies between. */
export function medianOf(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((one, other) => one - other)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]]
  return low === undefined || high === undefined ? undefined : low === high ? low : (low + high) / 2
}

/** How a place stands among those beside it. */
export type Standing = 'behind' | 'usual' | 'ahead'
export const standingNames: Readonly<Record<Standing, string>> = { behind: '偏差', usual: '', ahead: '较好' }

/** With fewer there is nobody to be compared with. */
const fewestPlaces = 3

/** How far from the middle is worth a word: of a share so many points, of anything else so much of the middle, and at least one. */
const points = 10
const part = 0.5

/**
 * @param values of a place and those beside it; nothing where nothing is known
 * @returns how each stands against the middle of all; `usual` where there are too few, or neither way is better
 */
export function standingsOf(
  { better, unit }: Pick<BoardMeasure, 'better' | 'unit'>,
  values: readonly (number | undefined)[],
): readonly Standing[] {
  const known = values.filter((one) => one !== undefined)
  const middle = medianOf(known)
  if (better === 'none' || middle === undefined || known.length < fewestPlaces) return values.map(() => 'usual')
  const margin = unit === 'percent' ? points : Math.max(1, middle * part)
  return values.map((value) => {
    if (value === undefined) return 'usual'
    const worse = better === 'low' ? value - middle : middle - value
    return worse > 0 && worse >= margin ? 'behind' : worse < 0 && -worse >= margin ? 'ahead' : 'usual'
  })
}

/** Puts the worst first: by a measure, those of which nothing is known last. */
export function worstFirst<Row>(
  { better }: Pick<BoardMeasure, 'better'>,
  rows: readonly Row[],
  measureValue: (row: Row) => number | undefined,
): readonly Row[] {
  const sign = better === 'high' ? 1 : -1
  return [...rows].sort((one, other) => {
    const [a, b] = [measureValue(one), measureValue(other)]
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined)
    return a === b ? 0 : sign * (a < b ? -1 : 1)
  })
}
