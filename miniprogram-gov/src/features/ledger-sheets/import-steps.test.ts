import type { SheetColumnReply, SheetImportReply } from '@zmht/shared/contract'
import { expect, test } from 'vitest'
import { isGoing, meaningKey, meaningOf, stepOf, twice } from './import-steps'

const job = (state: 'running' | 'done'): NonNullable<SheetImportReply['job']> => ({
  id: 'j1',
  kind: 'import',
  state,
  done: 0,
  total: 0,
  message: '',
})

test('where an import stands is told by its state', () => {
  expect(
    (['waiting', 'reading', 'read', 'checking', 'checked', 'running', 'done', 'undone'] as const).map((state) =>
      stepOf({ state }),
    ),
  ).toEqual([0, 0, 1, 2, 2, 3, 3, 3])
})

test('what was stopped stands where it was stopped', () => {
  const preview = { rows: 1, new: 1, known: 0, duplicate: 0, wrong: 0, elsewhere: 0, reasons: [] }
  expect(stepOf({ state: 'cancelled' })).toBe(0)
  expect(stepOf({ state: 'cancelled', preview })).toBe(2)
  expect(stepOf({ state: 'cancelled', preview, how: 'valid-only' })).toBe(3)
})

test('what is stopped is looked at until its last rows are in', () => {
  expect(isGoing({ state: 'running' })).toBe(true)
  expect(isGoing({ state: 'checked' })).toBe(false)
  expect(isGoing({ state: 'cancelled', how: 'valid-only', job: job('running') })).toBe(true)
  expect(isGoing({ state: 'cancelled', how: 'valid-only', job: job('done') })).toBe(false)
  expect(isGoing({ state: 'cancelled', job: job('running') })).toBe(false)
})

test('a meaning and its word are one another', () => {
  for (const as of [{ of: 'attribute', attribute: 'person.name' }, { of: 'place' }, { of: 'nothing' }] as const)
    expect(meaningOf(meaningKey(as))).toEqual(as)
  expect(meaningOf(undefined)).toEqual({ of: 'nothing' })
})

test('two columns that mean the same are told; two that mean nothing are not', () => {
  const column = (at: number, heading: string): SheetColumnReply => ({
    column: at,
    heading,
    as: { of: 'nothing' },
    confidence: 'none',
    why: '',
    candidates: [],
    examples: [],
  })
  const columns = [column(0, '电话'), column(1, '手机'), column(2, '备注'), column(3, '其他')]
  const mobile = { of: 'attribute', attribute: 'person.mobile' } as const
  expect(twice(columns, { 0: mobile, 1: mobile, 2: { of: 'nothing' }, 3: { of: 'nothing' } })).toEqual({ 1: '电话' })
})
