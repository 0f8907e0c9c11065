import type { Control, Form, FormProblem, Subject } from '@zmht/shared/controls'
import type { Knowledge } from '@zmht/shared/knowledge'
import { toast, useWide } from '@zmht/shared/ui'
import { useState } from 'react'
import { useKnowledge } from '@/lib/knowledge'
import { type Official, territoriesOf } from '../session/official'
import type { BuilderState, Drafted, FormAction, Travel } from './builder-state'
import type { Selection } from './selection'
import { useBuilderKeys } from './useBuilderKeys'
import { type KnownBurden, useBurden } from './useBurden'
import { type Tried, useTried } from './useTried'

/** What is opened beside the form: where more can be taken from. */
export type Opened = 'palette' | 'copy' | 'sheet'

/** One thing wrong, and where it is put right: `basic` in what the form belongs to. */
export interface BuilderProblem extends FormProblem {
  readonly basic?: string
}

/** A form being put together: what the layouts share, whatever the form is for. */
export interface FormBuilder {
  /** Of what the form belongs to. */
  readonly id: string
  readonly knowledge: Knowledge
  readonly form: Form
  readonly dispatch: (action: FormAction | Travel) => void
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly wide: boolean
  readonly selected: Selection | undefined
  readonly select: (next: Selection | undefined) => void
  /** Whom most is asked about. */
  readonly preferred: string
  readonly setPreferred: (key: string) => void
  readonly opened: Opened | undefined
  readonly open: (next: Opened | undefined) => void
  readonly tried: Tried
  /** Absent where it cannot be told. */
  readonly burden: KnownBurden | undefined
  readonly removed: { readonly name: string } | undefined
  readonly undoRemoval: () => void
  readonly move: (id: string, to: number) => void
  readonly removeControl: (control: Control) => void
  readonly removeSubject: (subject: Subject) => void
  readonly add: (controls: readonly Control[], subjects: readonly Subject[]) => void
}

export interface Edited<D extends Drafted> {
  readonly id: string
  readonly state: BuilderState<D>
  readonly dispatch: (action: FormAction | Travel) => void
  /** What is looked at first where there is room. */
  readonly first: Selection | undefined
}

/** What is selected and opened, and the acts. */
export function useFormBuilder<D extends Drafted>(
  me: Official,
  { id, state, dispatch, first }: Edited<D>,
): FormBuilder {
  const { form } = state.present
  const wide = useWide()
  const knowledge = useKnowledge()
  const [selected, setSelected] = useState<Selection | undefined>(wide ? first : undefined)
  const [preferred, setPreferred] = useState(mainSubject(form))
  const [opened, open] = useState<Opened>()
  const [removed, setRemoved] = useState<{ readonly name: string }>()
  const tried = useTried(knowledge, form, territoriesOf(me)[0]?.id)
  const burden = useBurden(me, knowledge, form)

  const select = (next: Selection | undefined) => {
    setRemoved(undefined)
    setSelected(next)
  }
  const removeControl = (control: Control) => {
    dispatch({ do: 'removeControl', id: control.id })
    setRemoved({ name: control.label })
    setSelected(undefined)
  }
  const removeSubject = (subject: Subject) => {
    dispatch({ do: 'removeSubject', key: subject.key })
    setRemoved({ name: subject.name })
    setSelected(undefined)
  }
  const add = (controls: readonly Control[], subjects: readonly Subject[]) => {
    const after = selected?.at === 'control' ? selected.id : undefined
    dispatch({ do: 'addControls', controls, subjects, after })
    // Of a matrix or a section the head is what is looked at next.
    const shown = controls.find((one) => one.kind === 'matrix' || one.kind === 'section') ?? controls.at(-1)
    if (!shown) return
    open(undefined)
    setRemoved(undefined)
    if (wide) setSelected({ at: 'control', id: shown.id })
    else toast(controls.length > 2 ? `已添加 ${controls.length} 项` : `已添加“${shown.label}”，点它可以修改`)
  }
  useBuilderKeys({ form, selected, dispatch, removeControl })
  return {
    id,
    knowledge,
    form,
    dispatch,
    canUndo: state.past.length > 0,
    canRedo: state.future.length > 0,
    wide,
    selected,
    select,
    preferred,
    setPreferred,
    opened,
    open,
    tried,
    burden,
    removed: state.past.length > 0 ? removed : undefined,
    undoRemoval: () => {
      dispatch({ do: 'undo' })
      setRemoved(undefined)
    },
    move: (control, to) => dispatch({ do: 'moveControl', id: control, to }),
    removeControl,
    removeSubject,
    add,
  }
}

/** Shows the first of what is wrong where it is put right. */
export function showProblem(builder: FormBuilder, { control, subject, basic }: BuilderProblem): void {
  if (control !== undefined) builder.select({ at: 'control', id: control })
  else if (subject !== undefined) builder.select({ at: 'subject', key: subject })
  else if (basic !== undefined) builder.select({ at: 'basics' })
}

/** Whom most is asked about: the one a form was made for, else who fills it in. */
function mainSubject(form: Form): string {
  const reached = form.subjects.find((one) => one.is.by === 'relation' && one.kind === 'person')
  const target = form.subjects.find((one) => one.is.by === 'target')
  return (target ?? reached ?? form.subjects[0])?.key ?? ''
}
