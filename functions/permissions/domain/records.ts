import type { PlaceId } from '@zmht/shared/geo'
import type { Absence, Day, Holding, HoldingKind, OrganisationKind } from '@zmht/shared/permission'

/** An organisation: government unit, residents' committee, enterprise … with the places it manages. */
export interface Organisation {
  readonly id: string
  readonly name: string
  readonly kind: OrganisationKind
  readonly parentId?: string
  /** The department that supervises its trade. */
  readonly supervisorId?: string
  /** Where it is. */
  readonly place?: PlaceId
  readonly phone?: string
  readonly manages: readonly PlaceId[]
  /** From that day it is no more; `into`: what it was merged into. */
  readonly ended?: { readonly date: Day; readonly into?: string }
  readonly version: number
}

/** Somebody on a post, as the post knows it: the mirror of the official's `Holding`. */
export interface PostHolder {
  readonly official: string
  readonly as: HoldingKind
  readonly from: Day
  /** The first day on which it is no more. */
  readonly until?: Day
  readonly standsInFor?: string
}

/** A post 岗位 in an organisation. */
export interface PostRecord {
  readonly id: string
  readonly title: string
  readonly organisationId: string
  readonly roles: readonly string[]
  readonly tags: readonly string[]
  readonly rank: string
  /** Its code in the catalogue of posts. */
  readonly catalogue?: string
  /** The last day of the term. */
  readonly termEnds?: Day
  /** Nobody is put on it any more. */
  readonly closed: boolean
  readonly holders: readonly PostHolder[]
  /** Counts up with each change of what the post is; who holds it does not matter. */
  readonly edition: number
  /** Counts up with each write. */
  readonly version: number
}

/** An official in the directory. The phone is sealed, and found through its blind index; it is one official's at a time. */
export interface Official {
  readonly id: string
  readonly name: string
  readonly phone: Uint8Array
  readonly phoneIndex: string
  readonly holdings: readonly Holding[]
  readonly absences: readonly Absence[]
  readonly version: number
}
