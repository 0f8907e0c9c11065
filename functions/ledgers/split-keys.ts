import type { EntityId, Knowledge } from '@zmht/shared/knowledge'
import type { TransactionPart } from '../platform/table/write'
import type { Joined } from './domain/split'
import type { KeptEntity } from './entity.store'
import { keyLed } from './split.store'

/** Every natural key of either leads to the one it is believed of. */
export async function keysLed(
  knowledge: Knowledge,
  before: KeptEntity,
  kept: KeptEntity,
  restored: KeptEntity,
  { goners, survivors, gone }: Pick<Joined, 'goners' | 'survivors' | 'gone'>,
): Promise<readonly TransactionPart[]> {
  const keysOf = ({ facts }: KeptEntity) =>
    Object.entries(facts).flatMap(([attribute, { value }]) =>
      knowledge.attribute(attribute)?.naturalKey === true && typeof value === 'string' ? [{ attribute, value }] : [],
    )
  const has = (entity: KeptEntity, one: { readonly attribute: string; readonly value: string }): boolean =>
    entity.facts[one.attribute]?.value === one.value
  const all = [...keysOf(before), ...keysOf(kept), ...keysOf(restored)]
  const distinct = all.filter(
    (one, at) => all.findIndex((other) => other.attribute === one.attribute && other.value === one.value) === at,
  )
  const among = new Set([...goners, ...survivors])
  const parts = await Promise.all(
    distinct.map((one) => {
      const [isKept, isRestored] = [has(kept, one), has(restored, one)]
      // Of both: it goes on leading to whom it leads to.
      const same = isKept && isRestored ? among : isKept ? survivors : isRestored ? goners : new Set<EntityId>()
      return keyLed({ ...one, to: isKept ? kept.id : isRestored ? gone : undefined, among, same })
    }),
  )
  return parts.flat()
}
