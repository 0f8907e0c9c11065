import type { Likeness } from './likeness'

/**
 * Whether somebody should compare two: all that would be asked about at entry, and besides names that look alike behind one door or with one phone,
 * as they are written down by ear. Brothers are often called alike: where both birth dates are known and differ they were told apart before.
 */
export function isWorthAsking({ verdict, reasons }: Likeness): boolean {
  if (verdict !== 'other') return true
  return reasons.includes('name-alike') && (reasons.includes('home') || reasons.includes('phone'))
}

/** How many days it takes until every district has been gone through again. */
export const everyDays = 30

/**
 * Which of all districts are gone through on a day: each once in `everyDays`, in an order that depends on nothing but their ids, so that a night costs
 * a thirtieth of the city.
 * @param day days since 1970
 */
export function isDue(district: string, day: number): boolean {
  let sum = 0
  for (const letter of district) sum = (sum * 31 + letter.charCodeAt(0)) % everyDays
  return sum === day % everyDays
}
