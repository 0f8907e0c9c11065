/** What other slices may read of the knowledge graph. */
import { type EntityId, type EntityKind, entityId } from '@zmht/shared/knowledge'
import type { Charge } from '@zmht/shared/permission'
import { kindNames } from './domain/names'
import { readEntity } from './entity.store'
import { type Surroundings, surroundingsOf } from './graph'
import { entitiesSaidBy } from './history.store'

export { sightOf } from './graph'
export type { Surroundings }

/** What an entity is called in lists. */
export async function nameOfEntity(id: string): Promise<string> {
  const found = await readEntity(entityId(id))
  return found === undefined ? '' : found.name || kindNames[found.kind]
}

/** What an id stands for, if anything is known of it. */
export async function kindOf(id: string): Promise<EntityKind | undefined> {
  return (await readEntity(entityId(id)))?.kind
}

/** The part of the graph a resident's form looks at. */
export const aroundPerson = (person: EntityId, charges: readonly Pick<Charge, 'entity'>[]): Promise<Surroundings> =>
  surroundingsOf(person, charges)

/** Whom and what a submission spoke of, as they are now: nothing before its consequences have followed. */
export async function spokenOfBy(sourceId: string): Promise<{ id: EntityId; kind: EntityKind; name: string }[]> {
  const found = await Promise.all((await entitiesSaidBy(sourceId)).map((id) => readEntity(id)))
  const distinct = new Map(found.flatMap((one) => (one === undefined ? [] : [[one.id, one] as const])))
  return [...distinct.values()].map(({ id, kind, name }) => ({ id, kind, name: name || kindNames[kind] }))
}
