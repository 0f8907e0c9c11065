import { attribute, entityId, relationType } from '../knowledge/catalogue'
import { maskValue } from '../knowledge/display'
import { factsFromIdNumber } from '../knowledge/identifiers'
import type {
  Attribute,
  Claim,
  Entity,
  EntityId,
  Graph,
  Instant,
  Relation,
  RelationType,
  Value,
} from '../knowledge/types'
import type { Form, FormAnswers, Prefill, PrefilledSubject, PrefilledValue, Subject, SubjectAnswers } from './form'
import { type ByRelation, type FormShape, relationOf, shapeOf } from './shape'

/** How much of a fact, or of a relation, the viewer may see. */
export type Sight = 'full' | 'masked' | 'none'

export interface PrefillFor {
  /** Whose form it is: the subject that is the actor. */
  readonly actor: EntityId
  readonly at: Instant
  /** The event of a submission made before: shows what it said. Absent: a new submission, nothing said yet. */
  readonly submission?: EntityId
  /** Default: everything in full. A fact of an entity that is not in the graph is never asked for. */
  readonly may?: (entity: Entity, what: Attribute | RelationType) => Sight
}

/**
 * Reads the knowledge graph through a form's bindings.
 * A subject reached by a relation is the most recently confirmed one; a repeated subject shows the most recent ones up to its
 * maximum and blank cards up to its minimum. Every instance of every subject is there, with no values where nothing is known.
 */
export function prefill(form: Form, graph: Graph, view: PrefillFor): Prefill {
  const shape = shapeOf(form)
  const found = new Map<string, readonly (EntityId | undefined)[]>()
  for (const subject of shape.subjects) found.set(subject.key, entitiesOf(shape, subject, graph, view, found))
  return Object.fromEntries(
    shape.subjects.map((subject) => [
      subject.key,
      (found.get(subject.key) ?? []).map((entity) => readSubject(shape, subject, entity, graph, view)),
    ]),
  )
}

/** @returns the answers a form opens with; what is masked is left out: left alone it stays as it is */
export function answersFrom(prefilled: Prefill): FormAnswers {
  return Object.fromEntries(
    Object.entries(prefilled).map(([key, instances]) => [
      key,
      instances.map(({ entity, values }): SubjectAnswers => {
        const whole = Object.entries(values).filter(([, one]) => one.masked !== true)
        return {
          ...(entity === undefined ? {} : { entity }),
          values: Object.fromEntries(whole.map(([id, one]) => [id, one.value])),
        }
      }),
    ]),
  )
}

/** @returns the answers of a form nothing is known for: one blank instance per single subject, as many cards as must be */
export function emptyAnswers(form: Form): FormAnswers {
  const shape = shapeOf(form)
  return Object.fromEntries(
    shape.subjects.map((subject) => {
      const root = shape.repeats.get(subject.key)
      const count = root === undefined ? 1 : (shape.subject.get(root)?.many?.min ?? 0)
      return [subject.key, Array.from({ length: count }, (): SubjectAnswers => ({ values: {} }))]
    }),
  )
}

function entitiesOf(
  shape: FormShape,
  subject: Subject,
  graph: Graph,
  view: PrefillFor,
  found: ReadonlyMap<string, readonly (EntityId | undefined)[]>,
): readonly (EntityId | undefined)[] {
  const { is } = subject
  if (is.by === 'actor') return [view.actor]
  if (is.by === 'submission') return [view.submission]
  const sources = found.get(is.of) ?? []
  if (subject.many) {
    const reached = reachedFrom(shape, subject, is, 0, graph, view, found).slice(0, subject.many.max)
    const blanks = Math.max(0, subject.many.min - reached.length)
    return [...reached, ...Array.from({ length: blanks }, () => undefined)]
  }
  return sources.map((_, index) => reachedFrom(shape, subject, is, index, graph, view, found)[0])
}

/** @returns who or what the subject may be, most recently confirmed first; never someone the way there led through */
function reachedFrom(
  shape: FormShape,
  subject: Subject,
  is: ByRelation,
  index: number,
  graph: Graph,
  view: PrefillFor,
  found: ReadonlyMap<string, readonly (EntityId | undefined)[]>,
): readonly EntityId[] {
  const source = at(found.get(is.of), index)
  if (source === undefined) return []
  const passed = new Set<EntityId>()
  for (let step: ByRelation | undefined = is; step; ) {
    const through = at(found.get(step.of), index)
    if (through !== undefined) passed.add(through)
    const next: Subject | undefined = shape.subject.get(step.of)
    step = next?.is.by === 'relation' ? next.is : undefined
  }
  return related(graph, source, relationOf(is), is.direction, view)
    .map((one) => one.entity)
    .filter((entity) => !passed.has(entity) && (graph.entities[entity]?.kind ?? subject.kind) === subject.kind)
}

/** A single subject has its instance at 0, whichever card of a repeated one asks. */
function at(entities: readonly (EntityId | undefined)[] | undefined, index: number): EntityId | undefined {
  return entities?.length === 1 ? entities[0] : entities?.[index]
}

interface Related {
  readonly entity: EntityId
  readonly relation: Relation
}

/** @returns what stands at the other end of an entity's relations of a type, most recently confirmed first, each once */
export function related(
  graph: Graph,
  source: EntityId,
  type: RelationType | undefined,
  direction: ByRelation['direction'],
  view: Pick<PrefillFor, 'may'>,
): readonly Related[] {
  if (!type) return []
  const entity = graph.entities[source]
  if (entity && view.may?.(entity, type) === 'none') return []
  const best = new Map<EntityId, Relation>()
  for (const relation of graph.relations) {
    if (relation.type !== type.code) continue
    for (const end of otherEnds(relation, source, type, direction)) {
      const known = best.get(end)
      if (!known || confirmedAt(known) < confirmedAt(relation)) best.set(end, relation)
    }
  }
  return [...best]
    .map(([end, relation]) => ({ entity: end, relation }))
    .sort((a, b) => order(confirmedAt(b.relation), confirmedAt(a.relation)) || order(a.entity, b.entity))
}

function otherEnds(
  relation: Relation,
  source: EntityId,
  type: RelationType,
  direction: ByRelation['direction'],
): readonly EntityId[] {
  const ends: EntityId[] = []
  if (relation.from === source && (type.symmetric || direction === 'forward')) ends.push(relation.to)
  if (relation.to === source && (type.symmetric || direction === 'backward')) ends.push(relation.from)
  return ends
}

/** @returns when a relation was last said */
export function confirmedAt(relation: Relation): Instant {
  return relation.confirmed ?? relation.since
}

function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

function readSubject(
  shape: FormShape,
  subject: Subject,
  id: EntityId | undefined,
  graph: Graph,
  view: PrefillFor,
): PrefilledSubject {
  if (id === undefined) return { values: {} }
  const values: [string, PrefilledValue][] = []
  const entity = graph.entities[id]
  for (const control of shape.attributeControls.get(subject.key) ?? []) {
    const what = attribute(control.binding.attribute)
    const read = what && entity && readAttribute(what, entity, view)
    if (read) values.push([control.id, read])
  }
  for (const control of shape.relationControls.get(subject.key) ?? []) {
    const read = readRelation(relationType(control.binding.relation), id, entity, graph, view)
    if (read) values.push([control.id, read])
  }
  return { entity: id, values: Object.fromEntries(values) }
}

function readAttribute(what: Attribute, entity: Entity, view: PrefillFor): PrefilledValue | undefined {
  const sight = view.may?.(entity, what) ?? 'full'
  const claim = sight === 'none' ? undefined : (entity.facts[what.code] ?? derivedClaim(what, entity))
  return claim && seen(what, claim, sight, view.at)
}

function seen(what: Attribute, claim: Claim, sight: Sight, at: Instant): PrefilledValue {
  const told = { source: claim.source.label, at: claim.at, stale: isStale(what, claim.at, at) }
  return sight === 'full'
    ? { value: claim.value, ...told }
    : { value: maskValue(what, claim.value), ...told, masked: true }
}

/** Birth date and sex as the ID number tells them, where nobody said them. */
function derivedClaim(what: Attribute, entity: Entity): Claim | undefined {
  const from = what.derivedFrom === undefined ? undefined : entity.facts[what.derivedFrom]
  const value = from && derivedValues(what.derivedFrom, from.value).find((one) => one.attribute === what.code)?.value
  return from && value !== undefined ? { ...from, value } : undefined
}

/** @returns the facts that follow from a fact, by attribute */
export function derivedValues(
  code: string | undefined,
  value: Value,
): readonly { readonly attribute: string; readonly value: Value }[] {
  if (code !== 'person.idNumber' || typeof value !== 'string') return []
  const facts = factsFromIdNumber(value)
  if (!facts) return []
  return [
    { attribute: 'person.birthDate', value: facts.birthDate },
    { attribute: 'person.sex', value: facts.sex },
  ]
}

function readRelation(
  type: RelationType | undefined,
  id: EntityId,
  entity: Entity | undefined,
  graph: Graph,
  view: PrefillFor,
): PrefilledValue | undefined {
  const found = related(graph, id, type, 'forward', view)[0]
  if (!found || !type) return undefined
  const told = { source: found.relation.source.label, at: confirmedAt(found.relation), stale: false }
  return entity && view.may?.(entity, type) === 'masked'
    ? { value: '******', ...told, masked: true }
    : { value: found.entity, ...told }
}

/** @returns whether a fact is older than it may be believed */
export function isStale(what: Attribute, saidAt: Instant, now: Instant): boolean {
  return what.freshDays !== undefined && Date.parse(now) - Date.parse(saidAt) > what.freshDays * 86_400_000
}

/** @returns the id of a place chosen in a place control, as the entity it names */
export function placeEntity(value: Value): EntityId {
  return entityId(String(value))
}
