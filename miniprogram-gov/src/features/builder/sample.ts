import {
  answeredUnder,
  answeringOf,
  type Control,
  type Form,
  type FormAnswers,
  isGiven,
  isRelationControl,
  type Prefill,
  type PrefilledValue,
  shapeOf,
  stateOf,
} from '@zmht/shared/controls'
import {
  type CodeItem,
  dayInChina,
  entityId,
  type Instant,
  type Knowledge,
  readValue,
  type Value,
  type ValueType,
} from '@zmht/shared/knowledge'
import { answer, valueAt } from '@zmht/shared/ui/form/draft'

/** Nobody: the resident a form is tried out as. */
export const madeUpResident = entityId(`e${'0'.repeat(20)}`)

export interface SampleFor {
  readonly at: Instant
  /** A place of the official's, for whatever asks where. */
  readonly place: string | undefined
}

const names = ['李秀英', '张建国', '王小雨', '陈伟'] as const

/** @returns a made-up value of a sort; nothing for files, which nobody makes up */
function sampleOf(value: ValueType, items: readonly CodeItem[], order: number, given: SampleFor): Value | undefined {
  const day = dayInChina(new Date(Date.parse(given.at) + 3 * 86_400_000).toISOString())
  switch (value.type) {
    case 'text':
      return '试填的内容'.slice(0, value.max)
    case 'name':
      return names[order % names.length]
    case 'number':
      return Math.min(value.max, Math.max(value.min, 3))
    case 'money':
      return 100
    case 'date':
      return day
    case 'month':
      return day.slice(0, 7)
    case 'time':
      return '09:30'
    case 'datetime':
      return `${day}T09:30`
    case 'date-range':
      return `${day}/${day}`
    case 'time-range':
      return '09:00/11:00'
    case 'yes-no':
      return true
    case 'code':
      return items[0]?.code
    case 'identifier':
      return sampleIdentifiers[value.scheme]
    case 'place':
      return given.place
    case 'point':
      return '116.470000,39.980000'
    case 'file':
      return undefined
  }
}

const sampleIdentifiers: Readonly<Record<Extract<ValueType, { type: 'identifier' }>['scheme'], string>> = {
  'id-number': '11010519491231002X',
  mobile: '13800138000',
  phone: '13800138000',
  uscc: '91350100M000100Y43',
  plate: '京A12345',
}

function sampleFor(
  knowledge: Knowledge,
  control: Control,
  items: readonly CodeItem[],
  order: number,
  given: SampleFor,
): Value | undefined {
  if (control.kind === 'consent') return true
  if (control.kind === 'computed') return undefined
  if (isRelationControl(control)) return control.kind === 'place' ? given.place : undefined
  const answering = answeringOf(knowledge, control)
  if (!answering) return undefined
  const one = sampleOf(answering.value, items, order, given)
  const value = answering.many && one !== undefined ? [String(one)] : one
  return value !== undefined && readValue(answering, value).ok ? value : undefined
}

/** What is filled in may bring more into sight; nobody nests questions deeper. */
const rounds = 6

/** @returns the answers with everything that is shown and still blank made up */
export function filledWithSamples(
  knowledge: Knowledge,
  form: Form,
  answers: FormAnswers,
  given: SampleFor,
): FormAnswers {
  const shape = shapeOf(knowledge, form)
  let now = answers
  for (let round = 0; round < rounds; round++) {
    const before = now
    const state = stateOf(shape, now, given.at)
    for (const control of form.controls) {
      const subject = answeredUnder(shape, control)
      if (subject === undefined) continue
      const order = Math.max(
        0,
        form.subjects.findIndex(({ key }) => key === subject),
      )
      for (const index of (now[subject] ?? []).keys()) {
        const place = { subject, index, control: control.id }
        if (!state.isShown(control, index) || valueAt(now, place) !== undefined) continue
        const value = sampleFor(knowledge, control, state.offered(control, index), order + index, given)
        if (value !== undefined) now = answer({ answers: now, confirmed: [] }, place, value).answers
      }
    }
    if (now === before) break
  }
  return now
}

const yearAgo = 365 * 86_400_000

/** @returns what a form opens with where the city knows all it can: the attributes of people and of whom it is about, said half a year ago */
export function samplePrefill(knowledge: Knowledge, form: Form, given: SampleFor): Prefill {
  const at = new Date(Date.parse(given.at) - yearAgo / 2).toISOString()
  const people = form.subjects.filter(
    (one) => (one.kind === 'person' || isGiven(one.is)) && one.is.by !== 'own' && !one.many,
  )
  return Object.fromEntries(
    people.map((subject, order) => {
      const values = form.controls.flatMap((control): readonly (readonly [string, PrefilledValue])[] => {
        if (control.binding?.subject !== subject.key || 'own' in control.binding) return []
        const items = stateOf(shapeOf(knowledge, form), {}, given.at).offered(control, 0)
        const value = sampleFor(knowledge, control, items, order, given)
        return value === undefined ? [] : [[control.id, { value, source: '示例资料', at, stale: false }]]
      })
      const entity = isGiven(subject.is) ? madeUpResident : entityId(`e${String(order).padStart(20, '0')}`)
      return [subject.key, [{ entity, values: Object.fromEntries(values) }]]
    }),
  )
}
