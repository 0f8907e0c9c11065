import type { MeasureReply } from '@zmht/shared/contract'
import { type Level, levels } from '@zmht/shared/geo'
import { unknownGroup } from '@zmht/shared/measures'
import { sayAmount } from '@zmht/shared/ui/charts/words'
import { amountIn, amountOf, groupsShown, type Measured, type MeasuredChild, type Told } from './measured'

const foldWords: Readonly<Record<MeasureReply['fold'], string>> = {
  count: '',
  sum: '合计',
  average: '平均',
  least: '最小',
  most: '最大',
  percentile: '百分位',
}

/** @returns what the large number is: 「人数」「年龄，平均」 */
export const wholeLabel = ({ name, fold }: Pick<MeasureReply, 'name' | 'fold'>): string =>
  name.includes(foldWords[fold]) ? name : `${name}，${foldWords[fold]}`

/** @returns what else is to be said of the large number: of how many it is told, who is in no group of it */
export function wholeDetail({ measure, here }: Measured): string | undefined {
  const parts: string[] = []
  if (measure.fold !== 'count' && here.whole.rows !== undefined) parts.push(`按 ${here.whole.rows} 份登记算`)
  const [group] = measure.groups
  if (measure.groups.length === 1 && group?.by === 'time') {
    const unknown = here.readings.find(({ groups }) => groups[0] === unknownGroup)
    if (unknown !== undefined)
      parts.push(
        unknown.rows === undefined
          ? `有的没有登记${group.label}`
          : `另有 ${unknown.rows} ${unitOfRows(measure)}没有登记${group.label}`,
      )
  }
  return parts.length === 0 ? undefined : parts.join('，')
}

const unitOfRows = ({ fold, unit }: Pick<MeasureReply, 'fold' | 'unit'>) => (fold === 'count' ? `${unit}` : '份')

/** @returns whether any number of it is withheld from the reader */
export const isPartWithheld = ({ here, children }: Measured): boolean =>
  [here, ...children].some(({ whole, readings }) => [whole, ...readings].some(({ rows }) => rows === undefined))

/** More columns than this nobody reads along. */
const mostColumns = 6

/** @returns the groups that stand beside the number of each place; nothing where they are too many, or two ways at once */
export function columnsOf({ measure, children }: Measured): readonly { readonly key: string; readonly name: string }[] {
  const [group, second] = measure.groups
  if (group === undefined || second !== undefined || group.by === 'time') return []
  const columns = groupsShown(group, 0, children)
  return columns.length > mostColumns ? [] : columns
}

/** @returns the number of a place in one group, in words */
export const sayIn = (told: Told, code: string, measure: MeasureReply): string =>
  sayAmount(amountIn(told, [code], measure))

/** @returns the number of a place, in words */
export const sayWhole = ({ whole }: Told): string => sayAmount(amountOf(whole))

/** @returns whether pressing a place shows what lies in it, rather than who is on the list there */
export function goesDeeper({ level, hasChildren }: Pick<MeasuredChild, 'level' | 'hasChildren'>): boolean {
  const community: Level = 'community'
  return hasChildren && levels.indexOf(level) < levels.indexOf(community)
}

/** 14:30:05 in China, from an instant. */
export const clockWords = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(11, 19)
