import { answeringOf, checkForm, controlKinds, type Form, fits } from '@zmht/shared/controls'
import { baseKnowledge, baseVersion } from '@zmht/shared/knowledge'
import { describe, expect, test } from 'vitest'
import { lengthOf, numberOf, ownKinds, ownValueFor, withItem, withItems, withLength, withNumber } from './own-kinds'
import { anotherRow, matrixPiece, ownGroup, ownQuestion, wordsControl } from './pieces'

const form = (...pieces: readonly Pick<Form, 'controls' | 'subjects'>[]): Form => ({
  knowledge: baseVersion,
  subjects: [{ key: 'me', kind: 'person', name: '您', is: { by: 'actor' } }, ...pieces.flatMap((one) => one.subjects)],
  controls: pieces.flatMap((one) => one.controls),
})

describe('an own question', () => {
  test.each(ownKinds)('$name: can be published as it is put down', ({ kind }) => {
    const control = ownQuestion(kind, 'me')
    const answering = answeringOf(baseKnowledge, control)
    expect(answering && fits(kind, answering)).toBe(true)
    const [problem] = checkForm(baseKnowledge, form({ controls: [control], subjects: [] }))
    expect(problem?.message).toBe(kind === 'computed' ? '控件“自动算出”：还没有写怎样计算' : undefined)
  })

  test('keeps its choices when one or several may be chosen', () => {
    const items = [{ code: '7', name: '红' }]
    expect(ownValueFor('choices', { type: 'code', items })).toEqual({ type: 'code', many: true, items })
    expect(ownValueFor('date', { type: 'code', items })).toEqual({ type: 'date' })
  })
})

test('every kind of control can be put into a form', () => {
  const made = new Set([
    ...ownKinds.map(({ kind }) => kind),
    ...(['explanation', 'consent', 'section'] as const).map((kind) => wordsControl(kind).kind),
    ...matrixPiece('me').controls.map(({ kind }) => kind),
    // Chosen among organisations and things: bound to a relation, put down by the palette.
    'entity',
  ])
  expect(controlKinds.filter((kind) => !made.has(kind))).toEqual([])
})

describe('numbers and texts', () => {
  test('limits, unit and decimals are written and read', () => {
    const own = withNumber({ type: 'number:0..100' }, { unit: '平方米', decimals: 1 })
    expect(own.type).toBe('number:0..100:平方米:1')
    expect(withNumber(own, { min: 200 }).type).toBe('number:100..200:平方米:1')
    expect(withNumber(own, { unit: '' }).type).toBe('number:0..100::1')
    expect(withNumber(own, { unit: 'a:b' }).type).toBe('number:0..100:ab:1')
    expect(numberOf(own)).toEqual({ type: 'number', min: 0, max: 100, unit: '平方米', decimals: 1 })
  })

  test('a text has a length', () => {
    expect(lengthOf(withLength({ type: 'text:100' }, 300))).toBe(300)
    expect(lengthOf(withLength({ type: 'text:100' }, 99_999))).toBe(2000)
    expect(lengthOf(withLength({ type: 'text:100' }, 0))).toBe(1)
  })
})

describe('choices', () => {
  test('a new one never takes the code of another', () => {
    const items = [
      { code: '3', name: '甲' },
      { code: 'x', name: '乙' },
    ]
    expect(withItem(items, '丙')).toEqual([...items, { code: '4', name: '丙' }])
  })

  test('are pasted as lines or with marks between, each once', () => {
    expect(withItems([], '甲\n乙\n\n甲').map(({ name }) => name)).toEqual(['甲', '乙'])
    expect(withItems([{ code: '1', name: '甲' }], '乙、丙，甲').map(({ code, name }) => code + name)).toEqual([
      '1甲',
      '2乙',
      '3丙',
    ])
  })
})

test('a matrix and a repeated group can be published as they are put down', () => {
  const matrix = matrixPiece('me')
  const [head, ...rows] = matrix.controls
  const more = head ? [anotherRow(head, rows, 'me')] : []
  const whole = form({ ...matrix, controls: [...matrix.controls, ...more] }, ownGroup())
  expect(checkForm(baseKnowledge, whole)).toEqual([])
})
