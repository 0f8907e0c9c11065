import { type Control, controlsIn, type Expression, type Form, type Subject } from '@zmht/shared/controls'
import type { ServiceDraft } from './service-draft'

/** What is being edited, with the way back and forth. Plain data. */
export interface BuilderState {
  readonly past: readonly ServiceDraft[]
  readonly present: ServiceDraft
  readonly future: readonly ServiceDraft[]
  /** What was changed last; typing on in the same field is one step back, not one for each character. */
  readonly lastTouched?: string
}

export type BuilderAction =
  | { readonly do: 'basics'; readonly change: Partial<Omit<ServiceDraft, 'form'>> }
  | {
      readonly do: 'addControls'
      readonly controls: readonly Control[]
      readonly subjects?: readonly Subject[]
      readonly after?: string | undefined
    }
  | { readonly do: 'changeControl'; readonly id: string; readonly change: ControlChange }
  | { readonly do: 'moveControl'; readonly id: string; readonly to: number }
  | { readonly do: 'removeControl'; readonly id: string }
  | { readonly do: 'addSubject'; readonly subject: Subject }
  | {
      readonly do: 'changeSubject'
      readonly key: string
      readonly name?: string
      readonly many?: Subject['many'] | null
    }
  | { readonly do: 'removeSubject'; readonly key: string }
  | { readonly do: 'replace'; readonly draft: ServiceDraft }
  | { readonly do: 'undo' }
  | { readonly do: 'redo' }

/** A property set to `null` is taken away. */
export interface ControlChange {
  readonly kind?: Control['kind']
  readonly label?: string
  readonly hint?: string
  readonly required?: boolean
  readonly text?: string
  readonly showWhen?: Expression | null
  readonly requiredWhen?: Expression | null
}

/** Steps kept to go back through. */
const remembered = 100

export function startBuilder(draft: ServiceDraft): BuilderState {
  return { past: [], present: draft, future: [] }
}

export function build(state: BuilderState, action: BuilderAction): BuilderState {
  if (action.do === 'undo') {
    const before = state.past.at(-1)
    if (!before) return state
    return { past: state.past.slice(0, -1), present: before, future: [state.present, ...state.future] }
  }
  if (action.do === 'redo') {
    const [next, ...rest] = state.future
    if (!next) return state
    return { past: [...state.past, state.present], present: next, future: rest }
  }
  const next = changed(state.present, action)
  if (next === state.present) return state
  const touched = touchOf(action)
  const goesOn = touched !== undefined && touched === state.lastTouched
  return {
    past: goesOn ? state.past : [...state.past, state.present].slice(-remembered),
    present: next,
    future: [],
    ...(touched === undefined ? {} : { lastTouched: touched }),
  }
}

/** Names the field being typed in; other changes are steps of their own. */
function touchOf(action: BuilderAction): string | undefined {
  switch (action.do) {
    case 'basics':
      return `basics.${Object.keys(action.change).join()}`
    case 'changeControl': {
      const fields = Object.keys(action.change)
      const typed = fields.every((field) => field === 'label' || field === 'hint' || field === 'text')
      return typed ? `control.${action.id}.${fields.join()}` : undefined
    }
    case 'changeSubject':
      return action.name === undefined ? undefined : `subject.${action.key}.name`
    default:
      return undefined
  }
}

function changed(draft: ServiceDraft, action: Exclude<BuilderAction, { do: 'undo' | 'redo' }>): ServiceDraft {
  switch (action.do) {
    case 'basics':
      return { ...draft, ...action.change }
    case 'replace':
      return action.draft
    default: {
      const form = changedForm(draft.form, action)
      return form === draft.form ? draft : { ...draft, form }
    }
  }
}

type FormAction = Exclude<BuilderAction, { do: 'undo' | 'redo' | 'basics' | 'replace' }>

function changedForm(form: Form, action: FormAction): Form {
  switch (action.do) {
    case 'addControls': {
      const subjects = action.subjects ?? []
      return {
        ...form,
        subjects: subjects.length > 0 ? [...form.subjects, ...subjects] : form.subjects,
        controls: insert(form.controls, action.controls, action.after),
      }
    }
    case 'changeControl':
      return {
        ...form,
        controls: form.controls.map((one) => (one.id === action.id ? withChange(one, action.change) : one)),
      }
    case 'moveControl':
      return moved(form, action.id, action.to)
    case 'removeControl':
      return form.controls.some((one) => one.id === action.id) ? without(form, (one) => one.id === action.id) : form
    case 'addSubject':
      return { ...form, subjects: [...form.subjects, action.subject] }
    case 'changeSubject':
      return {
        ...form,
        subjects: form.subjects.map((one) => (one.key === action.key ? withSubjectChange(one, action) : one)),
      }
    case 'removeSubject':
      return withoutSubject(form, action.key)
  }
}

/** After a given control; otherwise at the end, but before the agreements a form ends with. */
function insert(
  controls: readonly Control[],
  added: readonly Control[],
  after: string | undefined,
): readonly Control[] {
  const given = after === undefined ? -1 : controls.findIndex((one) => one.id === after)
  let at = given + 1
  if (given < 0) {
    at = controls.length
    const agreement = added.some((one) => one.kind === 'consent')
    while (!agreement && at > 0 && controls[at - 1]?.kind === 'consent') at -= 1
  }
  return [...controls.slice(0, at), ...added, ...controls.slice(at)]
}

function withChange(control: Control, change: ControlChange): Control {
  const { showWhen, requiredWhen, hint, ...plain } = change
  const { hint: formerHint, showWhen: formerShowWhen, requiredWhen: formerRequiredWhen, ...rest } = control
  const nextHint = hint ?? formerHint
  const nextShowWhen = showWhen === undefined ? formerShowWhen : (showWhen ?? undefined)
  const nextRequiredWhen = requiredWhen === undefined ? formerRequiredWhen : (requiredWhen ?? undefined)
  return {
    ...rest,
    ...plain,
    ...(nextHint ? { hint: nextHint } : {}),
    ...(nextShowWhen === undefined ? {} : { showWhen: nextShowWhen }),
    ...(nextRequiredWhen === undefined ? {} : { requiredWhen: nextRequiredWhen }),
  }
}

function withSubjectChange(
  subject: Subject,
  change: { readonly name?: string; readonly many?: Subject['many'] | null },
): Subject {
  const { many: former, ...rest } = subject
  const many = change.many === undefined ? former : (change.many ?? undefined)
  return { ...rest, ...(change.name === undefined ? {} : { name: change.name }), ...(many ? { many } : {}) }
}

function moved(form: Form, id: string, to: number): Form {
  const from = form.controls.findIndex((one) => one.id === id)
  const control = form.controls[from]
  const target = Math.min(Math.max(to, 0), form.controls.length - 1)
  if (!control || from === target) return form
  const others = form.controls.filter((one) => one.id !== id)
  return { ...form, controls: [...others.slice(0, target), control, ...others.slice(target)] }
}

/** Conditions that looked at what is gone go with it; otherwise nobody could ever see those controls again. */
function without(form: Form, gone: (control: Control) => boolean): Form {
  const ids = new Set(form.controls.filter(gone).map((one) => one.id))
  return {
    ...form,
    controls: form.controls.filter((one) => !ids.has(one.id)).map((one) => withoutRules(one, ids)),
  }
}

function withoutRules(control: Control, gone: ReadonlySet<string>): Control {
  const looksAt = (rule: Expression | undefined): boolean =>
    rule !== undefined && controlsIn(rule).some((id) => gone.has(id))
  const { within, ...rest } = control
  const standing: Control = within === undefined || gone.has(within) ? rest : control
  return withChange(standing, {
    ...(looksAt(control.showWhen) ? { showWhen: null } : {}),
    ...(looksAt(control.requiredWhen) ? { requiredWhen: null } : {}),
  })
}

/** Takes away a subject, whoever is reached through it, and what was asked about them. */
function withoutSubject(form: Form, key: string): Form {
  const gone = new Set([key])
  for (let grew = true; grew; ) {
    grew = false
    for (const one of form.subjects) {
      if (!gone.has(one.key) && one.is.by === 'relation' && gone.has(one.is.of)) {
        gone.add(one.key)
        grew = true
      }
    }
  }
  const left = without(form, (one) => one.binding !== undefined && gone.has(one.binding.subject))
  return { ...left, subjects: left.subjects.filter((one) => !gone.has(one.key)) }
}
