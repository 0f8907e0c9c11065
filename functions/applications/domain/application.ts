import type { ApplicationContent, ApplicationSettings } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import type { ApplicationState } from '@zmht/shared/rules'

/** Where an application came from. */
export interface Origin {
  readonly template?: string
  readonly file?: { readonly from: string; readonly at: Instant; readonly version: number }
}

/** What was made of a part. */
export interface Made {
  readonly id: string
  /** The first, or the one made in the stead of one that had ended, and so on. */
  readonly turn: number
  /** A digest of what it was told to be; absent: it was not told everything yet. */
  readonly told?: string
}

/** An application 应用: what is to be opened next, and what was made of it. */
export interface Application {
  readonly id: string
  readonly organisationId: string
  /** The place of the organisation it belongs to. */
  readonly place: PlaceId
  readonly state: ApplicationState
  readonly content: ApplicationContent
  readonly settings: ApplicationSettings
  readonly from?: Origin
  /** Counts up with each change. */
  readonly edition: number
  /** The version in force. */
  readonly version?: number
  /** By part. */
  readonly made: Readonly<Record<string, Made>>
  /** What opens, keeps or retires it. */
  readonly job?: string
  /** Why it stopped. */
  readonly stuck?: string
  readonly updatedAt: Instant
  /** Whom its wiring acts for: who opened it last. */
  readonly opener?: string
  readonly by: string
}
