import type { PlaceId } from '@zmht/shared/geo'
import { pause } from '../table/write'
import {
  type CountedTier,
  type Groups,
  joinOwn,
  type Lineages,
  type Own,
  type Total,
  totalOf,
  upToTheTop,
} from './counter.domain'
import {
  type Counted,
  type KeptTotal,
  type Placing,
  readCounted,
  replaceTotals,
  saveTotal,
  totalsOf,
} from './counter.store'

/**
 * Takes a moved place's totals from where they were to where it is now, measure by measure. Each measure changes over in one
 * transaction with all sums above, so that no reader meets it half done. Repeated, it changes nothing.
 *
 * The sums of the transaction were read before it. A row counted meanwhile may have made a sum of the same version without it, so whoever
 * changed something adds up once more afterwards: the last to write has read what all others wrote.
 *
 * @param lineage of the moved place as the edges have it, root first, the place last.
 * @param lineages of the parents it may have had before.
 */
export async function relocateTotals(lineage: readonly CountedTier[], lineages: Lineages): Promise<void> {
  const moved = lineage.at(-1)
  const parent = lineage.at(-2)
  if (moved === undefined || parent === undefined) return
  const kept = await totalsOf(moved.id)
  for (const measure of new Set(kept.map((one) => one.measure))) {
    const former = kept.filter((one) => one.measure === measure && one.parent !== parent.id)
    const next = upToTheTop(measure, lineage.slice(0, -1))
    for (const { parent: before } of former) {
      const known = await lineages(before)
      if (known === undefined) continue
      const old = upToTheTop(measure, known)
      await changeOver(measure, moved, old, next)
      await carryAll(measure, old, lineages)
    }
    if (former.length > 0) await carryAll(measure, next, lineages)
  }
}

/** Puts the total of the last place of a lineage under its parent. */
export async function carryUp(
  measure: string,
  lineage: readonly CountedTier[],
  lineages: Lineages,
): Promise<'kept' | 'stale'> {
  const [parent, child] = lineage.slice(-2)
  if (parent === undefined || child === undefined) return 'kept'
  const save = async (arrives: boolean) => {
    const { own, children } = await readCounted(measure, child.id, true)
    return saveTotal(
      { part: 'child', measure, parent: parent.id, child: child.id, edge: child.edge, ...totalOf(own, children) },
      arrives,
    )
  }
  const outcome = await save(false)
  if (outcome !== 'arriving') return outcome
  // The first row since it was moved here: its total changes over whole, or what both places lie in would count it twice.
  await relocateTotals(lineage, lineages)
  const then = await save(true)
  return then === 'stale' ? 'stale' : 'kept'
}

/** Carries a place's total up to the root, deepest first. */
async function carryAll(measure: string, lineage: readonly CountedTier[], lineages: Lineages): Promise<void> {
  for (let depth = lineage.length; depth > 1; depth--)
    if ((await carryUp(measure, lineage.slice(0, depth), lineages)) === 'stale')
      throw new Error('something above was moved meanwhile: the step comes again')
}

const nothing: Groups = {}

/** Does nothing when this measure has changed over already. */
async function changeOver(
  measure: string,
  moved: CountedTier,
  old: readonly CountedTier[],
  next: readonly CountedTier[],
): Promise<void> {
  for (let attempt = 0; attempt < 10; attempt++) {
    const plan = await planChange(measure, moved, old, next)
    if (plan === undefined || (await replaceTotals(plan))) return
    // The counter wrote one of them meanwhile: with what is there now.
    await pause(10 * 2 ** Math.min(attempt, 6) * Math.random())
  }
  throw new Error('the totals are contended: the step comes again')
}

type Change = { readonly placing: Placing; readonly seen: KeptTotal | undefined }

async function planChange(
  measure: string,
  moved: CountedTier,
  old: readonly CountedTier[],
  next: readonly CountedTier[],
): Promise<Change[] | undefined> {
  const counted = new Map<PlaceId, Counted>()
  const at = async (place: PlaceId): Promise<Counted> => {
    const held = counted.get(place) ?? (await readCounted(measure, place, true))
    counted.set(place, held)
    return held
  }
  const oldParent = old.at(-1)
  const newParent = next.at(-1)
  if (oldParent === undefined || newParent === undefined) return undefined
  const left = (await at(oldParent.id)).children.filter(({ place, edge }) => place === moved.id && edge < moved.edge)
  if (left.length === 0) return undefined
  const changes: Change[] = []
  /** Puts a part of a child under its parent in what was read, and among the changes. */
  const put = async (parent: PlaceId, child: CountedTier, kept: Kept): Promise<void> => {
    const held = await at(parent)
    const seen = held.children.find((one) => one.place === child.id && one.part === kept.part)
    if (seen !== undefined && seen.edge > child.edge)
      throw new Error('something above was moved meanwhile: the step comes again')
    const base = seen === undefined ? 0 : seen.edge === child.edge ? seen.base : seen.base + seen.version + 1
    // Where nothing but the sum of versions would change there is nothing to write.
    if (seen !== undefined && seen.edge === child.edge && seen.version >= kept.version) return
    changes.push({ placing: { measure, parent, child: child.id, edge: child.edge, ...kept }, seen })
    const now: KeptTotal = { ...kept, place: child.id, edge: child.edge, base }
    counted.set(parent, { own: held.own, children: [...held.children.filter((one) => one !== seen), now] })
  }
  const sum = async (id: PlaceId): Promise<Total> => {
    const { own, children } = await at(id)
    return totalOf(own, children)
  }
  const place = async (parent: PlaceId, child: CountedTier): Promise<void> =>
    put(parent, child, { part: 'child', ...(await sum(child.id)) })
  for (const { part, ...one } of left) {
    if (part === 'child') await place(newParent.id, moved)
    else await put(newParent.id, moved, { part, ...leafThere(await at(newParent.id), moved, one) })
    await put(oldParent.id, moved, { part, groups: nothing, version: 0 })
  }
  const inOld = new Set(old.map(({ id }) => id))
  /** How many tiers both have in common; at most what stands above all when a place goes to another province. */
  const common = next.filter(({ id }) => inOld.has(id)).length
  // Both ways up to what they share, deepest first, then on from there: a sum made between two steps may have gone all the way up.
  const below = (chain: readonly CountedTier[]) => chain.slice(Math.max(0, common - 1))
  for (const chain of [below(old), below(next), next.slice(0, common)]) {
    for (let depth = chain.length - 1; depth > 0; depth--) {
      const child = chain[depth]
      const parent = chain[depth - 1]
      if (child !== undefined && parent !== undefined) await place(parent.id, child)
    }
  }
  return changes
}

type Kept = Pick<Placing, 'part' | 'groups' | 'version' | 'fences'>

/** What hung on a place where it was, with what has come to it where it is now: rows that were counted before it was brought here. */
function leafThere({ children }: Counted, moved: CountedTier, left: Omit<KeptTotal, 'part'>): Own {
  const own = { groups: left.groups, fences: left.fences ?? {}, version: left.version }
  const come = children.find(({ part, place, edge }) => part === 'leaf' && place === moved.id && edge === moved.edge)
  return come === undefined
    ? own
    : joinOwn({ groups: come.groups, fences: come.fences ?? {}, version: come.version }, own)
}
