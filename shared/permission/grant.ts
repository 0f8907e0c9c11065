import type { PlaceId } from '../geo/place'
import type { AttributeCode, Instant, Sensitivity } from '../knowledge/types'
import type { Action } from './actions'
import type { FieldRule } from './fields'

/** What a grant can speak about. Each list narrows; absent means any. */
export interface ResourceSelector {
  readonly kinds?: readonly string[]
  readonly applications?: readonly string[]
  /** Organisations: what they own, and what those below them own. */
  readonly owners?: readonly string[]
  readonly tags?: readonly string[]
  /** Only these attributes of what is allowed or forbidden. */
  readonly attributes?: readonly AttributeCode[]
  /** Only values of these sensitivities. */
  readonly sensitivities?: readonly Sensitivity[]
}

/** Who a grant is for: posts that have all that is named. Never a person. */
export interface GrantSubject {
  readonly roles?: readonly string[]
  readonly tags?: readonly string[]
  readonly ranks?: readonly string[]
  /** The organisations and those below them. */
  readonly organisations?: readonly string[]
  readonly posts?: readonly string[]
}

/** `own`: the places the post's organisation manages. `given`: the listed ones and what lies in them. `all`: everywhere. */
export type GrantTerritory = 'own' | 'all' | { readonly given: readonly PlaceId[] }

/**
 * A rule of access. One that speaks of attributes or sensitivities only is about those values: allowing, it opens what it is about and no other
 * value; forbidding, it hides those values and leaves the rest.
 */
export interface Grant {
  readonly id: string
  readonly effect: 'allow' | 'forbid'
  readonly subject: GrantSubject
  readonly actions: readonly Action[]
  readonly resource: ResourceSelector
  readonly territory: GrantTerritory
  readonly fields: FieldRule
  /** Allows giving it on to others, not doing it: who keeps permissions does not come to see people by it. */
  readonly only?: 'giving'
  /** Good from this moment, or always. */
  readonly from?: Instant
  /** No longer good from this moment. */
  readonly to?: Instant
}
