import type { ImportState } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import type { MediaType } from '@zmht/shared/rules'
import type { SheetColumn } from '@zmht/shared/sheets/rows/index'
import { open, seal } from '../../platform/cipher'
import { CustomAttributeType, itemType } from '../../platform/table/item'
import { readPage } from '../../platform/table/page'
import { transact } from '../../platform/table/write'

/** What checking counted. */
export interface Checked {
  readonly rows: number
  readonly new: number
  readonly known: number
  readonly duplicate: number
  readonly wrong: number
  readonly elsewhere: number
  readonly reasons: Readonly<Record<string, number>>
  /** By part: how many of its rows are refused. */
  readonly refused: readonly number[]
}

/** An import as it stands. Whatever people wrote (its name, headings, examples) is sealed with it. */
export interface SheetImport {
  readonly id: string
  readonly ledger: string
  readonly by: string
  readonly byName: string
  readonly state: ImportState
  readonly at: Instant
  readonly name: string
  readonly type: MediaType
  readonly bytes: number
  readonly message: string
  /** Count up with each reading and checking: what belongs to a former one is not looked at any more. */
  readonly reading: number
  readonly checking: number
  readonly sheets: readonly string[]
  readonly sheet?: string
  readonly fillDown: boolean
  readonly merged: number
  /** How many parts its rows were cut into. */
  readonly parts: number
  /** From 1: where the headings stand, and where the rows of values begin. */
  readonly headingRow: number
  readonly firstRow: number
  readonly columns: readonly SheetColumn[]
  /** By column: the first values. */
  readonly examples: Readonly<Record<number, readonly string[]>>
  readonly place?: PlaceId
  readonly nearest: boolean
  readonly checked?: Checked
  readonly how?: 'all-or-nothing' | 'valid-only'
  /** When it was started: what its rows say is said then, however often it is said. */
  readonly startedAt?: Instant
  readonly undoneAt?: Instant
  readonly imported: number
  readonly failed: number
  /** Names of the parts that hold the rows that failed. */
  readonly failedParts: readonly string[]
  /** What became of it before it is undone. */
  readonly before?: 'done' | 'cancelled' | 'failed'
  readonly wrongSheet: boolean
  /** Nothing was posted: rows were picked in the ledger and are edited alike. */
  readonly edit?: true
  readonly job?: string
  readonly version: number
}

/** An import of which nothing has been read yet. */
export const newSheetImport = (
  said: Pick<SheetImport, 'id' | 'ledger' | 'by' | 'byName' | 'at' | 'name' | 'type' | 'bytes'>,
): SheetImport => ({
  ...said,
  state: 'waiting',
  message: '等待上传表格',
  reading: 0,
  checking: 0,
  sheets: [],
  fillDown: false,
  merged: 0,
  parts: 0,
  headingRow: 0,
  firstRow: 0,
  columns: [],
  examples: {},
  nearest: false,
  imported: 0,
  failed: 0,
  failedParts: [],
  wrongSheet: false,
  version: 0,
})

interface ImportCard {
  readonly id: string
  readonly state: ImportState
  readonly at: Instant
}

export const importItem = itemType({
  model: { entity: 'sheetImport', version: '1', service: 'zmht' },
  attributes: {
    id: { type: 'string', required: true },
    ledger: { type: 'string', required: true },
    by: { type: 'string', required: true },
    at: { type: 'string', required: true },
    state: { type: CustomAttributeType<ImportState>('string'), required: true },
    content: { type: CustomAttributeType<Uint8Array>('any'), required: true },
    card: { type: CustomAttributeType<ImportCard>('any'), required: true },
    version: { type: 'number', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['id'], template: 'IMPORT#${id}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'IMPORT', casing: 'none' },
    },
    ofOfficial: {
      index: 'gsi1',
      pk: { field: 'gsi1pk', composite: ['ledger', 'by'], template: 'IMPORTS#${ledger}#${by}', casing: 'none' },
      sk: { field: 'gsi1sk', composite: ['at', 'id'], template: '${at}#${id}', casing: 'none' },
    },
  },
})

/** Edits are listed apart from sheets. */
const listOf = ({ by, edit }: Pick<SheetImport, 'by' | 'edit'>): string => (edit === true ? `${by}/edits` : by)

const context = (id: string): string => `import/${id}`

/** Strongly consistent. @returns undefined when there is none */
export async function readImport(id: string): Promise<SheetImport | undefined> {
  const { data } = await importItem().get({ id }).go({ consistent: true })
  return data === null ? undefined : { ...(await open<SheetImport>(data.content, context(id))), version: data.version }
}

/** Saves an import in place of the one that was seen; of version 0 a new one. @returns what is kept now; undefined when it has changed since */
export async function saveImport(seen: SheetImport): Promise<SheetImport | undefined> {
  const next: SheetImport = { ...seen, version: seen.version + 1 }
  const { id, ledger, at, state, version } = next
  const { written } = await transact([
    {
      put: importItem()
        .put({
          id,
          ledger,
          by: listOf(next),
          at,
          state,
          version,
          content: await seal(next, context(id)),
          card: { id, state, at },
        })
        .where(({ version: held }, { eq, notExists }) =>
          seen.version === 0 ? notExists(held) : eq(held, seen.version),
        )
        .params(),
    },
  ])
  return written ? next : undefined
}

/** An official's imports into a ledger, or their edits of many, the latest first, 20 a page. */
export async function importsOf(
  { ledger, ...list }: Pick<SheetImport, 'ledger' | 'by' | 'edit'>,
  cursor: string | undefined,
): Promise<{ items: SheetImport[]; next?: string }> {
  const { data, cursor: next } = await readPage(cursor, (from) =>
    importItem()
      .query.ofOfficial({ ledger, by: listOf(list) })
      .go({ cursor: from, limit: 20, order: 'desc' }),
  )
  const items = await Promise.all(data.map(({ card }) => readImport(card.id)))
  return { items: items.filter((one) => one !== undefined), ...(next === null ? {} : { next }) }
}
