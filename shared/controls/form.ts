import type {
  AttributeCode,
  CodeItem,
  EntityId,
  EntityKind,
  Instant,
  KnowledgeVersion,
  RelationCode,
  Value,
} from '../knowledge/types'
import type { Expression } from './expression'

/** The longest surveys in use have some 560 questions. */
export const mostControls = 600

/**
 * A form is a lens on the knowledge graph: it names *subjects* and binds each control to an attribute of one of them, or to a
 * relation from it. Forms are data: they are stored, versioned and sent as they are.
 */
export interface Form {
  readonly knowledge: KnowledgeVersion
  readonly subjects: readonly Subject[]
  readonly controls: readonly Control[]
}

/** Who or what the form is about. */
export interface Subject {
  /** Short and stable inside the form, e.g. `applicant`. */
  readonly key: string
  readonly kind: EntityKind
  /** 「申请人」「要体检的老人」. */
  readonly name: string
  readonly is: SubjectOrigin
  /** Present: repeated cards, between min and max (≤ 20). Absent: exactly one. */
  readonly many?: { readonly min: number; readonly max: number }
}

export type SubjectOrigin =
  /** The person who fills the form in. */
  | { readonly by: 'actor' }
  /** Whom or what the form is filled in about, when that is settled beforehand: an item of a task. In place of an actor. */
  | { readonly by: 'target' }
  /** This submission itself, as an event. */
  | { readonly by: 'submission' }
  /**
   * Reached from another subject by a relation: `forward` when that subject is its source, `backward` when it is its target.
   * e.g. elder: person by `parent` of applicant, backward: the elder is the source of 「父母」 to the applicant.
   */
  | {
      readonly by: 'relation'
      readonly relation: RelationCode
      readonly of: string
      readonly direction: 'forward' | 'backward'
    }
  /** A group of questions of this form only (`own`), about nobody and nothing in the graph. */
  | { readonly by: 'own' }

/** What a control looks like and how it is answered. */
export const controlKinds = [
  'text',
  'long-text',
  'number',
  'money',
  'date',
  'month',
  'time',
  'datetime',
  'date-range',
  'time-range',
  'choice',
  'choices',
  'yes-no',
  'name',
  'id-number',
  'phone',
  'uscc',
  'plate',
  'place',
  'point',
  'entity',
  'photo',
  'file',
  'signature',
  'computed',
  'section',
  'matrix',
  'explanation',
  'consent',
] as const
export type ControlKind = (typeof controlKinds)[number]

export type Binding =
  /** An attribute of the subject, or of the relation it is reached by (`rents.monthlyRent` of the subject reached by `rents`). */
  | { readonly subject: string; readonly attribute: AttributeCode }
  /** The answer is the id of the relation's target (a place the person resides at, the clinic they signed with). */
  | { readonly subject: string; readonly relation: RelationCode }
  /** A question of this form only, which the knowledge system has no attribute for: kept with the request, linked to nothing. */
  | { readonly subject: string; readonly own: OwnValue }

/** How an own question is answered. */
export interface OwnValue {
  /** As `readValueType` reads it; `code` without a list: the choices stand in `items`. */
  readonly type: string
  readonly many?: true
  readonly items?: readonly CodeItem[]
}

export interface Control {
  /** Stable for the form's whole life, e.g. `k3`. */
  readonly id: string
  readonly kind: ControlKind
  readonly label: string
  readonly hint?: string
  readonly required: boolean
  /** Absent only for what is not answered (`section`, `matrix`, `explanation`, `consent`). */
  readonly binding?: Binding
  /** For an explanation: what it says. For a consent: what is agreed to. */
  readonly text?: string
  /** The section it stands in, or the matrix it is a row of: shown only while that is. */
  readonly within?: string
  /** Shown only while this holds. */
  readonly showWhen?: Expression
  /** Needed only while this holds; `required` is then not looked at. */
  readonly requiredWhen?: Expression
  /** What must hold of an answer, and what a person is told when it does not. */
  readonly constraints?: readonly { readonly must: Expression; readonly message: string }[]
  /** For `computed`: the answer, from other answers. */
  readonly compute?: Expression
  /** Which choices are offered: one is offered while its condition holds; those not named always are, unless `others` is `never`. */
  readonly offer?: {
    readonly when: readonly { readonly codes: readonly string[]; readonly if: Expression }[]
    readonly others: 'always' | 'never'
  }
  /** Label and hint in other languages, by BCP 47 tag. */
  readonly translations?: Readonly<Record<string, { readonly label?: string; readonly hint?: string }>>
}

/** Answers to the controls of one instance of a subject. `entity`: the known entity it is about; absent: someone or something new. */
export interface SubjectAnswers {
  readonly entity?: EntityId
  readonly values: Readonly<Record<string, Value>>
}

/** Answers by subject key; one element for a single subject, several for repeated cards. Explanations have none; consents are answered under the actor's subject with `true`. */
export type FormAnswers = Readonly<Record<string, readonly SubjectAnswers[]>>

/** A prefilled value with what a person is told of it. */
export interface PrefilledValue {
  readonly value: Value
  /** 「老年人健康体检」「您的资料」. */
  readonly source: string
  readonly at: Instant
  /** Older than the attribute may be believed: shown, but to be looked at again. */
  readonly stale: boolean
  /** The viewer may not see the whole value; it is kept if left alone. */
  readonly masked?: true
  /** What the viewer said against what others of more authority said: it waits for somebody to decide. */
  readonly pending?: true
}

/** Somebody or something a subject may be, for a person to choose among, with what is known of them. */
export interface Candidate {
  readonly entity: EntityId
  readonly name: string
  readonly values: Readonly<Record<string, PrefilledValue>>
}

export interface PrefilledSubject {
  readonly entity?: EntityId
  /** Present when more than one is known: the relatives one of whom is meant. */
  readonly candidates?: readonly Candidate[]
  readonly values: Readonly<Record<string, PrefilledValue>>
}
export type Prefill = Readonly<Record<string, readonly PrefilledSubject[]>>

/** An entity as a patch names it: one that exists, or a new one with a key that is the same at each retry. */
export type EntityRef = { readonly known: EntityId } | { readonly fresh: string }

/** What one submission says of one entity. */
export interface EntityPatch {
  readonly ref: EntityRef
  readonly kind: EntityKind
  readonly facts: readonly { readonly attribute: AttributeCode; readonly value: Value }[]
}

export interface RelationPatch {
  readonly type: RelationCode
  readonly from: EntityRef
  readonly to: EntityRef
  /** What is said of the relation itself: the monthly rent, the post held. */
  readonly facts?: readonly { readonly attribute: AttributeCode; readonly value: Value }[]
}

/** What `collect` gives: the form's answers as standard entities and relations. */
export interface Patch {
  readonly knowledge: KnowledgeVersion
  readonly entities: readonly EntityPatch[]
  readonly relations: readonly RelationPatch[]
}

/** One thing wrong with an answer, in words for the person who typed it. */
export interface AnswerProblem {
  readonly subject: string
  readonly index: number
  readonly control: string
  readonly message: string
}
