import type { Control, Form, FormAnswers } from '../controls/form'
import { answeredUnder, answeringOf, instancesOf, isAnswered, itemsOf, shapeOf } from '../controls/shape'
import { stateOf } from '../controls/visibility'
import type { Knowledge } from '../knowledge/system'
import type { AttributeCode, CodeItem, Instant, Value, ValueType } from '../knowledge/types'
import {
  codeMark,
  givenKey,
  idOfTaskMeasure,
  sumKey,
  sumParts,
  type Tally,
  type TaskMeasure,
  type TaskMeasureBy,
  tallyMark,
  taskMeasureByNames,
} from './task-measure'

const yesNo: readonly CodeItem[] = [
  { code: 'yes', name: '是' },
  { code: 'no', name: '否' },
]

/** @returns how a control can be counted, the most telling first; nothing for what has no answer */
export function waysToCount(knowledge: Knowledge, control: Control): readonly TaskMeasureBy[] {
  if (!isAnswered(control.kind) || control.kind === 'consent' || control.binding === undefined) return []
  const answering = answeringOf(knowledge, control)
  return answering === undefined ? ['given'] : waysToCountValues(answering.value)
}

/** @returns how answers of a type can be counted, the most telling first */
export function waysToCountValues({ type }: Pick<ValueType, 'type'>): readonly TaskMeasureBy[] {
  if (type === 'number' || type === 'money') return ['sum', 'given']
  return type === 'yes-no' || type === 'code' ? ['groups', 'given'] : ['given']
}

/** @returns the choices a measure tells apart, in their order; none where it tells none apart */
export function optionsOf(knowledge: Knowledge, form: Form, { control: id, by }: TaskMeasure): readonly CodeItem[] {
  const control = by === 'groups' ? controlOf(form, id) : undefined
  if (control === undefined) return []
  return answeringOf(knowledge, control)?.value.type === 'yes-no' ? yesNo : itemsOf(knowledge, control)
}

/** @returns 「具」; nothing where the numbers have no unit */
export function unitOf(knowledge: Knowledge, form: Form, { control: id, by }: TaskMeasure): string | undefined {
  const control = by === 'sum' ? controlOf(form, id) : undefined
  const value = control === undefined ? undefined : answeringOf(knowledge, control)?.value
  return value?.type === 'money' ? '元' : value?.type === 'number' ? value.unit : undefined
}

const controlOf = (form: Form, id: string): Control | undefined => form.controls.find((one) => one.id === id)

/** @returns the attribute a measure counts, by which it can be used again elsewhere; nothing for a question of this form only */
export function attributeOf(form: Form, { control: id }: TaskMeasure): AttributeCode | undefined {
  const binding = controlOf(form, id)?.binding
  return binding !== undefined && 'attribute' in binding ? binding.attribute : undefined
}

/** Names a title may not take: they stand for something else in a sheet. */
const signs = /[{}｛｝/／]/

/**
 * @param taken names that stand for something else where measures are told
 * @returns what keeps measures from being counted, each in words that name it
 */
export function taskMeasureProblems(
  knowledge: Knowledge,
  form: Form,
  measures: readonly TaskMeasure[],
  taken: ReadonlySet<string>,
): readonly { readonly measure: number; readonly message: string }[] {
  return measures.flatMap((measure, at) => {
    const { title, by } = measure
    const control = controlOf(form, measure.control)
    const problem =
      control === undefined
        ? `指标“${title}”统计的那一项，表单里已经没有了，请去掉这个指标`
        : !waysToCount(knowledge, control).includes(by)
          ? `指标“${title}”：“${control.label}”不能算${taskMeasureByNames[by]}，请换一种`
          : signs.test(title)
            ? `指标“${title}”的名称里不能有括号“{ }”和“/”`
            : taken.has(title)
              ? `指标不能叫“${title}”，这个名称另有所指，请换一个`
              : measures.findIndex((other) => other.title === title) !== at
                ? `有两个指标都叫“${title}”，请改一个名称`
                : measures.findIndex((other) => idOfTaskMeasure(other) === idOfTaskMeasure(measure)) !== at
                  ? `“${control.label}”的${taskMeasureByNames[by]}有两个指标，请去掉一个`
                  : undefined
    return problem === undefined ? [] : [{ measure: at, message: problem }]
  })
}

/**
 * What the answers at one item add to the measures of its task. Pure; what is hidden, or answers a control the form does not have or that is not counted so,
 * adds nothing; of repeated cards each counts.
 */
export function tallyOf(
  knowledge: Knowledge,
  form: Form,
  measures: readonly TaskMeasure[],
  answers: FormAnswers,
  at: Instant,
): Tally {
  const shape = shapeOf(knowledge, form)
  const state = stateOf(shape, answers, at)
  const tally: Record<string, number> = {}
  const add = (key: string, amount: number) => {
    if (amount !== 0) tally[key] = (tally[key] ?? 0) + amount
  }
  for (const measure of measures) {
    const control = shape.control.get(measure.control)
    const subject = control === undefined ? undefined : answeredUnder(shape, control)
    if (control === undefined || subject === undefined) continue
    // By a former form it may have been another question: what somebody wrote then is no choice to count by.
    if (!waysToCount(knowledge, control).includes(measure.by)) continue
    const id = idOfTaskMeasure(measure)
    for (let index = 0; index < instancesOf(shape, answers, subject); index++) {
      const value = state.answerAt(control, index)
      if (value === undefined) continue
      add(`${id}${tallyMark}${givenKey}`, 1)
      for (const [key, amount] of countedIn(measure.by, value)) add(`${id}${tallyMark}${key}`, amount)
    }
  }
  return tally
}

function countedIn(by: TaskMeasureBy, value: Value): readonly (readonly [string, number])[] {
  switch (by) {
    case 'given':
      return []
    case 'sum':
      return typeof value === 'number' ? [[sumKey, Math.round(value * sumParts)]] : []
    case 'groups': {
      const codes = typeof value === 'boolean' ? [value ? 'yes' : 'no'] : Array.isArray(value) ? value : [String(value)]
      return [...new Set(codes)].map((code) => [`${codeMark}${code}`, 1] as const)
    }
  }
}
