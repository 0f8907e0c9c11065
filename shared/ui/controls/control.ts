import type { ReactElement } from 'react'
import type { Control } from '../../controls/form'
import type { Value } from '../../knowledge'
import type { PathStep, PlaceSource } from '../domain/place-source'

/** What one control renderer is given. */
export interface ControlProps {
  readonly control: Control
  readonly value: Value | undefined
  /** Nothing: the answer is taken back. */
  readonly onChange: (value: Value | undefined) => void
  readonly error: string | undefined
  readonly places: PlaceSource
  /** Where place pickers open: the home's lineage. */
  readonly startIn: readonly PathStep[] | undefined
}

export type ControlRenderer = (props: ControlProps) => ReactElement

/** The words every input of a control carries. */
export function wordsOf({ control, error }: ControlProps) {
  return { label: control.label, hint: control.hint, error, optional: !control.required }
}

/** @returns typed text as an answer: nothing when empty */
export function answerOf(text: string): string | undefined {
  return text === '' ? undefined : text
}

export function textOf(value: Value | undefined): string {
  return value === undefined || typeof value === 'object' ? '' : String(value)
}
