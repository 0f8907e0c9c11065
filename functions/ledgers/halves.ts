import {
  believedFacts,
  type Claims,
  type EntityId,
  type EntityKind,
  type Knowledge,
  type Relation,
} from '@zmht/shared/knowledge'
import { type Linked, placing } from './apply'
import type { KeptEntity } from './entity.store'
import type { MergedRecord } from './split.store'

/** The one that was gone, before anything is known of it again. */
export const bare = (id: EntityId, { kind, version }: MergedRecord, by: string): KeptEntity => ({
  id,
  kind: kind as EntityKind, // as it was kept
  name: '',
  facts: {},
  claims: {},
  by,
  version,
})

/** With what is believed of some claims. */
export const believed = (knowledge: Knowledge, entity: KeptEntity, claims: Claims, at: string): KeptEntity => ({
  ...entity,
  claims,
  facts: believedFacts(knowledge, claims, at),
})

/** Relations as they are saved with one of two. */
export const linkedOf = (
  relations: readonly Relation[],
  begun: readonly Relation[],
  ended: readonly Relation[],
): Linked => ({
  relations,
  begun,
  ended,
  changed: [],
  undecided: [],
})

/** Whether some relation says where it is. */
export const isHoused = (kind: EntityKind, own: readonly Relation[]): boolean =>
  own.some(({ type, pending }) => placing[kind]?.includes(type) && pending === undefined)

/** Nothing of it would be written otherwise. */
export const isSame = (one: Relation, other: Relation): boolean =>
  one.type === other.type &&
  one.from === other.from &&
  one.to === other.to &&
  one.at === other.at &&
  one.by === other.by &&
  one.source.id === other.source.id &&
  one.pending === other.pending &&
  one.since === other.since
