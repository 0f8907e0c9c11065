import { applyFacts, applyRelation, type EntityPatch, type Link } from '@zmht/shared/controls'
import {
  type ClaimSource,
  type Instant,
  type Knowledge,
  type Relation,
  sameValue,
  type Value,
} from '@zmht/shared/knowledge'

interface Known {
  readonly id: string
  readonly authors: Readonly<Record<string, string>>
}

/** Who speaks, and how. */
export interface Speaker {
  readonly by: string
  /** The speaker's own person: of themself a person has the last word. */
  readonly self: string
  readonly source: ClaimSource
  readonly at: Instant
  /** The system under which it is said. */
  readonly knowledge: Knowledge
}

/**
 * The rule of authority. What somebody says of another person never overrules what that person, an official or a third one
 * said before: it is kept as a recommendation. Of themself, and of what they said themselves before, everyone has the last word;
 * the same value said again by anyone confirms it.
 */
export function maySay(speaker: Speaker, subject: string, author: string | undefined): boolean {
  return author === undefined || author === speaker.by || subject === speaker.self
}

/** @returns the facts that apply and those that are only recommended. */
export function settleFacts<E extends Known & Parameters<typeof applyFacts>[0]>(
  entity: E,
  facts: EntityPatch['facts'],
  speaker: Speaker,
): { readonly entity: E; readonly changed: readonly string[]; readonly recommended: readonly string[] } {
  const overruled = facts.filter(({ attribute, value }) => {
    const claim = entity.facts[attribute]
    if (claim === undefined || maySay(speaker, entity.id, entity.authors[attribute])) return false
    return !sameValue(claim.value, value)
  })
  const accepted = facts.filter((fact) => !overruled.includes(fact))
  const { entity: next, changed } = applyFacts(entity, accepted, speaker.source, speaker.at, speaker.knowledge.version)
  const authors = { ...entity.authors }
  for (const { attribute } of accepted) {
    // A confirmation by somebody else leaves the fact with who said it first.
    if (next.facts[attribute]?.at === speaker.at && (authors[attribute] === undefined || changed.includes(attribute))) {
      authors[attribute] = speaker.by
    }
  }
  return { entity: { ...entity, ...next, authors }, changed, recommended: overruled.map(({ attribute }) => attribute) }
}

export interface SettledRelations<R extends Relation> {
  readonly begun: readonly (R | (Relation & { by: string }))[]
  readonly ended: readonly R[]
  readonly recommended: readonly string[]
}

/** The same rule for relations from one entity: whose home somebody else has said is not moved by a third person. */
export function settleRelations<R extends Relation & { readonly by: string }>(
  current: readonly R[],
  links: readonly Link[],
  speaker: Speaker,
): SettledRelations<R> {
  const begun: (Relation & { by: string })[] = []
  const ended: R[] = []
  const recommended: string[] = []
  let relations: readonly (Relation & { by?: string })[] = current
  for (const link of links) {
    const settled = applyRelation(
      speaker.knowledge,
      relations,
      link,
      speaker.source,
      speaker.at,
      speaker.knowledge.version,
    )
    const former = settled.ended as readonly R[] // only relations given above can end
    if (former.some((one) => !maySay(speaker, link.from, one.by))) {
      recommended.push(link.type)
      continue
    }
    ended.push(...former)
    const fresh = settled.relations.filter((one) => !relations.includes(one))
    begun.push(...fresh.map((one) => ({ ...one, by: (one as { by?: string }).by ?? speaker.by }))) // a confirmed one keeps its author
    relations = settled.relations
  }
  return { begun, ended, recommended }
}

/** @returns the name a register shows. */
export function nameFrom(
  facts: Readonly<Record<string, { readonly value: Value }>>,
  kind: string,
  fallback: string,
): string {
  const value = facts[`${kind}.name`]?.value
  return typeof value === 'string' ? value : fallback
}
