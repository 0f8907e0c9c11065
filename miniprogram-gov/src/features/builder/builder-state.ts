import { type Binding, type Control, controlsIn, type Expression, type Form, type Subject } from '@zmht/shared/controls'
import { insertAfter, moveBlock, putWithin } from './arrange'

/** What is put together: a form, under a name. */
export interface Drafted {
  readonly title: string
  readonly form: Form
}

/** What is being edited, with the way back and forth. Plain data. */
export interface BuilderState<D extends Drafted> {
  readonly past: readonly D[]
  readonly present: D
  readonly future: readonly D[]
  /** What was changed last; typing on in the same field is one step back, not one for each character. */
  readonly lastTouched?: string
}

export type BuilderAction<D extends Drafted> =
  | FormAction
  /** What is set to nothing is taken away. */
  | {
      readonly do: 'basics'
      readonly change: { readonly [K in keyof Omit<D, 'form'>]?: D[K] | undefined }
      /** Names what was changed inside it: typing on in it is one step back. */
      readonly step?: string
    }
  | { readonly do: 'replace'; readonly draft: D }
  | Travel

/** The way back and forth. */
export type Travel = { readonly do: 'undo' } | { readonly do: 'redo' }

/** What can be done to a form, whatever it is for. */
export type FormAction =
  | {
      readonly do: 'addControls'
      readonly controls: readonly Control[]
      readonly subjects?: readonly Subject[]
      readonly after?: string | undefined
    }
  | {
      readonly do: 'changeControl'
      readonly id: string
      readonly change: ControlChange
      /** Names the field being typed in: typing on in it is one step back. */
      readonly typing?: string | undefined
    }
  /** Several at once, as one step back: the rows of a matrix share their choices. */
  | {
      readonly do: 'changeControls'
      readonly ids: readonly string[]
      readonly change: ControlChange
      readonly typing?: string | undefined
    }
  /** `to`: the position among the other controls. What stands in a section goes with it. */
  | { readonly do: 'moveControl'; readonly id: string; readonly to: number }
  | { readonly do: 'putWithin'; readonly id: string; readonly within: string | undefined }
  | { readonly do: 'removeControl'; readonly id: string }
  | { readonly do: 'addSubject'; readonly subject: Subject }
  | {
      readonly do: 'changeSubject'
      readonly key: string
      readonly name?: string
      readonly many?: Subject['many'] | null
    }
  | { readonly do: 'removeSubject'; readonly key: string }

/** A property set to `null` is taken away. */
export interface ControlChange {
  readonly kind?: Control['kind']
  readonly label?: string
  readonly hint?: string
  readonly required?: boolean
  readonly text?: string
  readonly binding?: Binding
  readonly showWhen?: Expression | null
  readonly requiredWhen?: Expression | null
  readonly constraints?: Control['constraints'] | null
  readonly compute?: Expression | null
  readonly offer?: Control['offer'] | null
}

/** Steps kept to go back through. */
const remembered = 100

export function startBuilder<D extends Drafted>(draft: D): BuilderState<D> {
  return { past: [], present: draft, future: [] }
}

export function build<D extends Drafted>(state: BuilderState<D>, action: BuilderAction<D>): BuilderState<D> {
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
function touchOf<D extends Drafted>(action: BuilderAction<D>): string | undefined {
  switch (action.do) {
    case 'basics':
      return `basics.${Object.keys(action.change).join()}.${action.step ?? ''}`
    case 'changeControl': {
      const fields = Object.keys(action.change)
      const typed = fields.every((field) => field === 'label' || field === 'hint' || field === 'text')
      const typing = action.typing ?? (typed ? fields.join() : undefined)
      return typing === undefined ? undefined : `control.${action.id}.${typing}`
    }
    case 'changeControls':
      return action.typing === undefined ? undefined : `controls.${action.ids.join()}.${action.typing}`
    case 'changeSubject':
      return action.name === undefined ? undefined : `subject.${action.key}.name`
    default:
      return undefined
  }
}

function changed<D extends Drafted>(draft: D, action: Exclude<BuilderAction<D>, Travel>): D {
  switch (action.do) {
    case 'basics': {
      const kept = Object.entries({ ...draft, ...action.change }).filter(([, value]) => value !== undefined)
      return Object.fromEntries(kept) as unknown as D // only what may be missing was taken away
    }
    case 'replace':
      return action.draft
    default: {
      const form = changedForm(draft.form, action)
      return form === draft.form ? draft : { ...draft, form }
    }
  }
}

function changedForm(form: Form, action: FormAction): Form {
  switch (action.do) {
    case 'addControls': {
      const subjects = action.subjects ?? []
      return {
        ...form,
        subjects: subjects.length > 0 ? [...form.subjects, ...subjects] : form.subjects,
        controls: insertAfter(form.controls, action.controls, action.after),
      }
    }
    case 'changeControl':
      return {
        ...form,
        controls: form.controls.map((one) => (one.id === action.id ? withChange(one, action.change) : one)),
      }
    case 'changeControls':
      return {
        ...form,
        controls: form.controls.map((one) => (action.ids.includes(one.id) ? withChange(one, action.change) : one)),
      }
    case 'moveControl':
      return withControls(form, moveBlock(form.controls, action.id, action.to))
    case 'putWithin':
      return withControls(form, putWithin(form.controls, action.id, action.within))
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

const withControls = (form: Form, controls: Form['controls']): Form =>
  controls === form.controls ? form : { ...form, controls }

/** What is set to nothing, and lists with nothing in them, are taken away. */
function withChange(control: Control, change: ControlChange): Control {
  const kept = Object.entries({ ...control, ...change }).filter(
    ([property, value]) =>
      value !== null &&
      value !== undefined &&
      !(property === 'hint' && value === '') &&
      !(Array.isArray(value) && value.length === 0 && property === 'constraints'),
  )
  return Object.fromEntries(kept) as unknown as Control // only what may be missing was taken away
}

function withSubjectChange(
  subject: Subject,
  change: { readonly name?: string; readonly many?: Subject['many'] | null },
): Subject {
  const { many: former, ...rest } = subject
  const many = change.many === undefined ? former : (change.many ?? undefined)
  return { ...rest, ...(change.name === undefined ? {} : { name: change.name }), ...(many ? { many } : {}) }
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
  const standing: Control = within === undefined || !gone.has(within) ? control : rest
  const constraints = control.constraints?.filter((one) => !looksAt(one.must))
  const when = control.offer?.when.filter((one) => !looksAt(one.if))
  return withChange(standing, {
    ...(looksAt(control.showWhen) ? { showWhen: null } : {}),
    ...(looksAt(control.requiredWhen) ? { requiredWhen: null } : {}),
    ...(looksAt(control.compute) ? { compute: null } : {}),
    ...(constraints && constraints.length < (control.constraints?.length ?? 0) ? { constraints } : {}),
    ...(control.offer && when && when.length < control.offer.when.length
      ? { offer: when.length === 0 ? null : { ...control.offer, when } }
      : {}),
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
