import type { MessageReply } from '@zmht/shared/contract'

export type Answers = Readonly<Record<string, string>>
type Questions = MessageReply['questions']

/** One choice and nothing else: a tap answers it. */
export const isOneTap = (questions: Questions): boolean => questions.length === 1 && questions[0]?.options !== undefined

/** @returns the questions that are still to be answered, by their keys */
export const missing = (questions: Questions, answers: Answers): readonly string[] =>
  questions.filter(({ key, required }) => required && (answers[key] ?? '').trim() === '').map(({ key }) => key)

/** What is sent: without what was left empty. */
export const given = (questions: Questions, answers: Answers): Record<string, string> =>
  Object.fromEntries(
    questions.flatMap(({ key }): [string, string][] => {
      const said = (answers[key] ?? '').trim()
      return said === '' ? [] : [[key, said]]
    }),
  )

/** What was answered, as it is read: 「来」. */
export function sayAnswer({ key, options }: Questions[number], answers: Answers): string {
  const said = answers[key]
  if (said === undefined) return '没有回答'
  return options?.find(({ code }) => code === said)?.label ?? said
}
