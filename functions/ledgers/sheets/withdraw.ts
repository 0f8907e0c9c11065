import {
  type AttributeCode,
  believedFacts,
  type Claim,
  type Claims,
  type EntityId,
  type Instant,
  type Knowledge,
  type Relation,
  standing,
} from '@zmht/shared/knowledge'
import { type Linked, placing, save } from '../apply'
import { claimsRetold, notWithdrawn, relationsRetold, withdrawalOf } from '../domain/retell'
import { type KeptEntity, readEntity, readRelations } from '../entity.store'
import { type HistoryEntry, historyOf, keeperOf, wasSaid } from '../history.store'
import { traitsNow } from '../resolve'
import { keysLetGo, removeEntity } from './withdraw.store'

/** What is withdrawn: everything one source said of an entity. */
export interface Withdrawn {
  readonly id: string
  readonly at: Instant
}

/** Who withdraws it, and when. */
export interface Withdrawer {
  readonly by: string
  readonly at: Instant
  readonly knowledge: Knowledge
  readonly label: string
}

/** The source under which it is written down that another was withdrawn. */
const undoingOf = (source: string): string => `${source}-undo`

/**
 * Withdraws what a source said of an entity: its claims and relations go, what others said stands again as if it had never been
 * said, and who is known by nothing else is no more. The history keeps both, what was said and that it was withdrawn. Again, it changes nothing.
 * @returns false when the source said nothing of it
 */
export async function withdraw(given: EntityId, source: Withdrawn, by: Withdrawer): Promise<boolean> {
  for (let attempt = 0; attempt < 6; attempt++) {
    const entity = await readEntity(given, true)
    const id = entity?.id ?? given
    if (await wasSaid(id, by.at, undoingOf(source.id))) return true
    if (entity === undefined) return false
    const entries = (await Promise.all([id, ...(entity.merged ?? [])].map(historyOf))).flat()
    const own = entries.filter((entry) => entry.source.id === source.id && entry.decided === undefined)
    if (own.length === 0) {
      // It was found to have been said of another, when two that had been joined were taken apart.
      const keeper = await keeperOf({ entityId: id, at: source.at, sourceId: source.id })
      return keeper !== undefined && keeper !== id && withdraw(keeper, source, by)
    }
    if (await withdrawOnce(entity, own, othersOf(entries, source), source, by)) return true
  }
  throw new Error(`the entity ${given} is contended: the step comes again`)
}

/** What others said that has not been withdrawn itself, the first first. */
const othersOf = (entries: readonly HistoryEntry[], source: Withdrawn): readonly HistoryEntry[] =>
  notWithdrawn(entries).filter((entry) => entry.source.id !== source.id)

/** @returns false when the entity changed meanwhile */
async function withdrawOnce(
  entity: KeptEntity,
  own: readonly HistoryEntry[],
  others: readonly HistoryEntry[],
  source: Withdrawn,
  { by, at, knowledge, label }: Withdrawer,
): Promise<boolean> {
  const relations = await readRelations(entity.id, true)
  const linked = relationsWithout(knowledge, entity.id, relations, own, others, source)
  const said = {
    at,
    by,
    source: { kind: 'import' as const, id: undoingOf(source.id), label: `撤销：${label}` },
    authority: 'recorded' as const,
    version: knowledge.version,
    facts: [],
    links: [],
    changed: [...new Set(own.flatMap((entry) => entry.changed))],
    undecided: [],
    decided: { code: withdrawalOf(source.id), outcome: 'rejected' as const },
  }
  const speaks = others.some(({ facts, links }) => facts.length > 0 || links.length > 0)
  const traits = traitsNow(knowledge, entity, entity.path)
  if (!speaks && linked.relations.length === 0)
    return removeEntity(entity, { traits, relations, keys: naturalKeysOf(knowledge, entity), said })
  const claims = claimsWithout(knowledge, entity, own, others, source)
  const { path: _, ...placeless } = entity
  const isPlaced = (placing[entity.kind] ?? []).some((type) =>
    linked.relations.some((one) => one.type === type && one.from === entity.id && one.pending === undefined),
  )
  // Where it was placed by nothing but what is withdrawn, it has no place any more.
  const moved = own.some(({ links }) => links.some(({ type }) => placing[entity.kind]?.includes(type)))
  const left: KeptEntity = moved && !isPlaced ? placeless : entity
  const next: KeptEntity = { ...left, claims, facts: believedFacts(knowledge, claims, at) }
  const gone = naturalKeysOf(knowledge, entity).filter(({ attribute, value }) => next.facts[attribute]?.value !== value)
  const outcome = await save({
    before: entity,
    entity: next,
    linked,
    speaker: { by, at, knowledge },
    facts: [],
    said,
    beside: await keysLetGo(entity.id, gone),
  })
  return outcome !== 'changed-meanwhile'
}

const naturalKeysOf = (knowledge: Knowledge, { facts }: KeptEntity) =>
  Object.entries(facts).flatMap(([attribute, { value }]) =>
    knowledge.attribute(attribute)?.naturalKey === true && typeof value === 'string' ? [{ attribute, value }] : [],
  )

/** The claims as they would stand had the source never spoken: what others said is said anew, and what is not in the history stays. */
function claimsWithout(
  knowledge: Knowledge,
  { claims }: KeptEntity,
  own: readonly HistoryEntry[],
  others: readonly HistoryEntry[],
  source: Withdrawn,
): Claims {
  const next: Record<AttributeCode, readonly Claim[]> = { ...claims }
  for (const code of new Set(own.flatMap(({ facts }) => facts.map(({ attribute }) => attribute)))) {
    const said = claimsRetold(knowledge, code, others)
    const kept = (claims[code] ?? []).filter((claim) => claim.source.id !== source.id)
    const stands = standing(knowledge.attribute(code), [...said, ...kept])
    if (stands.length > 0) next[code] = stands
    else delete next[code]
  }
  return next
}

/** The relations as they would be had the source never spoken. */
function relationsWithout(
  knowledge: Knowledge,
  id: EntityId,
  current: readonly Relation[],
  own: readonly HistoryEntry[],
  others: readonly HistoryEntry[],
  source: Withdrawn,
): Linked {
  const types = new Set(own.flatMap(({ links }) => links.map(({ type }) => type)))
  const isConcerned = (one: Relation): boolean => types.has(one.type) && one.from === id
  const concerned = others.map((entry) => ({ ...entry, links: entry.links.filter(({ type }) => types.has(type)) }))
  const said = relationsRetold(knowledge, concerned)
  const isSaid = (one: Relation): boolean => said.some((other) => other.type === one.type && other.to === one.to)
  const stays = current.filter((one) => !isConcerned(one) || (!isSaid(one) && one.source.id !== source.id))
  return {
    relations: [...stays, ...said],
    begun: said,
    ended: current.filter((one) => isConcerned(one) && !stays.includes(one) && !isSaid(one)),
    changed: [...types],
    undecided: [],
  }
}
