import {
  type Control,
  type ControlKind,
  controlDefaults,
  type Form,
  isAnswered,
  isGiven,
  type OwnValue,
  type Subject,
} from '@zmht/shared/controls'
import { isComputed, type Knowledge } from '@zmht/shared/knowledge'
import type { Candidate, MatchedColumn } from '@zmht/shared/sheets'
import { mintKey } from '../mint'
import { landingFor, placeControl } from '../subjects'
import type { OpenedWorkbook } from './open-workbook'

/** One column under review: what it holds, and what it became. */
export interface ReviewColumn {
  readonly column: number
  readonly heading: string
  readonly samples: readonly string[]
  readonly confidence: MatchedColumn['confidence']
  readonly candidates: readonly Candidate[]
  readonly evidence: string
  /** How it would be answered as a question of its own. */
  readonly kind: ControlKind
  readonly own: OwnValue
  /** The control it became; absent: not asked. */
  readonly control?: string
  /** A person has looked at it. */
  readonly settled?: true
}

export interface Review {
  readonly form: Form
  readonly columns: readonly ReviewColumn[]
}

/** What a person says a column is. */
export type Correction =
  | { readonly to: 'candidate'; readonly candidate: Candidate }
  /** Found by searching: with whom it is about, where they are not in the form yet. */
  | { readonly to: 'found'; readonly controls: readonly Control[]; readonly subjects: readonly Subject[] }
  | { readonly to: 'own' }
  | { readonly to: 'out' }
  /** As it was taken. */
  | { readonly to: 'right' }

const text: OwnValue = { type: 'text:500' }

export function startReview({ result, seen }: OpenedWorkbook): Review | undefined {
  if (!result.form) return undefined
  return {
    form: result.form,
    columns: result.matched.map((one): ReviewColumn => {
      const { samples = [], kind = 'long-text', own = text } = seen.find(({ column }) => column === one.column) ?? {}
      const { column, heading, confidence, candidates, evidence, control } = one
      return {
        column,
        heading,
        samples,
        confidence,
        candidates,
        evidence,
        kind,
        own,
        ...(control === undefined ? {} : { control }),
      }
    }),
  }
}

/** @returns the review with one column made what a person says it is; whom nothing is asked about any more leaves the form */
export function correct(knowledge: Knowledge, review: Review, column: number, correction: Correction): Review {
  const one = review.columns.find((each) => each.column === column)
  if (!one) return review
  if (correction.to === 'right') return settled(review, column, one.control)
  const made = controlsFor(knowledge, review.form, one, correction)
  const at = positionOf(review, one)
  const kept = withoutColumn(review, one)
  const twin = made.controls.at(-1) && kept.controls.find((each) => sameBinding(each, made.controls.at(-1)))
  const added = twin ? [] : made.controls.filter((each) => !kept.controls.some((other) => sameBinding(other, each)))
  const place = Math.min(at, kept.controls.length)
  const form: Form = {
    ...review.form,
    subjects: [...review.form.subjects, ...made.subjects.filter(({ key }) => !has(review.form, key))],
    controls: [...kept.controls.slice(0, place), ...added, ...kept.controls.slice(place)],
  }
  return settled({ ...review, form: pruned(form) }, column, (twin ?? added.at(-1))?.id)
}

const has = (form: Form, key: string): boolean => form.subjects.some((one) => one.key === key)

function settled(review: Review, column: number, control: string | undefined): Review {
  return {
    ...review,
    columns: review.columns.map((one) => {
      if (one.column !== column) return one
      const { control: _former, ...rest } = one
      return { ...rest, settled: true, ...(control === undefined ? {} : { control }) }
    }),
  }
}

interface Made {
  readonly controls: readonly Control[]
  readonly subjects: readonly Subject[]
}

function controlsFor(
  knowledge: Knowledge,
  form: Form,
  one: ReviewColumn,
  correction: Exclude<Correction, { to: 'right' }>,
): Made {
  const label = one.heading.split('/').at(-1)?.replace(/\s+/g, '').slice(0, 40) || '没有名称'
  switch (correction.to) {
    case 'out':
      return { controls: [], subjects: [] }
    case 'own':
      return { controls: [ownControl(form, one, label)], subjects: [] }
    case 'found': {
      const last = correction.controls.at(-1)
      return {
        subjects: correction.subjects,
        controls: correction.controls.map((each) => (each === last ? { ...each, label } : each)),
      }
    }
    case 'candidate':
      return (
        boundTo(knowledge, form, correction.candidate, label) ?? {
          controls: [ownControl(form, one, label)],
          subjects: [],
        }
      )
  }
}

function ownControl(form: Form, one: ReviewColumn, label: string): Control {
  const subject = mainSubject(form)
  return { id: mintKey('k'), kind: one.kind, label, required: false, binding: { subject, own: one.own } }
}

/** Whom most of the questions are about. */
function mainSubject(form: Form): string {
  const count = (key: string) => form.controls.filter(({ binding }) => binding?.subject === key).length
  const usable = form.subjects.filter(({ kind }) => kind !== 'place')
  return usable.reduce((most, one) => (count(one.key) > count(most) ? one.key : most), usable[0]?.key ?? '')
}

function boundTo(knowledge: Knowledge, form: Form, candidate: Candidate, label: string): Made | undefined {
  const attribute = candidate.attribute === undefined ? undefined : knowledge.attribute(candidate.attribute)
  const relation = candidate.relation === undefined ? undefined : knowledge.relationType(candidate.relation)
  const kind = typeof attribute?.of === 'string' ? attribute.of : relation?.from
  if (kind === undefined) return undefined
  const landing = candidate.reach
    ? reachedBy(knowledge, form, candidate.reach)
    : landingFor(knowledge, form, kind, mainSubject(form))
  if (!landing) return undefined
  const id = mintKey('k')
  if (attribute) {
    const made = controlDefaults(attribute, landing.subject.key, id)
    const control: Control = { ...made, label, ...(isComputed(attribute.code) ? { kind: 'computed' } : {}) }
    return { subjects: landing.subjects, controls: [...landing.controls, control] }
  }
  if (!relation || (relation.to === 'place' && relation.targets === 'many')) return undefined
  const chosen = { relation: relation.code, label, kind: relation.to === 'place' ? 'place' : 'entity' } as const
  return { subjects: landing.subjects, controls: [...landing.controls, placeControl(chosen, landing.subject.key)] }
}

/** Whom a column names: the child, the guardian; brought into the form where they are not in it. */
function reachedBy(knowledge: Knowledge, form: Form, reach: NonNullable<Candidate['reach']>) {
  const type = knowledge.relationType(reach.relation)
  const of = form.subjects.find(({ kind, is }) => kind === reach.from && is.by !== 'own')
  if (!type || !of) return undefined
  const there = form.subjects.find(
    ({ is }) =>
      is.by === 'relation' && is.relation === reach.relation && is.direction === reach.direction && is.of === of.key,
  )
  if (there) return { subject: there, subjects: [], controls: [] }
  const subject: Subject = {
    key: mintKey('p'),
    kind: reach.direction === 'forward' ? type.to : type.from,
    name: reach.word,
    is: { by: 'relation', relation: reach.relation, of: of.key, direction: reach.direction },
  }
  return { subject, subjects: [subject], controls: [] }
}

/** The form without what a column became, unless another column became the same. */
function withoutColumn({ form, columns }: Review, one: ReviewColumn): Form {
  const shared = columns.some((other) => other.column !== one.column && other.control === one.control)
  if (one.control === undefined || shared) return form
  return { ...form, controls: form.controls.filter(({ id }) => id !== one.control) }
}

/** Where it stands, else behind what the columns before it became. */
function positionOf({ form, columns }: Review, one: ReviewColumn): number {
  const own = form.controls.findIndex(({ id }) => id === one.control)
  if (own >= 0) return own
  const before = columns.filter(({ column }) => column < one.column).map(({ control }) => control)
  return form.controls.reduce((at, { id }, index) => (before.includes(id) ? index + 1 : at), 0)
}

/** Those nobody asks about and nobody is reached through are not needed. */
function pruned(form: Form): Form {
  let subjects = form.subjects
  for (let shrank = true; shrank; ) {
    const needed = new Set([
      ...form.controls.flatMap(({ binding }) => (binding ? [binding.subject] : [])),
      ...subjects.flatMap(({ is }) => (is.by === 'relation' ? [is.of] : [])),
    ])
    const left = subjects.filter(({ key, is }) => isGiven(is) || needed.has(key))
    shrank = left.length < subjects.length
    subjects = left
  }
  return subjects === form.subjects ? form : { ...form, subjects }
}

function sameBinding({ binding: one }: Control, other: Control | undefined): boolean {
  const binding = other?.binding
  if (!one || !binding || one.subject !== binding.subject) return false
  if ('attribute' in one) return 'attribute' in binding && one.attribute === binding.attribute
  return 'relation' in one && 'relation' in binding && one.relation === binding.relation
}

/** How far a review has come: what is still to be looked at, and how much is asked. */
export function countOf({ form, columns }: Review): { readonly open: number; readonly asked: number } {
  return {
    open: columns.filter((one) => needsLook(one)).length,
    asked: form.controls.filter(({ kind }) => isAnswered(kind)).length,
  }
}

export function needsLook({ confidence, settled: looked }: ReviewColumn): boolean {
  return confidence === 'unsure' && looked !== true
}
