import { sayWorkingMinutes } from '../rules/working-time'
import type { BoardUnit } from './measures'
import { beyond, steps } from './names'

/** 「2 天内」; beyond the last step 「超过 50 天」. */
export const sayWithin = (minutes: number): string =>
  minutes < beyond ? `${sayWorkingMinutes(minutes)}内` : `超过 ${sayWorkingMinutes(steps.at(-1) ?? 0)}`

/** A number as it stands on the board: 「—」 where there is nothing to tell it from. */
export function figureOf(unit: BoardUnit, value: number | undefined): string {
  if (value === undefined) return '—'
  switch (unit) {
    case 'percent':
      return `${Math.round(value)}%`
    case 'minutes':
      return sayWithin(value)
    case 'number':
      return value.toFixed(1)
    case 'count':
      return String(value)
  }
}
