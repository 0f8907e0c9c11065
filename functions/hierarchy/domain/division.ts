import type { Level } from '@zmht/shared/geo'

/** A row of the published divisions (codes as of 2023-06-30, the last ever published). */
export interface Division {
  /** 2, 4, 6, 9 or 12 digits. */
  readonly code: string
  readonly name: string
}

const levelByLength: Readonly<Record<number, Level>> = {
  2: 'province',
  4: 'city',
  6: 'district',
  9: 'subdistrict',
  12: 'community',
}

export function levelOfCode(code: string): Level {
  const level = levelByLength[code.length]
  if (level === undefined) throw new RangeError('a division code has 2, 4, 6, 9 or 12 digits')
  return level
}

const placeholderNames = new Set(['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划'])
/** Cities without districts: their one pseudo-district only repeats the city. */
const citiesWithoutDistricts = new Set(['4419', '4420', '4604', '6202'])

/** True for rows that exist only to fill a level: they never become places, their children hang on the level above. */
export function isPlaceholder(division: Division): boolean {
  if (division.code.length === 4) return placeholderNames.has(division.name)
  if (division.code.length === 6) {
    return placeholderNames.has(division.name) || citiesWithoutDistricts.has(division.code.slice(0, 4))
  }
  return false
}

/** The official code as people write it: padded to 12 digits. */
export function fullCode(code: string): string {
  return code.padEnd(12, '0')
}

/** The codes a division may hang on, nearest first. */
export function parentCodes(code: string): string[] {
  return [9, 6, 4, 2].filter((length) => length < code.length).map((length) => code.slice(0, length))
}
