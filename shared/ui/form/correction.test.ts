import { expect, test } from 'vitest'
import type { FactReply } from '../../contract'
import { baseKnowledge } from '../../knowledge'
import { correctionOf, isCorrectable, valueBefore } from './correction'

const attribute = (code: string) => {
  const found = baseKnowledge.attribute(code)
  if (found === undefined) throw new Error(`no attribute ${code}`)
  return found
}
const claim = { sourceId: 'one', source: '社工登记', authority: 'checked', at: '2026-11-01T00:00:00.000Z' } as const
const fact = (text: string, more: Partial<FactReply> = {}): FactReply => ({
  ...claim,
  text,
  masked: false,
  attribute: 'person.mobile',
  label: '手机号',
  sensitivity: 'personal',
  stale: false,
  waiting: [],
  ...more,
})

test('a control begins with what is known, and empty where that is hidden', () => {
  expect(valueBefore(attribute('person.mobile'), fact('13800138000'))).toBe('13800138000')
  expect(valueBefore(attribute('person.mobile'), fact('138****8000', { masked: true }))).toBeUndefined()
})

test('what an ID number tells is corrected with it', () => {
  const corrected = correctionOf(attribute('person.idNumber'), '11010519491231002X')
  expect(corrected).toMatchObject({ ok: true })
  expect(corrected.ok && corrected.facts.map((one) => one.attribute)).toEqual([
    'person.idNumber',
    'person.birthDate',
    'person.sex',
  ])
})

test('nothing, and what cannot be, is not sent', () => {
  expect(correctionOf(attribute('person.mobile'), ' ')).toEqual({ ok: false, message: '请填写手机号' })
  expect(correctionOf(attribute('person.mobile'), '123')).toMatchObject({ ok: false })
})

test('an age is not corrected: it is computed', () => {
  expect(isCorrectable(attribute('person.age'))).toBe(false)
  expect(isCorrectable(attribute('person.mobile'))).toBe(true)
})
