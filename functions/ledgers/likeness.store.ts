import type { PlacePath } from '@zmht/shared/geo'
import type { EntityId } from '@zmht/shared/knowledge'
import { blind } from '../platform/cipher'
import { CustomAttributeType, itemType } from '../platform/table/item'
import type { TransactionPart } from '../platform/table/write'
import type { Traits } from './domain/likeness'

/** A trait that several may share (a phone, a name at a home) → those who have it, through a blind index. */
export const traitItem = itemType({
  model: { entity: 'trait', version: '1', service: 'zmht' },
  attributes: {
    trait: { type: ['phone', 'name-at-home', 'name-and-birth-date'] as const, required: true },
    blindIndex: { type: 'string', required: true },
    entityId: { type: CustomAttributeType<EntityId>('string'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['trait', 'blindIndex'], template: 'TRAIT#${trait}#${blindIndex}', casing: 'none' },
      sk: { field: 'sk', composite: ['entityId'], template: '${entityId}', casing: 'none' },
    },
  },
})

type Trait = 'phone' | 'name-at-home' | 'name-and-birth-date'

function shared({ name, phone, home, birthDate }: Traits): readonly (readonly [Trait, string])[] {
  const last = (path: PlacePath): string => path.slice(path.lastIndexOf('/') + 1)
  return [
    ...(phone === undefined ? [] : [['phone', phone] as const]),
    ...(name === undefined || home === undefined ? [] : [['name-at-home', `${name}@${last(home)}`] as const]),
    ...(name === undefined || birthDate === undefined
      ? []
      : [['name-and-birth-date', `${name}@${birthDate}`] as const]),
  ]
}

const keysOf = (traits: Traits) =>
  Promise.all(shared(traits).map(async ([trait, value]) => ({ trait, blindIndex: await blind(trait, value) })))

/** At most so many who share a trait are compared. */
const mostShared = 20

/** Those who share a phone, or a name with a home or a birth date. */
export async function sharing(traits: Traits): Promise<readonly EntityId[]> {
  const found = await Promise.all(
    (await keysOf(traits)).map(async (key) => (await traitItem().query.primary(key).go({ limit: mostShared })).data),
  )
  return [...new Set(found.flat().map(({ entityId }) => entityId))]
}

/** The parts of a transaction that keep an entity's traits as they are now. */
export async function keepTraits(id: EntityId, before: Traits | undefined, now: Traits): Promise<TransactionPart[]> {
  const [former, current] = await Promise.all([before === undefined ? [] : keysOf(before), keysOf(now)])
  const has = (keys: typeof current, key: (typeof current)[number]): boolean =>
    keys.some((one) => one.trait === key.trait && one.blindIndex === key.blindIndex)
  return [
    ...current
      .filter((key) => !has(former, key))
      .map((key) => ({
        put: traitItem()
          .put({ ...key, entityId: id })
          .params(),
      })),
    ...former
      .filter((key) => !has(current, key))
      .map((key) => ({
        delete: traitItem()
          .delete({ ...key, entityId: id })
          .params(),
      })),
  ]
}
