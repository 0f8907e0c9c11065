import { baseKnowledge, readValueType } from '@zmht/shared/knowledge'
import { describe, expect, test } from 'vitest'
import { type Answer, answerKinds, answerOf, answerProblems, blankAnswer, typeOf } from './answer'
import { answerWords } from './answer-words'

const listOf = (id: string) => baseKnowledge.codeList(id)?.items

test('every way of answering there is can be put together again', () => {
  for (const { value } of baseKnowledge.attributes) {
    const answer = answerOf(value)
    expect(answerProblems(answer)).toEqual({})
    expect(readValueType(typeOf(answer), listOf)).toEqual(value)
  }
})

test.each(answerKinds)('%s can be chosen and is read', (kind) => {
  const answer: Answer = { ...blankAnswer, kind, list: 'sex', most: '200' }
  const value = readValueType(typeOf(answer), listOf)
  expect(value && answerOf(value).kind).toBe(kind)
})

describe('what people choose is written as the system reads it', () => {
  test.each<[Partial<Answer>, string]>([
    [{ kind: 'text', max: '20' }, 'text:20'],
    [{ kind: 'text', max: '20', format: 'digits' }, 'text:20:^[0-9]+$'],
    [{ kind: 'text', max: '20', format: 'kept', pattern: '^A' }, 'text:20:^A'],
    [{ kind: 'number', least: '0', most: '200', unit: '厘米' }, 'number:0..200:厘米'],
    [{ kind: 'number', least: '-5', most: '5.5', decimals: '1' }, 'number:-5..5.5::1'],
    [{ kind: 'number', least: '0', most: '9', unit: 'a:b' }, 'number:0..9:ab'],
    [{ kind: 'money' }, 'money'],
    [{ kind: 'code', list: 'sex' }, 'code:sex'],
  ])('%j', (answer, type) => {
    expect(typeOf({ ...blankAnswer, ...answer })).toBe(type)
  })
})

test.each<[Partial<Answer>, keyof ReturnType<typeof answerProblems>]>([
  [{ kind: 'text', max: '' }, 'max'],
  [{ kind: 'text', max: '0' }, 'max'],
  [{ kind: 'text', max: '12.5' }, 'max'],
  [{ kind: 'number', least: '', most: '5' }, 'range'],
  [{ kind: 'number', least: '六', most: '9' }, 'range'],
  [{ kind: 'number', least: '9', most: '5' }, 'range'],
  [{ kind: 'code', list: '' }, 'list'],
])('%j is not complete', (answer, field) => {
  expect(Object.keys(answerProblems({ ...blankAnswer, ...answer }))).toEqual([field])
})

test.each<[string, boolean, string]>([
  ['text:50', false, '文字，最多 50 字'],
  ['text:50:^\\d+$', false, '文字，最多 50 字，有规定的格式'],
  ['number:0..200:厘米', false, '数 0–200 厘米'],
  ['number:0..20::1', false, '数 0–20，小数 1 位'],
  ['code:sex', false, '选一项：未知的性别、男、女…共 4 项'],
  ['code:sex', true, '可选多项：未知的性别、男、女…共 4 项'],
  ['mobile', false, '手机号'],
  ['photo', true, '照片，可传多个'],
  ['date-range', false, '起止日期'],
])('%s is said as people say it', (type, many, words) => {
  const value = readValueType(type, listOf)
  expect(value && answerWords(value, many)).toBe(words)
})
