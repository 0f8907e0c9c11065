import type { PlaceId } from '../geo/place'
import type { Instant } from '../knowledge/types'

/** A day in China, `YYYY-MM-DD`. */
export type Day = string

/**
 * What can be asked for of each row: an attribute by its code, or `placeField`: where it is, down to the door. Without the place a row is known to be in its
 * community and no nearer.
 */
export type FieldKey = string
export const placeField: FieldKey = 'place'

/** What data is sent down for 用途. */
export const purposes = {
  visit: '走访服务',
  verify: '核对登记',
  benefit: '政策落实与帮扶',
  safety: '安全排查',
  emergency: '应急处置',
  other: '其他',
} as const
export type Purpose = keyof typeof purposes
export const purposeCodes = Object.keys(purposes) as [Purpose, ...Purpose[]] // the keys of the very object the type is of

/** How an ask stands. `approved`: until the data is there; `ended`: taken back by either side. */
export const provisionStates = {
  asked: '申请中',
  approved: '已批准',
  'in-force': '生效中',
  returned: '已退回',
  expired: '已到期',
  ended: '已撤回',
} as const
export type ProvisionState = keyof typeof provisionStates
export const provisionStateCodes = Object.keys(provisionStates) as [ProvisionState, ...ProvisionState[]] // the keys of the very object the type is of

/** How much of a field is given: whole, or masked. What is not named is not given. */
export type Given = 'full' | 'masked'
export type GivenFields = Readonly<Record<FieldKey, Given>>

/** What is on offer: the fields of rows in some places. */
export interface Offer {
  readonly fields: readonly FieldKey[]
  readonly within: readonly PlaceId[]
  readonly ended: boolean
}

/** What is asked of it. */
export interface Ask {
  readonly fields: readonly FieldKey[]
  readonly places: readonly PlaceId[]
  /** The posts that are to see it, all of one organisation. */
  readonly posts: readonly string[]
  /** The last day on which it is good. */
  readonly until: Day
}

/** What is given of what was asked. */
export interface Gift {
  readonly fields: GivenFields
  readonly until: Day
}

/** An ask with what became of it: as much as its laws need. */
export interface Provided extends Ask {
  readonly state: ProvisionState
  readonly given?: Gift
  /** From when what is given is good. */
  readonly from?: Instant
}

export const mostFields = 40
export const mostPosts = 20
export const mostAskedPlaces = 20
