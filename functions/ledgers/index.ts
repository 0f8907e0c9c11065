/** What other slices may read of the knowledge graph. */

import type { PrefillFor } from '@zmht/shared/controls'
import { type EntityId, entityId, type Knowledge } from '@zmht/shared/knowledge'
import { kindNames } from './domain/names'
import { readEntity } from './entity.store'
import { maySee, type Surroundings, surroundingsOf } from './graph'

export { mintedFrom } from './apply'
export type { Surroundings }

/** What an entity is called in lists. */
export async function nameOfEntity(id: string): Promise<string> {
  const found = await readEntity(entityId(id))
  return found === undefined ? '' : found.name || kindNames[found.kind]
}

/** The part of the graph a resident's form looks at. */
export const aroundPerson = (person: EntityId): Promise<Surroundings> => surroundingsOf(person)

/** What the resident may be shown of it: see `maySee`. Relations are shown whole, they were read from the resident's own. */
export function sightOf(
  knowledge: Knowledge,
  viewer: { readonly person: string; readonly id: string },
  around: Surroundings,
): NonNullable<PrefillFor['may']> {
  const mayView = maySee(viewer)
  return (entity, what) => {
    const kept = around.entities[entity.id]
    if (kept === undefined || knowledge.attribute(what.code) === undefined) return 'full'
    return mayView(kept, what.code) ? 'full' : 'none'
  }
}
