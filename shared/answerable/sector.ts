import type { AttributeCode } from '../knowledge/types'
import type { Subject } from './tie'

/** Who supervises a sector 行业主管 in a place: those of whom an attribute has a code. */
export interface SectorRule {
  readonly attribute: AttributeCode
  readonly code: string
  readonly organisation: string
}

/** A rule that holds for an entity, with the place it was made for. */
export interface Supervision<Place extends string = string> extends SectorRule {
  readonly place: Place
}

/** The general division of all that is earned; whatever else says more of a sector comes before it. */
export const generalSector: AttributeCode = 'organisation.industry'

/**
 * @param lineage of where it is, root first
 * @param rulesAt the rules made for a place itself
 * @returns those who supervise an entity: by the particular before the general, then the nearest place upwards. More than one organisation
 * among them: they contradict each other.
 */
export function supervisionsOf<Place extends string>(
  { facts }: Pick<Subject, 'facts'>,
  lineage: readonly Place[],
  rulesAt: (place: Place) => readonly SectorRule[],
): readonly Supervision<Place>[] {
  const nearest = (isAsked: (rule: SectorRule) => boolean): readonly Supervision<Place>[] => {
    for (const place of [...lineage].reverse()) {
      const found = rulesAt(place).filter((rule) => isAsked(rule) && has(facts, rule))
      if (found.length > 0) return found.map((rule) => ({ ...rule, place }))
    }
    return []
  }
  const particular = nearest(({ attribute }) => attribute !== generalSector)
  return particular.length > 0 ? particular : nearest(({ attribute }) => attribute === generalSector)
}

function has(facts: Subject['facts'], { attribute, code }: SectorRule): boolean {
  const value = facts[attribute]?.value
  return typeof value === 'object' ? value.includes(code) : value === code
}
