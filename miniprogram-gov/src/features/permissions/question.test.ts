import { placeIdFrom } from '@zmht/shared/geo'
import { expect, test } from 'vitest'
import { aboutOf, classOf, type Question, readQuestion, writeQuestion } from './question'

const place = placeIdFrom(new Uint8Array(7))
const own = { place: undefined, organisation: 'oOWN' }

test('a link says all that was asked', () => {
  const asked: Question = {
    ...readQuestion({}, own),
    way: 'class',
    action: 'request.read',
    kind: 'file',
    application: 'c123456789012',
    owner: 'oOWNER',
    tag: '养老',
    organisation: 'oWANGJING',
    below: false,
    role: 'service-worker',
    rank: 'worker',
    person: 'aSOMEBODY',
    why: 'aOTHER',
  }
  expect(readQuestion(writeQuestion(asked), own)).toEqual(asked)
})

test('no organisation in particular is told from none said', () => {
  const open = { ...readQuestion({}, own), organisation: '' }
  // What is empty is left out of an address.
  const said = Object.fromEntries(Object.entries(writeQuestion(open)).filter(([, words]) => words !== ''))
  expect(readQuestion(said, own).organisation).toBe('')
})

test('what anybody may have typed becomes a question all the same', () => {
  const question = readQuestion({ by: 'x', action: 'y', kind: 'z', place: '?' }, own)
  expect(question).toMatchObject({ way: 'thing', action: 'ledger.read', kind: 'entity', place: undefined })
  expect(question.organisation).toBe('oOWN')
  expect(question.below).toBe(true)
})

test('the kind follows the action until one is said', () => {
  expect(readQuestion({ action: 'statistics.read' }, own).kind).toBe('statistics')
  expect(readQuestion({ action: 'statistics.read', kind: 'entity' }, own).kind).toBe('entity')
})

test('it is asked about a place, and about no more than was said', () => {
  expect(aboutOf(readQuestion({ place }, own))).toEqual({ kind: 'entity', place })
  expect(aboutOf(readQuestion({ place, app: 'c1', owner: 'o1', tag: '养老' }, own))).toEqual({
    kind: 'entity',
    place,
    application: 'c1',
    owner: 'o1',
    tag: '养老',
  })
  expect(aboutOf(readQuestion({}, own))).toBeUndefined()
})

test('a class narrows only where a class is asked for', () => {
  const question = { ...readQuestion({ role: 'auditor' }, own), way: 'class' as const }
  expect(classOf(question)).toEqual({ organisation: 'oOWN', role: 'auditor' })
  expect(classOf({ ...question, way: 'thing' })).toEqual({})
})
