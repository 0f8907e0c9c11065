import type { Control } from '@zmht/shared/controls'
import { describe, expect, test } from 'vitest'
import { type BuilderAction, type BuilderState, build as buildDraft, startBuilder } from './builder-state'
import { blankDraft, type ServiceDraft } from './service-draft'

const diseases: Control = {
  id: 'k1',
  kind: 'choices',
  label: '慢性病',
  required: false,
  binding: { subject: 'applicant', attribute: 'person.chronicDiseases' },
}
const note: Control = {
  id: 'k2',
  kind: 'long-text',
  label: '备注',
  required: false,
  binding: { subject: 'visit', attribute: 'event.note' },
  showWhen: { 'one-of': [{ var: 'k1' }, ['02']] },
}
const consent: Control = { id: 'k3', kind: 'consent', label: '同意书', required: true, text: '我同意。' }

type Action = BuilderAction<ServiceDraft>
type State = BuilderState<ServiceDraft>
const build = (state: State, action: Action): State => buildDraft(state, action)
const after = (...actions: readonly Action[]): State => actions.reduce(build, startBuilder<ServiceDraft>(blankDraft))
const add = (...controls: readonly Control[]): Action => ({ do: 'addControls', controls })
const order = (state: State) => state.present.form.controls.map((one) => one.id)
const base = ['applicantName', 'applicantMobile']

describe('controls', () => {
  test('come at the end, but before the agreement the form ends with', () => {
    expect(order(after(add(consent), add(diseases)))).toEqual([...base, 'k1', 'k3'])
  })

  test('come after the control that is being looked at', () => {
    const state = after({ do: 'addControls', controls: [diseases], after: 'applicantName' })
    expect(order(state)).toEqual(['applicantName', 'k1', 'applicantMobile'])
  })

  test('move up and down and never out of the form', () => {
    const moved = (to: number) => order(after(add(diseases), { do: 'moveControl', id: 'k1', to }))
    expect(moved(0)).toEqual(['k1', ...base])
    expect(moved(1)).toEqual(['applicantName', 'k1', 'applicantMobile'])
    expect(moved(-5)).toEqual(['k1', ...base])
    expect(moved(9)).toEqual([...base, 'k1'])
  })

  test('moved to where it already stands is no step', () => {
    expect(after({ do: 'moveControl', id: 'applicantName', to: 0 }).past).toHaveLength(0)
  })

  test('removed take along the conditions that looked at them', () => {
    const state = after(add(diseases, note), { do: 'removeControl', id: 'k1' })
    expect(order(state)).toEqual([...base, 'k2'])
    expect(state.present.form.controls.at(-1)).not.toHaveProperty('showWhen')
  })

  test('an emptied hint is no hint', () => {
    const state = after(
      add(diseases),
      { do: 'changeControl', id: 'k1', change: { hint: '可以选多项' } },
      { do: 'changeControl', id: 'k1', change: { hint: '' } },
    )
    expect(state.present.form.controls.at(-1)).not.toHaveProperty('hint')
  })
})

describe('going back', () => {
  test('brings back what was removed, condition and all; going forth removes it again', () => {
    const removed = after(add(diseases, note), { do: 'removeControl', id: 'k1' })
    const back = build(removed, { do: 'undo' })
    expect(order(back)).toEqual([...base, 'k1', 'k2'])
    expect(back.present.form.controls.at(-1)?.showWhen).toEqual({ 'one-of': [{ var: 'k1' }, ['02']] })
    expect(build(back, { do: 'redo' }).present).toBe(removed.present)
  })

  test('undoes a typed word as one step, whichever field comes next', () => {
    const typed = after(
      { do: 'basics', change: { title: '体' } },
      { do: 'basics', change: { title: '体检' } },
      { do: 'basics', change: { summary: '免' } },
    )
    expect(typed.past).toHaveLength(2)
    const once = build(typed, { do: 'undo' })
    expect(once.present.title).toBe('体检')
    expect(build(once, { do: 'undo' }).present).toBe(blankDraft)
  })

  test('typing on after going back is a step of its own', () => {
    const typed = after({ do: 'basics', change: { title: '体' } })
    const again = build(build(typed, { do: 'undo' }), { do: 'basics', change: { title: '健' } })
    expect(again.past).toHaveLength(1)
    expect(again.future).toHaveLength(0)
  })

  test('with nothing to go back to changes nothing', () => {
    const start = startBuilder(blankDraft)
    expect(build(start, { do: 'undo' })).toBe(start)
    expect(build(start, { do: 'redo' })).toBe(start)
  })

  test('undoes even taking a colleague’s newer version', () => {
    const mine = after(add(diseases))
    const theirs = build(mine, { do: 'replace', draft: { ...blankDraft, title: '新版' } })
    expect(build(theirs, { do: 'undo' }).present).toBe(mine.present)
  })
})

describe('whom the form is about', () => {
  const elder: Action = {
    do: 'addSubject',
    subject: {
      key: 'elder',
      kind: 'person',
      name: '老人',
      is: { by: 'relation', relation: 'parent', of: 'applicant', direction: 'backward' },
    },
  }
  const carer: Action = {
    do: 'addSubject',
    subject: {
      key: 'carer',
      kind: 'person',
      name: '照护人',
      is: { by: 'relation', relation: 'carer', of: 'elder', direction: 'backward' },
    },
  }

  test('removing somebody removes whoever is reached through them and what was asked of both', () => {
    const state = after(
      elder,
      carer,
      add({ ...diseases, binding: { subject: 'elder', attribute: 'person.chronicDiseases' } }),
      add({ ...diseases, id: 'k9', kind: 'name', binding: { subject: 'carer', attribute: 'person.name' } }),
      { do: 'removeSubject', key: 'elder' },
    )
    expect(state.present.form.subjects.map((one) => one.key)).toEqual(['applicant', 'visit'])
    expect(order(state)).toEqual(base)
  })

  test('one becomes several and one again', () => {
    const several = after(elder, { do: 'changeSubject', key: 'elder', many: { min: 1, max: 3 } })
    expect(several.present.form.subjects.at(-1)?.many).toEqual({ min: 1, max: 3 })
    const one = build(several, { do: 'changeSubject', key: 'elder', many: null })
    expect(one.present.form.subjects.at(-1)).not.toHaveProperty('many')
  })
})

describe('rules', () => {
  const compute = { sum: [[{ var: 'k1' }]] }
  const rules: Control = {
    ...note,
    id: 'k9',
    requiredWhen: { answered: [{ var: 'k1' }] },
    compute,
    constraints: [
      { must: { '>': [{ var: 'k9' }, { var: 'k1' }] }, message: '要大一些' },
      { must: { '>': [{ var: 'k9' }, 1] }, message: '要大于一' },
    ],
    offer: { when: [{ codes: ['1'], if: { answered: [{ var: 'k1' }] } }], others: 'always' },
  }

  test('of any sort go with what they looked at; those that looked elsewhere stay', () => {
    const left = after(add(diseases, rules), { do: 'removeControl', id: 'k1' }).present.form.controls.at(-1)
    expect(left).not.toHaveProperty('requiredWhen')
    expect(left).not.toHaveProperty('compute')
    expect(left).not.toHaveProperty('offer')
    expect(left?.constraints?.map(({ message }) => message)).toEqual(['要大于一'])
  })

  test('set to nothing are taken away', () => {
    const change = { requiredWhen: null, compute: null, constraints: [], offer: null } as const
    const left = after(add(diseases, rules), { do: 'changeControl', id: 'k9', change }).present.form.controls.at(-1)
    expect(Object.keys(left ?? {}).sort()).toEqual(['binding', 'id', 'kind', 'label', 'required', 'showWhen'])
  })

  test('typing a limit is one step back, choosing another comparison is a step of its own', () => {
    const typed = (limit: number, typing?: string): Action => ({
      do: 'changeControl',
      id: 'k9',
      change: { showWhen: { '>': [{ var: 'k1' }, limit] } },
      typing,
    })
    const start = after(add(diseases, rules))
    const one = build(build(start, typed(1, 'showWhen')), typed(12, 'showWhen'))
    expect(one.past.length).toBe(start.past.length + 1)
    expect(build(one, typed(13)).past.length).toBe(start.past.length + 2)
  })
})

test('the rows of a matrix change together, as one step', () => {
  const row = (id: string): Control => ({ ...diseases, id, kind: 'yes-no', within: 'M' })
  const matrix: Control = { id: 'M', kind: 'matrix', label: '评价', required: false }
  const start = after(add(matrix, row('r'), row('s')))
  const next = build(start, { do: 'changeControls', ids: ['r', 's'], change: { required: true } })
  expect(next.present.form.controls.slice(-2).map(({ required }) => required)).toEqual([true, true])
  expect(next.past.length).toBe(start.past.length + 1)
})

test('a control is put into a section and out again', () => {
  const part: Control = { id: 'S', kind: 'section', label: '一组', required: false }
  const inside = after(add(part), { do: 'putWithin', id: 'applicantName', within: 'S' })
  expect(inside.present.form.controls.at(-1)).toMatchObject({ id: 'applicantName', within: 'S' })
  const out = build(inside, { do: 'putWithin', id: 'applicantName', within: undefined })
  expect(out.present.form.controls.at(-1)).not.toHaveProperty('within')
})
