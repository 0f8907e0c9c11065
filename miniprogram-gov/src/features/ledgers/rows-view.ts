import { readConditions } from '@zmht/shared/contract'
import { isPlaceId, type PlaceId } from '@zmht/shared/geo'
import type { Knowledge } from '@zmht/shared/knowledge'
import { conditionProblem, type LedgerKind, type Sifting } from '@zmht/shared/ledgers'
import { Problem } from '@zmht/shared/problems'
import { type RowState, rowStateWords } from './words'

/** What the list of a ledger is narrowed by. */
export interface RowsView {
  readonly place?: PlaceId
  readonly state?: RowState
  /** By declared filter: the code that is looked for. */
  readonly filters: Readonly<Record<string, string>>
  /** By any columns; inside a community. */
  readonly conditions: Sifting['conditions']
  readonly sort?: Sifting['sort']
}

export const wholeView: RowsView = { filters: {}, conditions: [] }

const states: readonly string[] = Object.keys(rowStateWords)
const isState = (word: string): word is RowState => states.includes(word)

/** @returns what words of an address narrow a list by; words that mean nothing narrow nothing */
export function readView(words: Readonly<Record<string, string | undefined>>): RowsView {
  const { place = '', state = '', filter = '', conditions = '', sort = '' } = words
  const pairs = filter.split(',').flatMap((pair): [string, string][] => {
    const [attribute = '', code = ''] = pair.split('=')
    return attribute === '' || code === '' ? [] : [[attribute, code]]
  })
  return {
    ...(isPlaceId(place) ? { place } : {}),
    ...(isState(state) ? { state } : {}),
    filters: Object.fromEntries(pairs),
    conditions: conditions === '' ? [] : readConditions(conditions),
    ...(sort === '' ? {} : { sort: { column: sort.replace(/^-/, ''), descending: sort.startsWith('-') } }),
  }
}

const sortWord = ({ sort }: RowsView): string =>
  sort === undefined ? '' : `${sort.descending ? '-' : ''}${sort.column}`

/** @returns the filters as the address and the server write them: `attribute=code,attribute=code`; empty for none */
export const filterWords = (filters: RowsView['filters']): string =>
  Object.entries(filters)
    .map(([attribute, code]) => `${attribute}=${code}`)
    .join(',')

/** @returns what `readView` reads, by name; what narrows nothing is empty */
export const writeView = (view: RowsView): Readonly<Record<string, string>> => ({
  place: view.place ?? '',
  state: view.state ?? '',
  filter: filterWords(view.filters),
  conditions: view.conditions.length === 0 ? '' : JSON.stringify(view.conditions),
  sort: sortWord(view),
})

/** @returns what `readView` reads, without what narrows nothing: for a link */
export const viewWords = (view: RowsView): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(writeView(view)).filter(([, word]) => word !== ''))

/** @returns what the server is asked for a page */
export function rowsQuery({ place, state, filters }: RowsView, cursor: string | undefined) {
  const filter = filterWords(filters)
  return {
    ...(place === undefined ? {} : { place }),
    ...(state === undefined ? {} : { state }),
    ...(filter === '' ? {} : { filter }),
    ...(cursor === undefined ? {} : { cursor }),
  }
}

/** Narrowed by columns or in another order than from door to door: inside a community only. */
export const isSifted = ({ conditions, sort }: RowsView): boolean => conditions.length > 0 || sort !== undefined

/** @returns what the server is asked for the rows of a sifted view, from a row on */
export function siftedBody({ conditions, sort, ...view }: RowsView, cursor: string | undefined) {
  return {
    ...rowsQuery({ ...view, conditions }, undefined),
    conditions: [...conditions],
    ...(sort === undefined ? {} : { sort }),
    ...(cursor === undefined ? {} : { from: Number(cursor) }),
  }
}

/** @returns what the server is asked for a search wider than a community */
export function searchBody(view: RowsView) {
  const { from: _, ...body } = siftedBody(view, undefined)
  return body
}

/** @returns a view without the conditions that are just being filled in: they narrow nothing yet */
export const filledIn = (view: RowsView, kind: LedgerKind, knowledge: Knowledge): RowsView => ({
  ...view,
  conditions: view.conditions.filter((one) => conditionProblem(one, kind, knowledge) === undefined),
})

/** @returns whether a list was refused because it was narrowed by columns above a community */
export const isTooWide = (error: unknown): boolean =>
  error instanceof Problem && (error.document.fields ?? []).some(({ path }) => path === 'body.place')

/** @returns what the server is asked for the map of a view */
export const mapBody = ({ conditions, ...view }: RowsView) => ({
  ...rowsQuery({ ...view, conditions }, undefined),
  conditions: [...conditions],
})

/** @returns a view in the order of a column: pressed once up, once more down, then as it was */
export function sortedNext({ sort, ...view }: RowsView, column: string): RowsView {
  if (sort?.column !== column) return { ...view, sort: { column, descending: false } }
  return sort.descending ? view : { ...view, sort: { column, descending: true } }
}

/** @returns a view in an order, or from door to door */
export function withSort({ sort: _former, ...view }: RowsView, sort: RowsView['sort']): RowsView {
  return sort === undefined ? view : { ...view, sort }
}

/** @returns a view with one declared filter set, or taken away */
export function withFilter(view: RowsView, attribute: string, code: string | undefined): RowsView {
  const { [attribute]: _former, ...others } = view.filters
  return { ...view, filters: code === undefined ? others : { ...others, [attribute]: code } }
}

/** @returns a view at one place, or at all of the reader's */
export function withPlace({ place: _former, ...view }: RowsView, place: PlaceId | undefined): RowsView {
  return place === undefined ? view : { ...view, place }
}

/** @returns a view of rows in one state, or in any */
export function withState({ state: _former, ...view }: RowsView, state: RowState | undefined): RowsView {
  return state === undefined ? view : { ...view, state }
}

/** @returns by how much a list is narrowed */
export const narrowedBy = ({ place, state, filters, conditions }: RowsView): number =>
  Object.keys(filters).length + conditions.length + (place === undefined ? 0 : 1) + (state === undefined ? 0 : 1)
