import { type Control, checkForm, type Form, shownControls } from '@zmht/shared/controls'
import { baseKnowledge, baseVersion } from '@zmht/shared/knowledge'
import { channelTemplates } from '@zmht/shared/templates'
import { describe, expect, test } from 'vitest'
import { insertAfter } from './arrange'
import { copyChoices, copyFields } from './copy-fields'
import { blankForm } from './service-draft'

const bound = (id: string, kind: Control['kind'], subject: string, attribute: string): Control => ({
  id,
  kind,
  label: id,
  required: false,
  binding: { subject, attribute },
})
const source: Form = {
  knowledge: baseVersion,
  subjects: [
    { key: 'who', kind: 'person', name: '来办的人', is: { by: 'actor' } },
    {
      key: 'old',
      kind: 'person',
      name: '老人',
      is: { by: 'relation', relation: 'parent', of: 'who', direction: 'backward' },
      many: { min: 1, max: 2 },
    },
    {
      key: 'home',
      kind: 'place',
      name: '老人的家',
      is: { by: 'relation', relation: 'resides-at', of: 'old', direction: 'forward' },
    },
  ],
  controls: [
    bound('name', 'name', 'who', 'person.name'),
    { id: 'part', kind: 'section', label: '老人', required: false },
    { ...bound('care', 'choice', 'old', 'person.mobilityLevel'), within: 'part' },
    {
      ...bound('alone', 'yes-no', 'old', 'person.livingAlone'),
      showWhen: { 'one-of': [{ var: 'care' }, ['2']] },
      requiredWhen: { answered: [{ var: 'name' }] },
    },
    { id: 'where', kind: 'place', label: '住址', required: true, binding: { subject: 'old', relation: 'resides-at' } },
    bound('lift', 'yes-no', 'home', 'place.hasLift'),
    { id: 'M', kind: 'matrix', label: '评价', required: false },
    {
      id: 'r',
      kind: 'yes-no',
      label: '态度',
      required: false,
      within: 'M',
      binding: { subject: 'who', own: { type: 'yes-no' } },
    },
  ],
}

const into = (target: Form, ids: readonly string[]): Form => {
  const copied = copyFields(baseKnowledge, target, source, ids)
  return {
    ...target,
    subjects: [...target.subjects, ...copied.subjects],
    controls: insertAfter(target.controls, copied.controls, undefined),
  }
}
const labels = (form: Form) => form.controls.map(({ label }) => label)

describe('taking fields from another form', () => {
  test('what is asked already is marked, rows of a matrix are not chosen one by one', () => {
    const choices = copyChoices(blankForm, source)
    expect(choices.map(({ control }) => control.id)).toEqual(['name', 'part', 'care', 'alone', 'where', 'lift', 'M'])
    expect(choices.filter(({ already }) => already).map(({ control }) => control.id)).toEqual(['name'])
    expect(choices.find(({ control }) => control.id === 'care')?.of).toBe('老人')
  })

  test('whom they are about comes along, and the place they are asked about', () => {
    const form = into(blankForm, ['lift'])
    expect(labels(form)).toEqual(['您的姓名', '您的手机号', '住址', 'lift'])
    expect(form.subjects.map(({ name }) => name)).toEqual(['申请人', '本次申请', '老人', '老人的家'])
    expect(form.subjects[2]?.many).toEqual({ min: 1, max: 2 })
    expect(checkForm(baseKnowledge, form)).toEqual([])
  })

  test('a second time whom they are about is there already', () => {
    const once = into(blankForm, ['care'])
    const twice = into(once, ['care', 'alone'])
    expect(twice.subjects).toEqual(once.subjects)
    expect(labels(twice)).toEqual(['您的姓名', '您的手机号', 'care', 'alone'])
    expect(checkForm(baseKnowledge, twice)).toEqual([])
  })

  test('rules among what is taken, and about what is there already, go on holding', () => {
    const form = into(blankForm, ['care', 'alone'])
    const [care, alone] = form.controls.slice(2)
    expect(alone?.showWhen).toEqual({ 'one-of': [{ var: care?.id }, ['2']] })
    expect(alone?.requiredWhen).toEqual({ answered: [{ var: 'applicantName' }] })
    const elder = care?.binding?.subject ?? ''
    const answers = {
      applicant: [{ values: {} }],
      visit: [{ values: {} }],
      [elder]: [{ values: { [care?.id ?? '']: '2' } }],
    }
    const shown = shownControls(baseKnowledge, form, answers, '2026-11-25T04:00:00.000Z')
    expect(shown.map(({ control }) => control.label)).toContain('alone')
  })

  test('a rule about what is left behind is dropped, and said', () => {
    const copied = copyFields(baseKnowledge, blankForm, source, ['alone'])
    expect(copied.controls[0]).not.toHaveProperty('showWhen')
    expect(copied.controls[0]).toHaveProperty('requiredWhen')
    expect(copied.dropped).toEqual(['alone'])
  })

  test('a section keeps what is taken with it, alone a field stands outside', () => {
    const [part, care] = copyFields(baseKnowledge, blankForm, source, ['part', 'care']).controls
    expect(care?.within).toBe(part?.id)
    expect(copyFields(baseKnowledge, blankForm, source, ['care']).controls[0]).not.toHaveProperty('within')
  })

  test('a matrix brings its rows', () => {
    const form = into(blankForm, ['M'])
    expect(labels(form)).toEqual(['您的姓名', '您的手机号', '评价', '态度'])
    expect(checkForm(baseKnowledge, form)).toEqual([])
  })

  test('ids are new ones: answers to other forms are never taken for answers to this one', () => {
    const { controls } = copyFields(baseKnowledge, blankForm, source, ['care', 'alone'])
    expect(controls.filter(({ id }) => source.controls.some((one) => one.id === id))).toEqual([])
  })
})

test.each(channelTemplates)('a whole template can be taken over: $title', ({ form: template }) => {
  const ids = template.controls.map(({ id }) => id)
  const copied = copyFields(baseKnowledge, blankForm, template, ids)
  const form: Form = {
    ...blankForm,
    subjects: [...blankForm.subjects, ...copied.subjects],
    controls: insertAfter(blankForm.controls, copied.controls, undefined),
  }
  expect(copied.dropped).toEqual([])
  expect(checkForm(baseKnowledge, form)).toEqual([])
})
