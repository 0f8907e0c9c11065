import type { PlaceReply } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import type { PathStep } from '@zmht/shared/ui'

/** The children of one opened place, as far as they were read. */
export interface Branch {
  readonly items: readonly PlaceReply[]
  readonly next?: string
  readonly loading: boolean
  readonly error?: unknown
}

export interface TreeState {
  readonly open: ReadonlySet<PlaceId>
  readonly branches: ReadonlyMap<PlaceId, Branch>
}

/** One line of the tree as it is drawn. */
export type TreeRow =
  | {
      readonly kind: 'place'
      readonly key: string
      readonly place: PathStep
      /** From the root to the place. */
      readonly way: readonly PathStep[]
      readonly hasChildren: boolean
    }
  /** More children of a place are to be read, or could not be. */
  | {
      readonly kind: 'more'
      readonly key: string
      readonly parent: PathStep
      readonly depth: number
      readonly branch: Branch
    }

/**
 * The lines in sight, in order: the roots, and below each opened place its children. A place on the way to the chosen one stands first
 * among its siblings while the page it belongs to was not read yet.
 */
export function treeRows(
  roots: readonly (readonly PathStep[])[],
  { open, branches }: TreeState,
  chosen: readonly PathStep[],
): readonly TreeRow[] {
  const rows: TreeRow[] = []
  const add = (way: readonly PathStep[], hasChildren: boolean) => {
    const place = way.at(-1)
    if (place === undefined) return
    rows.push({ kind: 'place', key: place.id, place, way, hasChildren })
    if (!hasChildren || !open.has(place.id)) return
    const branch = branches.get(place.id)
    const at = chosen.findIndex(({ id }) => id === place.id)
    const onWay = at < 0 ? undefined : chosen[at + 1]
    if (onWay !== undefined && branch !== undefined && !branch.items.some(({ id }) => id === onWay.id)) {
      add([...way, onWay], at + 2 < chosen.length || branches.has(onWay.id))
    }
    for (const { id, name, level, hasChildren: deeper } of branch?.items ?? [])
      add([...way, { id, name, level }], deeper)
    if (branch === undefined || branch.loading || branch.next !== undefined || branch.error !== undefined) {
      rows.push({
        kind: 'more',
        key: `${place.id}/more`,
        parent: place,
        depth: way.length,
        branch: branch ?? { items: [], loading: true },
      })
    }
  }
  for (const root of roots) add(root, true)
  return rows
}
