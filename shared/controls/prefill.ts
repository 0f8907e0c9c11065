import { entityId } from '../knowledge/base'
import { isSaidBy, isStale, ownClaim } from '../knowledge/claims'
import { computedFact, factsFollowing } from '../knowledge/derive'
import { maskValue } from '../knowledge/display'
import type { Knowledge } from '../knowledge/system'
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
import { sameValue } from '../knowledge/values'
import type { Form, FormAnswers, Prefill, PrefilledSubject, PrefilledValue, Subject, SubjectAnswers } from './form'
import { type ByRelation, type FormShape, givenTo, isGiven, isOfRelation, relationOf, shapeOf } from './shape'

/** How much of a fact, or of a relation, the viewer may see. */
export type Sight = 'full' | 'masked' | 'none'

export interface PrefillFor {
  /** Whose form it is: the subject that is the actor. */
  readonly actor: EntityId
  /** Whom or what it is about, where that is not the actor: an organisation somebody acts for. */
  readonly target?: EntityId
  readonly at: Instant
  /** The event of a submission made before: shows what it said. Absent: a new submission, nothing said yet. */
  readonly submission?: EntityId
  /** Who looks: they are shown what they said themselves, believed or not. Absent: only what is believed is shown. */
  readonly viewer?: string
  /**
   * How much of what is believed the viewer may see, by whoever said it. Default: everything in full.
   * A fact of an entity that is not in the graph is never asked for.
   */
  readonly may?: (entity: Entity, what: Attribute | RelationType, said: Claim | Relation) => Sight
}

/**
 * Reads the knowledge graph through a form's bindings.
 * A subject reached by a relation is the most recently confirmed one; a repeated subject shows the most recent ones up to its
 * maximum and blank cards up to its minimum. Every instance of every subject is there, with no values where nothing is known.
 */
export function prefill(knowledge: Knowledge, form: Form, graph: Graph, view: PrefillFor): Prefill {
  const shape = shapeOf(knowledge, form)
  const found = new Map<string, readonly Instance[]>()
  for (const subject of shape.subjects) found.set(subject.key, instancesFound(shape, subject, graph, view, found))
  return Object.fromEntries(
    shape.subjects.map((subject) => [
      subject.key,
      (found.get(subject.key) ?? []).map((instance) => readSubject(shape, subject, instance, graph, view)),
    ]),
  )
}

/** Whom an instance of a subject stands for, the relation it was reached by, and who else it could have been. */
interface Instance {
  readonly entity?: EntityId
  readonly via?: Relation
  readonly candidates?: readonly Related[]
}

const nobody: Instance = {}

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
export function emptyAnswers(knowledge: Knowledge, form: Form): FormAnswers {
  const shape = shapeOf(knowledge, form)
  return Object.fromEntries(
    shape.subjects.map((subject) => {
      const root = shape.repeats.get(subject.key)
      const count = root === undefined ? 1 : (shape.subject.get(root)?.many?.min ?? 0)
      return [subject.key, Array.from({ length: count }, (): SubjectAnswers => ({ values: {} }))]
    }),
  )
}

function instancesFound(
  shape: FormShape,
  subject: Subject,
  graph: Graph,
  view: PrefillFor,
  found: ReadonlyMap<string, readonly Instance[]>,
): readonly Instance[] {
  const { is } = subject
  if (isGiven(is)) return [{ entity: givenTo(is, view) }]
  if (is.by === 'submission') return [view.submission === undefined ? nobody : { entity: view.submission }]
  if (is.by === 'own') return Array.from({ length: subject.many ? subject.many.min : 1 }, () => nobody)
  const sources = found.get(is.of) ?? []
  if (subject.many) {
    const reached = reachedFrom(shape, subject, is, 0, graph, view, found)
      .slice(0, subject.many.max)
      .map(({ entity, relation }): Instance => ({ entity, via: relation }))
    const blanks = Math.max(0, subject.many.min - reached.length)
    return [...reached, ...Array.from({ length: blanks }, () => nobody)]
  }
  return sources.map((_, index): Instance => {
    const reached = reachedFrom(shape, subject, is, index, graph, view, found)
    const [first] = reached
    if (!first) return nobody
    return {
      entity: first.entity,
      via: first.relation,
      ...(reached.length > 1 ? { candidates: reached } : {}),
    }
  })
}

/** @returns who or what the subject may be, most recently confirmed first; never someone the way there led through */
function reachedFrom(
  shape: FormShape,
  subject: Subject,
  is: ByRelation,
  index: number,
  graph: Graph,
  view: PrefillFor,
  found: ReadonlyMap<string, readonly Instance[]>,
): readonly Related[] {
  const source = at(found.get(is.of), index)
  if (source === undefined) return []
  const passed = new Set<EntityId>()
  for (let step: ByRelation | undefined = is; step; ) {
    const through = at(found.get(step.of), index)
    if (through !== undefined) passed.add(through)
    const next: Subject | undefined = shape.subject.get(step.of)
    step = next?.is.by === 'relation' ? next.is : undefined
  }
  return related(graph, source, relationOf(shape, is), is.direction, view).filter(
    ({ entity }) => !passed.has(entity) && (graph.entities[entity]?.kind ?? subject.kind) === subject.kind,
  )
}

/** A single subject has its instance at 0, whichever card of a repeated one asks. */
function at(instances: readonly Instance[] | undefined, index: number): EntityId | undefined {
  return (instances?.length === 1 ? instances[0] : instances?.[index])?.entity
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
  view: Pick<PrefillFor, 'may' | 'viewer'>,
): readonly Related[] {
  if (!type) return []
  const entity = graph.entities[source]
  const seen = graph.relations.filter(
    (one) => one.type === type.code && sightOfRelation(one, entity, type, view) !== 'none',
  )
  // Who said otherwise than what is believed goes on seeing what they said instead.
  const own = type.targets === 'one' ? seen.filter(({ pending }) => pending) : []
  const isReplaced = (one: Relation): boolean =>
    !own.includes(one) &&
    own.some(({ from, to }) =>
      type.symmetric ? [one.from, one.to].some((end) => end === from || end === to) : one.from === from,
    )
  const best = new Map<EntityId, Relation>()
  for (const relation of seen.filter((one) => !isReplaced(one))) {
    for (const end of otherEnds(relation, source, type, direction)) {
      const known = best.get(end)
      if (!known || confirmedAt(known) < confirmedAt(relation)) best.set(end, relation)
    }
  }
  return [...best]
    .map(([end, relation]) => ({ entity: end, relation }))
    .sort((a, b) => order(confirmedAt(b.relation), confirmedAt(a.relation)) || order(a.entity, b.entity))
}

/** What is pending exists for those who said it, who see what they said themselves in full. */
function sightOfRelation(
  relation: Relation,
  entity: Entity | undefined,
  type: RelationType,
  { viewer, may }: Pick<PrefillFor, 'may' | 'viewer'>,
): Sight {
  if (viewer !== undefined && isSaidBy(relation, viewer)) return 'full'
  if (relation.pending) return 'none'
  return entity ? (may?.(entity, type, relation) ?? 'full') : 'full'
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
  return relation.at
}

function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

function readSubject(
  shape: FormShape,
  subject: Subject,
  { entity: id, via, candidates }: Instance,
  graph: Graph,
  view: PrefillFor,
): PrefilledSubject {
  if (id === undefined) return { values: {} }
  const valuesOf = (one: EntityId, relation: Relation | undefined) =>
    readValues(shape, subject, one, relation, graph, view)
  return {
    entity: id,
    values: valuesOf(id, via),
    ...(candidates === undefined
      ? {}
      : {
          candidates: candidates.map(({ entity, relation }) => ({
            entity,
            name: nameToSee(shape, entity, subject, graph, view),
            values: valuesOf(entity, relation),
          })),
        }),
  }
}

function readValues(
  shape: FormShape,
  subject: Subject,
  id: EntityId,
  via: Relation | undefined,
  graph: Graph,
  view: PrefillFor,
): PrefilledSubject['values'] {
  const values: [string, PrefilledValue][] = []
  const entity = graph.entities[id]
  for (const control of shape.attributeControls.get(subject.key) ?? []) {
    const what = shape.knowledge.attribute(control.binding.attribute)
    const read = !what
      ? undefined
      : isOfRelation(shape, control)
        ? readOfRelation(what, via, entity, view)
        : entity && readAttribute(what, entity, view)
    if (read) values.push([control.id, read])
  }
  for (const control of shape.relationControls.get(subject.key) ?? []) {
    const read = readRelation(shape.knowledge.relationType(control.binding.relation), id, entity, graph, view)
    if (read) values.push([control.id, read])
  }
  return Object.fromEntries(values)
}

/** What somebody is called where one is chosen among several: the name as far as the viewer may see it, else what the form calls them. */
function nameToSee(shape: FormShape, id: EntityId, subject: Subject, graph: Graph, view: PrefillFor): string {
  const entity = graph.entities[id]
  const what = entity && shape.knowledge.attribute(`${entity.kind}.name`)
  const read = what && readAttribute(what, entity, view)
  return read ? String(read.value) : subject.name
}

/** What was said of the relation itself is seen by whoever may see the fact of the entity at its end. */
function readOfRelation(
  what: Attribute,
  via: Relation | undefined,
  entity: Entity | undefined,
  view: PrefillFor,
): PrefilledValue | undefined {
  const own = ownOf(via, what, view)
  if (own) return seen(what, own, 'full', view.at)
  const claim = via?.facts?.[what.code]
  if (claim === undefined) return undefined
  const sight = entity === undefined ? 'full' : (view.may?.(entity, what, claim) ?? 'full')
  return sight === 'none' ? undefined : seen(what, claim, sight, view.at)
}

function readAttribute(what: Attribute, entity: Entity, view: PrefillFor): PrefilledValue | undefined {
  const own = ownOf(entity, what, view)
  if (own) return seen(what, own, 'full', view.at)
  const claim = entity.facts[what.code] ?? derivedClaim(what, entity, view.at)
  const sight = claim ? (view.may?.(entity, what, claim) ?? 'full') : 'none'
  return claim && sight !== 'none' ? seen(what, claim, sight, view.at) : undefined
}

/** What the viewer said, where it is not what is believed or may not be seen as such: `pending` says that others say otherwise. */
function ownOf(
  bearer: Pick<Relation, 'facts' | 'claims'> | undefined,
  what: Attribute,
  { viewer }: PrefillFor,
): (Claim & { readonly pending?: true }) | undefined {
  const own = viewer === undefined ? undefined : ownClaim(bearer?.claims?.[what.code], viewer)
  if (!own) return undefined
  const believed = bearer?.facts?.[what.code]
  return believed && !sameValue(believed.value, own.value) ? { ...own, pending: true } : own
}

function seen(what: Attribute, claim: Claim & { readonly pending?: true }, sight: Sight, at: Instant): PrefilledValue {
  const told = {
    source: claim.source.label,
    at: claim.at,
    stale: isStale(what, claim.at, at),
    ...(claim.pending ? { pending: true as const } : {}),
  }
  return sight === 'full'
    ? { value: claim.value, ...told }
    : { value: maskValue(what, claim.value), ...told, masked: true }
}

/** What follows from another fact where nobody said it: birth date and sex from the ID number, the age of today. */
function derivedClaim(what: Attribute, entity: Entity, at: Instant): Claim | undefined {
  const computed = computedFact(what.code, (code) => entity.facts[code]?.value, at)
  const origin = computed && (entity.facts[computed.from] ?? entity.facts['person.idNumber'])
  if (computed && origin) return { ...origin, value: computed.value }
  const from = what.derivedFrom === undefined ? undefined : entity.facts[what.derivedFrom]
  const value = from && factsFollowing(what.derivedFrom, from.value).find((one) => one.attribute === what.code)?.value
  return from && value !== undefined ? { ...from, value } : undefined
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
  const told = {
    source: found.relation.source.label,
    at: confirmedAt(found.relation),
    stale: false,
    ...(found.relation.pending ? { pending: true as const } : {}),
  }
  return sightOfRelation(found.relation, entity, type, view) === 'masked'
    ? { value: '******', ...told, masked: true }
    : { value: found.entity, ...told }
}

/** @returns the id of a place chosen in a place control, as the entity it names */
export function placeEntity(value: Value): EntityId {
  return entityId(String(value))
}
