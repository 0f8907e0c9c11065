import { lineageOf, type PlaceId } from '@zmht/shared/geo'
import type { Knowledge, Value } from '@zmht/shared/knowledge'
import {
  type Column,
  type Condition,
  columnOfCondition,
  conditionProblem,
  type Siftable,
  type Sifting,
  sift,
  sortedBy,
} from '@zmht/shared/ledgers'
import { accessTo } from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import { placeFacts, stretchesWithin } from '../hierarchy/index'
import { cached, moving } from '../platform/cache'
import { open } from '../platform/cipher'
import { joinPosition, splitPosition } from '../platform/table/page'
import type { Ledger } from './ledger.store'
import type { Reach } from './ledger-access'
import { listsOf, type Narrowing, standsIn } from './listing'
import { isOutside } from './register'
import { type LineKey, type ListedRow, readList, wholeList } from './row.store'
import { rowContext } from './rows'
import { sensitivityOfColumn } from './show-row'

/** A row with all its values, as only this function holds it. */
interface Opened extends Siftable {
  readonly row: ListedRow
}

const minute = 60_000
/** From so many rows on a block is kept for a minute: reading it costs more than a page or two. */
const manyRows = 500
/** A community has some thousands. */
const mostRows = 20_000
const inOneRead = 500

const sizes = new Map<string, number>()
const blockOf = (key: string): Promise<readonly Opened[]> =>
  ((sizes.get(key) ?? 0) < manyRows ? fewRows : manyAtOnce).read(key)

/** All rows of a ledger below a place, opened. @throws Problem `invalid` where there are more than a list is of use for */
async function readBlock(key: string): Promise<readonly Opened[]> {
  const [ledger = '', place = ''] = key.split('/')
  const opened: Opened[] = []
  for (const { partition, path, within } of await stretchesWithin([place as PlaceId])) {
    // The key was made of one.
    let cursor: string | undefined
    do {
      const page = await readList({ ledger, list: wholeList }, partition, path, cursor, inOneRead)
      const inside: ListedRow[] = []
      for (const row of page.items) if (!(await isOutside(row.path, within, []))) inside.push(row)
      opened.push(...(await Promise.all(inside.map((row) => openRow(ledger, row)))))
      if (opened.length > mostRows) throw tooMany()
      cursor = page.next
    } while (cursor !== undefined)
  }
  sizes.set(key, opened.length)
  return opened
}

const fewRows = cached(moving, readBlock, 20)
const manyAtOnce = cached(minute, readBlock, 20)

async function openRow(ledger: string, row: ListedRow): Promise<Opened> {
  const { cells, sealed } = row.card
  if (sealed === undefined) return { row, values: cells }
  return {
    row,
    values: { ...cells, ...(await open<Readonly<Record<string, Value>>>(sealed, rowContext(row.id, ledger))) },
  }
}

/** @returns a sifting as it was asked, without what is absent */
export const siftingOf = ({
  conditions,
  sort,
}: {
  readonly conditions: readonly Condition[]
  readonly sort?: Sifting['sort'] | undefined
}): Sifting => ({ conditions, ...(sort === undefined ? {} : { sort }) })

export interface Sifted {
  readonly rows: readonly ListedRow[]
  readonly unseen: number
}

/** What is asked of a list besides which ledger it is. */
export interface SiftingAsked {
  readonly reach: Reach
  readonly narrowing: Narrowing
  readonly sifting: Sifting
  readonly at: string
}

/** @returns whether a list can be sifted as it is asked for: inside communities */
export async function isNarrow({ places }: Pick<Reach, 'places'>): Promise<boolean> {
  const facts = await Promise.all(places.map(placeFacts))
  return facts.every(({ tiers }) => tiers.some(({ level }) => level === 'community'))
}

/**
 * The rows an official may see inside a community, narrowed and ordered by any columns. A row whose value they see in part only takes no part, or the list
 * would tell what its cells do not.
 * @throws Problem `invalid` above a community, and for what no column tells
 */
export async function siftedRows(ledger: Ledger, knowledge: Knowledge, asked: SiftingAsked): Promise<Sifted> {
  const { id, content } = ledger
  const { reach, sifting, at } = asked
  if (!(await isNarrow(reach))) throw tooWide()
  const takes = sifterOf(ledger, knowledge, asked)
  const rows: Opened[] = []
  let unseen = 0
  for (const within of reach.places)
    for (const one of await blockOf(`${id}/${within}`)) {
      const taken = await takes(one.row, within)
      if (taken === 'yes') rows.push(one)
      else if (taken === 'unseen') unseen += 1
    }
  return { rows: sift(content.columns, rows, sifting, at).map(({ row }) => row), unseen }
}

/**
 * @returns whether a row takes part where its columns decide: it is in the lists and places that are asked for, and the reader sees those columns whole
 * @throws Problem `invalid` for what no column tells
 */
function sifterOf(
  ledger: Ledger,
  knowledge: Knowledge,
  { reach, narrowing, sifting }: SiftingAsked,
): (row: ListedRow, within: PlaceId) => Promise<'yes' | 'no' | 'unseen'> {
  const used = checkSifting(ledger, knowledge, sifting)
  const lists = listsOf(narrowing)
  return async (row, within) => {
    if (await isOutside(row.path, within, reach.except)) return 'no'
    if (!lists.every((list) => standsIn(row.card, list))) return 'no'
    return used.every((column) => isSeen(column, row, knowledge, reach)) ? 'yes' : 'unseen'
  }
}

/** A part of what a wide search looks at. */
export interface WidePart {
  /** In the order of places, each with what it is put in order by. */
  readonly found: readonly (WideRow & { readonly row: ListedRow })[]
  readonly unseen: number
  readonly looked: number
  readonly next?: string
}

/** Where a row stands, to be read again when it is shown. */
export interface WideRow extends LineKey {
  readonly value?: Value
}

/**
 * The next rows of those `siftedRows` would look at, however wide: nothing of them is kept in memory between two calls.
 * @throws Problem `invalid` for what no column tells
 */
export async function widePart(
  ledger: Ledger,
  knowledge: Knowledge,
  asked: SiftingAsked,
  cursor: string | undefined,
): Promise<WidePart> {
  const { reach, narrowing, sifting, at } = asked
  const takes = sifterOf(ledger, knowledge, asked)
  const { part, from } = splitPosition(cursor)
  const stretch = (await stretchesWithin(reach.places))[part]
  if (stretch === undefined) return { found: [], unseen: 0, looked: 0 }
  const [list = wholeList] = listsOf(narrowing)
  const page = await readList({ ledger: ledger.id, list }, stretch.partition, stretch.path, from, inOneRead)
  const taken = await Promise.all(page.items.map((row) => takes(row, stretch.within)))
  const inside = page.items.filter((_, position) => taken[position] === 'yes')
  const opened = await Promise.all(inside.map((row) => openRow(ledger.id, row)))
  const met = sift(ledger.content.columns, opened, { conditions: sifting.conditions }, at)
  return {
    found: met.map(({ row, values }) => {
      const value = sifting.sort && values[sifting.sort.column]
      return { row, district: stretch.partition, path: row.path, id: row.id, ...(value === undefined ? {} : { value }) }
    }),
    unseen: taken.filter((one) => one === 'unseen').length,
    looked: page.items.length,
    next: page.next === undefined ? joinPosition(part + 1) : joinPosition(part, page.next),
  }
}

/** @returns what was found, in the order that was asked for */
export const inOrder = (found: readonly WideRow[], { sort }: Sifting): readonly WideRow[] =>
  sort === undefined ? found : sortedBy(found, ({ value }) => value, sort.descending)

/**
 * @returns the columns that decide
 * @throws Problem `invalid` for what no column tells
 */
export function checkSifting(
  { content: { columns, kind } }: Pick<Ledger, 'content'>,
  knowledge: Knowledge,
  sifting: Sifting,
): readonly Column[] {
  for (const [position, condition] of sifting.conditions.entries()) {
    const problem = conditionProblem(condition, kind, knowledge)
    if (problem !== undefined) throw invalid(`conditions.${position}`, problem)
  }
  return columnsOf(columns, sifting)
}

function columnsOf(columns: readonly Column[], { conditions, sort }: Sifting): readonly Column[] {
  const told = conditions.map((condition, position) => {
    const column = columnOfCondition(columns, condition)
    if (column === undefined) throw invalid(`conditions.${position}`, '只能按这份台账里有的列筛选')
    return column
  })
  const sorted = columns.find(({ key }) => key === sort?.column)
  if (sort !== undefined && sorted === undefined) throw invalid('sort.column', '只能按这份台账里有的列排序')
  return [...told, ...(sorted === undefined ? [] : [sorted])]
}

/** In a list nothing sensitive is whole, for nobody says what for. */
function isSeen(column: Column, { card, path }: ListedRow, knowledge: Knowledge, reach: Reach): boolean {
  const sensitivity = sensitivityOfColumn(column, knowledge, card.child === true)
  const attribute = column.of === 'attribute' ? column.attribute : undefined
  return sensitivity !== 'sensitive' && accessTo(reach.fieldsAt(lineageOf(path)), attribute, sensitivity) === 'full'
}

const invalid = (where: string, message: string): Problem =>
  new Problem('invalid', { fields: [{ path: `body.${where}`, message }] })
const tooWide = (): Problem => invalid('place', '请先选到一个社区，再按各列筛选和排序')
const tooMany = (): Problem => invalid('place', '这里的资料太多，请再选小一些的范围')
