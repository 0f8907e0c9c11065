import type { PlaceId } from '@zmht/shared/geo'
import type { DynamoDBStreamEvent } from 'aws-lambda'
import { pause } from '../table/write'
import { absorb, type Contribution, type CountedTier, type Lineages, type Movement } from './counter.domain'
import { carryUp } from './counter.relocate'
import { readOwn, saveOwn } from './counter.store'
import { type Change, type Image, readChange } from './record'

/** What one row of an item type counts for. Pure; the same image always gives the same. */
export type Contributions = (image: Image) => readonly Contribution[]
export type Measures = Readonly<Record<string, Contributions>>

/** A Lambda event of a stream mapping with a tumbling window, which names the shard. */
export type ShardEvent = DynamoDBStreamEvent & { readonly shardId?: string }

/**
 * Second consumer of the table's stream: keeps every measure. Rows feed only the place they hang on, fenced by the shard's last absorbed
 * sequence number; every tier above overwrites itself with the sum of its children under a version that only grows. So
 * redelivery, concurrency and a crash between the two halves all end in the same numbers.
 */
export function counter(measures: Measures, lineages: Lineages) {
  return async (event: ShardEvent): Promise<{ state: object }> => {
    const shard = event.shardId ?? 'shard'
    const touched = new Map<string, { measure: string; lineage: readonly PlaceId[]; movements: Movement[] }>()
    for (const record of event.Records) {
      const change = readChange(record)
      if (change === undefined) continue
      for (const movement of movementsOf(change, measures)) {
        const anchor = movement.lineage.at(-1)
        if (anchor === undefined) continue
        const key = `${movement.measure}#${anchor}`
        const entry = touched.get(key) ?? { measure: movement.measure, lineage: movement.lineage, movements: [] }
        entry.movements.push(movement)
        touched.set(key, entry)
      }
    }
    for (const { measure, lineage, movements } of touched.values())
      await absorbAtAnchor(measure, lineage, shard, movements)
    await rollUp([...touched.values()], lineages)
    return { state: {} }
  }
}

function movementsOf(change: Change, measures: Measures): Movement[] {
  const contributions = measures[change.entity]
  if (contributions === undefined) return []
  const of = (image: Image | undefined, sign: 1 | -1): Movement[] =>
    image === undefined
      ? []
      : contributions(image).map((one) => ({ ...one, amount: sign * one.amount, sequence: change.sequence }))
  return [...of(change.before, -1), ...of(change.after, 1)]
}

async function absorbAtAnchor(
  measure: string,
  lineage: readonly PlaceId[],
  shard: string,
  movements: readonly Movement[],
): Promise<void> {
  const anchor = lineage.at(-1)
  if (anchor === undefined) return
  for (let attempt = 0; attempt < 8; attempt++) {
    const next = absorb(await readOwn(measure, anchor), shard, movements)
    if (next === undefined || (await saveOwn(measure, anchor, next))) return
    await pause(10 * 2 ** attempt * Math.random())
  }
  throw new Error('the anchor is contended: the batch comes again')
}

/**
 * Carries the touched anchors upwards along the edges as they are, deepest first, each place once. A row carries the path it was
 * written with; that path only says where it hangs.
 */
export async function rollUp(
  touched: readonly { readonly measure: string; readonly lineage: readonly PlaceId[] }[],
  lineages: Lineages,
): Promise<void> {
  for (let attempt = 0; attempt < 8; attempt++) {
    const pairs = new Map<string, { measure: string; tiers: readonly CountedTier[] }>()
    for (const { measure, lineage } of touched) {
      const anchor = lineage.at(-1)
      const known = anchor === undefined ? undefined : await lineages(anchor)
      const tiers = known ?? lineage.map((id): CountedTier => ({ id, edge: 0 }))
      for (let depth = tiers.length; depth > 1; depth--)
        pairs.set(`${measure}#${tiers[depth - 1]?.id}`, { measure, tiers: tiers.slice(0, depth) })
    }
    const deepestFirst = [...pairs.values()].sort((one, other) => other.tiers.length - one.tiers.length)
    let stale = false
    for (const { measure, tiers } of deepestFirst)
      stale = (await carryUp(measure, tiers, lineages)) === 'stale' || stale
    if (!stale) return
    // Something was moved while this batch was under way: its new lineage is known by now or in a moment.
    await pause(100 * 2 ** attempt)
  }
  throw new Error('the tree is being changed: the batch comes again')
}
