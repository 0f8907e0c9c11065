/**
 * Random forms over the real knowledge system, random graphs and valid answers, for the laws of the lens.
 * Distinct subjects stand for distinct entities: the laws hold for those (one person under two names may be said two things).
 */
import fc from 'fast-check'
import { attributesOf, codeList, entityId, knowledgeVersion, relationTypes } from '../knowledge'
import { personNamePattern } from '../knowledge/describe'
import { idCheckCharacter, usccCheckCharacter } from '../knowledge/identifiers'
import type {
  Attribute,
  Claim,
  Entity,
  EntityId,
  EntityKind,
  Graph,
  IdentifierScheme,
  Relation,
  Value,
} from '../knowledge/types'
import { readValue } from '../knowledge/values'
import { applyRelation } from './apply'
import { checkForm } from './check-form'
import { controlDefaults } from './control-for'
import type { Control, Form, FormAnswers, Subject, SubjectAnswers } from './form'
import { derivedValues } from './prefill'
import { answeredUnder, placeControlOf, shapeOf } from './shape'

type Gen = fc.GeneratorValue

function pick<T>(g: Gen, items: readonly T[]): T {
  const item = items[g(fc.nat, { max: items.length - 1 })]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

export const actor = entityId('eactor')

const padded = (digits: number) =>
  fc.integer({ min: 0, max: 10 ** digits - 1 }).map((n) => String(n).padStart(digits, '0'))
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2026-11-01'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10))
const someHan = fc.constantFrom(...'王李张刘陈杨赵黄周吴欧阳建国秀英小梅娜尔买提阿')

const identifiers: Record<IdentifierScheme, fc.Arbitrary<string>> = {
  'id-number': fc
    .tuple(fc.constantFrom('110105', '140202', '440106', '650102', '830000'), day, padded(3))
    .map(([place, born, order]) => `${place}${born.replaceAll('-', '')}${order}`)
    .map((seventeen) => seventeen + idCheckCharacter(seventeen)),
  mobile: fc.tuple(fc.integer({ min: 3, max: 9 }), padded(9)).map(([second, rest]) => `1${second}${rest}`),
  uscc: padded(9)
    .map((rest) => `91110105${rest}`)
    .map((seventeen) => seventeen + usccCheckCharacter(seventeen)),
  plate: fc.tuple(fc.constantFrom('京A', '晋B', '粤B'), padded(5)).map(([region, rest]) => region + rest),
}

const typedByCode = new Map<string, fc.Arbitrary<Value>>()

/** A valid value of an attribute, as it might be typed. */
export function typed(attribute: Attribute): fc.Arbitrary<Value> {
  const known = typedByCode.get(attribute.code) ?? typedAnew(attribute)
  typedByCode.set(attribute.code, known)
  return known
}

function typedAnew(attribute: Attribute): fc.Arbitrary<Value> {
  const one = typedOne(attribute)
  if (!attribute.many) return one
  return fc.array(one.map(String), { minLength: 1, maxLength: 4 })
}

function typedOne({ value, code }: Attribute): fc.Arbitrary<Value> {
  switch (value.type) {
    case 'text':
      return typedText(value.max, value.pattern).filter((raw) => readValue({ value, many: false }, raw).ok)
    case 'number': {
      const unit = 10 ** value.decimals
      return fc.integer({ min: value.min * unit, max: value.max * unit }).map((n) => n / unit)
    }
    case 'date':
      return day
    case 'yes-no':
      return fc.boolean()
    case 'code':
      return fc.constantFrom(...(codeList(value.list)?.items ?? []).map((item) => item.code))
    case 'identifier':
      return identifiers[value.scheme].map((plain) =>
        value.scheme === 'mobile' ? `+86 ${plain.slice(0, 3)} ${plain.slice(3)}` : ` ${plain.toLowerCase()}`,
      )
    case 'place':
      throw new Error(`${code}: no attribute holds a place yet`)
  }
}

function typedText(max: number, pattern: string | undefined): fc.Arbitrary<string> {
  if (pattern === personNamePattern)
    return fc.array(someHan, { minLength: 1, maxLength: 6 }).map((name) => ` ${name.join('')} `)
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern))
  return fc.string({ unit: 'grapheme', minLength: 1, maxLength: Math.min(max, 30) }).filter((raw) => raw.trim() !== '')
}

/** A form that can be published, with up to six subjects and thirty controls. */
export function aForm(g: Gen): Form {
  let form: Form = {
    knowledge: knowledgeVersion,
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
  for (let tries = 0; tries < 4 * wanted && form.subjects.length < 2 + wanted; tries += 1) {
    const extended = withSubject(g, form, `s${tries}`)
    if (extended && isSound(extended)) form = extended
  }
  const bindings = form.subjects.flatMap((subject) =>
    attributesOf(subject.kind).map((what) => [subject.key, what] as const),
  )
  for (const [order, [subject, what]] of g(fc.subarray<(typeof bindings)[number]>, bindings, {
    minLength: 1,
    maxLength: 14,
  }).entries()) {
    const control = { ...controlDefaults(what, subject, `k${order}`), required: g(fc.boolean) }
    const extended = { ...form, controls: [...form.controls, g(fc.boolean) ? control : conditioned(g, form, control)] }
    if (checkForm(extended).length === 0) form = extended
  }
  return form
}

/** One more subject, reached by any relation that fits the kinds; a place comes with its control. */
function withSubject(g: Gen, form: Form, key: string): Form | undefined {
  const source = form.subjects[g(fc.nat, { max: form.subjects.length - 1 })]
  const ways = relationTypes.flatMap((type) => [
    ...(type.from === source?.kind ? [{ type, direction: 'forward' as const, far: type.to }] : []),
    ...(type.to === source?.kind ? [{ type, direction: 'backward' as const, far: type.from }] : []),
  ])
  const way = ways[g(fc.nat, { max: ways.length - 1 })]
  const many = [undefined, { min: 0, max: 3 }, { min: 1, max: 2 }][g(fc.nat, { max: 2 })]
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
function isSound(form: Form): boolean {
  return !checkForm(form).some((problem) => problem.subject !== undefined || problem.control !== undefined)
}

function conditioned(g: Gen, form: Form, control: Control): Control {
  const sources = form.controls.filter((one) => ['yes-no', 'choice', 'choices'].includes(one.kind))
  const source = sources[g(fc.nat, { max: Math.max(0, sources.length - 1) })]
  if (!source) return control
  const { binding } = source
  const what =
    binding && 'attribute' in binding
      ? attributesOf(kindOf(form, binding.subject)).find((one) => one.code === binding.attribute)
      : undefined
  const codes = what?.value.type === 'code' ? (codeList(what.value.list)?.items ?? []).map((item) => item.code) : []
  return {
    ...control,
    showWhen: { control: source.id, isOneOf: codes.length > 0 ? codes.slice(0, Math.ceil(codes.length / 2)) : [true] },
  }
}

const kindOf = (form: Form, key: string): EntityKind => form.subjects.find((one) => one.key === key)?.kind ?? 'person'

const before = (day: number) => new Date(Date.UTC(2025, 0, 1 + day)).toISOString()

/** A graph as patches leave it: derived facts follow their source, one target where there may be one. */
export function aGraph(g: Gen): Graph {
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
  const entities = Object.fromEntries(ids.map(([id, kind]) => [id, anEntity(g, id, kind)]))
  let relations: readonly Relation[] = []
  for (const type of relationTypes) {
    const [froms, tos] = [ids.filter(([, kind]) => kind === type.from), ids.filter(([, kind]) => kind === type.to)]
    for (let count = g(fc.nat, { max: 3 }); count > 0; count -= 1) {
      const [from] = pick(g, froms)
      const [to] = pick(g, tos)
      relations = applyRelation(
        relations,
        { type: type.code, from, to },
        said,
        before(g(fc.nat, { max: 300 })),
        knowledgeVersion,
      ).relations
    }
  }
  return { entities, relations }
}

const said = { kind: 'import', id: 'j1', label: '资料导入' } as const

function anEntity(g: Gen, id: EntityId, kind: EntityKind): Entity {
  const facts: Record<string, Claim> = {}
  for (const what of g(fc.subarray<Attribute>, [...attributesOf(kind)], { maxLength: 6 })) {
    const reading = readValue(what, g(typed, what))
    if (!reading.ok) continue
    const at = before(g(fc.nat, { max: 300 }))
    facts[what.code] = { value: reading.value, source: said, at, version: knowledgeVersion }
  }
  for (const claim of [facts['person.idNumber']]) {
    for (const one of claim ? derivedValues('person.idNumber', claim.value) : []) {
      if (claim) facts[one.attribute] = { ...claim, value: one.value }
    }
  }
  return { id, kind, facts }
}

/**
 * Valid answers: some known entities, some new ones, some controls left blank.
 * `like`: answers to the same controls of the same entities, only with other values.
 */
export function someAnswers(g: Gen, form: Form, graph: Graph, like?: FormAnswers): FormAnswers {
  const shape = shapeOf(form)
  const unused = new Set(Object.keys(graph.entities).filter((id) => id !== actor))
  const take = (kind: EntityKind): EntityId | undefined => {
    const free = [...unused].filter((id) => graph.entities[id]?.kind === kind)
    const id = free.length > 0 && g(fc.boolean) ? pick(g, free) : undefined
    if (id !== undefined) unused.delete(id)
    return id === undefined ? undefined : entityId(id)
  }
  const conditions = new Set(form.controls.map((control) => control.showWhen?.control))
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
          : subject.is.by === 'submission' || placeControlOf(shape, subject)
            ? undefined
            : take(subject.kind)
      const values: Record<string, Value> = {}
      for (const control of form.controls) {
        if (answeredUnder(shape, control) !== subject.key) continue
        if (former) {
          const kept = former.values[control.id]
          if (kept === undefined) continue
          values[control.id] = control.kind === 'place' || conditions.has(control.id) ? kept : answer(g, form, control)
        } else if (control.required || g(fc.integer, { min: 0, max: 3 }) > 0) {
          places += 1
          values[control.id] =
            control.kind === 'place' ? (take('place') ?? `newplace${places}`) : answer(g, form, control)
        }
      }
      return { ...(entity === undefined ? {} : { entity }), values }
    })
  }
  return answers
}

function answer(g: Gen, form: Form, control: Control): Value {
  const { binding } = control
  const what =
    binding && 'attribute' in binding
      ? attributesOf(kindOf(form, binding.subject)).find((one) => one.code === binding.attribute)
      : undefined
  return what ? g(typed, what) : true
}
