import { expect, test } from 'vitest'
import { isOver, shortDigest, type Verification, verdictOf } from './verification'

const job: Verification = { id: 'j1', state: 'done', message: '核对一致：5 条记录没有被改动', whole: true }
const day = '2026年11月27日'

test('a whole day is said to be whole, and nothing is asked of anybody', () => {
  expect(verdictOf(job, day)).toMatchObject({
    tone: 'accent',
    short: '核对一致',
    title: '2026年11月27日的记录是完整的',
    steps: [],
  })
})

test('a day that is not whole is dangerous, and says what to do', () => {
  const verdict = verdictOf({ ...job, whole: false, message: '核对不一致：封存时 5 条，现在 4 条，请立即查明' }, day)
  expect(verdict.tone).toBe('danger')
  expect(verdict.detail).toContain('封存时 5 条，现在 4 条')
  expect(verdict.steps.length).toBeGreaterThan(2)
})

test('while it is not known nothing is said of it', () => {
  const { whole: _whole, ...unknown } = job
  expect(verdictOf({ ...unknown, state: 'running', message: '' }, day).short).toBe('正在核对')
  expect(verdictOf({ ...unknown, state: 'done' }, day).short).toBe('正在核对')
  expect(verdictOf({ ...unknown, state: 'failed' }, day)).toMatchObject({ tone: 'amber', short: '没有核对完' })
})

test('it is asked again until it is over', () => {
  expect((['waiting', 'running', 'done', 'failed'] as const).map((state) => isOver({ state }))).toEqual([
    false,
    false,
    true,
    true,
  ])
})

test('a digest is short enough to compare by eye', () => {
  expect(shortDigest('abcdefghijklmnop')).toBe('abcdefghij…')
  expect(shortDigest('abc')).toBe('abc')
})
