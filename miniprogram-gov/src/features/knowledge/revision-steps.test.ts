import { expect, test } from 'vitest'
import { timelineOf } from './revision-steps'

const at = '2026-11-25T02:00:00.000Z'
const step = (action: string, note?: string) => ({
  key: action,
  action,
  by: '王敏',
  at,
  ...(note === undefined ? {} : { note }),
})

test('what happened stands with who and when, and what comes next', () => {
  expect(timelineOf({ state: 'accepted', steps: [step('propose'), step('accept', '可以')] })).toEqual([
    { key: 'propose', title: '王敏提出', when: '2026-11-25 10:00', state: 'done' },
    { key: 'accept', title: '王敏采纳', when: '2026-11-25 10:00', detail: '可以', state: 'done' },
    { key: 'next', title: '待发布', state: 'now' },
  ])
})

test('a declined revision stopped there, with the reason', () => {
  expect(timelineOf({ state: 'declined', steps: [step('propose'), step('decline', '和姓名重复')] }).at(-1)).toEqual({
    key: 'decline',
    title: '王敏不采纳',
    when: '2026-11-25 10:00',
    detail: '和姓名重复',
    state: 'stopped',
  })
})

test('a published one names its version', () => {
  const steps = [step('propose'), step('accept'), step('publish', '1.2.0')]
  expect(timelineOf({ state: 'published', steps, version: '1.2.0' }).at(-1)).toMatchObject({ detail: '成为 1.2.0 版' })
})
