import type { PlacePath } from '@zmht/shared/geo'
import type { EntityId, EntityKind, Instant } from '@zmht/shared/knowledge'
import { CustomAttributeType, isSome, itemType, none, present } from '../platform/table/item'
import { readPage } from '../platform/table/page'
import { putIf, type TransactionPart } from '../platform/table/write'
import type { Likeness } from './domain/likeness'

/** `open`: somebody has to look; `different` and `same`: somebody has, and is not asked again. */
export const pairStates = ['open', 'different', 'same'] as const
export type PairState = (typeof pairStates)[number]

/** Two that may be one, for somebody to compare. `one` stands where it is listed. */
export interface Pair extends Pick<Likeness, 'score' | 'reasons'> {
  readonly one: EntityId
  readonly other: EntityId
  readonly kind: EntityKind
  readonly path: PlacePath
  readonly district: string
  readonly at: Instant
}

type PairCard = Omit<Pair, 'path' | 'district'>

export const duplicateItem = itemType({
  model: { entity: 'duplicate', version: '1', service: 'zmht' },
  attributes: {
    /** The two ids in their order, so that a pair is kept once. */
    first: { type: CustomAttributeType<EntityId>('string'), required: true },
    second: { type: CustomAttributeType<EntityId>('string'), required: true },
    state: { type: pairStates, required: true },
    path: { type: 'string', required: true },
    /** None: nothing is asked any more. */
    district: { type: 'string', required: true },
    by: { type: 'string', required: true },
    at: { type: 'string', required: true },
    card: { type: CustomAttributeType<PairCard>('any') },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['first'], template: 'ENTITY#${first}', casing: 'none' },
      sk: { field: 'sk', composite: ['second'], template: 'LIKE#${second}', casing: 'none' },
    },
    open: {
      index: 'gsi1',
      condition: (pair: { district?: string }) => isSome(pair.district),
      pk: { field: 'gsi1pk', composite: ['district'], template: 'DUPLICATES#${district}', casing: 'none' },
      sk: {
        field: 'gsi1sk',
        composite: ['path', 'first', 'second'],
        template: '${path}#${first}#${second}',
        casing: 'none',
      },
    },
  },
})

const keyOf = ([one, other]: readonly [EntityId, EntityId]) =>
  one < other ? { first: one, second: other } : { first: other, second: one }

/** What somebody said of two; undefined: nobody was asked. Strongly consistent. */
export async function pairState(pair: readonly [EntityId, EntityId]): Promise<PairState | undefined> {
  const { data } = await duplicateItem().get(keyOf(pair)).go({ consistent: true })
  return data?.state
}

/** The part of a transaction by which two are not asked about any more. */
export async function pairSettled(
  pair: readonly [EntityId, EntityId],
  state: Exclude<PairState, 'open'>,
  { by, at }: { readonly by: string; readonly at: Instant },
): Promise<TransactionPart> {
  return {
    put: duplicateItem()
      .put({ ...keyOf(pair), state, path: none, district: none, by, at })
      .params(),
  }
}

/** Puts two before whoever looks after the place; again it writes where they are now. @returns false when somebody has decided */
export async function askAbout({ path, district, ...card }: Pair): Promise<boolean> {
  const { written } = await putIf(
    duplicateItem()
      .put({ ...keyOf([card.one, card.other]), state: 'open', path, district, by: 'system', at: card.at, card })
      .where(({ state }, { eq, notExists }) => `${notExists(state)} OR ${eq(state, 'open')}`)
      .params(),
  )
  return written
}

/** Two of which one is no more, or which agree in too little now, are not asked about; unlike a decision it is forgotten. */
export async function dropPair(pair: readonly [EntityId, EntityId]): Promise<void> {
  await duplicateItem().delete(keyOf(pair)).go()
}

/** A page of pairs that wait inside a path, in the order of places. */
export async function readPairs(
  district: string,
  path: PlacePath,
  cursor: string | undefined,
  limit = 20,
): Promise<{ items: Pair[]; next?: string }> {
  const { data, cursor: next } = await readPage(cursor, (from) =>
    duplicateItem().query.open({ district }).begins({ path }).go({ cursor: from, limit, data: 'includeKeys' }),
  )
  const items = data.flatMap((item) => {
    // The index carries its own keys: `path#first#second`.
    const at = String((item as { gsi1sk?: unknown }).gsi1sk).split('#')[0] as PlacePath
    return item.card === undefined ? [] : [{ ...item.card, path: at, district }]
  })
  return { items, ...present({ next: next ?? undefined }) }
}
