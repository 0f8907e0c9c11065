import { goOnTo, toast } from '@zmht/shared/ui'
import { useState } from 'react'
import { pages } from '@/lib/navigation'
import type { Official } from '../session/official'
import { basicProblems, problemsOf, type ServiceProblem } from './service-draft'
import { type FormBuilder, showProblem, useFormBuilder } from './useFormBuilder'
import { type ServiceEditor, type Source, useServiceEditor } from './useServiceDraft'

/** A service being put together. */
export interface Builder {
  readonly me: Official
  readonly editor: ServiceEditor
  readonly form: FormBuilder
  /** What is to be told now. */
  readonly problems: readonly ServiceProblem[]
  readonly save: () => Promise<boolean>
  readonly goPublish: () => Promise<void>
}

export function useBuilder(me: Official, id: string, source: Source): Builder {
  const editor = useServiceEditor(id, source)
  const { draft, state, dispatch } = editor
  const [tried, setTried] = useState(false)
  const form = useFormBuilder(me, { id, state, dispatch, first: { at: 'basics' } })
  const problems = problemsOf(form.knowledge, draft)
  // A new service is not greeted with what is still missing; said once somebody wants to save or go on.
  const told = tried || source.from === 'server' ? problems : problems.filter((one) => one.basic === undefined)

  const save = async () => {
    setTried(true)
    if (basicProblems(draft).length > 0) {
      form.select({ at: 'basics' })
      return false
    }
    return editor.save()
  }
  const goPublish = async () => {
    if (!(await save())) return
    const [next] = problems
    if (next === undefined) return void goOnTo(pages.publish, { id })
    showProblem(form, next)
    toast(`还有 ${problems.length} 处要改，改好就能发布。草稿已保存。`)
  }
  return { me, editor, form, problems: told, save, goPublish }
}
