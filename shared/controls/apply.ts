import { believedFacts, claimsOf, isSaidBy, rankOf, sayFacts } from '../knowledge/claims'
import type { Knowledge } from '../knowledge/system'
import type {
  AttributeCode,
  Authority,
  Claim,
  Claims,
  Entity,
  EntityId,
  Graph,
  Relation,
  Saying,
} from '../knowledge/types'
import { sameValue } from '../knowledge/values'
import type { EntityPatch, EntityRef, Patch, RelationPatch } from './form'

export interface ApplyFor extends Pick<Saying, 'source' | 'by'> {
  /** When it was said, not when it is applied: what was said earlier never overwrites what was said later. */
  readonly at: Saying['at']
  /** What the speaker's word weighs about an entity. */
  readonly authority: (entity: EntityId) => Authority
  /** Finds or mints the entity a new name stands for; the same name must always give the same entity. */
  readonly resolve: (ref: Extract<EntityRef, { fresh: string }>, patch: Patch) => EntityId
}

/**
 * Applies a patch to a graph: the reference for whoever keeps the graph. Pure, and the same patch twice is the same as once.
 * A known entity of another kind than the patch says is left as it is.
 */
export function applyPatch(knowledge: Knowledge, graph: Graph, patch: Patch, given: ApplyFor): Graph {
  const idOf = (ref: EntityRef): EntityId => ('known' in ref ? ref.known : given.resolve(ref, patch))
  const sayingOf = (id: EntityId): Saying => ({
    source: given.source,
    at: given.at,
    by: given.by,
    version: patch.knowledge,
    authority: given.authority(id),
  })
  const entities: Record<string, Entity> = { ...graph.entities }
  for (const said of patch.entities) {
    const id = idOf(said.ref)
    const before: Entity = entities[id] ?? { id, kind: said.kind, facts: {} }
    if (before.kind !== said.kind) continue
    entities[id] = applyFacts(knowledge, before, said.facts, sayingOf(id)).entity
  }
  let relations = graph.relations
  for (const said of patch.relations) {
    const link: Link = {
      type: said.type,
      from: idOf(said.from),
      to: idOf(said.to),
      ...(said.facts ? { facts: said.facts } : {}),
    }
    relations = applyRelation(knowledge, relations, link, sayingOf(speaksFor(knowledge, link, given))).relations
  }
  return { entities, relations }
}

/** Whose word a relation is: its source's; of a symmetric one that end's the speaker knows best. */
export function speaksFor(knowledge: Knowledge, link: Link, given: Pick<ApplyFor, 'authority'>): EntityId {
  const symmetric = knowledge.relationType(link.type)?.symmetric === true
  return symmetric && given.authority(link.from) === 'told' ? link.to : link.from
}

/** What became of the facts said of one entity. */
export interface SaidFacts<E extends Entity> {
  readonly entity: E
  /** The attributes whose value is another now. */
  readonly changed: readonly AttributeCode[]
  /** Those where what was said stands beside what is believed, for a person to decide. */
  readonly undecided: readonly AttributeCode[]
}

/** Says facts of one entity. What is believed then follows from all claims that stand: see `believe`. */
export function applyFacts<E extends Entity>(
  knowledge: Knowledge,
  entity: E,
  facts: EntityPatch['facts'],
  saying: Saying,
): SaidFacts<E> {
  const claims = sayFacts(knowledge, claimsOf(entity), facts, saying)
  const believed = believedFacts(knowledge, claims, saying.at)
  const said = [...new Set(facts.map(({ attribute }) => attribute))]
  const codes = [...new Set(said.flatMap((code) => [code, ...knowledge.derivedFrom(code).map((one) => one.code)]))]
  const isOther = (code: AttributeCode, claim: Claim | undefined): boolean =>
    claim !== undefined && !sameValue(claim.value, believed[code]?.value ?? '')
  const changed = codes.filter((code) => believed[code] && !isSameFact(entity.facts[code], believed[code]))
  const own = (code: AttributeCode) =>
    claims[code]?.find(({ by, at, source }) => by === saying.by && at === saying.at && source.id === saying.source.id)
  return {
    entity: { ...entity, claims, facts: { ...entity.facts, ...pick(believed, codes) } },
    changed,
    undecided: said.filter((code) => isOther(code, own(code))),
  }
}

function isSameFact(one: Claim | undefined, other: Claim | undefined): boolean {
  return one !== undefined && other !== undefined && sameValue(one.value, other.value)
}

function pick<T>(all: Readonly<Record<string, T>>, keys: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([key]) => keys.includes(key)))
}

/** A relation between entities that have their ids, with what was said of it. */
export interface Link {
  readonly type: string
  readonly from: EntityId
  readonly to: EntityId
  readonly facts?: NonNullable<RelationPatch['facts']>
}

/** What became of a relation that was said. */
export interface SaidRelation<R extends Relation> {
  readonly relations: readonly (R | Relation)[]
  /** Those that are no more: ended by this one, or settled by it. */
  readonly ended: readonly R[]
}

/**
 * Says one relation among the current ones. Said again it is confirmed, and keeps its beginning. Where a source may have one target only,
 * a new target ends the former, unless the former was said later, or by somebody whose word weighs more: then the new one is pending.
 * Nothing is related to itself.
 */
export function applyRelation<R extends Relation>(
  knowledge: Knowledge,
  relations: readonly R[],
  link: Link,
  saying: Saying,
): SaidRelation<R> {
  if (link.from === link.to) return { relations, ended: [] }
  const type = knowledge.relationType(link.type)
  const symmetric = type?.symmetric === true
  const known = relations.find((one) => isSameLink(one, link, symmetric))
  if (known && known.at > saying.at) return { relations, ended: [] }
  const { pending, ...said } = known ? confirmed(knowledge, known, link, saying) : begun(knowledge, link, saying)
  const rivals =
    type?.targets === 'one' ? relations.filter((one) => one !== known && isRival(one, link, symmetric)) : []
  const stands = rivals.filter((one) => one.pending === undefined && !mayEnd(said, one))
  const isSettled = (one: R): boolean => outweighs(one, said) || isSaidBy(one, saying.by)
  if (rivals.some((one) => one.at > said.at && isSettled(one))) return { relations, ended: [] }
  // Heard once more, it waits for as long as it did: what it waited for may be over, but nobody has decided it.
  const waits = known?.pending === true && known.at === saying.at && known.source.id === saying.source.id
  const next = waits || stands.length > 0 ? { ...said, pending: true as const } : said
  const ended: R[] = []
  const others = relations.flatMap((one): readonly (R | Relation)[] => {
    if (one === known) return [next]
    if (!rivals.includes(one)) return [one]
    const left = afterwards(one, said, saying)
    if (left === undefined) ended.push(one)
    return left === undefined ? [] : [left]
  })
  return { relations: known ? others : [...others, next], ended }
}

/** What is left of a rival once another relation was said; nothing: it is over. */
function afterwards<R extends Relation>(rival: R, said: Relation, saying: Saying): R | Relation | undefined {
  if (mayEnd(said, rival)) {
    // What was said later with less weight is not settled by this: somebody decides.
    return rival.at > said.at ? { ...rival, pending: true } : undefined
  }
  return rival.pending && rival.at <= saying.at ? withoutTeller(rival, saying.by) : rival
}

/** Who says otherwise now no longer says this. */
function withoutTeller(rival: Relation, teller: string): Relation | undefined {
  if (!isSaidBy(rival, teller)) return rival
  const [by, ...left] = [rival.by, ...(rival.also ?? [])].filter((who) => who !== teller)
  const { also: _, ...rest } = rival
  return by === undefined ? undefined : { ...rest, by, ...(left.length > 0 ? { also: left } : {}) }
}

const rankOfRelation = ({ authority }: Relation): number => rankOf(undefined, authority)

/** Whether one's word counts at least as much; of what is told of others nobody's does, but one's own. */
function outweighs(one: Relation, other: Relation): boolean {
  const [rank, against] = [rankOfRelation(one), rankOfRelation(other)]
  if (rank === against && one.authority === 'told') return isSaidBy(other, one.by)
  return rank >= against
}

/** Whether a relation takes the place of another from the same source. */
function mayEnd(one: Relation, other: Relation): boolean {
  return outweighs(one, other) && (one.at >= other.at || rankOfRelation(one) > rankOfRelation(other))
}

function begun(knowledge: Knowledge, { type, from, to, facts }: Link, saying: Saying): Relation {
  return { type, from, to, since: saying.at, ...saying, ...factsSaid(knowledge, {}, facts, saying) }
}

/** A relation said again belongs to whoever knows it best; who said it before is remembered. */
function confirmed(knowledge: Knowledge, known: Relation, link: Link, saying: Saying): Relation {
  const better = rankOf(undefined, saying.authority) > rankOfRelation(known)
  const author = better ? saying : known
  const also = [...new Set([...(known.also ?? []), known.by, saying.by])].filter((who) => who !== author.by)
  return {
    ...known,
    source: saying.source,
    version: saying.version,
    at: saying.at,
    by: author.by,
    authority: author.authority,
    ...(also.length > 0 ? { also: also.sort().slice(0, 8) } : {}),
    ...factsSaid(knowledge, claimsOf(known), link.facts, saying),
  }
}

function factsSaid(
  knowledge: Knowledge,
  before: Claims,
  facts: Link['facts'],
  saying: Saying,
): Pick<Relation, 'facts' | 'claims'> {
  const claims = sayFacts(knowledge, before, facts ?? [], saying)
  return Object.keys(claims).length === 0 ? {} : { claims, facts: believedFacts(knowledge, claims, saying.at) }
}

function isSameLink(one: Relation, link: Link, symmetric: boolean): boolean {
  if (one.type !== link.type) return false
  return (one.from === link.from && one.to === link.to) || (symmetric && one.from === link.to && one.to === link.from)
}

function isRival(one: Relation, link: Link, symmetric: boolean): boolean {
  if (one.type !== link.type) return false
  return symmetric ? [one.from, one.to].some((end) => end === link.from || end === link.to) : one.from === link.from
}
