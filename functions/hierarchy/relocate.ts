import { levels, lineageOf, type PlaceId, type PlacePath } from '@zmht/shared/geo'
import { joinPosition, splitPosition } from '../platform/table/page'
import { type TransactionPart, transact } from '../platform/table/write'
import { type Relocation, relocated, unlabelled } from './domain/relocation'
import { type HistoryEntry, historyPut, readOperation } from './operation.store'
import { aboutOperation } from './operations'
import { forgetPlace, placedBy, placePut, readStored, storedSubtree } from './place.store'
import { relocationsInForce } from './tree.store'

/** How far a slice came in one region of copied paths. */
export interface Relocated {
  /** Copies rewritten. */
  readonly moved: number
  /** Where to go on; absent: nothing is left in this region. */
  readonly cursor?: string
}

/**
 * A slice's share of an operation on the tree: looks through the next copies of paths that begin with `region`, at most some dozens, and
 * rewrites those that are not what the hierarchy says at that moment. Repeated, it changes nothing.
 */
export type Relocate = (region: PlacePath, cursor: string | undefined) => Promise<Relocated>

const atOnce = 40

/** The hierarchy's own share: the places themselves, level by level, each with its former parent in its history. */
export const relocatePlaces: Relocate = async (region, cursor) => {
  const { part, from } = splitPosition(cursor)
  const level = levels[part]
  if (level === undefined) return { moved: 0 }
  const { items, next } = await storedSubtree(region, level, from, atOnce)
  const changed = await Promise.all(items.map(({ card }) => rewrite(card.id)))
  const moved = changed.filter(Boolean).length
  if (next !== undefined) return { moved, cursor: joinPosition(part, next) }
  return { moved, ...(part + 1 < levels.length ? { cursor: joinPosition(part + 1) } : {}) }
}

/** @returns true when the stored location was behind the edges and is up to date now. */
async function rewrite(id: PlaceId): Promise<boolean> {
  for (;;) {
    const stored = await readStored(id)
    if (stored === undefined) return false
    const relocations = await relocationsInForce()
    const placed = placedBy(stored, relocations)
    if (placed.path === stored.path && placed.edges === stored.edges) return false
    const parts: TransactionPart[] = [{ put: placePut({ ...placed, version: stored.version + 1 }) }]
    if (placed.parentId !== stored.parentId)
      for (const entry of await departures(id, stored.path, relocations)) parts.push({ put: historyPut(entry) })
    const { written } = await transact(parts)
    if (!written) continue
    forgetPlace(id)
    return true
  }
}

/** What the history keeps of each operation that gave a place another parent. */
async function departures(id: PlaceId, path: PlacePath, relocations: readonly Relocation[]): Promise<HistoryEntry[]> {
  const entries: HistoryEntry[] = []
  let at = path
  for (const relocation of relocations) {
    const next = relocated(unlabelled(at), [relocation]).path
    if (next === at) continue
    const [before, after] = [lineageOf(at).at(-2), lineageOf(next).at(-2)]
    at = next
    if (before === after || before === undefined || after === undefined) continue
    const operation = await readOperation(relocation.operation)
    // Of the place an operation is about, more was kept when it was decided.
    if (operation === undefined || operation.place === id) continue
    entries.push({
      place: id,
      ...aboutOperation(operation),
      date: operation.body.date,
      sequence: relocation.sequence,
      before: { parent: before },
      after: { parent: after },
    })
  }
  return entries
}
