import type { PlacePath } from '@zmht/shared/geo'
import type { EntityId, Instant, Value } from '@zmht/shared/knowledge'
import type { ColumnState, Day, Freshness } from '@zmht/shared/ledgers'
import type { Shares } from '@zmht/shared/measures'
import { CustomAttributeType, isSome, itemType, none } from '../platform/table/item'
import { readPage } from '../platform/table/page'
import { type TransactionPart, transact } from '../platform/table/write'

/** What a list shows of a row without opening its entity. */
export interface RowCard {
  readonly name: string
  readonly home: string
  /** By column; what is sensitive is in `sealed`. */
  readonly cells: Readonly<Record<string, Value>>
  /** By declared filter: the codes it has. */
  readonly filters: Readonly<Record<string, readonly string[]>>
  readonly sealed?: Uint8Array
  /** Everything said of somebody under fourteen is sensitive. */
  readonly child?: true
  readonly freshness: Freshness
  readonly missing: number
  /** By column, what is the matter with it. */
  readonly states: Readonly<Record<string, ColumnState>>
  readonly undecided: boolean
  /** Where it stands by its own word, GCJ-02 `longitude,latitude`; what is sensitive is not put on a map. */
  readonly position?: string
  readonly at: Instant
}

/** The lists a row stands in: `all`, `stale`, `soon`, `undecided`, or `attribute=code` of a declared filter. */
export type ListName = string
export const wholeList: ListName = 'all'

/** An entity in a ledger: which lists it stands in, what it adds to which numbers, and when it is to be looked at again. */
export interface KeptRow {
  readonly entityId: EntityId
  readonly ledger: string
  readonly edition: number
  readonly path: PlacePath
  /** Where it is counted: its community, or what it hangs on above one. */
  readonly anchor: PlacePath
  readonly district: string
  readonly lists: readonly ListName[]
  /** By measure. */
  readonly counts: Readonly<Record<string, Shares>>
  readonly turns?: Day
  /** Somebody put it in. */
  readonly picked?: true
  /** A digest of all that is written of it: what has not changed is not written again. */
  readonly stamp: string
  readonly version: number
}

export const rowItem = itemType({
  model: { entity: 'ledgerRow', version: '1', service: 'zmht' },
  attributes: {
    entityId: { type: CustomAttributeType<EntityId>('string'), required: true },
    ledger: { type: 'string', required: true },
    edition: { type: 'number', required: true },
    path: { type: CustomAttributeType<PlacePath>('string'), required: true },
    anchor: { type: CustomAttributeType<PlacePath>('string'), required: true },
    district: { type: 'string', required: true },
    lists: { type: CustomAttributeType<readonly ListName[]>('any'), required: true },
    counts: { type: CustomAttributeType<KeptRow['counts']>('any'), required: true },
    turns: { type: 'string', required: true },
    picked: { type: CustomAttributeType<true>('boolean') },
    stamp: { type: 'string', required: true },
    version: { type: 'number', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['entityId'], template: 'ENTITY#${entityId}', casing: 'none' },
      sk: { field: 'sk', composite: ['ledger'], template: 'ROW#${ledger}', casing: 'none' },
    },
    turning: {
      index: 'gsi1',
      condition: (row: { turns?: string }) => isSome(row.turns),
      pk: { field: 'gsi1pk', composite: ['turns'], template: 'ROWSTURN#${turns}', casing: 'none' },
      sk: { field: 'gsi1sk', composite: ['entityId', 'ledger'], template: '${entityId}#${ledger}', casing: 'none' },
    },
  },
})

/** A row in one list: a page is one query, and a territory is a beginning of the key. */
export const lineItem = itemType({
  model: { entity: 'ledgerLine', version: '1', service: 'zmht' },
  attributes: {
    ledger: { type: 'string', required: true },
    list: { type: 'string', required: true },
    district: { type: 'string', required: true },
    path: { type: CustomAttributeType<PlacePath>('string'), required: true },
    entityId: { type: CustomAttributeType<EntityId>('string'), required: true },
    edition: { type: 'number', required: true },
    card: { type: CustomAttributeType<RowCard>('any'), required: true },
    /** What its row adds to which numbers; in the whole list alone: below a community numbers are added up from there. */
    counts: { type: CustomAttributeType<KeptRow['counts']>('any') },
  },
  indexes: {
    primary: {
      pk: {
        field: 'pk',
        composite: ['ledger', 'list', 'district'],
        template: 'ROWS#${ledger}#${list}#${district}',
        casing: 'none',
      },
      sk: { field: 'sk', composite: ['path', 'entityId'], template: '${path}#${entityId}', casing: 'none' },
    },
  },
})

/** The rows of an entity in all its ledgers. Strongly consistent. */
export async function rowsOf(entityId: EntityId): Promise<readonly KeptRow[]> {
  const { data } = await rowItem()
    .query.primary({ entityId })
    .begins({ ledger: '' })
    .go({ pages: 'all', consistent: true })
  return data.map(({ turns, ...row }) => ({ ...row, ...(isSome(turns) ? { turns } : {}) }))
}

/** Whether an entity stands in a ledger. */
export async function standsInLedger(entityId: EntityId, ledger: string): Promise<boolean> {
  const { data } = await rowItem().get({ entityId, ledger }).go()
  return data !== null
}

const lineOf = ({ ledger, district, path, entityId }: KeptRow, list: ListName) => ({
  ledger,
  list,
  district,
  path,
  entityId,
})

/** Writes a row with its lines in place of exactly the one that was seen. @returns false when it has changed since */
export async function saveRow(row: KeptRow, card: RowCard, seen: KeptRow | undefined): Promise<boolean> {
  const isSameKey = seen !== undefined && seen.district === row.district && seen.path === row.path
  const gone = seen === undefined ? [] : seen.lists.filter((list) => !isSameKey || !row.lists.includes(list))
  const { written } = await transact([
    { put: rowPut(row, seen) },
    ...row.lists.map((list) => ({
      put: lineItem()
        .put({
          ...lineOf(row, list),
          edition: row.edition,
          card,
          ...(list === wholeList ? { counts: row.counts } : {}),
        })
        .params(),
    })),
    ...(seen === undefined ? [] : gone.map((list) => ({ delete: lineItem().delete(lineOf(seen, list)).params() }))),
  ])
  return written
}

function rowPut({ turns = none, ...row }: KeptRow, seen: KeptRow | undefined) {
  return rowItem()
    .put({ ...row, turns })
    .where(({ version }, { eq, notExists }) => (seen === undefined ? notExists(version) : eq(version, seen.version)))
    .params()
}

/** Takes a row out of its ledger, with its lines. @returns false when it has changed since it was seen */
export async function dropRow(seen: KeptRow): Promise<boolean> {
  const { entityId, ledger, version } = seen
  const parts: TransactionPart[] = [
    {
      delete: rowItem()
        .delete({ entityId, ledger })
        .where(({ version: held }, { eq }) => eq(held, version))
        .params(),
    },
    ...seen.lists.map((list) => ({ delete: lineItem().delete(lineOf(seen, list)).params() })),
  ]
  return (await transact(parts)).written
}

export interface ListedRow {
  readonly id: EntityId
  readonly path: PlacePath
  readonly edition: number
  readonly card: RowCard
}

const pageSize = 20

/** A page of a list inside a path, in the order of places. */
export async function readList(
  { ledger, list }: { readonly ledger: string; readonly list: ListName },
  district: string,
  path: PlacePath,
  cursor: string | undefined,
  limit = pageSize,
): Promise<{ items: ListedRow[]; next?: string }> {
  const { data, cursor: next } = await readPage(cursor, (from) =>
    lineItem().query.primary({ ledger, list, district }).begins({ path }).go({ cursor: from, limit }),
  )
  return {
    items: data.map(({ entityId, path: at, edition, card }) => ({ id: entityId, path: at, edition, card })),
    ...(next === null ? {} : { next }),
  }
}

/** Where a line stands among those of its list. */
export interface LineKey {
  readonly district: string
  readonly path: PlacePath
  readonly id: EntityId
}

/** @returns a row of the whole list as it is now; undefined when it stands there no more */
export async function readLine(ledger: string, { district, path, id }: LineKey): Promise<ListedRow | undefined> {
  const { data } = await lineItem().get({ ledger, list: wholeList, district, path, entityId: id }).go()
  return data === null ? undefined : { id, path: data.path, edition: data.edition, card: data.card }
}

/** What every row of a ledger inside a path adds to which numbers. */
export async function* countedLines(ledger: string, district: string, path: PlacePath) {
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof linesFrom>> = await linesFrom(ledger, district, path, cursor)
    for (const { path: at, counts = {} } of page.data) yield { path: at, counts }
    cursor = page.cursor
  } while (cursor !== null)
}

/** A page of the same, to go on from. */
export async function countedLinesPage(
  ledger: string,
  district: string,
  path: PlacePath,
  cursor: string | undefined,
): Promise<{ items: readonly { path: PlacePath; counts: KeptRow['counts'] }[]; next?: string }> {
  const { data, cursor: next } = await linesFrom(ledger, district, path, cursor ?? null)
  return { items: data.map(({ path: at, counts = {} }) => ({ path: at, counts })), ...(next === null ? {} : { next }) }
}

const linesFrom = (ledger: string, district: string, path: PlacePath, cursor: string | null) =>
  lineItem()
    .query.primary({ ledger, list: wholeList, district })
    .begins({ path })
    .go({ cursor, limit: 1000, attributes: ['path', 'counts'] })

/** Rows that are to be looked at again on a day. */
export async function rowsTurningOn(
  turns: Day,
  cursor: string | undefined,
  limit = 100,
): Promise<{ items: readonly EntityId[]; next?: string }> {
  const { data, cursor: next } = await readPage(cursor, (from) =>
    rowItem().query.turning({ turns }).go({ cursor: from, limit, data: 'includeKeys' }),
  )
  // The index carries its own keys: `entityId#ledger`.
  const ids = data.map((item) => String((item as { gsi1sk?: unknown }).gsi1sk).split('#')[0] as EntityId)
  return { items: [...new Set(ids)], ...(next === null ? {} : { next }) }
}
