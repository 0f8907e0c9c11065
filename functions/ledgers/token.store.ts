import type { PlacePath } from '@zmht/shared/geo'
import type { EntityId } from '@zmht/shared/knowledge'
import type { LedgerKind } from '@zmht/shared/ledgers'
import { writeBatch } from '../platform/table/batch'
import { CustomAttributeType, itemType, present } from '../platform/table/item'
import { readPage } from '../platform/table/page'
import { putIf } from '../platform/table/write'

/** What a search shows of what it finds. */
export interface FoundCard {
  readonly kind: LedgerKind
  readonly name: string
  readonly home: string
}

/** Where a word of an entity stands. */
interface Word {
  readonly city: string
  readonly path: PlacePath
  readonly digest: string
}

/** One word an entity is found by: a keyed digest under the city, so that a territory is a beginning of the key. */
export const tokenItem = itemType({
  model: { entity: 'token', version: '1', service: 'zmht' },
  attributes: {
    city: { type: 'string', required: true },
    digest: { type: 'string', required: true },
    path: { type: CustomAttributeType<PlacePath>('string'), required: true },
    entityId: { type: CustomAttributeType<EntityId>('string'), required: true },
    card: { type: CustomAttributeType<FoundCard>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['city', 'digest'], template: 'TOKEN#${city}#${digest}', casing: 'none' },
      sk: { field: 'sk', composite: ['path', 'entityId'], template: '${path}#${entityId}', casing: 'none' },
    },
  },
})

/** The words an entity stands under: what has to go when it is called otherwise. */
export const tokensItem = itemType({
  model: { entity: 'tokens', version: '1', service: 'zmht' },
  attributes: {
    entityId: { type: CustomAttributeType<EntityId>('string'), required: true },
    city: { type: 'string', required: true },
    path: { type: CustomAttributeType<PlacePath>('string'), required: true },
    digests: { type: CustomAttributeType<readonly string[]>('any'), required: true },
    /** Words it stood under before, until they have gone. */
    before: { type: CustomAttributeType<readonly Word[]>('any') },
    /** Of all that is written: what has not changed is not written again. */
    stamp: { type: 'string', required: true },
    version: { type: 'number', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['entityId'], template: 'ENTITY#${entityId}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'TOKENS', casing: 'none' },
    },
  },
})

export interface KeptTokens {
  readonly entityId: EntityId
  readonly city: string
  readonly path: PlacePath
  readonly digests: readonly string[]
  readonly before?: readonly Word[]
  readonly stamp: string
  readonly version: number
}

/** Strongly consistent. */
export async function readTokens(entityId: EntityId): Promise<KeptTokens | undefined> {
  const { data } = await tokensItem().get({ entityId }).go({ consistent: true })
  return data === null ? undefined : present(data)
}

/**
 * Puts an entity under its words, in place of those it stood under. What is about to be done is written down first and that it is done last: cut off anywhere
 * and done again, for whatever it is called by then, no word is left of which nothing knows.
 * @returns false when the list has changed since it was seen
 */
export async function saveTokens(next: KeptTokens, card: FoundCard, seen: KeptTokens | undefined): Promise<boolean> {
  const { entityId, city, path, digests } = next
  const before = seen === undefined ? [] : [...wordsOf(seen), ...(seen.before ?? [])]
  const gone = before.filter((one) => !(one.city === city && one.path === path && digests.includes(one.digest)))
  const begun: KeptTokens = { ...next, stamp: unfinished, ...(gone.length > 0 ? { before: gone } : {}) }
  if (!(await saveList(begun, seen))) return false
  const words = digests.map((digest) => ({ city, digest, path, entityId, card }))
  await writeBatch(
    words,
    (items) => tokenItem().put(items).go(),
    ({ digest }: { digest: string }) => words.find((one) => one.digest === digest),
  )
  const left = gone.map((one) => ({ ...one, entityId }))
  await writeBatch(
    left,
    (items) => tokenItem().delete(items).go(),
    (key: Word) => left.find((one) => one.digest === key.digest && one.path === key.path && one.city === key.city),
  )
  return saveList({ ...next, version: begun.version + 1 }, begun)
}

/** Of a list whose words are being written. */
const unfinished = ''

const wordsOf = ({ city, path, digests }: KeptTokens): Word[] => digests.map((digest) => ({ city, path, digest }))

async function saveList(next: KeptTokens, seen: KeptTokens | undefined): Promise<boolean> {
  const { written } = await putIf(
    tokensItem()
      .put(next)
      .where(({ version }, { eq, notExists }) => (seen === undefined ? notExists(version) : eq(version, seen.version)))
      .params(),
  )
  return written
}

export interface FoundEntity extends FoundCard {
  readonly id: EntityId
  readonly path: PlacePath
}

const foundPage = 20

/** A page of what stands under a word inside a path. */
export async function readFound(
  city: string,
  digest: string,
  path: PlacePath,
  cursor: string | undefined,
): Promise<{ items: FoundEntity[]; next?: string }> {
  const { data, cursor: next } = await readPage(cursor, (from) =>
    tokenItem().query.primary({ city, digest }).begins({ path }).go({ cursor: from, limit: foundPage }),
  )
  return {
    items: data.map(({ entityId: id, path: at, card }) => ({ id, path: at, ...card })),
    ...(next === null ? {} : { next }),
  }
}
