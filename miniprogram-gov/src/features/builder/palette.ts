import {
  type Control,
  type ControlKind,
  controlDefaults,
  type Form,
  isAttributeControl,
  type Subject,
} from '@zmht/shared/controls'
import {
  type Attribute,
  type AttributeCode,
  type EntityKind,
  entityKinds,
  type Knowledge,
} from '@zmht/shared/knowledge'
import { searchAttributes } from '@zmht/shared/knowledge/search'
import { controlWords } from './control-words'
import { mintKey } from './mint'
import { chosenChoices, landingFor, type PlaceChoice, placeChoices, placeControl } from './subjects'

/** Something that can be put into the form. */
export interface PaletteItem {
  readonly key: string
  readonly name: string
  /** What it offers to choose from, where it does. */
  readonly detail: string
  /** Whom it would be asked of. */
  readonly of: string
  readonly sensitive: boolean
  /** Why it cannot be added: it is there, or follows from something that is. */
  readonly already?: string
  readonly subjects: readonly Subject[]
  readonly controls: readonly Control[]
}

/** Shown before anything is typed: what services ask for most. */
const usual: Readonly<Record<EntityKind, readonly AttributeCode[]>> = {
  person: [
    'person.name',
    'person.mobile',
    'person.idNumber',
    'person.birthDate',
    'person.mobilityLevel',
    'person.chronicDiseases',
    'person.livingAlone',
    'person.emergencyContactName',
    'person.emergencyContactMobile',
  ],
  event: [
    'event.preferredDate',
    'event.preferredPeriod',
    'event.transportNeeded',
    'event.homeVisitNeeded',
    'event.companions',
    'event.note',
  ],
  place: ['place.hasLift', 'place.floors', 'place.heating'],
  thing: ['thing.category', 'thing.plate'],
  organisation: [
    'organisation.name',
    'organisation.uscc',
    'organisation.contactMobile',
    'organisation.employees',
    'organisation.smallPlaceKind',
    'organisation.extinguishers',
  ],
}

/** Of the organisations and things somebody can be asked to choose; all others are found by searching. */
const usuallyChosen = new Set(['employed-by', 'studies-at', 'about-organisation', 'about-thing'])

/** @returns what is usually asked about one subject, with its places */
export function usualItems(knowledge: Knowledge, form: Form, subject: Subject): readonly PaletteItem[] {
  // A group of this form's own questions records nothing.
  if (subject.is.by === 'own') return []
  const known = usual[subject.kind].flatMap((code) => knowledge.attribute(code) ?? [])
  const attributes = known.length > 0 ? known : knowledge.attributesOf(subject.kind)
  return [
    ...attributes.flatMap((one) => itemOf(knowledge, form, one, subject.key) ?? []),
    ...placeChoices(knowledge, subject.kind).map((choice) => placeItem(form, choice, subject)),
    ...chosenChoices(knowledge, subject.kind)
      .filter(({ relation }) => usuallyChosen.has(relation))
      .map((choice) => placeItem(form, choice, subject)),
  ]
}

/** @returns what matches the words by meaning, whomever it is asked of */
export function foundItems(
  knowledge: Knowledge,
  form: Form,
  words: string,
  preferred: string | undefined,
): readonly PaletteItem[] {
  const wanted = words.trim()
  const bound = form.subjects.filter(({ is }) => is.by !== 'own')
  const places = bound.flatMap((subject) =>
    [...placeChoices(knowledge, subject.kind), ...chosenChoices(knowledge, subject.kind)]
      .filter((choice) => placeWords(choice).some((word) => word.includes(wanted) || wanted.includes(word)))
      .map((choice) => placeItem(form, choice, subject)),
  )
  const mine = places.filter((item) => item.of === form.subjects.find((one) => one.key === preferred)?.name)
  return [
    ...(mine.length > 0 ? mine.slice(0, 5) : places.slice(0, 1)),
    ...searchAttributes(knowledge, wanted).flatMap((one) => itemOf(knowledge, form, one, preferred) ?? []),
  ].slice(0, 12)
}

function placeWords(choice: PlaceChoice): readonly string[] {
  if (choice.kind === 'entity') return [choice.label, '选单位', '选物品', '单位', '物品']
  return choice.relation === 'resides-at' ? [choice.label, '地址', '住在哪', '家庭住址', '现住址'] : [choice.label]
}

function itemOf(
  knowledge: Knowledge,
  form: Form,
  what: Attribute,
  preferred: string | undefined,
): PaletteItem | undefined {
  const landing = landingOf(knowledge, form, what, preferred)
  if (!landing) return undefined
  const control = controlDefaults(what, landing.subject.key, mintKey('k'))
  const already = alreadyAsked(form, landing.subject, what)
  return {
    key: `${landing.subject.key}.${what.code}`,
    name: what.name,
    detail: detailOf(what, control.kind),
    of: landing.subject.name,
    sensitive: what.sensitivity === 'sensitive',
    ...(already === undefined ? {} : { already }),
    subjects: landing.subjects,
    controls: [...landing.controls, control],
  }
}

/** What is said of a relation (the monthly rent) is asked of whom the form reaches by it, once it reaches somebody so. */
function landingOf(knowledge: Knowledge, form: Form, what: Attribute, preferred: string | undefined) {
  const { of } = what
  if (typeof of === 'string') {
    const kind = entityKinds.find((one) => one === of)
    return kind && landingFor(knowledge, form, kind, preferred)
  }
  const reached = form.subjects.filter(({ is }) => is.by === 'relation' && is.relation === of.relation)
  const subject = reached.find(({ key }) => key === preferred) ?? reached[0]
  return subject && { subject, subjects: [], controls: [] }
}

function alreadyAsked(form: Form, subject: Subject, what: Attribute): string | undefined {
  const asked = (code: AttributeCode | undefined) =>
    form.controls
      .filter(isAttributeControl)
      .find(({ binding }) => binding.subject === subject.key && binding.attribute === code)
  if (asked(what.code)) return '已经在表单里'
  const from = what.derivedFrom === undefined ? undefined : asked(what.derivedFrom)
  return from ? `可由“${from.label}”得出，不用再问` : undefined
}

function placeItem(form: Form, choice: PlaceChoice, subject: Subject): PaletteItem {
  const already = form.controls.some(
    (one) =>
      one.binding?.subject === subject.key && 'relation' in one.binding && one.binding.relation === choice.relation,
  )
  return {
    key: `${subject.key}.${choice.relation}`,
    name: choice.label,
    detail: controlWords[choice.kind],
    of: subject.name,
    sensitive: false,
    ...(already ? { already: '已经在表单里' } : {}),
    subjects: [],
    controls: [placeControl(choice, subject.key)],
  }
}

function detailOf(what: Attribute, kind: ControlKind): string {
  if (what.value.type !== 'code') return controlWords[kind]
  const { items } = what.value
  const first = items.slice(0, 3).map((item) => item.name)
  return `${controlWords[kind]}：${first.join('、')}${items.length > 3 ? '…' : ''}`
}
