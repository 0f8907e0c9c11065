/**
 * Random worlds for the laws of the lens: a knowledge system (the real one, or one made up), a form over it, a graph and valid answers.
 * Distinct subjects stand for distinct entities: the laws hold for those (one person under two names may be said two things).
 */
import fc from 'fast-check'
import { baseKnowledge, entityId, isComputed, type Knowledge, knowledgeOf } from '../knowledge'
import { believedFacts, claimsOf } from '../knowledge/claims'
import { factsFollowing } from '../knowledge/derive'
import { idCheckCharacter, usccCheckCharacter } from '../knowledge/identifiers'
import {
  type Attribute,
  type Authority,
  type Bearer,
  type Entity,
  type EntityId,
  type EntityKind,
  entityKinds,
  type Graph,
  type IdentifierScheme,
  type Relation,
  type RelationType,
  type Saying,
  sensitivities,
  type Value,
  type ValueType,
} from '../knowledge/types'
import { readValue } from '../knowledge/values'
import { applyFacts, applyRelation, speaksFor } from './apply'
import { checkForm } from './check-form'
import { controlDefaults } from './control-for'
import type { Expression } from './expression'
import type { Control, Form, FormAnswers, Subject, SubjectAnswers } from './form'
import { answeredUnder, answeringOf, choosingControlOf, isAnswered, itemsOf, shapeOf } from './shape'

type Gen = fc.GeneratorValue

function pick<T>(g: Gen, items: readonly T[]): T {
  const item = items[g(fc.nat, { max: items.length - 1 })]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

export const actor = entityId('eactor')

/** Half the time the real system, else one with a few attributes and relations of every shape. */
export function aKnowledge(g: Gen): Knowledge {
  if (g(fc.boolean)) return baseKnowledge
  const always = baseKnowledge.attributes.filter(({ code }) => alwaysThere.has(code))
  const relationTypes: RelationType[] = baseKnowledge.relationTypes.filter(({ code }) =>
    ['applied-by', 'about'].includes(code),
  )
  for (let count = g(fc.integer, { min: 4, max: 14 }); count > 0; count -= 1) {
    const from = pick(g, entityKinds)
    const to = pick(g, entityKinds)
    const symmetric = from === to && g(fc.boolean)
    const name = `关系${count}`
    relationTypes.push({
      code: `r${count}`,
      from,
      to,
      name,
      inverseName: symmetric ? name : `${name}反`,
      symmetric,
      targets: pick(g, ['one', 'many']),
      sources: 'many',
      sensitivity: pick(g, sensitivities),
    })
  }
  const bearers: readonly Bearer[] = [...entityKinds, ...relationTypes.slice(2).map(({ code }) => ({ relation: code }))]
  const invented = bearers.flatMap((of) =>
    Array.from({ length: g(fc.integer, { min: 0, max: 3 }) }, (_, order): Attribute => {
      const value = aValueType(g)
      return {
        code: `${typeof of === 'string' ? of : of.relation}.a${order}`,
        of,
        name: `属性${order}`,
        value,
        many: ['code', 'file'].includes(value.type) && g(fc.boolean),
        sensitivity: pick(g, sensitivities),
        ...(g(fc.boolean) ? { record: true } : {}),
      }
    }),
  )
  return knowledgeOf({ ...baseKnowledge, attributes: [...always, ...invented], relationTypes })
}

const alwaysThere = new Set(['person.name', 'person.idNumber', 'person.birthDate', 'person.sex', 'organisation.uscc'])

function aValueType(g: Gen): ValueType {
  const items = Array.from({ length: g(fc.integer, { min: 2, max: 6 }) }, (_, order) => ({
    code: `c${order}`,
    name: `选项${order}`,
  }))
  const min = g(fc.integer, { min: -100, max: 100 })
  return pick<ValueType>(g, [
    { type: 'text', max: g(fc.integer, { min: 1, max: 300 }) },
    { type: 'name' },
    { type: 'number', min, max: min + g(fc.integer, { min: 1, max: 500 }), decimals: g(fc.nat, { max: 2 }) },
    { type: 'money', max: 1_000_000 },
    { type: 'date' },
    { type: 'month' },
    { type: 'time' },
    { type: 'datetime' },
    { type: 'date-range' },
    { type: 'time-range' },
    { type: 'yes-no' },
    { type: 'code', list: 'l', items },
    { type: 'identifier', scheme: pick(g, ['mobile', 'phone', 'uscc', 'plate']) },
    { type: 'point' },
    { type: 'file', of: pick(g, ['photo', 'file', 'signature']) },
  ])
}

const padded = (digits: number) =>
  fc.integer({ min: 0, max: 10 ** digits - 1 }).map((n) => String(n).padStart(digits, '0'))
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2026-11-01'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10))
const someHan = fc.constantFrom(...'王李张刘陈杨赵黄周吴欧阳建国秀英小梅娜尔买提阿')

const mobile = fc.tuple(fc.integer({ min: 3, max: 9 }), padded(9)).map(([second, rest]) => `1${second}${rest}`)
const identifiers: Record<IdentifierScheme, fc.Arbitrary<string>> = {
  'id-number': fc
    .tuple(fc.constantFrom('110105', '140202', '440106', '650102', '830000'), day, padded(3))
    .map(([place, born, order]) => `${place}${born.replaceAll('-', '')}${order}`)
    .map((seventeen) => seventeen + idCheckCharacter(seventeen)),
  mobile,
  phone: fc.oneof(
    mobile,
    fc.tuple(fc.constantFrom('010', '0352'), padded(7)).map(([area, rest]) => `${area}-6${rest.slice(1)}`),
  ),
  uscc: padded(9)
    .map((rest) => `91110105${rest}`)
    .map((seventeen) => seventeen + usccCheckCharacter(seventeen)),
  plate: fc.tuple(fc.constantFrom('京A', '晋B', '粤B'), padded(5)).map(([region, rest]) => region + rest),
}

type Maker = () => fc.Arbitrary<Value>
const makers = new WeakMap<ValueType, { readonly one: Maker; readonly many: Maker }>()

/**
 * Makes a valid value, as it might be typed. The same function each time for the same way of answering: the generator remembers
 * by function, and comparing attributes with one another is what would take the time.
 */
export function typed({ value, many }: Pick<Attribute, 'value' | 'many'>): Maker {
  const known = makers.get(value) ?? makersOf(value)
  makers.set(value, known)
  return many ? known.many : known.one
}

function makersOf(value: ValueType): { readonly one: Maker; readonly many: Maker } {
  const one = typedOne(value)
  const several = fc.array(one.map(String), { minLength: 1, maxLength: 4 })
  return { one: () => one, many: () => several }
}

/** Some of many, in their order. */
function someOf<T>(g: Gen, items: readonly T[], least: number, most: number): readonly T[] {
  if (items.length === 0) return []
  const chosen = new Set<number>()
  for (let count = g(fc.integer, { min: least, max: most }); count > 0; count -= 1) {
    chosen.add(g(fc.nat, { max: items.length - 1 }))
  }
  return items.filter((_, position) => chosen.has(position))
}

const time = fc
  .tuple(fc.nat({ max: 23 }), fc.nat({ max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`)
const range = (one: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(one, one).map((ends) => ends.sort().join('/'))

function typedOne(value: ValueType): fc.Arbitrary<Value> {
  switch (value.type) {
    case 'text':
      return typedText(value.max, value.pattern).filter((raw) => readValue({ value, many: false }, raw).ok)
    case 'name':
      return fc.array(someHan, { minLength: 1, maxLength: 6 }).map((name) => ` ${name.join('')} `)
    case 'number': {
      const unit = 10 ** value.decimals
      return fc.integer({ min: Math.ceil(value.min * unit), max: Math.floor(value.max * unit) }).map((n) => n / unit)
    }
    case 'money':
      return fc.integer({ min: 0, max: value.max }).map((cents) => cents / 100)
    case 'date':
      return day
    case 'month':
      return day.map((one) => one.slice(0, 7))
    case 'time':
      return time
    case 'datetime':
      return fc.tuple(day, time).map((parts) => parts.join('T'))
    case 'date-range':
      return range(day)
    case 'time-range':
      return range(time)
    case 'yes-no':
      return fc.boolean()
    case 'code':
      return fc.constantFrom(...value.items.map((item) => item.code))
    case 'identifier':
      return identifiers[value.scheme].map((plain) =>
        value.scheme === 'mobile' ? `+86 ${plain.slice(0, 3)} ${plain.slice(3)}` : ` ${plain.toLowerCase()}`,
      )
    case 'place':
      return fc.constantFrom('place1', 'place2')
    case 'point':
      return fc
        .tuple(fc.integer({ min: 75, max: 134 }), fc.integer({ min: 5, max: 52 }))
        .map(([longitude, latitude]) => `${longitude}.5，${latitude}.25`)
    case 'file':
      return padded(9).map((rest) => `f${rest.padEnd(20, 'a')}`)
  }
}

function typedText(max: number, pattern: string | undefined): fc.Arbitrary<string> {
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern))
  return fc.string({ unit: 'grapheme', minLength: 1, maxLength: Math.min(max, 30) }).filter((raw) => raw.trim() !== '')
}

/** A form that can be published, with up to six subjects and thirty controls. */
export function aForm(g: Gen, knowledge: Knowledge): Form {
  let form: Form = {
    knowledge: knowledge.version,
    subjects: [{ key: 'me', kind: 'person', name: '申请人', is: { by: 'actor' } }],
    controls: [],
  }
  if (g(fc.boolean)) {
    form = {
      ...form,
      subjects: [...form.subjects, { key: 'visit', kind: 'event', name: '本次申请', is: { by: 'submission' } }],
    }
  }
  const wanted = g(fc.integer, { min: 0, max: 4 })
  for (let tries = 0; tries < 10 * wanted && form.subjects.length < 2 + wanted; tries += 1) {
    const extended = withSubject(g, knowledge, form, `s${tries}`)
    if (extended && isSound(knowledge, extended)) form = extended
  }
  const bindings = form.subjects.flatMap((subject) =>
    [
      ...knowledge.attributesOf(subject.kind),
      ...(subject.is.by === 'relation' ? knowledge.attributesOf({ relation: subject.is.relation }) : []),
    ].map((what) => [subject.key, what] as const),
  )
  for (const [order, [subject, what]] of someOf(g, bindings, 1, 14).entries()) {
    const plain = controlDefaults(what, subject, `k${order}`)
    const control: Control = { ...plain, required: plain.kind !== 'computed' && g(fc.boolean) }
    const extended = {
      ...form,
      controls: [...form.controls, g(fc.boolean) ? control : conditioned(g, knowledge, form, control)],
    }
    if (checkForm(knowledge, extended).length === 0) form = extended
  }
  return form.controls.some((control) => control.binding) ? form : named(form)
}

/** Nothing fitted: then at least the name is asked. */
function named(form: Form): Form {
  const binding = { subject: 'me', attribute: 'person.name' }
  return { ...form, controls: [...form.controls, { id: 'name', kind: 'name', label: '姓名', required: true, binding }] }
}

/** One more subject, reached by any relation that fits the kinds; a place comes with its control. */
function withSubject(g: Gen, knowledge: Knowledge, form: Form, key: string): Form | undefined {
  const source = form.subjects[g(fc.nat, { max: form.subjects.length - 1 })]
  const ways = knowledge.relationTypes.flatMap((type) => [
    ...(type.from === source?.kind ? [{ type, direction: 'forward' as const, far: type.to }] : []),
    ...(type.to === source?.kind ? [{ type, direction: 'backward' as const, far: type.from }] : []),
  ])
  // Places and cards are what is rare: every other time a place that can be chosen, where there is one.
  const choosable = ways.filter(({ type, far }) => far === 'place' && type.targets === 'one')
  const open = choosable.length > 0 && g(fc.boolean) ? choosable : ways
  const way = open[g(fc.nat, { max: Math.max(0, open.length - 1) })]
  const many = [{ min: 1, max: 2 }, undefined, { min: 0, max: 3 }][g(fc.nat, { max: 2 })]
  if (!source || !way) return undefined
  const is = { by: 'relation', relation: way.type.code, of: source.key, direction: way.direction } as const
  const subject: Subject = { key, kind: way.far, name: key, is, ...(many ? { many } : {}) }
  const binding = { subject: source.key, relation: way.type.code }
  const place: Control = { id: `p-${key}`, kind: 'place', label: key, required: false, binding }
  return {
    ...form,
    subjects: [...form.subjects, subject],
    controls: way.far === 'place' ? [...form.controls, place] : form.controls,
  }
}

/** A form without any control is not ready, but may be on the way. */
function isSound(knowledge: Knowledge, form: Form): boolean {
  return !checkForm(knowledge, form).some((problem) => problem.subject !== undefined || problem.control !== undefined)
}

function conditioned(g: Gen, knowledge: Knowledge, form: Form, control: Control): Control {
  const sources = form.controls.filter((one) => ['yes-no', 'choice', 'choices', 'number', 'date'].includes(one.kind))
  const source = sources[g(fc.nat, { max: Math.max(0, sources.length - 1) })]
  if (!source) return control
  return {
    ...control,
    showWhen: aCondition(
      source,
      itemsOf(knowledge, source).map((item) => item.code),
    ),
  }
}

function aCondition(source: Control, codes: readonly string[]): Expression {
  const answer = { var: source.id }
  if (codes.length > 0) return { 'one-of': [answer, codes.slice(0, Math.ceil(codes.length / 2))] }
  if (source.kind === 'yes-no') return { '==': [answer, true] }
  return source.kind === 'date'
    ? { '>=': [answer, '1980-01-01'] }
    : { or: [{ '>': [answer, 0] }, { '!': [{ answered: answer }] }] }
}

const before = (day: number) => new Date(Date.UTC(2025, 0, 1 + day)).toISOString()

/** A graph as patches leave it: derived facts follow their source, one target where there may be one. */
export function aGraph(g: Gen, knowledge: Knowledge): Graph {
  const ids: readonly (readonly [EntityId, EntityKind])[] = [
    [actor, 'person'],
    ...(
      [
        'person',
        'person',
        'person',
        'person',
        'place',
        'place',
        'thing',
        'organisation',
        'organisation',
        'event',
      ] as const
    ).map((kind, order) => [entityId(`e${kind}${order}`), kind] as const),
  ]
  const entities = Object.fromEntries(ids.map(([id, kind]) => [id, anEntity(g, knowledge, id, kind)]))
  let relations: readonly Relation[] = []
  for (const type of knowledge.relationTypes) {
    const [froms, tos] = [ids.filter(([, kind]) => kind === type.from), ids.filter(([, kind]) => kind === type.to)]
    for (let count = g(fc.nat, { max: 3 }); count > 0; count -= 1) {
      const [from] = pick(g, froms)
      const [to] = pick(g, tos)
      const facts = somethingSaid(g, knowledge.attributesOf({ relation: type.code }), 2)
      const link = { type: type.code, from, to, facts }
      const speaker = aSpeaker(g)
      const about = speaksFor(knowledge, link, { authority: (id) => authorityOf(speaker, id) })
      relations = applyRelation(knowledge, relations, link, aSaying(g, knowledge, speaker, about)).relations
    }
  }
  return { entities, relations }
}

/** Those whose word meets in a graph: the actor, another resident, an official, a register. */
export const speakers = ['me', 'another', 'official', 'register'] as const
export type Speaker = (typeof speakers)[number]

export const aSpeaker = (g: Gen): Speaker => pick(g, speakers)

export function authorityOf(speaker: Speaker, about: EntityId): Authority {
  if (speaker === 'official') return 'checked'
  if (speaker === 'register') return 'recorded'
  return speaker === 'me' && about === actor ? 'own' : 'told'
}

function aSaying(g: Gen, knowledge: Knowledge, speaker: Speaker, about: EntityId): Saying {
  const at = before(g(fc.nat, { max: 300 }))
  const id = `${speaker}-${at}`
  return {
    source: { kind: 'import', id, label: '资料导入' },
    at,
    version: knowledge.version,
    by: speaker,
    authority: authorityOf(speaker, about),
  }
}

function somethingSaid(g: Gen, some: readonly Attribute[], most: number): { attribute: string; value: Value }[] {
  const askable = some.filter(({ code }) => !isComputed(code))
  return someOf(g, askable, 0, most).flatMap((what) => {
    const reading = readValue(what, g(typed(what)))
    return reading.ok ? [{ attribute: what.code, value: reading.value }] : []
  })
}

/** Something of each was said once, some of it again by others. */
function anEntity(g: Gen, knowledge: Knowledge, id: EntityId, kind: EntityKind): Entity {
  let entity: Entity = { id, kind, facts: {} }
  for (let times = g(fc.integer, { min: 1, max: 3 }); times > 0; times -= 1) {
    const said = somethingSaid(g, knowledge.attributesOf(kind), 6)
    const number = said.find(({ attribute }) => attribute === 'person.idNumber')
    const derived = number ? factsFollowing('person.idNumber', number.value) : []
    const facts = [...said.filter(({ attribute }) => !derived.some((one) => one.attribute === attribute)), ...derived]
    entity = applyFacts(knowledge, entity, facts, aSaying(g, knowledge, aSpeaker(g), id)).entity
  }
  const claims = claimsOf(entity)
  return { ...entity, facts: believedFacts(knowledge, claims, now) }
}

/** When the graph is looked at: what is believed then. */
const now = '2026-11-24T01:00:00.000Z'

/**
 * Valid answers: some known entities, some new ones, some controls left blank.
 * `like`: answers to the same controls of the same entities, only with other values.
 */
export function someAnswers(g: Gen, knowledge: Knowledge, form: Form, graph: Graph, like?: FormAnswers): FormAnswers {
  const shape = shapeOf(knowledge, form)
  const unused = new Set(Object.keys(graph.entities).filter((id) => id !== actor))
  const take = (kind: EntityKind): EntityId | undefined => {
    const free = [...unused].filter((id) => graph.entities[id]?.kind === kind)
    const id = free.length > 0 && g(fc.boolean) ? pick(g, free) : undefined
    if (id !== undefined) unused.delete(id)
    return id === undefined ? undefined : entityId(id)
  }
  const conditions = JSON.stringify(form.controls.map((control) => control.showWhen ?? null))
  const decides = (control: Control): boolean => conditions.includes(JSON.stringify({ var: control.id }))
  const answers: Record<string, SubjectAnswers[]> = {}
  let places = 0
  for (const subject of shape.subjects) {
    const root = shape.repeats.get(subject.key)
    const count = subject.many ? g(fc.integer, subject.many) : root === undefined ? 1 : (answers[root]?.length ?? 0)
    answers[subject.key] = Array.from({ length: like?.[subject.key]?.length ?? count }, (_, index) => {
      const former = like?.[subject.key]?.[index]
      const entity = former
        ? former.entity
        : subject.is.by === 'actor'
          ? actor
          : subject.is.by === 'submission' || choosingControlOf(shape, subject)
            ? undefined
            : take(subject.kind)
      const values: Record<string, Value> = {}
      for (const control of form.controls) {
        if (answeredUnder(shape, control) !== subject.key || !isAnswered(control.kind) || control.kind === 'computed')
          continue
        if (former) {
          const kept = former.values[control.id]
          if (kept === undefined) continue
          values[control.id] = control.kind === 'place' || decides(control) ? kept : answer(g, knowledge, control)
        } else if (control.required || g(fc.integer, { min: 0, max: 3 }) > 0) {
          places += 1
          values[control.id] =
            control.kind === 'place' ? (take('place') ?? `newplace${places}`) : answer(g, knowledge, control)
        }
      }
      return { ...(entity === undefined ? {} : { entity }), values }
    })
  }
  return answers
}

function answer(g: Gen, knowledge: Knowledge, control: Control): Value {
  const answering = answeringOf(knowledge, control)
  return answering ? g(typed(answering)) : true
}
