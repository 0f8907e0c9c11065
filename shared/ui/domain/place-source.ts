import type { ParsedAddressReply, PlaceReply, PlaceWithLineageReply } from '../../contract'
import type { Level, PlaceId } from '../../geo'

/** One place on the way from the root to another. */
export interface PathStep {
  readonly id: PlaceId
  readonly name: string
  readonly level: Level
}

/** Where a picker reads places from. `placeSourceOf(api)` gives one. */
export interface PlaceSource {
  /** A page of children, or of the open provinces; those whose number or name begins with `starts`. */
  readonly loadChildren: (
    parent: PlaceId | undefined,
    cursor: string | undefined,
    starts?: string,
  ) => Promise<{ readonly items: readonly PlaceReply[]; readonly next?: string }>
  /** Name and lineage of one place; nothing for what is no place. */
  readonly describe: (id: string) => Promise<PlaceWithLineageReply | undefined>
  /** By characters or pinyin initials at every level, best first; inside a place when one is given. */
  readonly search: (words: string, within: PlaceId | undefined) => Promise<readonly PlaceWithLineageReply[]>
  /** A whole address in one line; `context` is where the writer lives or works. */
  readonly parse: (text: string, context: PlaceId | undefined) => Promise<ParsedAddressReply>
  /** Chosen lately on this device, the latest first, each with the way to it. */
  readonly recent: () => readonly (readonly PathStep[])[]
  readonly remember: (path: readonly PathStep[]) => void
}
