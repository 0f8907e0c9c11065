import type { PlaceId } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import type { LedgerContent, LedgerKind } from '@zmht/shared/ledgers'
import type { OwnMeasure } from '@zmht/shared/measures'
import { cached, moving } from '../platform/cache'
import { type Packed, pack, unpack } from '../platform/packed'
import { CustomAttributeType, itemType, present } from '../platform/table/item'
import { readPage } from '../platform/table/page'
import { type TransactionPart, transact } from '../platform/table/write'

/** A ledger 台账: what it is, who keeps it, and which places it covers. */
export interface Ledger {
  readonly id: string
  readonly organisationId: string
  readonly content: LedgerContent
  /** Those it has besides what every ledger has. */
  readonly measures: readonly OwnMeasure[]
  readonly within: readonly PlaceId[]
  /** Places of editions before: rows there are to go. */
  readonly formerly?: readonly PlaceId[]
  /** Counts up with each change: rows say of which edition they are. */
  readonly edition: number
  /** The job that brings all rows to this edition. */
  readonly job?: string
  readonly ended: boolean
  readonly at: Instant
  readonly by: string
}

export interface LedgerCard {
  readonly id: string
  readonly name: string
  readonly kind: LedgerKind
  readonly about: string
  readonly ended: boolean
  readonly at: Instant
}

export const ledgerItem = itemType({
  model: { entity: 'ledger', version: '1', service: 'zmht' },
  attributes: {
    id: { type: 'string', required: true },
    organisationId: { type: 'string', required: true },
    /** Of `Shown`. */
    content: { type: CustomAttributeType<Packed>('any'), required: true },
    within: { type: CustomAttributeType<readonly PlaceId[]>('any'), required: true },
    formerly: { type: CustomAttributeType<readonly PlaceId[]>('any') },
    edition: { type: 'number', required: true },
    job: { type: 'string' },
    ended: { type: 'boolean', required: true },
    at: { type: 'string', required: true },
    by: { type: 'string', required: true },
    card: { type: CustomAttributeType<LedgerCard>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['id'], template: 'LEDGER#${id}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'LEDGER', casing: 'none' },
    },
    ofOrganisation: {
      index: 'gsi1',
      pk: { field: 'gsi1pk', composite: ['organisationId'], template: 'LEDGERS#${organisationId}', casing: 'none' },
      sk: { field: 'gsi1sk', composite: ['at', 'id'], template: '${at}#${id}', casing: 'none' },
    },
    /** All there are, for jobs: ledgers are made by hand and few. */
    all: {
      index: 'gsi2',
      pk: { field: 'gsi2pk', composite: [], template: 'ALLLEDGERS', casing: 'none' },
      sk: { field: 'gsi2sk', composite: ['id'], template: '${id}', casing: 'none' },
    },
  },
})

/** What rows are made by. */
type Shown = Pick<Ledger, 'content' | 'measures'>

/** What a ledger needs of whoever keeps its rows, at each of its places: asked of the place and all above it whenever an entity there changes. */
export const coverageItem = itemType({
  model: { entity: 'ledgerCoverage', version: '1', service: 'zmht' },
  attributes: {
    place: { type: CustomAttributeType<PlaceId>('string'), required: true },
    ledger: { type: 'string', required: true },
    edition: { type: 'number', required: true },
    /** Of `Shown`. */
    content: { type: CustomAttributeType<Packed>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['place'], template: 'LEDGERSAT#${place}', casing: 'none' },
      sk: { field: 'sk', composite: ['ledger'], template: '${ledger}', casing: 'none' },
    },
  },
})

export interface Covering extends Shown {
  readonly ledger: string
  readonly edition: number
}

const coverings = cached(moving, async (place): Promise<readonly Covering[]> => {
  const { data } = await coverageItem()
    .query.primary({ place: place as PlaceId }) // the key is one
    .go({ pages: 'all' })
  return data.map(({ ledger, edition, content }) => ({ ledger, edition, ...unpack<Shown>(content) }))
})

/** The ledgers that cover something with a lineage, each once; as of at most 5 s ago. */
export async function ledgersCovering(lineage: readonly PlaceId[]): Promise<readonly Covering[]> {
  const found = (await Promise.all(lineage.map((place) => coverings.read(place)))).flat()
  return [...new Map(found.map((one) => [one.ledger, one])).values()]
}

const known = cached(moving, (id) => readLedger(id))
/** At most 5 s old: what lists are shown by. */
export const ledgerNow = (id: string): Promise<Ledger | undefined> => known.read(id)

/** What this instance knows of a ledger and its places is read anew. */
export function forgetLedger({ id, within }: Pick<Ledger, 'id' | 'within'>): void {
  known.forget(id)
  for (const place of within) coverings.forget(place)
}

/** Strongly consistent. */
export async function readLedger(id: string): Promise<Ledger | undefined> {
  const { data } = await ledgerItem().get({ id }).go({ consistent: true })
  if (data === null) return undefined
  const { card: _card, content, ...ledger } = data
  return present({ ...ledger, ...unpack<Shown>(content) })
}

/** @returns false when it was changed since `seen`, its edition then (0: there was none) */
export async function saveLedger(ledger: Ledger, seen: Ledger | undefined): Promise<boolean> {
  const { content, measures, ...rest } = ledger
  const { id, within, edition, ended, at } = rest
  const packed = pack({ content, measures })
  const { name, kind, about } = content
  const former = seen?.within ?? []
  const covered = ended ? [] : within
  const parts: TransactionPart[] = [
    {
      put: ledgerItem()
        .put({ ...rest, content: packed, card: { id, name, kind, about, ended, at } })
        .where(({ edition: held }, { eq, notExists }) =>
          seen === undefined ? notExists(held) : eq(held, seen.edition),
        )
        .params(),
    },
    ...covered.map((place) => ({
      put: coverageItem().put({ place, ledger: id, edition, content: packed }).params(),
    })),
    ...former
      .filter((place) => !covered.includes(place))
      .map((place) => ({ delete: coverageItem().delete({ place, ledger: id }).params() })),
  ]
  const { written } = await transact(parts)
  return written
}

/** The ledgers of an organisation, the latest first. */
export async function ledgersOf(
  organisationId: string,
  cursor: string | undefined,
): Promise<{ items: LedgerCard[]; next?: string }> {
  const { data, cursor: next } = await readPage(cursor, (from) =>
    ledgerItem().query.ofOrganisation({ organisationId }).go({ cursor: from, limit: 20, order: 'desc' }),
  )
  return { items: data.map(({ card }) => card), ...(next === null ? {} : { next }) }
}

/** The next of all ledgers after one, in the order of their ids. */
export async function ledgerAfter(id: string | undefined): Promise<string | undefined> {
  const all = ledgerItem().query.all({})
  const { data } = await (id === undefined ? all : all.gt({ id })).go({ limit: 1 })
  return data[0]?.card.id
}
