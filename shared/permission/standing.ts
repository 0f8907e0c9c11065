import type { PlaceId } from '../geo/place'

/** One post an official holds now. */
export interface Post {
  readonly id: string
  readonly title: string
  readonly organisation: string
  /** The organisation and those above it, nearest first. */
  readonly organisations: readonly string[]
  readonly roles: readonly string[]
  readonly tags: readonly string[]
  readonly rank: string
  /** The places the organisation manages. */
  readonly territory: readonly PlaceId[]
}

/** The actor as of now, read on every request. */
export interface OfficialActor {
  readonly kind: 'official'
  readonly id: string
  readonly posts: readonly Post[]
}

/** What somebody wants to do something to. */
export interface Resource {
  readonly kind: string
  readonly id?: string
  /** From the root to the place the resource belongs to, by the edges of the tree; empty when it belongs to no place. */
  readonly lineage: readonly PlaceId[]
  readonly application?: string
  /** The organisation that owns it and those above it, nearest first. */
  readonly owners?: readonly string[]
  readonly tags?: readonly string[]
  /** The organisation it was given to: posts anywhere else allow nothing of it; what they forbid is forbidden all the same. */
  readonly givenTo?: string
}
