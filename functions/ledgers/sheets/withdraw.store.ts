import type { EntityId, Relation } from '@zmht/shared/knowledge'
import { blind } from '../../platform/cipher'
import { type TransactionPart, transact } from '../../platform/table/write'
import type { Traits } from '../domain/likeness'
import { entityItem, type KeptEntity, keyItem, relationItem } from '../entity.store'
import { type HistoryEntry, writeDown } from '../history.store'
import { keepTraits } from '../likeness.store'

interface NaturalKey {
  readonly attribute: string
  readonly value: string
}

/** The parts of a transaction by which natural keys lead to an entity no more; those that lead to another stay. */
export async function keysLetGo(id: EntityId, keys: readonly NaturalKey[]): Promise<TransactionPart[]> {
  const held = await Promise.all(
    keys.map(async ({ attribute, value }) => {
      const key = { attribute, blindIndex: await blind(attribute, value) }
      const { data } = await keyItem().get(key).go({ consistent: true })
      return data?.entityId === id ? [key] : []
    }),
  )
  return held.flat().map((key) => ({
    delete: keyItem()
      .delete(key)
      .where(({ entityId }, { eq }) => eq(entityId, id))
      .params(),
  }))
}

interface Removing {
  readonly traits: Traits | undefined
  /** Its relations, all of them to go with it. */
  readonly relations: readonly Relation[]
  readonly keys: readonly NaturalKey[]
  readonly said: Omit<HistoryEntry, 'entityId'>
}

/**
 * Removes an entity nothing is said of any more, with its keys, traits and relations; its history stays.
 * @returns false when it changed since it was read
 */
export async function removeEntity(
  { id, kind, version }: KeptEntity,
  { traits, relations, keys, said }: Removing,
): Promise<boolean> {
  const ends = relations.flatMap(({ type, from, to }) => [
    { entityId: from, type, direction: 'forward' as const, other: to },
    { entityId: to, type, direction: 'backward' as const, other: from },
  ])
  const { written } = await transact([
    {
      delete: entityItem()
        .delete({ id })
        .where(({ version: held }, { eq }) => eq(held, version))
        .params(),
    },
    await writeDown({ ...said, entityId: id }),
    ...(await keysLetGo(id, keys)),
    ...(traits === undefined ? [] : await keepTraits(id, traits, { kind, keys: {} })),
    ...ends.map((end) => ({ delete: relationItem().delete(end).params() })),
  ])
  return written
}
