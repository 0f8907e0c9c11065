import { expect, test } from 'vitest'
import { beyondWords } from './say-beyond'

const outside = (action: 'ledger.read' | 'ledger.decide' | 'request.read' | 'request.handle', name: string) => ({
  why: 'territory' as const,
  action,
  message: `“${name}”超出了您的管理范围`,
})

test('one reason of several actions is said once', () => {
  expect(
    beyondWords([
      outside('ledger.read', '查看台账'),
      outside('request.read', '查看诉求'),
      { why: 'own-post', message: '规则涉及您自己的岗位' },
    ]),
  ).toEqual(['“查看台账”、“查看诉求”超出了您的管理范围', '规则涉及您自己的岗位'])
})

test('three actions are named, more are counted', () => {
  expect(
    beyondWords([
      outside('ledger.read', '查看台账'),
      outside('ledger.decide', '确认台账更新'),
      outside('request.read', '查看诉求'),
    ]),
  ).toEqual(['“查看台账”、“确认台账更新”、“查看诉求”超出了您的管理范围'])
  expect(
    beyondWords([
      outside('ledger.read', '查看台账'),
      outside('ledger.decide', '确认台账更新'),
      outside('request.read', '查看诉求'),
      outside('request.handle', '办理诉求'),
    ]),
  ).toEqual(['“查看台账”、“确认台账更新”、“查看诉求”等 4 项操作超出了您的管理范围'])
})

test('what does not begin with the action stays as it was said', () => {
  expect(beyondWords([{ why: 'forbidden', action: 'ledger.read', message: '有一条禁止的规则' }])).toEqual([
    '有一条禁止的规则',
  ])
})
