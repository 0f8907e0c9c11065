import {
  type Claim,
  type Claims,
  type EntityId,
  type Instant,
  type Knowledge,
  type Relation,
  sameValue,
  standing,
  upgradeClaims,
} from '@zmht/shared/knowledge'
import { allRetold, notWithdrawn, relationsRetold, type Told } from './retell'

/** Two that were joined though they are two. */
export interface Joined {
  readonly survivor: EntityId
  readonly gone: EntityId
  /** Whoever was joined with the one before; itself among them. */
  readonly survivors: ReadonlySet<EntityId>
  readonly goners: ReadonlySet<EntityId>
  /** When they were joined. */
  readonly at: Instant
}

/** Whose something is that was said after they were joined. */
export type Side = 'survivor' | 'gone'

/** What names one saying among all: a source speaks once at a time. */
export const tellingOf = ({ at, source }: Pick<Told, 'at' | 'source'>): string => `${at}#${source.id}`

/** @returns what was said since they were joined, of which somebody has to say whose it is; decisions on who is who are neither's */
export function saidSince<T extends Told>(entries: readonly T[], { goners, at }: Joined): readonly T[] {
  return notWithdrawn(entries).filter(
    ({ entityId, at: saidAt, facts, links }) =>
      !goners.has(entityId) && saidAt > at && (facts.length > 0 || links.length > 0),
  )
}

/**
 * Whose something is, where it can be told: whoever spoke of themself; by a number that only one of them has; by a resident who had
 * spoken of one of them only; by values only one of them had.
 * @param self the entity an account is of
 * @returns undefined: it has to be asked
 */
export function sideOf(
  knowledge: Knowledge,
  entry: Told,
  before: readonly Told[],
  joined: Joined,
  self: (account: string) => string,
): Side | undefined {
  const sides = {
    survivor: before.filter(({ entityId, at }) => joined.survivors.has(entityId) && at <= joined.at),
    gone: before.filter(({ entityId }) => joined.goners.has(entityId)),
  }
  const only = (isOf: (told: readonly Told[]) => boolean): Side | undefined => {
    const [survivor, gone] = [isOf(sides.survivor), isOf(sides.gone)]
    return survivor === gone ? undefined : gone ? 'gone' : 'survivor'
  }
  if (entry.authority === 'own') {
    if ([...joined.goners].some((id) => id === self(entry.by))) return 'gone'
    if ([...joined.survivors].some((id) => id === self(entry.by))) return 'survivor'
  }
  const has = (told: readonly Told[], { attribute, value }: Told['facts'][number]): boolean =>
    told.some(({ facts }) => facts.some((one) => one.attribute === attribute && sameValue(one.value, value)))
  const keys = entry.facts.filter(({ attribute }) => knowledge.attribute(attribute)?.naturalKey === true)
  const byKey = only((told) => keys.some((key) => has(told, key)))
  if (byKey !== undefined) return byKey
  const byTeller =
    entry.source.kind === 'self'
      ? only((told) => told.some(({ by, source }) => source.kind === 'self' && by === entry.by))
      : undefined
  return byTeller ?? only((told) => entry.facts.some((fact) => has(told, fact)))
}

/** What each of two is once they are two again. */
export interface Halves {
  readonly survivor: Claims
  readonly gone: Claims
  /** All relations of either, each with who is meant now. */
  readonly relations: readonly Relation[]
  /** Those the survivor has had that are not its own. */
  readonly ended: readonly Relation[]
}

/**
 * Takes two apart: each has what its own history says, told again from the beginning, and of what was said since whatever is given to it. What no
 * history tells stays where it is.
 * @param of the one that stands for both: its claims and relations now
 * @param told both histories, and those of who is related to it
 * @param given the sayings since they were joined that are of the one that was gone, by `tellingOf`
 * @param now whom an id stands for, beyond these two
 */
export function takenApart(
  knowledge: Knowledge,
  of: { readonly claims: Claims; readonly relations: readonly Relation[] },
  told: readonly Told[],
  joined: Joined,
  given: ReadonlySet<string>,
  now: (id: EntityId) => EntityId,
): Halves {
  const standsFor = (entry: Told, id: EntityId): EntityId => {
    if (joined.goners.has(id)) return joined.gone
    if (!joined.survivors.has(id)) return now(id)
    return given.has(tellingOf(entry)) && entry.at > joined.at ? joined.gone : joined.survivor
  }
  const renamed = notWithdrawn(told).map((entry): Told => {
    const links = entry.links.map((link) => ({
      ...link,
      from: standsFor(entry, link.from),
      to: standsFor(entry, link.to),
    }))
    return { ...entry, entityId: standsFor(entry, entry.entityId), links }
  })
  const claimsOf = (id: EntityId): Claims =>
    upgradeClaims(
      knowledge,
      allRetold(
        knowledge,
        renamed.filter((entry) => entry.entityId === id),
      ),
    )
  const isOfEither = ({ from, to }: Relation): boolean =>
    [from, to].some((end) => end === joined.survivor || end === joined.gone)
  const relations = relationsRetold(knowledge, renamed).filter(isOfEither)
  const known = new Set(told.flatMap((entry) => entry.links.map((link) => mergedKey(knowledge, link, joined, now))))
  const isTold = (one: Relation): boolean =>
    relations.some((other) => other.type === one.type && other.from === one.from && other.to === one.to)
  const leftOver = of.relations.filter((one) => !isTold(one))
  const isUnknown = (one: Relation): boolean => !known.has(mergedKey(knowledge, one, joined, now))
  return {
    survivor: withUntold(knowledge, claimsOf(joined.survivor), of.claims, told),
    gone: claimsOf(joined.gone),
    relations: [...relations, ...leftOver.filter(isUnknown)],
    ended: leftOver.filter((one) => !isUnknown(one)),
  }
}

/** A relation while two are one. */
function mergedKey(
  knowledge: Knowledge,
  { type, from, to }: Pick<Relation, 'type' | 'from' | 'to'>,
  { survivor, survivors, goners }: Joined,
  now: (id: EntityId) => EntityId,
): string {
  const ends = [from, to].map((id) => (goners.has(id) || survivors.has(id) ? survivor : now(id)))
  const symmetric = knowledge.relationType(type)?.symmetric === true
  return [type, ...(symmetric ? ends.sort() : ends)].join('/')
}

/** With the claims no history tells. */
function withUntold(knowledge: Knowledge, retold: Claims, held: Claims, told: readonly Told[]): Claims {
  const tellings = new Set(told.map(tellingOf))
  const next: Record<string, readonly Claim[]> = { ...retold }
  for (const [code, claims] of Object.entries(held)) {
    const untold = claims.filter((claim) => !tellings.has(tellingOf(claim)))
    if (untold.length > 0) next[code] = standing(knowledge.attribute(code), [...(next[code] ?? []), ...untold])
  }
  return next
}
