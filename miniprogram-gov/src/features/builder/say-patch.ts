import {
  answeredUnder,
  answeringOf,
  collect,
  type EntityRef,
  type Form,
  type FormAnswers,
  isGiven,
  isOwnControl,
  type Patch,
  type RelationPatch,
  shapeOf,
  stateOf,
} from '@zmht/shared/controls'
import { entityId, type Instant, type Knowledge, showValue, type Value } from '@zmht/shared/knowledge'
import { madeUpResident } from './sample'

/** One thing that would be written, as it is read. */
export interface SaidLine {
  readonly label: string
  readonly text: string
  /** A place whose name is read elsewhere, in place of the text. */
  readonly place?: string
}

export interface SaidPart {
  readonly title: string
  /** What becomes of it: 「记到居民的资料里」. */
  readonly note: string
  readonly lines: readonly SaidLine[]
}

const submission = 'try'

/** Nobody's: the organisation a form of an organisation is tried out for. */
const madeUpOrganisation = entityId(`e${'0'.repeat(19)}1`)

/** Whom a form is tried out as: a resident, or somebody who acts for an organisation. */
const givenIn = ({ subjects }: Form) => {
  const isOfOrganisation =
    subjects.some(({ is }) => is.by === 'target') &&
    subjects.some(({ is }) => is.by === 'actor' || is.by === 'submission')
  return { actor: madeUpResident, ...(isOfOrganisation ? { target: madeUpOrganisation } : {}) }
}

/** @returns what a submission of these answers would write, in words: about each person and thing, how they belong together, and what stays with the request */
export function sayWhatIsWritten(
  knowledge: Knowledge,
  form: Form,
  answers: FormAnswers,
  at: Instant,
): readonly SaidPart[] {
  const patch = collect(knowledge, form, answers, { ...givenIn(form), submission, at })
  const named = (ref: EntityRef) => nameOf(form, answers, ref)
  const parts: SaidPart[] = patch.entities
    .filter(({ facts }) => facts.length > 0)
    .map(({ ref, kind, facts }) => ({
      title: named(ref),
      note:
        kind === 'event'
          ? '记到这次申请里'
          : 'fresh' in ref
            ? '城市里还没有的话新建，资料记到名下'
            : '记到名下，以后各项服务都能用',
      lines: facts.map(({ attribute, value }) => factLine(knowledge, attribute, value)),
    }))
  const relations = relationLines(knowledge, patch, named)
  const own = ownLines(knowledge, form, answers, at)
  return [
    ...parts,
    ...(relations.length > 0 ? [{ title: '他们之间的关系', note: '记到城市知识图谱里', lines: relations }] : []),
    ...(own.length > 0 ? [{ title: '只留在这次申请里', note: '不记到任何人名下', lines: own }] : []),
  ]
}

function factLine(knowledge: Knowledge, code: string, value: Value): SaidLine {
  const what = knowledge.attribute(code)
  if (!what) return { label: code, text: String(value) }
  const isPlace = what.value.type === 'place' && typeof value === 'string'
  return { label: what.name, text: showValue(what, value), ...(isPlace ? { place: value } : {}) }
}

function nameOf(form: Form, answers: FormAnswers, ref: EntityRef): string {
  if ('fresh' in ref) {
    const [, key = '', index = '0'] = ref.fresh.split('/')
    const subject = form.subjects.find((one) => one.key === key)
    return subject?.many ? `${subject.name} ${Number(index) + 1}` : (subject?.name ?? '新的人或事物')
  }
  if (ref.known === madeUpOrganisation) return form.subjects.find(({ is }) => is.by === 'target')?.name ?? '单位'
  if (ref.known === madeUpResident && form.subjects.some(({ is }) => is.by === 'actor'))
    return form.subjects.find(({ is }) => is.by === 'actor')?.name ?? '填写人'
  if (ref.known === madeUpResident) return form.subjects.find(({ is }) => isGiven(is))?.name ?? '填写人'
  const key = Object.entries(answers).find(([, all]) => all.some(({ entity }) => entity === ref.known))?.[0]
  return form.subjects.find((one) => one.key === key)?.name ?? '所选的地点或单位'
}

/** 「“老人”是“申请人”的父母」「“老人”住在 …」. */
function relationLines(knowledge: Knowledge, patch: Patch, named: (ref: EntityRef) => string): readonly SaidLine[] {
  return patch.relations.map((relation: RelationPatch) => {
    const type = knowledge.relationType(relation.type)
    const facts = (relation.facts ?? []).map(({ attribute, value }) => factLine(knowledge, attribute, value))
    const more = facts.map(({ label, text }) => `，${label}：${text}`).join('')
    if (type?.from === 'person' && type.to === 'person') {
      return { label: named(relation.from), text: `是${named(relation.to)}的${type.name}${more}` }
    }
    const label = `${named(relation.from)} · ${type?.name ?? relation.type}`
    const place = type?.to === 'place' && 'known' in relation.to ? relation.to.known : undefined
    return { label, text: `${named(relation.to)}${more}`, ...(place === undefined ? {} : { place }) }
  })
}

function ownLines(knowledge: Knowledge, form: Form, answers: FormAnswers, at: Instant): readonly SaidLine[] {
  const shape = shapeOf(knowledge, form)
  const state = stateOf(shape, answers, at)
  return form.controls.flatMap((control) => {
    if (!isOwnControl(control) && control.kind !== 'consent') return []
    const subject = answeredUnder(shape, control) ?? ''
    const cards = answers[subject] ?? []
    return cards.flatMap((_, index): readonly SaidLine[] => {
      const value = state.answerAt(control, index)
      if (value === undefined) return []
      const label = cards.length > 1 ? `${control.label} ${index + 1}` : control.label
      const answering = answeringOf(knowledge, control)
      if (!answering) return [{ label, text: value === true ? '同意' : '不同意' }]
      const place = answering.value.type === 'place' && typeof value === 'string' ? { place: value } : {}
      return [{ label, text: showValue(answering, value), ...place }]
    })
  })
}
