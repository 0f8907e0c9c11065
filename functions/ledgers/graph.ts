import type { PrefillFor } from '@zmht/shared/controls'
import { isPlaceId } from '@zmht/shared/geo'
import { type EntityId, entityId, type Graph, isSaidBy, type Relation } from '@zmht/shared/knowledge'
import type { Charge } from '@zmht/shared/permission'
import { type KeptEntity, readEntity, readRelations } from './entity.store'

/** The part of the graph a form of this person looks at: the person, those they are related to, and where each lives. */
export interface Surroundings extends Graph {
  readonly entities: Readonly<Record<string, KeptEntity>>
}

const familyLimit = 12

/** Reads a person, their relations, and those at the other ends with theirs: two steps, whatever the form asks. */
export async function surroundingsOf(
  person: EntityId,
  charges: readonly Pick<Charge, 'entity'>[] = [],
  follows: (type: string) => boolean = (type) => leadsOn.has(type),
): Promise<Surroundings> {
  const [self, own] = await Promise.all([readEntity(person), readRelations(person)])
  const family = [...new Set(own.flatMap(({ from, to }) => [from, to]))]
    .filter((id) => id !== person && id.startsWith('e'))
    .filter((id) => own.some((relation) => follows(relation.type) && (relation.from === id || relation.to === id)))
    .slice(0, familyLimit)
  const others = [...new Set([...family, ...charges.map(({ entity }) => entityId(entity))])]
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

/** Relations to people and things somebody answers for: what leads from them to their family, their car, their dog. */
const leadsOn = new Set(['parent', 'spouse', 'guardian', 'carer', 'owned-by', 'used-by'])

interface Viewer {
  readonly person: string
  readonly id: string
  /** For whom they act today. */
  readonly charges: readonly Pick<Charge, 'entity'>[]
}

const isInCharge = ({ charges }: Viewer, id: string): boolean => charges.some(({ entity }) => entity === id)

/**
 * What a resident is shown: of themself and those they act for all that is believed; of others what they said themselves, so that naming a stranger's
 * ID number shows nothing of the stranger.
 */
export const sightOf =
  (viewer: Viewer): NonNullable<PrefillFor['may']> =>
  (entity, _what, said) => {
    const isOwn =
      entity.id === viewer.person || ('from' in said && (said.from === viewer.person || said.to === viewer.person))
    const isActedFor = isInCharge(viewer, entity.id) && !('pending' in said && said.pending === true)
    return isOwn || isActedFor || isSaidBy(said, viewer.id) ? 'full' : 'none'
  }

/** Whether a resident is shown a relation: one of their own, or one they told themselves. What is pending only who said it sees. */
export function maySeeRelation(viewer: Viewer, relation: Relation): boolean {
  if (isSaidBy(relation, viewer.id)) return true
  const isAbout = (id: string) => relation.from === id || relation.to === id
  return (
    relation.pending === undefined && (isAbout(viewer.person) || viewer.charges.some(({ entity }) => isAbout(entity)))
  )
}
