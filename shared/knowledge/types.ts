/**
 * The shapes of the city knowledge system 城市知识体系: what kinds of entity exist, what may be said of them, and how they relate.
 * Prose (definitions, sources) lives in `definitions.ts`, which no function and no mini-program bundles.
 */

declare const brand: unique symbol
type Branded<T, B extends string> = T & { readonly [brand]: B }

/** An entity's opaque id for life: `e` + 20 characters, or a place id for entities of kind place. */
export type EntityId = Branded<string, 'EntityId'>
/** `kind.property`, e.g. `person.idNumber`; stable for ever. */
export type AttributeCode = string
/** e.g. `resides-at`; stable for ever. */
export type RelationCode = string
/** Semantic version of the knowledge system, e.g. `1.0.0`. */
export type KnowledgeVersion = string
/** UTC, ISO 8601 with milliseconds, e.g. `2026-11-24T06:30:00.000Z`. */
export type Instant = string

export const entityKinds = ['person', 'place', 'event', 'thing', 'organisation'] as const
export type EntityKind = (typeof entityKinds)[number]

/** Who may see a value without a stated purpose: open to all, internal to officials, personal masked, sensitive only by grant + purpose. */
export const sensitivities = ['open', 'internal', 'personal', 'sensitive'] as const
export type Sensitivity = (typeof sensitivities)[number]

export type IdentifierScheme = 'id-number' | 'mobile' | 'uscc' | 'plate'

export type ValueType =
  | { readonly type: 'text'; readonly max: number; readonly pattern?: string }
  | {
      readonly type: 'number'
      readonly min: number
      readonly max: number
      readonly unit?: string
      readonly decimals: number
    }
  | { readonly type: 'date' }
  | { readonly type: 'yes-no' }
  | { readonly type: 'code'; readonly list: string }
  | { readonly type: 'identifier'; readonly scheme: IdentifierScheme }
  | { readonly type: 'place' }

export interface Attribute {
  readonly code: AttributeCode
  /** The kind of entity, or the relation, it is said of. */
  readonly of: EntityKind | { readonly relation: RelationCode }
  readonly name: string
  readonly english: string
  readonly value: ValueType
  /** Several values at once (e.g. chronic diseases). */
  readonly many: boolean
  readonly sensitivity: Sensitivity
  /** Days a fact may be believed; absent: for ever (a birth date). */
  readonly freshDays?: number
  /** A value that identifies one entity of its kind (ID number, USCC, plate). */
  readonly naturalKey?: true
  /** Computed from another attribute, never asked (birth date and sex from the ID number). */
  readonly derivedFrom?: AttributeCode
  /** Other words people use for it; for finding it by meaning. */
  readonly synonyms?: readonly string[]
}

export interface RelationType {
  readonly code: RelationCode
  readonly from: EntityKind
  readonly to: EntityKind
  /** Read from → to: 「住在」. */
  readonly name: string
  /** Read to → from: 「住户」. */
  readonly inverseName: string
  readonly english: string
  readonly symmetric: boolean
  /** How many current targets one source may have. `one`: a new target ends the former. */
  readonly targets: 'one' | 'many'
  readonly sensitivity: Sensitivity
}

export interface CodeList {
  readonly id: string
  readonly name: string
  readonly standard?: string
  readonly items: readonly { readonly code: string; readonly name: string }[]
}

/** A value as stored and as sent: dates `YYYY-MM-DD`, codes as code, places as place id. */
export type Value = string | number | boolean | readonly string[]

/** Where a claim came from. `self`: the person said it of themself or of those they act for. */
export interface ClaimSource {
  readonly kind: 'self' | 'official' | 'import' | 'task'
  /** The request, task or job that brought it. */
  readonly id: string
  /** What a person is told of it: 「老年人健康体检」. */
  readonly label: string
}

/** A fact is a claim: a value, who said it, when, under which version of the knowledge system. */
export interface Claim {
  readonly value: Value
  readonly source: ClaimSource
  readonly at: Instant
  readonly version: KnowledgeVersion
}

export interface Entity {
  readonly id: EntityId
  readonly kind: EntityKind
  /** The claim believed now, by attribute. */
  readonly facts: Readonly<Record<AttributeCode, Claim>>
}

export interface Relation {
  readonly type: RelationCode
  readonly from: EntityId
  readonly to: EntityId
  readonly since: Instant
  /** When it was last said again; absent: not since `since`. The most recently confirmed relation is the one a form opens with. */
  readonly confirmed?: Instant
  readonly source: ClaimSource
  readonly version: KnowledgeVersion
}

/** The part of the knowledge graph a form looks at: a few entities and the relations between them. */
export interface Graph {
  readonly entities: Readonly<Record<string, Entity>>
  readonly relations: readonly Relation[]
}
