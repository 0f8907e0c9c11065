import type { TaskContent, TaskReply } from '@zmht/shared/contract'
import type { Form } from '@zmht/shared/controls'
import { isPlaceId, type Level, type PlaceId } from '@zmht/shared/geo'
import { baseVersion, type EntityKind } from '@zmht/shared/knowledge'
import type { TaskMeasure } from '@zmht/shared/measures'
import type { Repeat, SelfFill } from '@zmht/shared/rules'
import type { TaskTemplate } from '@zmht/shared/templates'
import { type Arranged, arrangedContent, arrangedOf, everyday } from './arranged'
import { canSelfFill } from './words'

export interface Place {
  readonly id: string
  readonly name: string
}

/** About whom or what, as far as it is chosen. */
export type DraftAbout =
  | { readonly of: 'ledger'; readonly ledger?: string; readonly filter?: string; readonly state?: RowState }
  | { readonly of: 'places'; readonly level?: Level }
  /** A list somebody brings; `kept` once the server has it. */
  | { readonly of: 'list'; readonly kept?: GivenAbout }
export type GivenAbout = Extract<TaskContent['about'], { of: 'list' }>
type RowState = NonNullable<Extract<TaskContent['about'], { of: 'ledger' }>['state']>

/** A task while it is written: what is sent, but words may still be missing. */
export interface TaskDraft {
  readonly title: string
  readonly basis: string
  /** Of what kind those are it is about. */
  readonly kind: EntityKind
  readonly about: DraftAbout
  readonly form: Form
  /** What its answers roll up to; of what the form does not ask any more nothing is sent. */
  readonly measures: readonly TaskMeasure[]
  readonly due?: string
  readonly within: readonly Place[]
  readonly repeat?: Repeat
  readonly selfFill?: SelfFill
  readonly arranged: Arranged
  /** Of the server’s; 0: it has never seen it. */
  readonly edition: number
}

/** Every card of its form is about whom the item is about. */
export const blankTaskForm = (kind: EntityKind, name: string): Form => ({
  knowledge: baseVersion,
  subjects: [{ key: 'target', kind, name, is: { by: 'target' } }],
  controls: [],
})

interface Start {
  readonly within: readonly Place[]
  readonly due: string
}

export const blankTask = (kind: EntityKind, name: string, { within, due }: Start): TaskDraft => ({
  title: '',
  basis: '',
  kind,
  about: { of: 'ledger' },
  form: blankTaskForm(kind, name),
  measures: [],
  due,
  within,
  arranged: everyday,
  edition: 0,
})

export const taskFromTemplate = (
  { title, basis, kind, form, measures, level, repeat, selfFill }: TaskTemplate,
  { within, due }: Start,
): TaskDraft => ({
  title,
  basis,
  kind,
  about: level === undefined ? { of: 'ledger' } : { of: 'places', level },
  form,
  measures,
  due,
  within,
  ...(repeat === undefined ? {} : { repeat }),
  ...(selfFill === undefined ? {} : { selfFill }),
  arranged: everyday,
  edition: 0,
})

/** @returns a saved draft to be changed further */
export function taskFromServer({ content, within, edition }: TaskReply): TaskDraft {
  const { title, basis, about, form, measures = [], due, repeat, selfFill } = content
  return {
    title,
    basis,
    kind: form.subjects.find(({ is }) => is.by === 'target')?.kind ?? 'place',
    about: about.of === 'list' ? { of: 'list', kept: about } : about,
    form,
    measures,
    due,
    within: within.map(({ id, name }) => ({ id, name })),
    ...(repeat === undefined ? {} : { repeat }),
    ...(selfFill === undefined ? {} : { selfFill }),
    arranged: arrangedOf(content),
    edition,
  }
}

/** @returns a new task that asks the same as a former one, here and until another day */
export function taskLike(former: TaskReply, { within, due }: Start): TaskDraft {
  const { about, ...same } = taskFromServer(former)
  // A list was kept with the former one alone.
  return { ...same, about: about.of === 'list' ? { of: 'list' } : about, within, due, edition: 0 }
}

/** What comes again each day is done on its day: nobody is reminded days before. */
export const isDaily = ({ repeat }: Pick<TaskDraft, 'repeat'>): boolean => repeat === 'day' || repeat === 'workday'

/** @returns the draft that comes again as often: each day it is done on the day itself, until somebody says otherwise */
export function comingAgain(draft: TaskDraft, repeat: Repeat | undefined, today: string): TaskDraft {
  const { repeat: _former, ...once } = draft
  if (repeat === undefined) return once
  const next = { ...once, repeat }
  return isDaily(next) ? { ...next, due: today, arranged: { ...draft.arranged, before: undefined } } : next
}

export type Missing = Readonly<Partial<Record<'title' | 'basis' | 'about' | 'within' | 'due' | 'form', string>>>

const lacksAbout = { ledger: '请选择针对哪本台账', places: '请选择哪一级', list: '请粘贴或选择名单' } as const

/** @returns what is still to be said before it can be saved, by field */
export function missingIn({ title, basis, about, within, due, form }: TaskDraft): Missing {
  return {
    ...(title.trim() === '' ? { title: '请写任务名称' } : {}),
    ...(basis.trim() === '' ? { basis: '请写明依据和要看什么' } : {}),
    ...(wholeAbout(about) === undefined ? { about: lacksAbout[about.of] } : {}),
    ...(within.length === 0 ? { within: '请选择范围' } : {}),
    ...(due === undefined ? { due: '请选择完成日期' } : {}),
    ...(form.controls.length === 0 ? { form: '请先放上要填的内容' } : {}),
  }
}

/** @returns what is sent; undefined while something is missing */
export function contentOf(draft: TaskDraft): TaskContent | undefined {
  const { title, basis, kind, about, form, due, repeat, selfFill, arranged } = draft
  const whole = wholeAbout(about)
  const measures = askedIn(form, draft.measures)
  if (Object.keys(missingIn(draft)).length > 0 || whole === undefined || due === undefined) return undefined
  return {
    title: title.trim(),
    basis: basis.trim(),
    about: whole,
    form,
    ...(measures.length === 0 ? {} : { measures: [...measures] }),
    due,
    ...(selfFill === undefined || !canSelfFill(kind) ? {} : { selfFill }),
    ...(repeat === undefined ? {} : { repeat }),
    ...arrangedContent(arranged),
  }
}

/** @returns the measures whose questions a form still asks */
export const askedIn = (form: Form, measures: readonly TaskMeasure[]): readonly TaskMeasure[] =>
  measures.filter(({ control }) => form.controls.some(({ id }) => id === control))

function wholeAbout(about: DraftAbout): TaskContent['about'] | undefined {
  if (about.of === 'list') return about.kept
  if (about.of === 'places') return about.level === undefined ? undefined : { of: 'places', level: about.level }
  const { ledger, filter = '', state } = about
  if (ledger === undefined) return undefined
  return { of: 'ledger', ledger, ...(filter === '' ? {} : { filter }), ...(state === undefined ? {} : { state }) }
}

export const placesOf = ({ within }: TaskDraft): PlaceId[] => within.flatMap(({ id }) => (isPlaceId(id) ? [id] : []))
