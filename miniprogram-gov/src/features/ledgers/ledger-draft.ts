import type { BodyOf, Contract, LedgerReply } from '@zmht/shared/contract'
import { type PlaceId, shortName } from '@zmht/shared/geo'
import type { Knowledge } from '@zmht/shared/knowledge'
import {
  attributeColumn,
  checkLedger,
  type LedgerContent,
  type LedgerKind,
  type LedgerProblem,
} from '@zmht/shared/ledgers'
import type { OwnMeasure } from '@zmht/shared/measures'
import type { LedgerTemplate } from '@zmht/shared/templates/ledgers'

export interface DraftPlace {
  readonly id: PlaceId
  readonly name: string
}

/** A ledger somebody is putting together; everything may be missing. */
export interface LedgerDraft {
  readonly content: LedgerContent
  /** As the server has them: they are put together on the statistics page. */
  readonly measures: readonly OwnMeasure[]
  readonly within: readonly DraftPlace[]
  /** The edition it was begun from; 0: a new one. */
  readonly edition: number
}

/** The contract takes no more. */
export const mostWithin = 40

/** @returns a ledger of a kind with everyone in it, at the places where whoever makes it works */
export function blankDraft(kind: LedgerKind, within: readonly DraftPlace[], knowledge: Knowledge): LedgerDraft {
  const name = `${kind}.name`
  return {
    content: {
      name: '',
      about: '',
      kind,
      membership: { by: 'rule', all: [] },
      columns: knowledge.attribute(name) === undefined ? [] : [attributeColumn(name)],
      filters: [],
    },
    measures: [],
    within,
    edition: 0,
  }
}

/** @returns a ledger as a template has it */
export function draftFromTemplate({ id: _id, ...content }: LedgerTemplate, within: readonly DraftPlace[]): LedgerDraft {
  return { content, measures: [], within, edition: 0 }
}

/** @returns a ledger that there is, to be changed */
export const draftOf = ({ content, measures, within, edition }: LedgerReply): LedgerDraft => ({
  content,
  measures,
  within: within.map((one) => ({ id: one.id, name: shortName(one) })),
  edition,
})

/**
 * Somebody else changed it meanwhile: what was written here is kept and goes on top of theirs; the measures, which are put together
 * elsewhere, are theirs.
 */
export const onTopOf = (draft: LedgerDraft, theirs: LedgerReply): LedgerDraft => ({
  ...draft,
  measures: theirs.measures,
  edition: theirs.edition,
})

/** @returns what keeps it from being saved, in the order people see it; nothing when it can be */
export function draftProblems({ content, within }: LedgerDraft, knowledge: Knowledge): readonly LedgerProblem[] {
  return [
    ...checkLedger(content, knowledge),
    ...(within.length === 0 ? [{ at: 'within', message: '请选择范围' }] : []),
    ...(within.length > mostWithin ? [{ at: 'within', message: `最多选 ${mostWithin} 个地点` }] : []),
  ]
}

/** @returns what is wrong at one part, in words; `columns` is not `columns.0` */
export const problemAt = (problems: readonly LedgerProblem[], at: string): string | undefined =>
  problems.find((one) => one.at === at)?.message

/** @returns the part of the page a problem stands in: 「名称和用途」 */
export function partOf({ at }: LedgerProblem): string {
  const [part = ''] = at.split('.')
  return parts[part] ?? ''
}

const parts: Readonly<Record<string, string>> = {
  name: '名称和用途',
  level: '登记谁',
  conditions: '登记谁',
  columns: '显示哪些列',
  filters: '常用筛选',
  within: '范围',
}

/** @returns what is sent to be saved */
export function bodyOf({ content, measures, within, edition }: LedgerDraft): BodyOf<Contract['ledgers']['save']> {
  return {
    content: { ...content, name: content.name.trim(), about: content.about.trim() },
    measures: [...measures],
    within: within.map(({ id }) => id),
    edition,
  }
}

/** @returns a list with one thing moved to another's place; the list itself when there is no such place */
export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const one = list[from]
  if (one === undefined || to < 0 || to >= list.length || from === to) return list
  const rest = list.filter((_, position) => position !== from)
  return [...rest.slice(0, to), one, ...rest.slice(to)]
}

/** @returns a list without one of its things */
export const without = <T>(list: readonly T[], at: number): readonly T[] =>
  list.filter((_, position) => position !== at)

/** @returns a list with another thing in one's place */
export const replaced = <T>(list: readonly T[], at: number, one: T): readonly T[] =>
  list.map((each, position) => (position === at ? one : each))
