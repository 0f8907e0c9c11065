import { isPlaceId } from '@zmht/shared/geo'
import type { EntityId, Graph } from '@zmht/shared/knowledge'
import { type KeptEntity, type KeptRelation, readEntity, readRelations } from './entity.store'

/** The part of the graph a form of this person looks at: the person, those they are related to, and where each lives. */
export interface Surroundings extends Graph {
  readonly entities: Readonly<Record<string, KeptEntity>>
  readonly relations: readonly KeptRelation[]
}

const familyLimit = 12

/** Reads a person, their relations, and the persons at the other ends with theirs: two steps, whatever the form asks. */
export async function surroundingsOf(person: EntityId): Promise<Surroundings> {
  const [self, own] = await Promise.all([readEntity(person), readRelations(person)])
  const others = [...new Set(own.flatMap(({ from, to }) => [from, to]))]
    .filter((id) => id !== person && id.startsWith('e'))
    .filter((id) => own.some((relation) => personal.has(relation.type) && (relation.from === id || relation.to === id)))
    .slice(0, familyLimit)
  const reached = await Promise.all(
    others.map(async (id) => ({ entity: await readEntity(id), relations: await readRelations(id) })),
  )
  const entities: Record<string, KeptEntity> = {}
  if (self !== undefined) entities[self.id] = self
  const relations = [...own]
  for (const { entity, relations: theirs } of reached) {
    if (entity !== undefined) entities[entity.id] = entity
    relations.push(...theirs.filter(({ from, to }) => from === entity?.id && isPlaceId(to)))
  }
  return { entities, relations }
}

/** Relations between persons: what leads from somebody to their family. */
const personal = new Set(['parent', 'spouse', 'guardian', 'carer'])

/**
 * What a resident may be shown of somebody: all of themself; of others only what they said themselves, so that naming a
 * stranger's ID number shows nothing of the stranger.
 */
export function maySee(viewer: { readonly person: string; readonly id: string }) {
  return (
    entity: { readonly id: string; readonly authors?: Readonly<Record<string, string>> },
    code: string,
  ): boolean => entity.id === viewer.person || entity.authors?.[code] === viewer.id
}
