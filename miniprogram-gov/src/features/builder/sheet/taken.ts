import { type Form, isAttributeControl, isRelationControl } from '@zmht/shared/controls'
import type { Knowledge } from '@zmht/shared/knowledge'
import { controlWords } from '../control-words'
import { needsLook, type ReviewColumn } from './correct'

/** @returns what a column was taken for, and of whom, in words */
export function sayTaken(knowledge: Knowledge, form: Form, one: ReviewColumn): string {
  const control = form.controls.find(({ id }) => id === one.control)
  if (!control) {
    if (one.settled) return '不要这一列'
    return one.confidence === 'right' ? '不用问，可由别的资料得出' : '只是编号，不用问'
  }
  const subject = form.subjects.find(({ key }) => key === control.binding?.subject)?.name ?? ''
  if (isAttributeControl(control)) {
    return `${subject}的“${knowledge.attribute(control.binding.attribute)?.name ?? control.label}”`
  }
  if (isRelationControl(control)) return `${subject}：${controlWords[control.kind]}`
  return `这张表自己的问题 · ${controlWords[control.kind]}`
}

export interface Confidence {
  readonly words: string
  readonly tone: 'accent' | 'amber' | 'quiet'
}

export function confidenceOf(one: ReviewColumn): Confidence {
  if (one.settled) return { words: '您已确认', tone: 'accent' }
  if (one.control === undefined) return { words: '不用问', tone: 'quiet' }
  if (needsLook(one)) return { words: '请确认', tone: 'amber' }
  return one.confidence === 'right' ? { words: '对上了', tone: 'accent' } : { words: '没对上', tone: 'quiet' }
}
