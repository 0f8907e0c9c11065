import type { Amount } from './figures'
import { amountAt, type Figures, totalOf } from './figures'

/** Instead of a number that would tell of one or two people; it may itself be larger, and hide one beside it. */
export const withheldWords = '不写明'
const unknownWords = '—'

/** @returns a number as people read it: at most two decimals, a comma every three digits: `1,234.5` */
export function sayNumber(value: number): string {
  const rounded = Math.round(value * 100) / 100
  const [whole = '0', decimals] = String(Math.abs(rounded)).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${rounded < 0 ? '-' : ''}${grouped}${decimals === undefined ? '' : `.${decimals}`}`
}

/** @returns a number for the scale beside a picture: 「1.2 万」 */
export function sayRound(value: number): string {
  const size = Math.abs(value)
  if (size >= 100_000_000) return `${sayNumber(Math.round(value / 10_000_000) / 10)} 亿`
  if (size >= 10_000) return `${sayNumber(Math.round(value / 1000) / 10)} 万`
  return sayNumber(value)
}

/** @returns an amount, with its unit where there is a number */
export function sayAmount({ value, withheld, atLeast }: Amount, unit = ''): string {
  if (withheld) return withheldWords
  if (value === undefined) return unknownWords
  const space = unit === '' || unit === '%' ? '' : ' '
  return `${atLeast ? '至少 ' : ''}${sayNumber(value)}${space}${unit}`
}

/** @returns what a picture shows in one sentence, for who does not see it: how many rows, the largest and the smallest of them */
export function sayPicture(name: string, figures: Figures): string {
  const known = figures.rows
    .map((row, at) => ({ name: row.name, amount: totalOf(figures, at) }))
    .filter(({ amount }) => amount.value !== undefined)
    .sort((one, other) => (other.amount.value ?? 0) - (one.amount.value ?? 0))
  const first = known[0]
  const last = known.at(-1)
  if (first === undefined || last === undefined) return `${name}，还没有数`
  const said = ({ name: row, amount }: typeof first) => `${row} ${sayAmount(amount, figures.unit)}`
  return known.length === 1
    ? `${name}，${said(first)}`
    : `${name}，共 ${figures.rows.length} 项，最多的是${said(first)}，最少的是${said(last)}`
}

/** @returns the picture as a table: heads first, then a row each; all of them, also those too many to draw */
export function tableOf(figures: Figures, rowHead: string): readonly (readonly string[])[] {
  const { series, rows, unit } = figures
  const unitWords = unit === '' ? '' : `（${unit}）`
  const several = series.length > 1
  return [
    [rowHead, ...(several ? ['合计'] : []), ...series.map(({ name }) => name)].map((head, at) =>
      at === 0 ? head : `${head}${unitWords}`,
    ),
    ...rows.map((row, at) => [
      row.name,
      ...(several ? [sayAmount(totalOf(figures, at))] : []),
      ...series.map((_, one) => sayAmount(amountAt(figures, at, one))),
    ]),
  ]
}
