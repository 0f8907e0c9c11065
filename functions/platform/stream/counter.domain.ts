import type { PlaceId } from '@zmht/shared/geo'
import { isBefore } from './sequence'

/** Group → number. Zero groups are dropped. */
export type Groups = Readonly<Record<string, number>>

/** A place on the way to an anchor, with the operation that put it below the one before (0: there from its beginning). */
export interface CountedTier {
  readonly id: PlaceId
  readonly edge: number
}
/** The lineage of an anchor by the edges as they are, root first; undefined when the anchor is no place we know. */
export type Lineages = (anchor: PlaceId) => Promise<readonly CountedTier[] | undefined>

/** One row's share in one measure. */
export interface Contribution {
  readonly measure: string
  /** Root first; the last is the anchor, the lowest place the row hangs on. */
  readonly lineage: readonly PlaceId[]
  readonly group: string
  readonly amount: number
  /** Nothing of this measure is counted below an anchor: its numbers are kept where its parent adds up, one write less for each row. */
  readonly gathered?: true
}

/** A contribution that a stream record takes away or brings, with where in its shard it stands. */
export interface Movement extends Contribution {
  readonly sequence: string
}

/** What hangs on a place itself. `fences`: shard → the last sequence number absorbed. */
export interface Own {
  readonly groups: Groups
  readonly fences: Readonly<Record<string, string>>
  readonly version: number
}

export const emptyOwn: Own = { groups: {}, fences: {}, version: 0 }

/** @returns the sum of both, without groups that are zero. */
export function addGroups(one: Groups, other: Groups): Groups {
  const sum: Record<string, number> = { ...one }
  for (const [group, amount] of Object.entries(other)) {
    const next = (sum[group] ?? 0) + amount
    if (next === 0) delete sum[group]
    else sum[group] = next
  }
  return sum
}

/**
 * Absorbs one shard's movements into a place's own numbers. Movements at or before the shard's fence were absorbed before (a redelivery) and
 * are left out, so any replay of the shard gives the same numbers.
 * @returns undefined when nothing is new.
 */
export function absorb(own: Own, shard: string, movements: readonly Movement[]): Own | undefined {
  const fence = own.fences[shard]
  const fresh = movements.filter(({ sequence }) => fence === undefined || isBefore(fence, sequence))
  const last = fresh.at(-1)
  if (last === undefined) return undefined
  let groups = own.groups
  for (const { group, amount } of fresh) groups = addGroups(groups, { [group]: amount })
  return { groups, fences: { ...own.fences, [shard]: last.sequence }, version: own.version + 1 }
}

/** What two took in of one place, together: each shard from where the further of both stands. */
export function joinOwn(one: Own, other: Own): Own {
  const fences: Record<string, string> = { ...one.fences }
  for (const [shard, fence] of Object.entries(other.fences)) {
    const held = fences[shard]
    if (held === undefined || isBefore(held, fence)) fences[shard] = fence
  }
  return { groups: addGroups(one.groups, other.groups), fences, version: one.version + other.version }
}

/** No place: what stands above those that stand under no other. */
export const aboveAll = 'above-all' as PlaceId // so that it stands in no tree

/** Of which measures it is kept how they stood at the end of each day: those over all services and tasks, of a month, and how fresh a ledger is. */
export const keepsDays = (measure: string): boolean =>
  measure === 'requests' ||
  measure === 'late' ||
  measure === 'taskItems' ||
  /^(month|stages)\.|\.freshness$/.test(measure)

/** A lineage with what stands above its root, where the measure is kept there too; otherwise without. */
export const upToTheTop = (measure: string, lineage: readonly CountedTier[]): readonly CountedTier[] => {
  const places = lineage.filter(({ id }) => id !== aboveAll)
  return keepsDays(measure) ? [{ id: aboveAll, edge: 0 }, ...places] : places
}

/** What a place and everything inside amount to. The version only grows. */
export interface Total {
  readonly groups: Groups
  readonly version: number
}

/**
 * The total of a place: its own rows and its children's totals. The version is the sum of theirs; `base` stands for the versions a
 * child had here before it was moved away or back, so that it only grows.
 */
export function totalOf(own: Own, children: readonly (Total & { readonly base: number })[]): Total {
  return children.reduce<Total>(
    (total, child) => ({
      groups: addGroups(total.groups, child.groups),
      version: total.version + child.base + child.version,
    }),
    { groups: own.groups, version: own.version },
  )
}
