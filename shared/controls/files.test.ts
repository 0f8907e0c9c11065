import { expect, test } from 'vitest'
import { report } from '../../tests/files'
import { baseKnowledge, entityId } from '../knowledge'
import { filesNamed, usedOnce } from './files'
import type { Form } from './form'

const at = '2026-11-25T08:00:00.000Z'
const id = (letter: string): string => `f${letter.repeat(20)}`
const form: Form = report().form
const named = (answers: Parameters<typeof filesNamed>[2]) => filesNamed(baseKnowledge, form, answers, at)

test('every file of every answer is named with what it answers and how sensitive that is', () => {
  const found = named({
    applicant: [{ values: { portrait: id('a') } }],
    report: [{ values: { photos: [id('b'), id('c')], papers: [id('d')], signed: id('e'), sketch: id('g') } }],
  })
  expect(found.map(({ id: file, of, attribute, sensitivity }) => [file[1], of, attribute, sensitivity])).toEqual([
    ['b', 'photo', 'event.photos', 'internal'],
    ['c', 'photo', 'event.photos', 'internal'],
    ['d', 'file', 'event.attachments', 'personal'],
    ['e', 'signature', 'event.signature', 'personal'],
    ['a', 'photo', 'person.photo', 'personal'],
    ['g', 'photo', 'own', 'personal'],
  ])
})

test('a photo of a child under 14 is sensitive, one of a child who has grown is not', () => {
  const child = (birth: string, photo: string) => ({ values: { childBirth: birth, childPortrait: photo } })
  const found = named({ child: [child('2016-01-01', id('a')), child('2001-01-01', id('b'))] })
  expect(found.map(({ index, sensitivity }) => [index, sensitivity])).toEqual([
    [0, 'sensitive'],
    [1, 'personal'],
  ])
})

test('a file named twice is used once, as sensitively as by the more sensitive answer', () => {
  const child = [{ values: { childBirth: '2016-01-01', childPortrait: id('a') } }]
  const once = usedOnce(named({ report: [{ values: { photos: [id('a')] } }], child }))
  expect(once.map(({ control, sensitivity }) => [control, sensitivity])).toEqual([['childPortrait', 'sensitive']])
})

test('a child whose birthday the form does not ask for is one all the same, by what is known of them', () => {
  const child = entityId('e00000000000000000001')
  const known = { kind: 'person', facts: { 'person.birthDate': { value: '2018-05-21' } } } as const
  const answers = { child: [{ entity: child, values: { childPortrait: id('a') } }] }
  const sensitivities = (whom: typeof known | undefined) =>
    filesNamed(baseKnowledge, form, answers, at, (entity) => (entity === child ? whom : undefined)).map(
      ({ sensitivity }) => sensitivity,
    )
  expect(sensitivities(undefined)).toEqual(['personal'])
  expect(sensitivities(known)).toEqual(['sensitive'])
})
