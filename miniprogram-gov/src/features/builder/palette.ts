import { type Control, type ControlKind, controlDefaults, type Form, type Subject } from '@zmht/shared/controls'
import {
  type Attribute,
  type AttributeCode,
  type EntityKind,
  entityKinds,
  type Knowledge,
} from '@zmht/shared/knowledge'
import { searchAttributes } from '@zmht/shared/knowledge/search'
import { mintKey } from './mint'
import { landingFor, type PlaceChoice, placeChoices, placeControl } from './subjects'

/** How a control looks to the person filling in. */
export const controlWords: Readonly<Record<ControlKind, string>> = {
  text: '填一行字',
  'long-text': '填一段话',
  number: '填数字',
  money: '填金额',
  date: '选日期',
  month: '选年月',
  time: '选时间',
  datetime: '选日期和时间',
  'date-range': '选起止日期',
  'time-range': '选起止时间',
  choice: '选一项',
  choices: '选多项',
  'yes-no': '是或否',
  name: '填姓名',
  'id-number': '填身份证号',
  phone: '填电话',
  uscc: '填信用代码',
  plate: '填车牌号',
  place: '选地点',
  point: '在地图上选位置',
  entity: '选单位或物品',
  photo: '拍照片',
  file: '传文件',
  signature: '签名',
  computed: '自动算出',
  section: '分组标题',
  matrix: '表格题',
  explanation: '说明文字',
  consent: '同意书',
}

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
  organisation: ['organisation.name'],
}

/** @returns what is usually asked about one subject, with its places */
export function usualItems(knowledge: Knowledge, form: Form, subject: Subject): readonly PaletteItem[] {
  const known = usual[subject.kind].flatMap((code) => knowledge.attribute(code) ?? [])
  const attributes = known.length > 0 ? known : knowledge.attributesOf(subject.kind)
  return [
    ...attributes.flatMap((one) => itemOf(knowledge, form, one, subject.key) ?? []),
    ...placeChoices(knowledge, subject.kind).map((choice) => placeItem(form, choice, subject)),
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
  const places = form.subjects.flatMap((subject) =>
    placeChoices(knowledge, subject.kind)
      .filter((choice) => placeWords(choice).some((word) => word.includes(wanted) || wanted.includes(word)))
      .map((choice) => placeItem(form, choice, subject)),
  )
  const mine = places.filter((item) => item.of === form.subjects.find((one) => one.key === preferred)?.name)
  return [
    ...(mine.length > 0 ? mine : places.slice(0, 1)),
    ...searchAttributes(knowledge, wanted).flatMap((one) => itemOf(knowledge, form, one, preferred) ?? []),
  ].slice(0, 12)
}

function placeWords(choice: PlaceChoice): readonly string[] {
  return choice.relation === 'resides-at' ? [choice.label, '地址', '住在哪', '家庭住址', '现住址'] : [choice.label]
}

function itemOf(
  knowledge: Knowledge,
  form: Form,
  what: Attribute,
  preferred: string | undefined,
): PaletteItem | undefined {
  // Where files are kept is not there yet: what nobody could fill in is not offered.
  if (what.value.type === 'file') return undefined
  const kind = kindOf(what)
  const landing = kind && landingFor(knowledge, form, kind, preferred)
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

/** Attributes of relations are not asked by forms yet. */
function kindOf(what: Attribute): EntityKind | undefined {
  return entityKinds.find((kind) => kind === what.of)
}

function alreadyAsked(form: Form, subject: Subject, what: Attribute): string | undefined {
  const asked = (code: AttributeCode | undefined) =>
    form.controls.find(
      (one) => one.binding?.subject === subject.key && 'attribute' in one.binding && one.binding.attribute === code,
    )
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
    detail: controlWords.place,
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

/** Words to read, and something to agree to: neither records anything. */
export function wordsControl(kind: 'explanation' | 'consent'): Control {
  return kind === 'explanation'
    ? { id: mintKey('k'), kind, label: '说明', required: false, text: '' }
    : {
        id: mintKey('k'),
        kind,
        label: '我同意',
        required: true,
        text: '我同意社区为办理这项服务使用以上资料。不同意不影响使用其他服务，我也可以随时撤回。',
      }
}
