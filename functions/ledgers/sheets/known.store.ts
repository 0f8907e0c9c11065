import type { EntityId } from '@zmht/shared/knowledge'
import { blind } from '../../platform/cipher'
import { readBatch } from '../../platform/table/batch'
import { keyItem } from '../entity.store'

export interface NaturalKey {
  readonly attribute: string
  readonly value: string
}

/** What tells a natural key from others without being it. */
export const blindKey = async ({ attribute, value }: NaturalKey): Promise<string> =>
  `${attribute}#${await blind(attribute, value)}`

/** @returns of blind keys the entities that have them; those nobody has are left out */
export async function entitiesOfKeys(keys: readonly string[]): Promise<ReadonlyMap<string, EntityId>> {
  const asked = [...new Set(keys)].map((key) => {
    const [attribute = '', blindIndex = ''] = key.split('#')
    return { attribute, blindIndex }
  })
  const found = await readBatch(asked, (left) => keyItem().get(left).go({ consistent: true }))
  return new Map(found.map(({ attribute, blindIndex, entityId }) => [`${attribute}#${blindIndex}`, entityId]))
}
