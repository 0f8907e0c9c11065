import type { Control, Subject } from '@zmht/shared/controls'
import type { Knowledge } from '@zmht/shared/knowledge'
import { goOnTo, toast, useWide } from '@zmht/shared/ui'
import { useState } from 'react'
import { useKnowledge } from '@/lib/knowledge'
import { pages } from '@/lib/navigation'
import { type Official, territoriesOf } from '../session/official'
import type { Selection } from './selection'
import { basicProblems, problemsOf, type ServiceDraft, type ServiceProblem } from './service-draft'
import { useBuilderKeys } from './useBuilderKeys'
import { type KnownBurden, useBurden } from './useBurden'
import { type ServiceEditor, type Source, useServiceEditor } from './useServiceDraft'
import { type Tried, useTried } from './useTried'

/** What is opened beside the form: where more can be taken from. */
export type Opened = 'palette' | 'copy' | 'sheet'

export interface Builder {
  /** The service's. */
  readonly id: string
  readonly me: Official
  readonly knowledge: Knowledge
  readonly editor: ServiceEditor
  readonly wide: boolean
  readonly selected: Selection | undefined
  readonly select: (next: Selection | undefined) => void
  /** Whom most is asked about. */
  readonly preferred: string
  readonly setPreferred: (key: string) => void
  readonly opened: Opened | undefined
  readonly open: (next: Opened | undefined) => void
  /** What is to be told now. */
  readonly problems: readonly ServiceProblem[]
  readonly tried: Tried
  /** Absent where it cannot be told. */
  readonly burden: KnownBurden | undefined
  readonly removed: { readonly name: string } | undefined
  readonly undoRemoval: () => void
  readonly move: (id: string, to: number) => void
  readonly removeControl: (control: Control) => void
  readonly removeSubject: (subject: Subject) => void
  readonly add: (controls: readonly Control[], subjects: readonly Subject[]) => void
  readonly save: () => Promise<boolean>
  readonly goPublish: () => Promise<void>
}

/** Everything the two layouts of the builder share: what is selected, opened and told, and the acts. */
export function useBuilder(me: Official, id: string, source: Source): Builder {
  const editor = useServiceEditor(id, source)
  const wide = useWide()
  const knowledge = useKnowledge()
  const { draft, state, dispatch } = editor
  const [selected, setSelected] = useState<Selection | undefined>(wide ? { at: 'basics' } : undefined)
  const [preferred, setPreferred] = useState(mainSubject(draft))
  const [opened, open] = useState<Opened>()
  const [removed, setRemoved] = useState<{ readonly name: string }>()
  const [tried, setTried] = useState(false)
  const filledIn = useTried(knowledge, draft.form, territoriesOf(me)[0]?.id)
  const burden = useBurden(me, knowledge, draft.form)
  const problems = problemsOf(knowledge, draft)
  // A new service is not greeted with what is still missing; said once somebody wants to save or go on.
  const told = tried || source.from === 'server' ? problems : problems.filter((one) => one.basic === undefined)

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
  useBuilderKeys({ draft, selected, dispatch, removeControl })

  const save = async () => {
    setTried(true)
    if (basicProblems(draft).length > 0) {
      setSelected({ at: 'basics' })
      return false
    }
    return editor.save()
  }
  const goPublish = async () => {
    if (!(await save())) return
    const [next] = problems
    if (next === undefined) goOnTo(pages.publish, { id })
    else if (next.control !== undefined) setSelected({ at: 'control', id: next.control })
    else if (next.subject !== undefined) setSelected({ at: 'subject', key: next.subject })
    if (problems.length > 0) toast(`还有 ${problems.length} 处要改，改好就能发布。草稿已保存。`)
  }
  return {
    id,
    me,
    knowledge,
    editor,
    wide,
    selected,
    select,
    preferred,
    setPreferred,
    opened,
    open,
    problems: told,
    tried: filledIn,
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
    save,
    goPublish,
  }
}

/** Whom most is asked about: the one a form was made for, else the applicant. */
function mainSubject(draft: ServiceDraft): string {
  const reached = draft.form.subjects.find((one) => one.is.by === 'relation' && one.kind === 'person')
  return (reached ?? draft.form.subjects[0])?.key ?? ''
}
