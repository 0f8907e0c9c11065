import { personNamePattern } from '../knowledge/describe'
import type { Attribute } from '../knowledge/types'
import type { Control, ControlKind } from './form'

/** Texts longer than this are written in a box of several lines. */
const longText = 100

/** @returns the control that suits an attribute best */
export function controlFor(attribute: Attribute): ControlKind {
  const { value } = attribute
  switch (value.type) {
    case 'text':
      return value.pattern === personNamePattern ? 'name' : value.max > longText ? 'long-text' : 'text'
    case 'number':
    case 'date':
    case 'yes-no':
    case 'place':
      return value.type
    case 'code':
      return attribute.many ? 'choices' : 'choice'
    case 'identifier':
      return value.scheme === 'id-number' ? 'id-number' : value.scheme === 'mobile' ? 'phone' : 'text'
  }
}

/** @returns whether a control can take the values of an attribute; names and longer texts also fit the plain text controls */
export function fits(kind: ControlKind, attribute: Attribute): boolean {
  const best = controlFor(attribute)
  return kind === best || (attribute.value.type === 'text' && ['text', 'long-text', 'name'].includes(kind))
}

/** @returns the control a builder puts down for an attribute: named after it, not required, nothing hidden */
export function controlDefaults(attribute: Attribute, subjectKey: string, id: string): Control {
  return {
    id,
    kind: controlFor(attribute),
    label: attribute.name,
    required: false,
    binding: { subject: subjectKey, attribute: attribute.code },
  }
}
