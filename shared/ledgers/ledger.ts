import type { Level } from '../geo/place'
import type { AttributeCode, RelationCode } from '../knowledge/types'
import type { Condition } from './condition'

/** What a ledger 台账 may be of. */
export const ledgerKinds = ['person', 'organisation', 'thing', 'place'] as const
export type LedgerKind = (typeof ledgerKinds)[number]

/** What a ledger shows of each of its entities: a fact, or the names at the other ends of a relation. */
export type Column =
  | { readonly key: string; readonly of: 'attribute'; readonly attribute: AttributeCode }
  | {
      readonly key: string
      readonly of: 'relation'
      readonly types: readonly RelationCode[]
      readonly direction: 'forward' | 'backward'
      /** What it is called here; a relation has a name of its own. */
      readonly name?: string
    }

/** Which entities are in: all that meet every condition, or those somebody put in. */
export type Membership = { readonly by: 'rule'; readonly all: readonly Condition[] } | { readonly by: 'hand' }

/**
 * A view on the knowledge graph: which entities of a kind, and what of each is shown. Nothing is copied: what is said of an entity anywhere is
 * what its ledgers show.
 */
export interface LedgerContent {
  readonly name: string
  /** What it is for, in a sentence. */
  readonly about: string
  readonly kind: LedgerKind
  /** Of places: the level of those that are in. */
  readonly level?: Level
  readonly membership: Membership
  readonly columns: readonly Column[]
  /** Attributes by which a long list can be narrowed at no cost. */
  readonly filters: readonly AttributeCode[]
}

export const mostColumns = 40
export const mostConditions = 10
export const mostFilters = 3
