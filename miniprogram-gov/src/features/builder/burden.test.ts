import type { Control, Form } from '@zmht/shared/controls'
import { baseKnowledge, baseVersion } from '@zmht/shared/knowledge'
import { describe, expect, test } from 'vitest'
import { burdenOf, sayBurden, sayShare, wantedFor } from './burden'

const asked = (id: string, kind: Control['kind'], subject: string, attribute: string): Control => ({
  id,
  kind,
  label: id,
  required: false,
  binding: { subject, attribute },
})
const form: Form = {
  knowledge: baseVersion,
  subjects: [
    { key: 'me', kind: 'person', name: '您', is: { by: 'actor' } },
    {
      key: 'old',
      kind: 'person',
      name: '老人',
      is: { by: 'relation', relation: 'parent', of: 'me', direction: 'backward' },
    },
    { key: 'visit', kind: 'event', name: '本次', is: { by: 'submission' } },
  ],
  controls: [
    asked('name', 'name', 'me', 'person.name'),
    asked('mobile', 'phone', 'me', 'person.mobile'),
    asked('born', 'date', 'old', 'person.birthDate'),
    asked('care', 'choice', 'old', 'person.mobilityLevel'),
    { id: 'home', kind: 'place', label: '住址', required: false, binding: { subject: 'old', relation: 'resides-at' } },
    asked('note', 'long-text', 'visit', 'event.note'),
    { id: 'why', kind: 'text', label: '为什么', required: false, binding: { subject: 'me', own: { type: 'text:9' } } },
    { id: 'part', kind: 'section', label: '一组', required: false },
    { id: 'yes', kind: 'consent', label: '同意', required: true, text: '…' },
  ],
}

test('asks of the city what is bound to people, and what that follows from', () => {
  expect(wantedFor(baseKnowledge, form)).toEqual({
    attributes: ['person.birthDate', 'person.idNumber', 'person.mobile', 'person.mobilityLevel', 'person.name'],
    relations: ['resides-at'],
  })
})

describe('the burden', () => {
  const burden = burdenOf(baseKnowledge, form, {
    people: 200,
    held: {
      'person.name': 200,
      'person.mobile': 190,
      'person.idNumber': 180,
      'person.birthDate': 10,
      'person.mobilityLevel': 50,
      'resides-at': 200,
    },
  })

  test('counts the questions, and how many an average resident finds filled in', () => {
    expect(burden && { ...burden, shares: undefined, needless: undefined }).toEqual({ total: 7, known: 4, left: 3 })
    expect(burden && sayBurden(burden)).toBe('这份表 7 项，其中 4 项城市已掌握，大约只需填 3 项')
  })

  test('what follows from something held is held', () => {
    expect(burden?.shares.get('born')).toBe(0.9)
    expect(burden?.shares.get('care')).toBe(0.25)
    expect(burden?.shares.has('note')).toBe(false)
  })

  test('warns of what is held of most and nobody has to confirm; what changes is confirmed, and who it is is looked at', () => {
    expect([...(burden?.needless ?? [])]).toEqual([['born', 'derivable']])
    const sure = burdenOf(baseKnowledge, form, { people: 100, held: { 'person.birthDate': 90, 'person.mobile': 99 } })
    expect([...(sure?.needless ?? [])]).toEqual([['born', 'known-for-ever']])
    const few = burdenOf(baseKnowledge, form, { people: 100, held: { 'person.birthDate': 80 } })
    expect(few?.needless.size).toBe(0)
  })

  test('says nothing when there is nobody, and what is so when nothing is held', () => {
    expect(burdenOf(baseKnowledge, form, { people: 0, held: {} })).toBeUndefined()
    const none = burdenOf(baseKnowledge, form, { people: 5, held: {} })
    expect(none && sayBurden(none)).toBe('这份表 7 项，城市还没有掌握，都要自己填')
  })

  test('never more than all of them', () => {
    const odd = burdenOf(baseKnowledge, form, { people: 10, held: { 'person.mobile': 25 } })
    expect(odd?.shares.get('mobile')).toBe(1)
  })
})

test('a share is told where it is worth a word', () => {
  expect([undefined, 0, 0.04, 0.05, 0.823, 1].map(sayShare)).toEqual([
    undefined,
    undefined,
    undefined,
    '约 5% 会预填',
    '约 82% 会预填',
    '都会预填',
  ])
})
