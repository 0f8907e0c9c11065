import type { PlaceId } from '@zmht/shared/geo'

/** Somebody looks after a grid on these days, both included. */
export interface GridWorker {
  readonly official: string
  readonly from: string
  readonly to?: string
  readonly substitute: boolean
}

/** True when a day lies within dates whose last day is included. */
export function inForce(dates: { readonly from: string; readonly to?: string }, day: string): boolean {
  return dates.from <= day && (dates.to === undefined || day <= dates.to)
}

/** @returns the officials whose days these are, each once, whoever stands in for others first. */
export function dueOn(workers: readonly GridWorker[], day: string): string[] {
  const present = workers.filter((worker) => inForce(worker, day))
  const ordered = [...present.filter((one) => one.substitute), ...present.filter((one) => !one.substitute)]
  return [...new Set(ordered.map(({ official }) => official))]
}

/** A grid in force, as far as it matters where it is. */
export interface CoveringGrid {
  readonly id: string
  readonly name: string
  readonly within: PlaceId
}

/**
 * The grids that cover a place, nearest first: those that hang on the place itself or on one above. A grid ends where the place it belongs to
 * ends: what was moved out is no longer covered by it.
 * @param lineage Place ids, root first.
 */
export function gridsOver<Grid extends CoveringGrid>(
  lineage: readonly PlaceId[],
  at: (place: PlaceId) => readonly Grid[],
): Grid[] {
  const found = new Map<string, Grid>()
  for (const place of [...lineage].reverse()) {
    const here = at(place).filter(({ within }) => lineage.includes(within))
    for (const grid of [...here].sort(byId)) if (!found.has(grid.id)) found.set(grid.id, grid)
  }
  return [...found.values()]
}

const byId = (one: CoveringGrid, other: CoveringGrid): number => (one.id < other.id ? -1 : 1)

/** A grid with the lineage (root first) of each place it covers. */
export interface GridWithPlaces extends CoveringGrid {
  readonly lineages: readonly (readonly PlaceId[])[]
}

/** How a place is covered, as far as that needs no list of its children. */
export interface Cover {
  /** The place is covered as a whole: nothing inside can be left out. */
  readonly whole: boolean
  /** Places, the asked one among them, that are not covered but have something covered inside: only their children can be left out. */
  readonly partly: ReadonlySet<PlaceId>
  readonly covered: ReadonlySet<PlaceId>
  /** The highest places with more than one grid. */
  readonly overlapping: readonly { readonly place: PlaceId; readonly grids: readonly CoveringGrid[] }[]
  /** The grids that cover anything of the place. */
  readonly grids: readonly CoveringGrid[]
}

/** @param lineage The asked place's, root first. */
export function coverOf(lineage: readonly PlaceId[], grids: readonly GridWithPlaces[]): Cover {
  const self = lineage.at(-1)
  const hung = new Map<PlaceId, Map<string, CoveringGrid>>()
  const lineageAt = new Map<PlaceId, readonly PlaceId[]>()
  const hang = (place: PlaceId, along: readonly PlaceId[], grid: CoveringGrid) => {
    lineageAt.set(place, along)
    hung.set(place, (hung.get(place) ?? new Map<string, CoveringGrid>()).set(grid.id, grid))
  }
  for (const { lineages, ...grid } of grids) {
    for (const along of lineages) {
      const place = along.at(-1)
      if (place === undefined || self === undefined || !along.includes(grid.within)) continue
      // A cover above holds for the whole of the asked place.
      if (lineage.includes(place)) hang(self, lineage, grid)
      else if (along.includes(self)) hang(place, along, grid)
    }
  }
  const over = (along: readonly PlaceId[]): CoveringGrid[] => {
    const all = new Map(along.flatMap((place) => [...(hung.get(place) ?? [])]))
    return [...all.values()].sort(byId)
  }
  const overlapping = [...lineageAt].flatMap(([place, along]) => {
    const here = over(along)
    return here.length > 1 && over(along.slice(0, -1)).length < 2 ? [{ place, grids: here }] : []
  })
  const partly = new Set<PlaceId>()
  for (const along of lineageAt.values()) {
    for (let depth = lineage.length - 1; depth < along.length - 1; depth++) {
      const above = along[depth]
      if (above === undefined || hung.has(above)) break
      partly.add(above)
    }
  }
  return {
    whole: self !== undefined && hung.has(self),
    partly,
    covered: new Set(hung.keys()),
    overlapping,
    grids: over([...hung.keys()]),
  }
}
