import { entityKinds, type Knowledge, type Sensitivity, sensitivities } from '@zmht/shared/knowledge'
import { searchAttributes, wordsOf } from '@zmht/shared/knowledge/search'
import { answerWords, optionWords } from './answer-words'
import { bearerWords, kindNames, standardWords } from './names'
import type { Prose, ProseEntry } from './prose'

/** 人地事物组织, relations with what is said of them, and code lists. */
export const categories = [...entityKinds, 'relation', 'list'] as const
export type Category = (typeof categories)[number]

export const categoryNames: Readonly<Record<Category, string>> = { ...kindNames, relation: '关系', list: '代码表' }

/** One line of the catalogue. */
export interface Entry {
  readonly what: 'attribute' | 'relation' | 'list'
  readonly code: string
  readonly name: string
  readonly category: Category
  /** Whom or what it is said of, in words. */
  readonly of: string
  readonly answer: string
  readonly sensitivity?: Sensitivity
  readonly freshDays?: number
  /** `own` where the system defines it itself. */
  readonly standard: string
  readonly deprecated: boolean
  /** All its words in lower case, for looking something up. */
  readonly searched: string
}

export const keyOfEntry = ({ what, code }: Pick<Entry, 'what' | 'code'>) => `${what}/${code}`

export interface Filters {
  readonly words: string
  readonly category?: Category
  readonly sensitivity?: Sensitivity
  readonly standard?: string
  /** Whether facts have to be said again after a time. */
  readonly fresh?: 'days' | 'ever'
  /** What is no longer asked is shown only when asked for. */
  readonly deprecated: boolean
}

/** Everything the system defines, in the order people are used to. */
export function entriesOf(knowledge: Knowledge, prose: Prose): readonly Entry[] {
  const attributes = knowledge.attributes.map((one): Entry => {
    const about = prose.attributes.get(one.code)
    return {
      what: 'attribute',
      code: one.code,
      name: one.name,
      category: typeof one.of === 'string' ? one.of : 'relation',
      of: bearerWords(knowledge, one.of),
      answer: answerWords(one.value, one.many),
      sensitivity: one.sensitivity,
      ...(one.freshDays === undefined ? {} : { freshDays: one.freshDays }),
      standard: about?.standard ?? 'own',
      deprecated: one.deprecated !== undefined,
      searched: searchedIn(one.name, one.code, about, wordsOf(one.code).words),
    }
  })
  const relations = knowledge.relationTypes.map((one): Entry => {
    const about = prose.relations.get(one.code)
    return {
      what: 'relation',
      code: one.code,
      name: one.name,
      category: 'relation',
      of: `${kindNames[one.from]} → ${kindNames[one.to]}`,
      answer: one.symmetric ? '双方互为' : `反过来叫“${one.inverseName}”`,
      sensitivity: one.sensitivity,
      standard: about?.standard ?? 'own',
      deprecated: false,
      searched: searchedIn(`${one.name} ${one.inverseName}`, one.code, about),
    }
  })
  const lists = knowledge.codeLists.map(({ id, name, items }): Entry => {
    const about = prose.lists.get(id)
    return {
      what: 'list',
      code: id,
      name,
      category: 'list',
      of: '代码表',
      answer: optionWords(items),
      standard: about?.standard ?? 'own',
      deprecated: false,
      searched: searchedIn(`${name} ${items.map((item) => item.name).join(' ')}`, id, about),
    }
  })
  return [...attributes, ...relations, ...lists]
}

function searchedIn(
  names: string,
  code: string,
  about: ProseEntry | undefined,
  otherWords: readonly string[] = [],
): string {
  const prose = about === undefined ? [] : [about.english, about.definition, about.standard, about.form, ...about.words]
  return [names, code, ...otherWords, ...prose].join('\n').normalize('NFKC').toLowerCase()
}

/** The words looked for, as the shared search takes them apart. */
export function wordsIn(typed: string): readonly string[] {
  return typed
    .normalize('NFKC')
    .toLowerCase()
    .split(/[\s,，、]+/)
    .filter((word) => word !== '')
}

/**
 * What is left of the catalogue. With words: what bears exactly that name first, then attributes by meaning, then whatever mentions the
 * words anywhere (relations, code lists, definitions, what was published lately).
 */
export function foundEntries(knowledge: Knowledge, entries: readonly Entry[], filters: Filters): readonly Entry[] {
  const left = entries.filter((one) => fits(one, filters))
  const wanted = wordsIn(filters.words)
  if (wanted.length === 0) return left
  const meant = new Map(searchAttributes(knowledge, filters.words).map(({ code }, order) => [code, order]))
  const far = meant.size
  return left
    .map((one, order) => ({ one, order, rank: rankOf(one, wanted, meant, far) }))
    .filter(({ rank }) => rank !== undefined)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || a.order - b.order)
    .map(({ one }) => one)
}

/** The smaller, the earlier; nothing for what does not fit at all. */
function rankOf(
  one: Entry,
  wanted: readonly string[],
  meant: ReadonlyMap<string, number>,
  far: number,
): number | undefined {
  if (wanted.includes(one.name)) return -2
  if (one.what !== 'attribute' && wanted.every((word) => one.name.includes(word))) return -1
  const meaning = one.what === 'attribute' ? meant.get(one.code) : undefined
  if (meaning !== undefined) return meaning
  return wanted.every((word) => one.searched.includes(word)) ? far : undefined
}

function fits(one: Entry, { category, sensitivity, standard, fresh, deprecated }: Filters): boolean {
  if (one.deprecated !== deprecated) return false
  if (category !== undefined && one.category !== category) return false
  if (sensitivity !== undefined && one.sensitivity !== sensitivity) return false
  if (standard !== undefined && one.standard !== standard) return false
  if (fresh === undefined) return true
  return one.what === 'attribute' && (one.freshDays !== undefined) === (fresh === 'days')
}

export interface StandardCount {
  readonly standard: string
  readonly label: string
}

/** The standards that occur, with how often, the system's own first. */
export function standardsIn(entries: readonly Entry[]): readonly StandardCount[] {
  const counts = new Map<string, number>()
  for (const { standard } of entries) counts.set(standard, (counts.get(standard) ?? 0) + 1)
  return [...counts]
    .sort(([a], [b]) => (a === 'own' ? -1 : b === 'own' ? 1 : a.localeCompare(b)))
    .map(([standard, count]) => ({ standard, label: `${standardWords(standard)}（${count}）` }))
}

/** @returns filters out of words anybody may have typed into the address */
export function readFilters(params: Readonly<Record<string, string | undefined>>): Filters {
  const category = categories.find((one) => one === params.of)
  const sensitivity = sensitivities.find((one) => one === params.level)
  const fresh = params.fresh === 'days' || params.fresh === 'ever' ? params.fresh : undefined
  return {
    words: params.q ?? '',
    ...(category === undefined ? {} : { category }),
    ...(sensitivity === undefined ? {} : { sensitivity }),
    ...(params.standard === undefined || params.standard === '' ? {} : { standard: params.standard }),
    ...(fresh === undefined ? {} : { fresh }),
    deprecated: params.old === '1',
  }
}

/** The words of the address that `readFilters` reads; empty for what is not filtered by. */
export function writeFilters(filters: Filters): Readonly<Record<string, string>> {
  return {
    q: filters.words.trim(),
    of: filters.category ?? '',
    level: filters.sensitivity ?? '',
    standard: filters.standard ?? '',
    fresh: filters.fresh ?? '',
    old: filters.deprecated ? '1' : '',
  }
}
