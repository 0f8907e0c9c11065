import { filledIn, unknownAmong } from './placeholders'

/** What may stand in braces in what an official tells many in one go. */
export const answerPlaceholders = ['称呼', '姓名', '事项', '地点', '编号'] as const

/** A request, as far as an answer says it. An organisation is called by its own name. */
export interface Answered {
  readonly who: string
  readonly title: string
  readonly place: string
  readonly number: string
}

/** What an official wrote, as it is said about one request. */
export const answerFor = (text: string, { who, title, place, number }: Answered): string =>
  filledIn(answerPlaceholders, text, { 称呼: who, 姓名: who, 事项: title, 地点: place, 编号: number })

/** @returns what is wrong with a text, as its author reads it; undefined where every placeholder means something */
export function wrongInAnswer(text: string): string | undefined {
  const [unknown] = unknownAmong(answerPlaceholders, text)
  return unknown === undefined
    ? undefined
    : `{${unknown}} 不能自动填写，只能用 ${answerPlaceholders.map((one) => `{${one}}`).join('、')}。一件也没有办，写的内容还在。`
}
