import type { PlacePath } from '@zmht/shared/geo'
import { Problem } from '@zmht/shared/problems'
import type { Ledger } from './ledger.store'
import type { Reach } from './ledger-access'
import { pageWithin } from './register'
import { type ListedRow, type ListName, type RowCard, readList, wholeList } from './row.store'
import { filterList } from './rows'

/** What a list of rows is narrowed by: all of it. */
export interface Narrowing {
  readonly state?: 'soon' | 'stale' | 'undecided'
  readonly filters: readonly { readonly attribute: string; readonly code: string }[]
}

/** @throws Problem `invalid` for what is no declared filter of the ledger */
export function narrowingOf(
  ledger: Ledger,
  asked: { readonly state?: Narrowing['state'] | undefined; readonly filter?: string | undefined },
): Narrowing {
  const filters = (asked.filter ?? '')
    .split(',')
    .filter((one) => one !== '')
    .map((one) => {
      const [attribute = '', code = ''] = one.split('=')
      if (!ledger.content.filters.includes(attribute) || code === '')
        throw new Problem('invalid', {
          fields: [{ path: 'query.filter', message: '这份台账没有设置这个筛选，请重新选择' }],
        })
      return { attribute, code }
    })
  return { ...(asked.state === undefined ? {} : { state: asked.state }), filters }
}

const pageSize = 20
/** Where two narrowings meet, at most so many rows are looked at for a page. */
const mostLookedAt = 400

/** A page of the rows of a ledger that an official may see. One narrowing is a list of its own; of several the others are held against what is read. */
export async function rowsFor(
  ledger: Pick<Ledger, 'id'>,
  reach: Reach,
  narrowing: Narrowing,
  cursor: string | undefined,
): Promise<{ readonly items: ListedRow[]; readonly next?: string }> {
  const [list, ...rest] = listsOf(narrowing)
  return pageWithin(reach, cursor, async (partition, path, from) => {
    const read = (at: string | undefined) =>
      readList({ ledger: ledger.id, list: list ?? wholeList }, partition, path as PlacePath, at, pageSize)
    if (rest.length === 0) return read(from)
    const items: ListedRow[] = []
    let at = from
    for (let looked = 0; looked < mostLookedAt; looked += pageSize) {
      const page = await read(at)
      items.push(...page.items.filter(({ card }) => rest.every((one) => standsIn(card, one))))
      at = page.next
      if (at === undefined || items.length >= pageSize) break
    }
    return { items, ...(at === undefined ? {} : { next: at }) }
  })
}

/** The lists a narrowing names, the shortest in all likelihood first: few wait for a decision, and more have a sex. */
export const listsOf = ({ state, filters }: Narrowing): readonly ListName[] => [
  ...(state === undefined ? [] : [state]),
  ...filters.map(({ attribute, code }) => filterList(attribute, code)),
]

/** Whether a row stands in a list. */
export function standsIn(card: RowCard, list: ListName): boolean {
  if (list === 'undecided') return card.undecided
  if (list === 'soon' || list === 'stale') return card.freshness === list
  return Object.entries(card.filters).some(([attribute, codes]) =>
    codes.some((code) => filterList(attribute, code) === list),
  )
}
