import type { Api, MeasureReply, ReadingReply } from '@zmht/shared/contract'
import { unknownGroup } from '@zmht/shared/measures'
import type { Amount, Named } from '@zmht/shared/ui'

/** A measure of a ledger at a place and each of its children, as it is read. */
export type Measured = Awaited<ReturnType<Api['ledgers']['measured']>>
/** What a measure tells of one place. */
export type Told = Measured['here']
export type MeasuredChild = Measured['children'][number]
type MeasureGroup = MeasureReply['groups'][number]

/** @returns whether numbers of parts may be added up to the number of the whole */
export const isAdditive = ({ fold }: Pick<MeasureReply, 'fold'>): boolean => fold === 'count' || fold === 'sum'

/** @returns a number as a picture shows it */
export function amountOf({ value, rows }: Pick<ReadingReply, 'value' | 'rows'>): Amount {
  if (rows === undefined) return { withheld: true }
  return value === undefined ? {} : { value }
}

/** @returns the number of one combination of groups; where nobody is in it a count is none, and nothing else is known */
export function amountIn(told: Told, codes: readonly string[], { fold }: Pick<MeasureReply, 'fold'>): Amount {
  const found = told.readings.find(({ groups }) => groups.every((code, at) => code === codes[at]))
  if (found !== undefined) return amountOf(found)
  return fold === 'count' ? { value: 0 } : {}
}

/** @returns whether a reading tells of anybody; one that is withheld does */
const isThere = ({ rows }: ReadingReply): boolean => rows === undefined || rows > 0

/**
 * @returns the groups of one of a measure's groupings that are shown, in the order people read them: bands and freshness all, codes those that
 * occur, times without gaps; who is not told apart comes last
 */
export function groupsShown(group: MeasureGroup, at: number, told: readonly Told[]): readonly Named[] {
  const there = new Set(told.flatMap(({ readings }) => readings.filter(isThere).map(({ groups }) => groups[at] ?? '')))
  const unknown = there.has(unknownGroup) ? [{ key: unknownGroup, name: nameOf(group, unknownGroup) }] : []
  const codes = (): readonly string[] => {
    if (group.by === 'time') return withoutGaps([...there].filter((code) => code !== unknownGroup).sort())
    const known = group.options.map(({ code }) => code).filter((code) => code !== unknownGroup)
    if (group.by !== 'code') return known
    // Codes of before the list was changed come after those that are in it.
    return [...known, ...[...there].sort()].filter(
      (code, position, all) => code !== unknownGroup && there.has(code) && all.indexOf(code) === position,
    )
  }
  return [...codes().map((code) => ({ key: code, name: nameOf(group, code) })), ...unknown]
}

function nameOf({ by, options }: MeasureGroup, code: string): string {
  const known = options.find((one) => one.code === code)?.name
  if (known !== undefined) return known
  if (code === unknownGroup) return '还没登记'
  return by === 'time' ? timeWords(code) : '其他'
}

/** 「2026 年」「2026 年 3 月」「3 月 5 日」 */
export function timeWords(code: string): string {
  const [year = '', month, day] = code.split('-')
  if (month === undefined) return `${year} 年`
  if (day === undefined) return `${year} 年 ${Number(month)} 月`
  return `${Number(month)} 月 ${Number(day)} 日`
}

/** More steps than this are not filled in: somebody typed a year of long ago. */
const mostSteps = 400

/** @returns times in their order with those between that nobody is in */
export function withoutGaps(codes: readonly string[]): readonly string[] {
  const [first] = codes
  const last = codes.at(-1)
  if (first === undefined || last === undefined) return codes
  const all = [first]
  while (all.length < mostSteps) {
    const before = all.at(-1) ?? last
    if (before >= last) return all
    all.push(timeAfter(before))
  }
  return codes
}

function timeAfter(code: string): string {
  const [year = '', month, day] = code.split('-')
  if (month === undefined) return String(Number(year) + 1).padStart(4, '0')
  const next =
    day === undefined
      ? new Date(Date.UTC(Number(year), Number(month), 1))
      : new Date(Date.UTC(Number(year), Number(month) - 1, Number(day) + 1))
  return next.toISOString().slice(0, code.length)
}
