import type { Control, Form, Subject, SubjectOrigin } from '@zmht/shared/controls'
import { isGiven, placeControlOf, shapeOf } from '@zmht/shared/controls'
import type { EntityKind, Knowledge, RelationType } from '@zmht/shared/knowledge'
import { mintKey } from './mint'

const kindWords: Readonly<Record<EntityKind, string>> = {
  person: '人',
  place: '地方',
  event: '事',
  thing: '物品',
  organisation: '单位',
}

export type Direction = 'forward' | 'backward'

/** 「父母」「名下的物」「就职于的单位」: what somebody or something reached by a relation is to the one it is reached from. */
export function roleOf(type: RelationType, direction: Direction): string {
  // Between people the name says what the source is: the source of 「父母」 is the parent.
  if (type.from === 'person' && type.to === 'person') {
    return direction === 'backward' || type.symmetric ? type.name : type.inverseName
  }
  return direction === 'backward' ? type.inverseName : `${type.name}的${kindWords[type.to]}`
}

export interface SubjectChoice {
  /** `relation.direction`. */
  readonly value: string
  readonly label: string
  readonly relation: string
  readonly direction: Direction
  readonly kind: EntityKind
}

/** Places are asked for by a control of their own, and the only event of a form is the submission. */
const reachable: readonly EntityKind[] = ['person', 'thing', 'organisation']

/** @returns whom or what a form can also be about, seen from one of its subjects */
export function choicesFrom(knowledge: Knowledge, form: Form, of: Subject): readonly SubjectChoice[] {
  return knowledge.relationTypes
    .flatMap((type): SubjectChoice[] => {
      const ways: SubjectChoice[] = []
      const add = (direction: Direction, kind: EntityKind) =>
        ways.push({
          value: `${type.code}.${direction}`,
          label: roleOf(type, direction),
          relation: type.code,
          direction,
          kind,
        })
      if (type.from === of.kind) add('forward', type.to)
      if (type.to === of.kind && !type.symmetric) add('backward', type.from)
      return ways
    })
    .filter((choice) => reachable.includes(choice.kind) && choice.relation !== 'applied-by')
    .filter((choice) => !form.subjects.some((one) => isSame(one.is, of.key, choice)))
    .filter((choice) => !turnsBack(of, choice))
}

function isSame(is: SubjectOrigin, of: string, choice: SubjectChoice): boolean {
  return is.by === 'relation' && is.of === of && is.relation === choice.relation && is.direction === choice.direction
}

/** Back along the relation one came by: that is where one came from. */
function turnsBack(of: Subject, choice: SubjectChoice): boolean {
  return of.is.by === 'relation' && of.is.relation === choice.relation && of.is.direction !== choice.direction
}

export function subjectOf(choice: SubjectChoice, of: string): Subject {
  return {
    key: mintKey('p'),
    kind: choice.kind,
    name: choice.label,
    is: { by: 'relation', relation: choice.relation, of, direction: choice.direction },
  }
}

/** 「申请人的父母」: how a subject comes into the form. */
export function originWords(knowledge: Knowledge, form: Form, subject: Subject): string {
  const { is } = subject
  if (is.by === 'target')
    return form.subjects.some((one) => one.is.by === 'submission' || one.is.by === 'actor')
      ? '经办人所替的单位'
      : '任务项针对的人、地、物或组织'
  if (is.by === 'actor' && form.subjects.some((one) => one.is.by === 'target')) return '替单位办的经办人'
  if (is.by === 'actor') return '填写表单的居民本人'
  if (is.by === 'submission') return '居民提交的这一次申请'
  if (is.by === 'own') return '这张表自己的一组问题'
  const type = knowledge.relationType(is.relation)
  const source = form.subjects.find((one) => one.key === is.of)
  return `${source?.name ?? ''}的${type ? roleOf(type, is.direction) : '关联'}`
}

/** A place relation somebody can be asked for with one control: 住址, 工作地点, 发生在哪里. */
export interface PlaceChoice {
  readonly relation: string
  readonly label: string
  /** Organisations and things are chosen among those there are. */
  readonly kind: 'place' | 'entity'
}

const placeLabels: Readonly<Record<string, string>> = {
  'resides-at': '住址',
  'works-at': '工作地点',
  at: '发生的地点',
  'seated-at': '单位地址',
  'located-at': '放在哪里',
}

/** @returns the places one control can ask for about a kind of subject */
export function placeChoices(knowledge: Knowledge, kind: EntityKind): readonly PlaceChoice[] {
  return knowledge.relationTypes
    .filter((type) => type.from === kind && type.to === 'place' && type.targets === 'one' && kind !== 'place')
    .map((type) => ({ relation: type.code, label: placeLabels[type.code] ?? type.name, kind: 'place' }))
}

/** @returns the organisations and things one control can have somebody choose about a kind of subject */
export function chosenChoices(knowledge: Knowledge, kind: EntityKind): readonly PlaceChoice[] {
  return knowledge.relationTypes
    .filter((type) => type.from === kind && (type.to === 'organisation' || type.to === 'thing'))
    .map((type) => ({
      relation: type.code,
      // 「承办单位」 is a name by itself, 「就职于」 is not.
      label: type.from === 'person' ? roleOf(type, 'forward') : type.name,
      kind: 'entity',
    }))
}

export function placeControl(choice: PlaceChoice, subject: string): Control {
  return {
    id: mintKey('k'),
    kind: choice.kind,
    label: choice.label,
    required: false,
    binding: { subject, relation: choice.relation },
  }
}

interface Landing {
  readonly subject: Subject
  /** What has to come into the form first. */
  readonly subjects: readonly Subject[]
  readonly controls: readonly Control[]
}

/**
 * Where an attribute of a kind goes: the subject being looked at when it is of that kind, else the first that is, else one that
 * is brought in with it: the home with its address control, the submission itself, the applicant's employer or belongings.
 */
export function landingFor(
  knowledge: Knowledge,
  form: Form,
  kind: EntityKind,
  preferred: string | undefined,
): Landing | undefined {
  const of = form.subjects.filter((one) => one.kind === kind && one.is.by !== 'own')
  const known = of.find((one) => one.key === preferred) ?? of[0]
  if (known) return { subject: known, subjects: [], controls: [] }
  const actor = form.subjects.find(({ kind: of, is }) => isGiven(is) && of === 'person')
  if (!actor) return undefined
  const reached = (name: string, relation: string, direction: Direction): Subject => ({
    key: mintKey('p'),
    kind,
    name,
    is: { by: 'relation', relation, of: actor.key, direction },
  })
  switch (kind) {
    case 'person':
      return undefined
    case 'event': {
      // A task's item is no application.
      if (actor.is.by === 'target') return undefined
      const subject: Subject = { key: mintKey('p'), kind, name: '本次申请', is: { by: 'submission' } }
      return { subject, subjects: [subject], controls: [] }
    }
    case 'place': {
      const subject = reached(`${actor.name}的家`, 'resides-at', 'forward')
      const asked = placeControlOf(shapeOf(knowledge, form), subject)
      const address = placeControl({ relation: 'resides-at', label: '住址', kind: 'place' }, actor.key)
      return { subject, subjects: [subject], controls: asked ? [] : [address] }
    }
    case 'organisation': {
      const subject = reached('工作单位', 'employed-by', 'forward')
      return { subject, subjects: [subject], controls: [] }
    }
    case 'thing': {
      const subject = reached('名下的物品', 'owned-by', 'backward')
      return { subject, subjects: [subject], controls: [] }
    }
  }
}
