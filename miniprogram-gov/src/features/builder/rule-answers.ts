import {
  answeredUnder,
  answeringOf,
  type Control,
  type Form,
  type FormShape,
  itemsOf,
  shapeOf,
} from '@zmht/shared/controls'
import type { Knowledge } from '@zmht/shared/knowledge'
import type { Clause, ClauseValue, Comparison, Measure } from './rule'

/** The answers that can be compared: given ones to tick, or a limit to write down. */
export type Answers =
  | {
      readonly by: 'choice'
      /** Several may be given at once. */
      readonly several: boolean
      readonly options: readonly { readonly value: ClauseValue; readonly label: string }[]
    }
  | { readonly by: 'number'; readonly unit?: string | undefined }
  | { readonly by: 'moment'; readonly of: 'date' | 'month' | 'time' | 'datetime' }
  | { readonly by: 'text' }
  | { readonly by: 'presence' }

/** @returns what the answers to a control are to a rule; nothing for what has none */
export function answersFor(knowledge: Knowledge, control: Control): Answers | undefined {
  switch (control.kind) {
    case 'yes-no':
      return {
        by: 'choice',
        several: false,
        options: [
          { value: true, label: '是' },
          { value: false, label: '否' },
        ],
      }
    case 'consent':
      return { by: 'choice', several: false, options: [{ value: true, label: '同意' }] }
    case 'choice':
    case 'choices':
      return {
        by: 'choice',
        several: control.kind === 'choices',
        options: itemsOf(knowledge, control).map(({ code, name }) => ({ value: code, label: name })),
      }
    case 'number':
      return numberAnswers(knowledge, control)
    case 'money':
      return { by: 'number', unit: '元' }
    case 'date':
    case 'month':
    case 'time':
    case 'datetime':
      return { by: 'moment', of: control.kind }
    case 'text':
    case 'long-text':
    case 'name':
    case 'phone':
    case 'plate':
    case 'uscc':
    case 'id-number':
      return { by: 'text' }
    case 'computed':
      return computedAnswers(knowledge, control)
    case 'section':
    case 'matrix':
    case 'explanation':
      return undefined
    default:
      return { by: 'presence' }
  }
}

function numberAnswers(knowledge: Knowledge, control: Control): Answers {
  const value = answeringOf(knowledge, control)?.value
  return { by: 'number', unit: value?.type === 'number' ? value.unit : undefined }
}

function computedAnswers(knowledge: Knowledge, control: Control): Answers {
  switch (answeringOf(knowledge, control)?.value.type) {
    case 'number':
    case 'money':
      return numberAnswers(knowledge, control)
    case 'date':
      return { by: 'moment', of: 'date' }
    case 'text':
      return { by: 'text' }
    default:
      return { by: 'presence' }
  }
}

/** @returns whether a rule of a control sees the answers of all cards of another instead of one answer */
export function seenAsList(shape: FormShape, control: Control, source: Control): boolean {
  const root = shape.repeats.get(answeredUnder(shape, source) ?? '')
  return root !== undefined && root !== shape.repeats.get(answeredUnder(shape, control) ?? '')
}

/** @returns what of an answer can be compared; nothing stands for the answer itself */
export function measuresFor(answers: Answers, source: Control, asList: boolean): readonly (Measure | undefined)[] {
  if (asList) return answers.by === 'number' ? ['sum', 'count'] : [undefined, 'count']
  if (source.kind === 'id-number') return [undefined, 'age']
  switch (answers.by) {
    case 'choice':
      return answers.several ? [undefined, 'count'] : [undefined]
    case 'moment':
      return answers.of === 'date' ? [undefined, 'age'] : [undefined]
    case 'text':
      return [undefined, 'length']
    case 'number':
      return [undefined]
    case 'presence':
      return source.kind === 'photo' || source.kind === 'file' ? [undefined, 'count'] : [undefined]
  }
}

/** What such a measure of an answer is to a rule: always a number, and always there. */
export const measured: Answers = { by: 'number' }

/** @returns the comparisons that make sense for such answers */
export function comparisonsFor(answers: Answers, asList: boolean, measure: Measure | undefined): readonly Comparison[] {
  const presence: readonly Comparison[] = ['answered', 'not-answered']
  const ordered: readonly Comparison[] = ['more', 'at-least', 'less', 'at-most']
  if (measure !== undefined) return ['at-least', 'more', 'at-most', 'less', 'is', 'is-not']
  if (asList && answers.by !== 'choice') return presence
  switch (answers.by) {
    case 'choice':
      return ['is', 'is-not', ...presence]
    case 'number':
      return ['at-least', 'more', 'at-most', 'less', 'is', 'is-not', ...presence]
    case 'moment':
      return [...ordered, 'is', ...presence]
    case 'text':
      return ['is', 'is-not', 'contains', 'lacks', ...presence]
    case 'presence':
      return presence
  }
}

const plainNames: Readonly<Record<Comparison, string>> = {
  is: '是',
  'is-not': '不是',
  more: '大于',
  'at-least': '不小于',
  less: '小于',
  'at-most': '不大于',
  contains: '包含',
  lacks: '不包含',
  answered: '填了',
  'not-answered': '没有填',
}
const momentNames: Partial<Record<Comparison, string>> = {
  more: '晚于',
  'at-least': '不早于',
  less: '早于',
  'at-most': '不晚于',
}
const severalNames: Partial<Record<Comparison, string>> = { is: '选了', 'is-not': '没有选' }
const numberNames: Partial<Record<Comparison, string>> = { is: '等于', 'is-not': '不等于' }

/** 「不早于」 of dates is 「不小于」 of numbers. */
export function comparisonName(how: Comparison, answers: Answers | undefined): string {
  const special =
    answers?.by === 'moment'
      ? momentNames
      : answers?.by === 'number'
        ? numberNames
        : answers?.by === 'choice' && answers.several
          ? severalNames
          : {}
  return special[how] ?? plainNames[how]
}

export const measureNames: Readonly<Record<Measure, string>> = {
  age: '年龄',
  count: '个数',
  sum: '合计',
  length: '字数',
}
export const measureUnits: Partial<Record<Measure, string>> = { age: '岁', count: '个', length: '字' }

/** @returns the controls a rule of a control can look at: those that have answers; itself only where its own answer is what is judged */
export function ruleSources(
  knowledge: Knowledge,
  form: Form,
  control: Control,
  itself: 'too' | 'not' = 'not',
): readonly Control[] {
  const shape = shapeOf(knowledge, form)
  const own = shape.repeats.get(answeredUnder(shape, control) ?? '')
  return form.controls.filter((one) => {
    if (answersFor(knowledge, one) === undefined) return false
    if (one.id === control.id) return itself === 'too'
    const root = shape.repeats.get(answeredUnder(shape, one) ?? '')
    return root === undefined || own === undefined || root === own
  })
}

/** @returns the other answers one can be compared with: of the same sort, one answer each */
export function othersLike(knowledge: Knowledge, form: Form, control: Control, clause: Clause): readonly Control[] {
  const source = form.controls.find((one) => one.id === clause.control)
  const answers = source && answersFor(knowledge, source)
  const like = clause.measure === undefined ? answers : measured
  if (!like || like.by === 'choice' || like.by === 'presence') return []
  const shape = shapeOf(knowledge, form)
  return ruleSources(knowledge, form, control, 'too').filter((one) => {
    const other = answersFor(knowledge, one)
    if (one.id === clause.control || other?.by !== like.by || seenAsList(shape, control, one)) return false
    return other.by !== 'moment' || like.by !== 'moment' || sameDays(other.of, like.of)
  })
}

/** A day and a minute of a day are told apart by what follows the day. */
function sameDays(one: string, other: string): boolean {
  const days = ['date', 'datetime']
  return one === other || (days.includes(one) && days.includes(other))
}

/** @returns a clause to start from: the first comparison that makes sense, nothing written down yet */
export function clauseFor(knowledge: Knowledge, form: Form, control: Control, id: string): Clause | undefined {
  const source = form.controls.find((one) => one.id === id)
  const answers = source && answersFor(knowledge, source)
  if (!answers) return undefined
  const asList = seenAsList(shapeOf(knowledge, form), control, source)
  const [measure] = measuresFor(answers, source, asList)
  const [how] = comparisonsFor(answers, asList, measure)
  return how && { control: id, how, values: [], ...(measure === undefined ? {} : { measure }) }
}
