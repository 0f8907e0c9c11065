import type { PlaceId, PlacePath } from '@zmht/shared/geo'
import type { EntityId } from '@zmht/shared/knowledge'
import { readBatch } from '../../platform/table/batch'
import { CustomAttributeType, isSome, itemType, none } from '../../platform/table/item'
import { readPage } from '../../platform/table/page'
import { putIf } from '../../platform/table/write'

/** A home of somebody with an account. */
export interface ReaderHome {
  readonly place: PlaceId
  readonly path: PlacePath
  readonly district: string
}

/** Somebody with an account and a home, where notices find them: follows what the account says of its homes. */
export interface Reader {
  readonly person: EntityId
  readonly account: string
  /** 常住 first; two at most. */
  readonly homes: readonly ReaderHome[]
  readonly version: number
}

export const readerItem = itemType({
  model: { entity: 'reader', version: '1', service: 'zmht' },
  attributes: {
    person: { type: CustomAttributeType<EntityId>('string'), required: true },
    account: { type: 'string', required: true },
    first: { type: CustomAttributeType<PlacePath>('string'), required: true },
    firstDistrict: { type: 'string', required: true },
    second: { type: CustomAttributeType<PlacePath>('string'), required: true },
    secondDistrict: { type: 'string', required: true },
    homes: { type: CustomAttributeType<readonly ReaderHome[]>('any'), required: true },
    version: { type: 'number', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['person'], template: 'READER#${person}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'READER', casing: 'none' },
    },
    atFirst: {
      index: 'gsi1',
      condition: (reader: { firstDistrict?: string }) => isSome(reader.firstDistrict),
      pk: { field: 'gsi1pk', composite: ['firstDistrict'], template: 'READERSAT#${firstDistrict}', casing: 'none' },
      sk: { field: 'gsi1sk', composite: ['first', 'person'], template: '${first}#${person}', casing: 'none' },
    },
    atSecond: {
      index: 'gsi2',
      condition: (reader: { secondDistrict?: string }) => isSome(reader.secondDistrict),
      pk: { field: 'gsi2pk', composite: ['secondDistrict'], template: 'READERSALSO#${secondDistrict}', casing: 'none' },
      sk: { field: 'gsi2sk', composite: ['second', 'person'], template: '${second}#${person}', casing: 'none' },
    },
  },
})

export async function readReader(person: EntityId): Promise<Reader | undefined> {
  const { data } = await readerItem().get({ person }).go({ consistent: true })
  return data === null ? undefined : { ...data }
}

/** Those of some people who have an account and a home. Strongly consistent. */
export async function readReaders(people: readonly EntityId[]): Promise<ReadonlyMap<EntityId, Reader>> {
  if (people.length === 0) return new Map()
  const found = await readBatch(
    [...new Set(people)].map((person) => ({ person })),
    (left) =>
      readerItem()
        .get([...left])
        .go({ consistent: true }),
  )
  return new Map(found.map((one) => [one.person, one]))
}

/** @returns false when it was changed since version − 1 */
export async function saveReader(reader: Reader): Promise<boolean> {
  const [first, second] = reader.homes
  const absent = none as PlacePath // stands for none in an index
  const put = readerItem()
    .put({
      ...reader,
      first: first?.path ?? absent,
      firstDistrict: first?.district ?? none,
      second: second?.path ?? absent,
      secondDistrict: second?.district ?? none,
    })
    .where(({ version }, { eq, notExists }) =>
      reader.version === 1 ? notExists(version) : eq(version, reader.version - 1),
    )
    .params()
  return (await putIf(put)).written
}

/** By which home they are listed. */
export type ReaderList = 'first' | 'second'

/** Those with a home below a path, by building and door. */
export async function readersIn(
  list: ReaderList,
  district: string,
  path: PlacePath,
  cursor: string | undefined,
  limit: number,
): Promise<{ readonly items: readonly EntityId[]; readonly next?: string }> {
  const { data, cursor: next } = await readPage(cursor, (from) =>
    list === 'first'
      ? readerItem()
          .query.atFirst({ firstDistrict: district })
          .begins({ first: path })
          .go({ cursor: from, limit, data: 'includeKeys' })
      : readerItem()
          .query.atSecond({ secondDistrict: district })
          .begins({ second: path })
          .go({ cursor: from, limit, data: 'includeKeys' }),
  )
  const items = data.map((item) => {
    const { pk = '' } = item as { pk?: string } // asked for with `includeKeys`
    return pk.slice(pk.indexOf('#') + 1) as EntityId // as the template writes it
  })
  return { items, ...(next === null ? {} : { next }) }
}
