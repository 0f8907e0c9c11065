import { type Control, itemsOf } from '@zmht/shared/controls'
import type { Knowledge } from '@zmht/shared/knowledge'

/** @returns what was answered to a choice or a yes-or-no question, as people read it; nothing for anything else */
export function wordsOfAnswer(knowledge: Knowledge, control: Control, value: unknown): readonly string[] {
  if (typeof value === 'boolean') return [value ? '是' : '否']
  const chosen: readonly unknown[] = [value].flat()
  return itemsOf(knowledge, control).flatMap(({ code, name }) => (chosen.includes(code) ? [name] : []))
}
