import { isPlaceId, type PlaceId } from '@zmht/shared/geo'
import { type RowState, rowStateWords } from './words'

/** What the list of a ledger is narrowed by. */
export interface RowsView {
  readonly place?: PlaceId
  readonly state?: RowState
  /** By declared filter: the code that is looked for. */
  readonly filters: Readonly<Record<string, string>>
}

const states: readonly string[] = Object.keys(rowStateWords)
const isState = (word: string): word is RowState => states.includes(word)

/** @returns what words of an address narrow a list by; words that mean nothing narrow nothing */
export function readView(words: Readonly<Record<string, string | undefined>>): RowsView {
  const { place = '', state = '', filter = '' } = words
  const pairs = filter.split(',').flatMap((pair): [string, string][] => {
    const [attribute = '', code = ''] = pair.split('=')
    return attribute === '' || code === '' ? [] : [[attribute, code]]
  })
  return {
    ...(isPlaceId(place) ? { place } : {}),
    ...(isState(state) ? { state } : {}),
    filters: Object.fromEntries(pairs),
  }
}

/** @returns the filters as the address and the server write them: `attribute=code,attribute=code`; empty for none */
export const filterWords = (filters: RowsView['filters']): string =>
  Object.entries(filters)
    .map(([attribute, code]) => `${attribute}=${code}`)
    .join(',')

/** @returns what `readView` reads, by name; what narrows nothing is empty */
export const writeView = ({ place, state, filters }: RowsView): Readonly<Record<string, string>> => ({
  place: place ?? '',
  state: state ?? '',
  filter: filterWords(filters),
})

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
export const narrowedBy = ({ place, state, filters }: RowsView): number =>
  Object.keys(filters).length + (place === undefined ? 0 : 1) + (state === undefined ? 0 : 1)
