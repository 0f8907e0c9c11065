/** One figure that was measured, and the bar it is held to. */
export interface BenchRow {
  readonly what: string
  readonly figure: string
  readonly bar: string
  readonly reached: boolean
}

const row = (what: string, figure: number, unit: string, bar: string, reached: boolean): BenchRow => ({
  what,
  figure: `${Number(figure.toFixed(2))} ${unit}`.trim(),
  bar,
  reached,
})
export const atMost = (what: string, figure: number, most: number, unit = ''): BenchRow =>
  row(what, figure, unit, `≤ ${most} ${unit}`.trim(), figure <= most)
export const atLeast = (what: string, figure: number, least: number, unit = ''): BenchRow =>
  row(what, figure, unit, `≥ ${least} ${unit}`.trim(), figure >= least)
/** A figure that is held to nothing. */
export const noted = (what: string, figure: number, unit = ''): BenchRow => row(what, figure, unit, '', true)

/** @returns whether every bar is reached */
export function printRows(rows: readonly BenchRow[]): boolean {
  const width = Math.max(...rows.map(({ what }) => what.length))
  for (const { what, figure, bar, reached } of rows)
    console.log(`${reached ? 'ok  ' : 'MISS'}  ${what.padEnd(width)}  ${figure.padStart(14)}   ${bar}`)
  return rows.every(({ reached }) => reached)
}
