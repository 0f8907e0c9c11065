import type { ListCandidateReply, RecognisedReply, TaskAbout } from '@zmht/shared/contract'
import type { LedgerKind } from '@zmht/shared/ledgers'
import { markOfList, partsOf } from '@zmht/shared/rules'

/** One line of a given list, with whom it was found to mean. */
export interface GivenLine {
  /** Its place in the list, from 1. */
  readonly at: number
  readonly words: string
  /** Absent: not asked yet. */
  readonly found?: RecognisedReply
  /** Of several the one that is meant. */
  readonly chosen?: ListCandidateReply
  /** Left out, knowingly. */
  readonly left?: true
}

export interface GivenLines {
  readonly kind: LedgerKind
  readonly lines: readonly GivenLine[]
  /** The places they were recognised in: elsewhere they may mean others. */
  readonly within: string
}

/** @returns the lines of a column, empty ones aside */
export const linesOf = (cells: readonly string[]): readonly GivenLine[] =>
  cells
    .map((words) => words.trim())
    .filter((words) => words !== '')
    .map((words, index) => ({ at: index + 1, words: words.slice(0, 100) }))

/** Whom a line stands for; nobody while that is open, or where it is left out. */
export function meantBy({ found, chosen, left }: GivenLine): ListCandidateReply | undefined {
  if (left === true) return undefined
  return found?.is === 'found' ? found.one : chosen
}

/** Where somebody has to say something. */
export const isOpenLine = (line: GivenLine): boolean => line.left !== true && meantBy(line) === undefined

export interface Tally {
  readonly all: number
  readonly found: number
  readonly several: number
  readonly none: number
  readonly left: number
  /** Lines that mean what a line above means already. */
  readonly twice: number
}

export function tallyOf({ lines }: Pick<GivenLines, 'lines'>): Tally {
  const meant = lines.flatMap((line) => meantBy(line) ?? [])
  return {
    all: lines.length,
    found: meant.length,
    several: lines.filter((line) => isOpenLine(line) && line.found?.is === 'several').length,
    none: lines.filter((line) => isOpenLine(line) && line.found?.is === 'none').length,
    left: lines.filter(({ left }) => left === true).length,
    twice: meant.length - new Set(meant.map(({ id }) => id)).size,
  }
}

/** @returns 「312 行：找到 298，7 行有几个可选，7 行没找到」 */
export function tallyWords({ all, found, several, none, left, twice }: Tally): string {
  const parts = [
    `找到 ${found}`,
    ...(several === 0 ? [] : [`${several} 行有几个可选`]),
    ...(none === 0 ? [] : [`${none} 行没找到`]),
    ...(left === 0 ? [] : [`${left} 行不要`]),
    ...(twice === 0 ? [] : [`${twice} 行重复，只算一次`]),
  ]
  return `${all} 行：${parts.join('，')}`
}

/** @returns the entities in parts, as they are kept with the draft */
export const entitiesOf = ({ lines }: Pick<GivenLines, 'lines'>): readonly (readonly string[])[] =>
  partsOf(lines.flatMap((line) => meantBy(line)?.id ?? []))

/** @returns what the task is about; nothing while a line is open, or where nobody is left */
export function listAbout(list: GivenLines): Extract<TaskAbout, { of: 'list' }> | undefined {
  const parts = entitiesOf(list)
  if (parts.length === 0 || list.lines.some(isOpenLine)) return undefined
  const all = parts.flat()
  return { of: 'list', kind: list.kind, parts: parts.length, count: all.length, mark: markOfList(list.kind, all) }
}

/** @returns the lines with what some of them were found to mean; what was chosen stays where it is still among them */
export const withFound = (
  lines: readonly GivenLine[],
  found: ReadonlyMap<number, RecognisedReply>,
): readonly GivenLine[] =>
  lines.map((line) => {
    const reply = found.get(line.at)
    if (reply === undefined) return line
    const { chosen, ...rest } = line
    const still = reply.is === 'several' && reply.candidates.some(({ id }) => id === chosen?.id)
    return { ...rest, found: reply, ...(still && chosen !== undefined ? { chosen } : {}) }
  })
