import { describe, expect, test } from 'vitest'
import type { Form, Prefill } from '../../controls'
import { baseKnowledge, entityId } from '../../knowledge'
import { addCard, answer, confirmAll, confirmation, knownAt, removeCard, startDraft } from './draft'

const form: Form = {
  knowledge: '1.0.0',
  subjects: [
    { key: 'applicant', kind: 'person', name: '申请人', is: { by: 'actor' } },
    {
      key: 'child',
      kind: 'person',
      name: '孩子',
      is: { by: 'relation', relation: 'parent', of: 'applicant', direction: 'forward' },
      many: { min: 0, max: 3 },
    },
  ],
  controls: [
    {
      id: 'k1',
      kind: 'name',
      label: '姓名',
      required: true,
      binding: { subject: 'applicant', attribute: 'person.name' },
    },
    {
      id: 'k2',
      kind: 'phone',
      label: '手机号',
      required: true,
      binding: { subject: 'applicant', attribute: 'person.mobile' },
    },
    {
      id: 'k3',
      kind: 'name',
      label: '孩子姓名',
      required: true,
      binding: { subject: 'child', attribute: 'person.name' },
    },
  ],
}
const known = { source: '您的资料', at: '2026-11-01T00:00:00.000Z', stale: false }
const prefill: Prefill = {
  applicant: [
    {
      entity: entityId('e1'),
      values: { k1: { value: '王秀英', ...known }, k2: { value: '138****0000', ...known, masked: true } },
    },
  ],
  child: [{ entity: entityId('e2'), values: { k3: { value: '李明', ...known } } }],
}
const name = { subject: 'applicant', index: 0, control: 'k1' }
const phone = { subject: 'applicant', index: 0, control: 'k2' }

const noon = '2026-11-24T04:00:00.000Z'

describe('a form that opens prefilled', () => {
  test('has everything known filled in and nothing confirmed; masked values stay with the server', () => {
    const draft = startDraft(baseKnowledge, form, prefill)
    expect(draft.answers.applicant?.[0]?.values).toEqual({ k1: '王秀英' })
    expect(confirmation(baseKnowledge, form, draft, prefill, noon)).toEqual({ known: 3, open: 3 })
  })

  test('is confirmed in one tap, which changes no answer', () => {
    const draft = startDraft(baseKnowledge, form, prefill)
    const confirmed = confirmAll(baseKnowledge, form, draft, prefill, noon)
    expect(confirmation(baseKnowledge, form, confirmed, prefill, noon)).toEqual({ known: 3, open: 0 })
    expect(confirmed.answers).toEqual(draft.answers)
  })

  test('no longer shows as known what the person said differently', () => {
    const draft = answer(startDraft(baseKnowledge, form, prefill), name, '王秀荣')
    expect(knownAt(draft, prefill, name)).toBeUndefined()
    expect(confirmation(baseKnowledge, form, draft, prefill, noon)).toEqual({ known: 2, open: 2 })
  })

  test('a masked value left alone stays known; one typed anew does not', () => {
    const draft = startDraft(baseKnowledge, form, prefill)
    expect(knownAt(draft, prefill, phone)?.masked).toBe(true)
    expect(knownAt(answer(draft, phone, '13900000000'), prefill, phone)).toBeUndefined()
  })
})

describe('repeated cards', () => {
  test('a card added is blank and nobody known', () => {
    const draft = addCard(baseKnowledge, form, startDraft(baseKnowledge, form, prefill), 'child')
    expect(draft.answers.child).toHaveLength(2)
    expect(knownAt(draft, prefill, { subject: 'child', index: 1, control: 'k3' })).toBeUndefined()
  })

  test('a card removed and one added in its place is not taken for the one removed', () => {
    const draft = addCard(
      baseKnowledge,
      form,
      removeCard(baseKnowledge, form, startDraft(baseKnowledge, form, prefill), 'child', 0),
      'child',
    )
    expect(draft.answers.child).toEqual([{ values: {} }])
    expect(
      knownAt(answer(draft, { subject: 'child', index: 0, control: 'k3' }, '李明'), prefill, {
        subject: 'child',
        index: 0,
        control: 'k3',
      }),
    ).toBeUndefined()
  })
})
