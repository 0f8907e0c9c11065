import type { EntityKind, RelationCode } from '../knowledge/types'
import type { Likeness } from './likeness'
import type { Meaning } from './vocabulary'

/** By which relation the one a column speaks of is reached from the sheet's main subject. */
export interface Reach {
  readonly relation: RelationCode
  readonly direction: 'forward' | 'backward'
  /** The kind of the other end. */
  readonly from: EntityKind
  /** The word the sheet calls them by. */
  readonly word: string
}

export interface Found {
  readonly meaning: Meaning
  readonly reach?: Reach
  /** The heading names whom it is said of. */
  readonly named?: boolean
  readonly score: number
  readonly how: Likeness['how']
  readonly why: string
  /** By a wording too general to be taken by itself. */
  readonly general?: boolean
}

/** Below, nobody is asked to look at it; above, it is taken, if nothing else comes near. */
export const leastUnsure = 0.45

export const leastRight = 0.77

export const keyOf = ({ meaning, reach }: Found): string =>
  `${reach?.word ?? ''}${reach?.relation ?? ''}/${meaning.code}`

export const weaker = (how: Likeness['how']): Likeness['how'] => (how === 'near' ? 'near' : 'alike')

export const isClear = ({ how, score }: Found): boolean => how === 'same' || (how === 'alike' && score >= 0.9)
