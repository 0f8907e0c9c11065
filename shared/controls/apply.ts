import type { Knowledge } from '../knowledge/system'
import type {
  AttributeCode,
  Claim,
  ClaimSource,
  Entity,
  EntityId,
  Graph,
  Instant,
  KnowledgeVersion,
  Relation,
} from '../knowledge/types'
import { sameValue } from '../knowledge/values'
import type { EntityPatch, EntityRef, Patch, RelationPatch } from './form'
import { confirmedAt } from './prefill'

export interface ApplyFor {
  readonly source: ClaimSource
  /** When it was said, not when it is applied: what was said earlier never overwrites what was said later. */
  readonly at: Instant
  /** Finds or mints the entity a new name stands for; the same name must always give the same entity. */
  readonly resolve: (ref: Extract<EntityRef, { fresh: string }>, patch: Patch) => EntityId
}

/**
 * Applies a patch to a graph: the reference for whoever keeps the graph. Pure, and the same patch twice is the same as once.
 * A known entity of another kind than the patch says is left as it is.
 */
export function applyPatch(knowledge: Knowledge, graph: Graph, patch: Patch, given: ApplyFor): Graph {
  const idOf = (ref: EntityRef): EntityId => ('known' in ref ? ref.known : given.resolve(ref, patch))
  const entities: Record<string, Entity> = { ...graph.entities }
  for (const said of patch.entities) {
    const id = idOf(said.ref)
    const before: Entity = entities[id] ?? { id, kind: said.kind, facts: {} }
    if (before.kind !== said.kind) continue
    entities[id] = applyFacts(before, said.facts, given.source, given.at, patch.knowledge).entity
  }
  let relations = graph.relations
  for (const said of patch.relations) {
    const link = {
      type: said.type,
      from: idOf(said.from),
      to: idOf(said.to),
      ...(said.facts ? { facts: said.facts } : {}),
    }
    relations = applyRelation(knowledge, relations, link, given.source, given.at, patch.knowledge).relations
  }
  return { entities, relations }
}

/**
 * Says facts of one entity. A claim said later than this one stays; the same value said again renews only source, time and version.
 * @returns the entity, and the attributes whose value is another now
 */
export function applyFacts<E extends Entity>(
  entity: E,
  facts: EntityPatch['facts'],
  source: ClaimSource,
  at: Instant,
  version: KnowledgeVersion,
): { readonly entity: E; readonly changed: readonly AttributeCode[] } {
  const claims: Record<AttributeCode, Claim> = { ...entity.facts }
  for (const { attribute, value } of facts) {
    const believed = claims[attribute]
    if (believed && believed.at > at) continue
    claims[attribute] = { value, source, at, version }
  }
  const changed = Object.entries(claims)
    .filter(([code, claim]) => {
      const before = entity.facts[code]
      return !before || !sameValue(before.value, claim.value)
    })
    .map(([code]) => code)
  return { entity: { ...entity, facts: claims }, changed }
}

/** A relation between entities that have their ids, with what was said of it. */
export interface Link {
  readonly type: string
  readonly from: EntityId
  readonly to: EntityId
  readonly facts?: NonNullable<RelationPatch['facts']>
}

/**
 * Says one relation among the current ones. Said again it is confirmed, and keeps its beginning. Where a source may have one
 * target only, a new target ends the former, unless the former was said later. Nothing is related to itself.
 * @returns the current relations, and those that ended
 */
export function applyRelation<R extends Relation>(
  knowledge: Knowledge,
  relations: readonly R[],
  link: Link,
  source: ClaimSource,
  at: Instant,
  version: KnowledgeVersion,
): { readonly relations: readonly (R | Relation)[]; readonly ended: readonly R[] } {
  if (link.from === link.to) return { relations, ended: [] }
  const type = knowledge.relationType(link.type)
  const symmetric = type?.symmetric === true
  const known = relations.find((one) => isSameLink(one, link, symmetric))
  if (known) {
    if (confirmedAt(known) > at) return { relations, ended: [] }
    const confirmed: Relation = {
      ...known,
      source,
      version,
      ...(at === known.since ? {} : { confirmed: at }),
      ...factsOfRelation(known, link, source, at, version),
    }
    return { relations: relations.map((one) => (one === known ? confirmed : one)), ended: [] }
  }
  const rivals = type?.targets === 'one' ? relations.filter((one) => isRival(one, link, symmetric)) : []
  if (rivals.some((one) => confirmedAt(one) > at)) return { relations, ended: [] }
  const { type: code, from, to } = link
  const begun: Relation = {
    type: code,
    from,
    to,
    since: at,
    source,
    version,
    ...factsOfRelation(undefined, link, source, at, version),
  }
  return { relations: [...relations.filter((one) => !rivals.includes(one)), begun], ended: rivals }
}

/** What is said of a relation is a claim like any other: what was said later is believed. */
function factsOfRelation(
  known: Relation | undefined,
  link: Link,
  source: ClaimSource,
  at: Instant,
  version: KnowledgeVersion,
): Pick<Relation, 'facts'> {
  const claims: Record<AttributeCode, Claim> = { ...known?.facts }
  for (const { attribute, value } of link.facts ?? []) {
    const believed = claims[attribute]
    if (!believed || believed.at <= at) claims[attribute] = { value, source, at, version }
  }
  return Object.keys(claims).length === 0 ? {} : { facts: claims }
}

function isSameLink(one: Relation, link: Link, symmetric: boolean): boolean {
  if (one.type !== link.type) return false
  return (one.from === link.from && one.to === link.to) || (symmetric && one.from === link.to && one.to === link.from)
}

function isRival(one: Relation, link: Link, symmetric: boolean): boolean {
  if (one.type !== link.type) return false
  return symmetric ? [one.from, one.to].some((end) => end === link.from || end === link.to) : one.from === link.from
}
