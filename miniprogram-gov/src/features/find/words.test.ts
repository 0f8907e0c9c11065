import type { FoundReply } from '@zmht/shared/contract'
import { expect, test } from 'vitest'
import { detailOf, reasonOf } from './words'

const one = (more: Partial<FoundReply>): FoundReply => ({
  kind: 'person',
  id: 'e1',
  title: '周惊蛰',
  where: '花家地北里 3号楼',
  by: 'phone',
  ...more,
})

test('what was found says what it is, how it stands, where, and why it was found', () => {
  expect(detailOf(one({}))).toBe('居民 · 花家地北里 3号楼')
  expect(reasonOf(one({}))).toBe('电话尾号')
  expect(detailOf(one({ kind: 'request', state: 'claimed', where: '周惊蛰 · 花家地北里' }))).toBe(
    '诉求 · 办理中 · 周惊蛰 · 花家地北里',
  )
  expect(detailOf(one({ kind: 'service', state: 'open', where: '' }))).toBe('服务 · 受理中')
  expect(detailOf(one({ kind: 'task', state: 'running', where: '2099-12-30' }))).toBe(
    '任务 · 进行中 · 2099 年 12 月 30 日前完成',
  )
})
