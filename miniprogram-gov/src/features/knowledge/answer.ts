import { type ValueType, writeValueType } from '@zmht/shared/knowledge'

/** The ways of answering people choose from. */
export const answerKinds = [
  'text',
  'code',
  'yes-no',
  'number',
  'money',
  'date',
  'month',
  'datetime',
  'time',
  'date-range',
  'time-range',
  'name',
  'mobile',
  'phone',
  'id-number',
  'uscc',
  'plate',
  'place',
  'point',
  'photo',
  'file',
  'signature',
] as const
export type AnswerKind = (typeof answerKinds)[number]

export const answerKindNames: Readonly<Record<AnswerKind, string>> = {
  text: '文字',
  code: '选一项',
  'yes-no': '是或否',
  number: '数',
  money: '金额（元）',
  date: '日期',
  month: '年月',
  datetime: '日期和时刻',
  time: '时刻',
  'date-range': '起止日期',
  'time-range': '起止时刻',
  name: '姓名',
  mobile: '手机号',
  phone: '电话（手机或座机）',
  'id-number': '身份证号',
  uscc: '统一社会信用代码',
  plate: '车牌号',
  place: '地点',
  point: '地图上的位置',
  photo: '照片',
  file: '文件',
  signature: '签名',
}

/** What a text may be made of. `kept`: a format somebody wrote before, which is left as it is. */
export const textFormats = ['any', 'digits', 'letters', 'kept'] as const
export type TextFormat = (typeof textFormats)[number]

const patterns: Readonly<Record<Exclude<TextFormat, 'any' | 'kept'>, string>> = {
  digits: '^[0-9]+$',
  letters: '^[0-9A-Za-z-]+$',
}

/** A way of answering as it is being put together; what another kind needs is kept while somebody tries one. */
export interface Answer {
  readonly kind: AnswerKind
  /** Text: at most so many characters. */
  readonly max: string
  readonly format: TextFormat
  /** The format of `kept`. */
  readonly pattern: string
  readonly least: string
  readonly most: string
  readonly unit: string
  readonly decimals: string
  /** The code list chosen from; empty: none yet. */
  readonly list: string
}

export const blankAnswer: Answer = {
  kind: 'text',
  max: '50',
  format: 'any',
  pattern: '',
  least: '0',
  most: '',
  unit: '',
  decimals: '0',
  list: '',
}

/** Several at once make sense for options and files only. */
export function mayBeMany(kind: AnswerKind): boolean {
  return kind === 'code' || kind === 'photo' || kind === 'file' || kind === 'signature'
}

export function answerOf(value: ValueType): Answer {
  switch (value.type) {
    case 'text': {
      const { max, pattern } = value
      return { ...blankAnswer, max: String(max), ...(pattern === undefined ? {} : { format: 'kept', pattern }) }
    }
    case 'number':
      return {
        ...blankAnswer,
        kind: 'number',
        least: String(value.min),
        most: String(value.max),
        unit: value.unit ?? '',
        decimals: String(value.decimals),
      }
    case 'code':
      return { ...blankAnswer, kind: 'code', list: value.list }
    case 'identifier':
      return { ...blankAnswer, kind: value.scheme }
    case 'file':
      return { ...blankAnswer, kind: value.of }
    default:
      return { ...blankAnswer, kind: value.type }
  }
}

const number = /^-?\d+(\.\d+)?$/

export interface AnswerProblems {
  readonly max?: string
  readonly range?: string
  readonly list?: string
}

/** What keeps a way of answering from being written down, by the field it is about. */
export function answerProblems(answer: Answer): AnswerProblems {
  switch (answer.kind) {
    case 'text': {
      const max = answer.max.trim()
      return /^[1-9]\d{0,3}$/.test(max) ? {} : { max: '请填写最多多少字，1 到 9999' }
    }
    case 'number': {
      const [least, most] = [answer.least.trim(), answer.most.trim()]
      if (!number.test(least) || !number.test(most)) return { range: '请填写最小和最大的数' }
      return Number(least) <= Number(most) ? {} : { range: '最小的数不能比最大的大' }
    }
    case 'code':
      return answer.list === '' ? { list: '请选择代码表，或新写一张' } : {}
    default:
      return {}
  }
}

/** The way of answering as the knowledge system writes it (`readValueType` reads it); `answerProblems` come first. */
export function typeOf(answer: Answer): string {
  switch (answer.kind) {
    case 'text': {
      const pattern = patternOf(answer)
      return writeValueType({ type: 'text', max: Number(answer.max), ...(pattern === undefined ? {} : { pattern }) })
    }
    case 'number': {
      const unit = unitOf(answer)
      return writeValueType({
        type: 'number',
        min: Number(answer.least),
        max: Number(answer.most),
        decimals: Number(answer.decimals),
        ...(unit === '' ? {} : { unit }),
      })
    }
    case 'code':
      return `code:${answer.list}`
    default:
      return answer.kind
  }
}

function patternOf({ format, pattern }: Answer): string | undefined {
  if (format === 'any') return undefined
  if (format === 'kept') return pattern === '' ? undefined : pattern
  return patterns[format]
}

/** A colon would end the unit in writing. */
const unitOf = ({ unit }: Answer) => unit.replace(/:/g, '').trim()
