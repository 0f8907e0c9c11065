import { isComputed } from '../knowledge/derive'
import type { Attribute } from '../knowledge/types'
import type { Control, ControlKind } from './form'
import type { Answering } from './shape'

/** Texts longer than this are written in a box of several lines. */
const longText = 100

/** @returns the control that suits a way of answering best */
export function controlFor({ value, many }: Answering): ControlKind {
  switch (value.type) {
    case 'text':
      return value.max > longText ? 'long-text' : 'text'
    case 'code':
      return many ? 'choices' : 'choice'
    case 'identifier':
      return value.scheme === 'mobile' ? 'phone' : value.scheme
    case 'file':
      return value.of
    default:
      return value.type
  }
}

/** @returns whether a control can take such answers; names and longer texts also fit the plain text controls, computed ones show any */
export function fits(kind: ControlKind, answering: Answering): boolean {
  if (kind === controlFor(answering)) return true
  if (kind === 'computed') return !answering.many && answering.value.type !== 'file'
  if (answering.value.type === 'name') return kind === 'text'
  return answering.value.type === 'text' && ['text', 'long-text', 'name'].includes(kind)
}

/** @returns the control a builder puts down for an attribute: named after it, not required, nothing hidden */
export function controlDefaults(attribute: Attribute, subjectKey: string, id: string): Control {
  return {
    id,
    kind: isComputed(attribute.code) ? 'computed' : controlFor(attribute),
    label: attribute.name,
    required: false,
    binding: { subject: subjectKey, attribute: attribute.code },
  }
}
