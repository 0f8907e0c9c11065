/**
 * The shapes of the city knowledge system 城市知识体系: what kinds of entity exist, what may be said of them, and how they relate.
 * Prose (definitions, sources, English names) stays in `data/`, which no function and no mini-program bundles.
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

/** `phone`: a mobile or a landline with its area code. */
export type IdentifierScheme = 'id-number' | 'mobile' | 'phone' | 'uscc' | 'plate'

export interface CodeItem {
  readonly code: string
  readonly name: string
}

/** What an uploaded file is; stored as the file's id. */
export type FileKind = 'photo' | 'file' | 'signature'

/** How a value is written and stored: see `Value` for the stored forms. */
export type ValueType =
  | { readonly type: 'text'; readonly max: number; readonly pattern?: string }
  /** A person's name: letters of any script, spaces and the middle dots of names of many peoples. */
  | { readonly type: 'name' }
  | {
      readonly type: 'number'
      readonly min: number
      readonly max: number
      readonly unit?: string
      readonly decimals: number
    }
  /** Yuan with two decimals. */
  | { readonly type: 'money'; readonly max: number }
  /** `date` a day, `month` a month of a year, `time` a time of day, `datetime` a minute of a day in China. */
  | { readonly type: 'date' | 'month' | 'time' | 'datetime' | 'date-range' | 'time-range' }
  | { readonly type: 'yes-no' }
  | { readonly type: 'code'; readonly list: string; readonly items: readonly CodeItem[] }
  | { readonly type: 'identifier'; readonly scheme: IdentifierScheme }
  /** One of the nine-level hierarchy. */
  | { readonly type: 'place' }
  /** A position on the map. */
  | { readonly type: 'point' }
  | { readonly type: 'file'; readonly of: FileKind }

/** Whom an attribute is said of: a kind of entity, or a relation. */
export type Bearer = EntityKind | { readonly relation: RelationCode }

export interface Attribute {
  readonly code: AttributeCode
  readonly of: Bearer
  readonly name: string
  readonly value: ValueType
  /** Several values at once (e.g. chronic diseases). */
  readonly many: boolean
  readonly sensitivity: Sensitivity
  /** Days a fact may be believed; absent: for ever (a birth date). */
  readonly freshDays?: number
  /** A value that identifies one entity of its kind (ID number, USCC, plate). */
  readonly naturalKey?: true
  /** What a public register decides or certifies: the register's word outranks a person's own. */
  readonly record?: true
  /** Computed from another attribute, never asked beside it (birth date and sex from the ID number). */
  readonly derivedFrom?: AttributeCode
  /** No longer to be asked; facts said under it are read as facts of the successor, where there is one. */
  readonly deprecated?: { readonly since: KnowledgeVersion; readonly successor?: AttributeCode }
}

export interface RelationType {
  readonly code: RelationCode
  readonly from: EntityKind
  readonly to: EntityKind
  /** Read from → to: 「住在」. */
  readonly name: string
  /** Read to → from: 「住户」. */
  readonly inverseName: string
  readonly symmetric: boolean
  /** How many current targets one source may have. `one`: a new target ends the former. */
  readonly targets: 'one' | 'many'
  /** How many current sources one target may have; told, not enforced by ending others' relations. */
  readonly sources: 'one' | 'many'
  readonly sensitivity: Sensitivity
}

/** A class inside a kind: 电梯 among things, 社区 among places. */
export interface Subtype {
  readonly code: string
  readonly kind: EntityKind
  readonly name: string
}

export interface CodeList {
  readonly id: string
  readonly name: string
  readonly items: readonly CodeItem[]
}

/**
 * A value as stored and as sent: `YYYY-MM-DD`, `YYYY-MM`, `HH:MM`, `YYYY-MM-DDTHH:MM`, ranges `from/to`, codes as code, places and files as
 * id, a point as `longitude,latitude` in degrees (GCJ-02, six decimals).
 */
export type Value = string | number | boolean | readonly string[]

/** Where a claim came from. `self`: the person said it of themself or of those they act for. */
export interface ClaimSource {
  readonly kind: 'self' | 'official' | 'import' | 'task'
  /** The request, task or job that brought it. */
  readonly id: string
  /** What a person is told of it: 「老年人健康体检」. */
  readonly label: string
}

/**
 * What somebody's word weighs about whom it is said of. `own`: of themself; `checked`: an official who looked; `recorded`: a register or a
 * list that was handed over; `told`: by somebody else.
 */
export const authorities = ['own', 'checked', 'recorded', 'told'] as const
export type Authority = (typeof authorities)[number]

/** Who says something, from where, when, and under which version of the knowledge system. */
export interface Saying {
  readonly source: ClaimSource
  readonly at: Instant
  readonly version: KnowledgeVersion
  /** The account or official who said it. */
  readonly by: string
  readonly authority: Authority
}

/** A fact is a claim: a value, who said it, when, under which version of the knowledge system. */
export interface Claim extends Saying {
  readonly value: Value
  /** Who said the same before. */
  readonly also?: readonly string[]
  /** For what was told: when its teller first said something of it. */
  readonly since?: Instant
}

/** The claims that stand, by attribute. */
export type Claims = Readonly<Record<AttributeCode, readonly Claim[]>>

export interface Entity {
  readonly id: EntityId
  readonly kind: EntityKind
  /** The claim believed now, by attribute. */
  readonly facts: Readonly<Record<AttributeCode, Claim>>
  /** All claims that stand. Absent: those of `facts`. */
  readonly claims?: Claims
}

export interface Relation extends Saying {
  readonly type: RelationCode
  readonly from: EntityId
  readonly to: EntityId
  readonly since: Instant
  /** Who said it too. */
  readonly also?: readonly string[]
  /** Against what somebody of more authority said: not believed until a person decides, shown to those who said it. */
  readonly pending?: true
  /** What is said of the relation itself: the post held, the monthly rent. */
  readonly facts?: Readonly<Record<AttributeCode, Claim>>
  readonly claims?: Claims
}

/** The part of the knowledge graph a form looks at: a few entities and the relations between them. */
export interface Graph {
  readonly entities: Readonly<Record<string, Entity>>
  readonly relations: readonly Relation[]
}

/** How a value of a former attribute becomes one of its successor. Data, so that a published revision can carry it. */
export type ValueUpgrade =
  | { readonly kind: 'same' }
  /** Codes by codes; a code that is not named is not carried over. */
  | { readonly kind: 'codes'; readonly to: Readonly<Record<string, string>> }
  /** A number in another unit: times the factor, rounded to the successor's decimals. */
  | { readonly kind: 'scale'; readonly factor: number }
  /** Yes or no out of codes: yes for those named. */
  | { readonly kind: 'yes-when'; readonly codes: readonly string[] }

/** From a version on, facts said under one attribute are read as facts of another. */
export interface Upgrade {
  readonly since: KnowledgeVersion
  readonly from: AttributeCode
  readonly to: AttributeCode
  readonly by: ValueUpgrade
}
