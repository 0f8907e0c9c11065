import type { NewsReply } from '@zmht/shared/contract'
import { expect, test } from 'vitest'
import { clockOf, newsDetail, newsTitle } from './words'

const news = (more: Partial<NewsReply>): NewsReply => ({
  key: 'task/q1',
  kind: 'task',
  id: 'q1',
  title: '冬季燃气排查',
  detail: '2099-12-30',
  at: '2026-11-30T01:00:00.000Z',
  ...more,
})

test('news says what happened and until when', () => {
  expect(newsTitle(news({}))).toBe('收到任务：冬季燃气排查')
  expect(newsDetail(news({}))).toBe('2099 年 12 月 30 日前完成')
  expect(newsTitle(news({ kind: 'application', title: '防汛救灾', detail: '2' }))).toBe('联动没有办成：防汛救灾')
  expect(newsTitle(news({ kind: 'provision', title: '老人名单', detail: 'in-force' }))).toBe('数据已下沉：老人名单')
  expect(newsTitle(news({ kind: 'provision', title: '老人名单', detail: 'returned' }))).toBe('数据申请被退回：老人名单')
})

test('a clock is of working time', () => {
  const one = { kind: 'request', id: 'r1', title: '', detail: '', due: '' } as const
  expect(clockOf({ ...one, overdue: true })).toEqual({ words: '已超期', tone: 'danger' })
  expect(clockOf({ ...one, overdue: false, left: 180 })).toEqual({ words: '还剩 3 小时', tone: 'amber' })
  expect(clockOf({ ...one, overdue: false, left: 1080 }).tone).toBe('quiet')
})
