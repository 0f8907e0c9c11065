import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  approvalNeeded,
  fillPlaceholders,
  nextNoticeState,
  noticeActions,
  type noticeStates,
  possibleNoticeActions,
  unknownPlaceholders,
  urgencyCodes,
} from './notice'

test.each([
  ['draft', ['revise', 'submit', 'schedule', 'publish']],
  ['awaiting-approval', ['schedule', 'publish', 'send-back', 'call-off']],
  ['scheduled', ['publish', 'call-off']],
  ['published', ['correct', 'expire', 'withdraw']],
  ['expired', []],
  ['withdrawn', []],
] as const)('a notice that is %s allows just these', (state, allowed) => {
  expect(possibleNoticeActions(state)).toEqual(allowed)
})

test('what was published once is never a draft again, whatever is done', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...noticeActions), { maxLength: 30 }), (taken) => {
      let [state, published]: [(typeof noticeStates)[number], boolean] = ['draft', false]
      for (const action of taken) {
        state = nextNoticeState(state, action) ?? state
        published ||= state === 'published'
        if (published) expect(['published', 'expired', 'withdrawn']).toContain(state)
      }
    }),
  )
})

test.each([
  ['a routine one inside a community goes out', { urgency: 'routine', inOneCommunity: true }, undefined],
  ['one to two communities waits', { urgency: 'routine', inOneCommunity: false }, 'beyond-community'],
  ['an emergency waits, wherever it goes', { urgency: 'emergency', inOneCommunity: true }, 'emergency'],
  ['an important one inside a community goes out', { urgency: 'important', inOneCommunity: true }, undefined],
] as const)('%s', (_, asked, reason) => {
  expect(approvalNeeded({ ...asked, mayApprove: false })).toBe(reason)
})

test('whoever may approve needs nobody else', () => {
  for (const urgency of urgencyCodes)
    for (const inOneCommunity of [true, false])
      expect(approvalNeeded({ urgency, inOneCommunity, mayApprove: true })).toBeUndefined()
})

test('placeholders are filled for the reader, what means nothing is named and left as it stands', () => {
  const text = '{姓名}，您好：{ 住址 }今晚停水。{水压}请留意。'
  expect(fillPlaceholders(text, { 姓名: '周惊蛰', 住址: '3号楼' })).toBe('周惊蛰，您好：3号楼今晚停水。{水压}请留意。')
  expect(fillPlaceholders('{姓名}您好', {})).toBe('您好')
  expect(unknownPlaceholders(text)).toEqual(['水压'])
  expect(unknownPlaceholders('没有花括号')).toEqual([])
})

test('a text without braces is told as it was written', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const plain = text.replace(/[{}]/g, '')
      expect(fillPlaceholders(plain, { 姓名: '周惊蛰' })).toBe(plain)
    }),
  )
})
