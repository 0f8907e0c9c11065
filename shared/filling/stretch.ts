import { type Area, type Corner, sayArea } from './references'

/** Where the rows of a sheet come to stand once some of them are there several times. */
export interface Stretch {
  /** How often a row is there. */
  readonly times: (row: number) => number
  readonly start: (row: number) => number
  readonly end: (row: number) => number
}

/** @param repeated how often each repeated row is there, at least once */
export function stretchOf(repeated: ReadonlyMap<number, number>): Stretch {
  const rows = [...repeated].sort(([one], [other]) => one - other)
  const start = (row: number): number => row + rows.reduce((more, [at, times]) => more + (at < row ? times - 1 : 0), 0)
  const times = (row: number): number => repeated.get(row) ?? 1
  return { times, start, end: (row) => start(row) + times(row) - 1 }
}

/** A sheet whose rows stay where they are. */
export const unstretched: Stretch = stretchOf(new Map())

const at = (corner: Corner, row: number): Corner => (corner.row === undefined ? corner : { ...corner, row })

/** An area as it is after the stretch: from where its first row begins to where its last one ends. */
export function stretchArea({ from, to }: Pick<Area, 'from' | 'to'>, { start, end, times }: Stretch): string {
  if (from.row === undefined) return sayArea(to === undefined ? { from } : { from, to })
  if (to === undefined) {
    if (times(from.row) === 1) return sayArea({ from: at(from, start(from.row)) })
    return sayArea({ from: at(from, start(from.row)), to: at(from, end(from.row)) })
  }
  return sayArea({ from: at(from, start(from.row)), to: at(to, end(to.row ?? from.row)) })
}

/** A single cell stays one: where its row begins. An area grows with its rows. */
export function stretchReference({ from, to }: Pick<Area, 'from' | 'to'>, stretch: Stretch, mayGrow: boolean): string {
  if (to === undefined && from.row !== undefined && !mayGrow)
    return sayArea({ from: at(from, stretch.start(from.row)) })
  return stretchArea(to === undefined ? { from } : { from, to }, stretch)
}

/** The same in a formula of one of the copies of a row: what it says of its own row, it says of that copy. */
export function copyReference(
  { from, to }: Pick<Area, 'from' | 'to'>,
  stretch: Stretch,
  own: { readonly row: number; readonly copy: number },
  mayGrow: boolean,
): string {
  const isOwn = from.row === own.row && (to === undefined || to.row === own.row)
  if (!isOwn) return stretchReference(to === undefined ? { from } : { from, to }, stretch, mayGrow)
  const row = stretch.start(own.row) + own.copy
  return sayArea({ from: at(from, row), ...(to === undefined ? {} : { to: at(to, row) }) })
}
