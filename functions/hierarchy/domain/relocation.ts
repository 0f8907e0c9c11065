import { isUnder, levels, lineageOf, type PlaceId, type PlacePath } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'

/** Where a place is: its path with the level of each place on it and the operation that made each edge. */
export interface Location {
  readonly path: PlacePath
  /** The level of each place on the path, as its number from 1 to 9: 「13456789」 for a door in a municipality. */
  readonly levels: string
  /** For each place on the path the sequence number of the operation that put it there, joined by `.`; 0: there from its beginning. */
  readonly edges: string
}

/**
 * A change of edges that is in force and whose copies are still being rewritten. What is kept under `from` lies elsewhere from `at` on: the
 * place itself at `self`, and what is inside below `inside`. For a move both are the same; for a merger the children go to the other
 * place while the place itself hangs below it, ended.
 */
export interface Relocation {
  readonly operation: string
  /** Counts up with every operation on the tree: later ones are applied after earlier ones. */
  readonly sequence: number
  readonly from: Location
  readonly self: Location
  readonly inside: Location
  /** The local number of the place where it is now; absent: as it was. */
  readonly order?: string
  readonly at: Instant
}

const rest = (text: string, from: number): string[] => text.split(/[/.]/).slice(from)

function relocatedOnce(location: Location, { from, self, inside, sequence }: Relocation): Location {
  if (location.path === from.path) return self
  if (!isUnder(location.path, from.path)) return location
  const depth = lineageOf(from.path).length
  const edges = rest(location.edges, depth)
  // In a merger the edge to what was a child is new.
  if (inside.path !== self.path) edges[0] = String(sequence)
  return {
    path: [inside.path, ...rest(location.path, depth)].join('/') as PlacePath, // ids joined as pathOf joins them
    levels: inside.levels + location.levels.slice(depth),
    edges: [inside.edges, ...edges].join('.'),
  }
}

/** Where a copied location really is, by the edges. A location that was rewritten already stays as it is. */
export function relocated(location: Location, relocations: readonly Relocation[]): Location {
  return relocations.reduce(relocatedOnce, location)
}

/**
 * The places where copies of what lies inside a place can still be found: its own path last, before it the former paths of what
 * has come. A superset: what is read there is inside exactly when its relocated path is.
 */
export function formerRegions(location: Location, relocations: readonly Relocation[]): Location[] {
  let regions = [location]
  for (const relocation of [...relocations].reverse()) {
    const { from, self, inside } = relocation
    const found = regions.flatMap((region): Location[] => {
      const comes = [self.path, inside.path].some((path) => path === region.path || isUnder(path, region.path))
      if (comes) return isUnder(from.path, region.path) || from.path === region.path ? [] : [from]
      if (!isUnder(region.path, inside.path)) return []
      const depth = lineageOf(inside.path).length
      return [
        {
          path: [from.path, ...rest(region.path, depth)].join('/') as PlacePath, // ids joined as pathOf joins them
          levels: from.levels + region.levels.slice(depth),
          edges: [from.edges, ...rest(region.edges, depth)].join('.'),
        },
      ]
    })
    regions = [...found, ...regions]
  }
  const former = new Map(regions.map((region) => [region.path, region]))
  former.delete(location.path)
  return [...former.values(), location]
}

/** A copied path of which only the path matters. */
export function unlabelled(path: PlacePath): Location {
  const zeros = lineageOf(path).map(() => '0')
  return { path, levels: zeros.join(''), edges: zeros.join('.') }
}

/** A place on the way to another, with the operation that put it below the one before. */
export interface Tier {
  readonly id: PlaceId
  readonly level: (typeof levels)[number]
  readonly edge: number
}

/** The places along a location, root first. */
export function tiersOf({ path, levels: numbers, edges }: Location): Tier[] {
  const sequences = edges.split('.')
  return lineageOf(path).flatMap((id, index) => {
    const level = levels[Number(numbers.charAt(index)) - 1]
    return level === undefined ? [] : [{ id, level, edge: Number(sequences[index] ?? 0) }]
  })
}
