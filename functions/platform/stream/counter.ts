import type { PlaceId } from '@zmht/shared/geo'
import type { DynamoDBStreamEvent } from 'aws-lambda'
import { pause } from '../table/write'
import {
  absorb,
  type Contribution,
  type CountedTier,
  emptyOwn,
  type Groups,
  keepsDays,
  type Lineages,
  type Movement,
  upToTheTop,
} from './counter.domain'
import { carryUp, relocateTotals } from './counter.relocate'
import { readLeaf, readOwn, saveLeaf, saveOwn } from './counter.store'
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
    const touched = new Map<string, Touched>()
    for (const record of event.Records) {
      const change = readChange(record)
      if (change === undefined) continue
      for (const movement of movementsOf(change, measures)) {
        const anchor = movement.lineage.at(-1)
        if (anchor === undefined) continue
        const key = `${movement.measure}#${anchor}`
        const { measure, lineage, gathered } = movement
        const entry = touched.get(key) ?? { measure, lineage, movements: [], ...(gathered ? { gathered } : {}) }
        entry.movements.push(movement)
        touched.set(key, entry)
      }
    }
    await someAtOnce([...touched.values()], (one) =>
      one.gathered && one.lineage.length > 1 ? absorbAtParent(one, shard, lineages) : absorbAtAnchor(one, shard),
    )
    await rollUp([...touched.values()], lineages)
    return { state: {} }
  }
}

/** An anchor of a measure, with what a batch takes away from it and brings to it. */
interface Touched {
  readonly measure: string
  readonly lineage: readonly PlaceId[]
  readonly movements: Movement[]
  readonly gathered?: true
}

function movementsOf(change: Change, measures: Measures): Movement[] {
  const contributions = measures[change.entity]
  if (contributions === undefined) return []
  const of = (image: Image | undefined, sign: 1 | -1): Movement[] =>
    image === undefined
      ? []
      : contributions(image).map((one) => ({ ...one, amount: sign * one.amount, sequence: change.sequence }))
  return withoutPairs(of(change.before, -1), of(change.after, 1))
}

/** Without what is taken away and brought again: a row that was corrected in what nobody counts moves nothing. */
function withoutPairs(taken: readonly Movement[], brought: readonly Movement[]): Movement[] {
  const keyOf = ({ measure, lineage, group, amount }: Movement, sign: 1 | -1): string =>
    `${measure}#${lineage.at(-1)}#${sign * amount}#${group}`
  const before = new Set(taken.map((one) => keyOf(one, -1)))
  const after = new Set(brought.map((one) => keyOf(one, 1)))
  return [...taken.filter((one) => !after.has(keyOf(one, -1))), ...brought.filter((one) => !before.has(keyOf(one, 1)))]
}

async function absorbAtAnchor({ measure, lineage, movements }: Touched, shard: string): Promise<void> {
  const anchor = lineage.at(-1)
  if (anchor === undefined) return
  for (let attempt = 0; attempt < 8; attempt++) {
    const next = absorb(await readOwn(measure, anchor), shard, movements)
    if (next === undefined || (await saveOwn(measure, anchor, next))) return
    await pause(10 * 2 ** attempt * Math.random())
  }
  throw new Error('the anchor is contended: the batch comes again')
}

/** Takes a batch into an anchor's own numbers where its parent keeps them, by the edges as they are. */
async function absorbAtParent(
  { measure, lineage, movements }: Touched,
  shard: string,
  lineages: Lineages,
): Promise<void> {
  const anchor = lineage.at(-1)
  for (let attempt = 0; attempt < 8; attempt++) {
    const tiers = await tiersOf(lineage, lineages)
    const [parent, child] = tiers.slice(-2)
    if (anchor === undefined || parent === undefined || child === undefined) return
    let held = await readLeaf(measure, parent.id, child.id, true)
    if (child.edge > 0 && (held === undefined || held.edge < child.edge)) {
      // It was moved here and its numbers have not come yet: they come first, whole.
      await relocateTotals(tiers, lineages)
      held = await readLeaf(measure, parent.id, child.id, true)
    }
    if (held === undefined || held.edge <= child.edge) {
      const isHere = held?.edge === child.edge
      const own = held !== undefined && isHere ? { ...held, fences: held.fences ?? {} } : emptyOwn
      const next = absorb(own, shard, movements)
      if (next === undefined) return
      const placing = { part: 'leaf' as const, measure, parent: parent.id, child: child.id, edge: child.edge, ...next }
      if (await saveLeaf(placing, held)) return
    }
    // Somebody else wrote, or it was moved away: its new lineage is known in a moment.
    await pause((held !== undefined && held.edge > child.edge ? 100 : 10) * 2 ** attempt * Math.random())
  }
  throw new Error('the anchor is contended: the batch comes again')
}

/**
 * Puts an anchor's own number of a gathered measure right, and every sum above it. While nothing is being written: what is on its way in the stream would be
 * counted besides. @returns whether it was wrong
 */
export async function putRight(
  measure: string,
  lineage: readonly PlaceId[],
  groups: Groups,
  lineages: Lineages,
): Promise<boolean> {
  const tiers = await tiersOf(lineage, lineages)
  const [parent, child] = tiers.slice(-2)
  if (parent === undefined || child === undefined) return false
  const held = await readLeaf(measure, parent.id, child.id, true)
  const isRight = isSameGroups(held?.groups ?? {}, groups)
  if (!isRight) {
    const { fences = {}, version = 0 } = held ?? {}
    const own = { groups, fences, version: version + 1 }
    const placing = { part: 'leaf' as const, measure, parent: parent.id, child: child.id, edge: child.edge, ...own }
    if (!(await saveLeaf(placing, held))) throw new Error('the number is being written: try again when nothing is')
  }
  await rollUp([{ measure, lineage, gathered: true }], lineages)
  return !isRight
}

const isSameGroups = (one: Groups, other: Groups): boolean =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) => (one[key] ?? 0) === (other[key] ?? 0))

const tiersOf = async (lineage: readonly PlaceId[], lineages: Lineages): Promise<readonly CountedTier[]> => {
  const anchor = lineage.at(-1)
  const known = anchor === undefined ? undefined : await lineages(anchor)
  return known ?? lineage.map((id): CountedTier => ({ id, edge: 0 }))
}

/**
 * Carries the touched anchors upwards along the edges as they are, deepest first, each place once. A row carries the path it was
 * written with; that path only says where it hangs.
 */
export async function rollUp(
  touched: readonly Pick<Touched, 'measure' | 'lineage' | 'gathered'>[],
  lineages: Lineages,
): Promise<void> {
  for (let attempt = 0; attempt < 8; attempt++) {
    const pairs = new Map<string, { measure: string; tiers: readonly CountedTier[] }>()
    for (const { measure, lineage, gathered } of touched) {
      const tiers = await tiersOf(lineage, lineages)
      // Of what is gathered the anchor's own number stands at its parent already.
      for (let depth = tiers.length - (gathered ? 1 : 0); depth > 1; depth--)
        pairs.set(`${measure}#${tiers[depth - 1]?.id}`, { measure, tiers: tiers.slice(0, depth) })
    }
    let stale = false
    const deepest = Math.max(0, ...[...pairs.values()].map(({ tiers }) => tiers.length))
    // Deepest first: what is above adds up what is there by then. Of one depth none adds up another.
    for (let depth = deepest; depth > 1; depth--) {
      const here = [...pairs.values()].filter(({ tiers }) => tiers.length === depth)
      await someAtOnce(here, async ({ measure, tiers }) => {
        stale = (await carryUp(measure, tiers, lineages)) === 'stale' || stale
      })
    }
    await someAtOnce(topsOf([...pairs.values()]), async ({ measure, tiers }) => {
      stale = (await carryUp(measure, tiers, lineages)) === 'stale' || stale
    })
    if (!stale) return
    // Something was moved while this batch was under way: its new lineage is known by now or in a moment.
    await pause(100 * 2 ** attempt)
  }
  throw new Error('the tree is being changed: the batch comes again')
}

/** Of what keeps its days the totals of the highest places are kept, too: under a place above all. Once for each. */
function topsOf(pairs: readonly { readonly measure: string; readonly tiers: readonly CountedTier[] }[]) {
  const tops = new Map<string, { measure: string; tiers: readonly CountedTier[] }>()
  for (const { measure, tiers } of pairs) {
    const [root] = tiers
    if (root !== undefined && keepsDays(measure))
      tops.set(`${measure}#${root.id}`, { measure, tiers: upToTheTop(measure, [root]) })
  }
  return [...tops.values()]
}

const atOnce = 16

async function someAtOnce<T>(all: readonly T[], each: (one: T) => Promise<void>): Promise<void> {
  for (let start = 0; start < all.length; start += atOnce) await Promise.all(all.slice(start, start + atOnce).map(each))
}
