import { actions } from '@zmht/shared/permission'
import { expect, test } from 'vitest'
import { aboutOf, actWords, attributeWords, outcomeNames, pageOf } from './entry-words'

test('what was asked of the permissions is called as everywhere', () => {
  expect(actWords('ledger.read')).toBe('查看台账')
  for (const action of actions) expect(actWords(action)).not.toMatch(/[a-z.]|其他内容/)
})

test('what was written is said as what was done to what', () => {
  expect(actWords('grant.changed')).toBe('更改权限规则')
  expect(actWords('client.added')).toBe('新增其他系统')
  expect(actWords('personnelOperation.added')).toBe('新增人事变动')
  expect(actWords('duty.removed')).toBe('移除职责')
})

test('what is not known yet is still words', () => {
  expect(actWords('spaceship.launched')).toBe('办理其他内容')
})

test('what it was about is a kind and, where one was meant, an id', () => {
  expect(aboutOf({ subject: 'entity/e1' })).toEqual({ kind: 'entity', name: '台账资料', id: 'e1' })
  expect(aboutOf({ subject: 'grant/' })).toEqual({ kind: 'grant', name: '权限规则', id: '' })
  expect(aboutOf({ subject: 'standing' })).toEqual({ kind: 'standing', name: '账号状态', id: '' })
})

test('every outcome has its own word', () => {
  expect(new Set(Object.values(outcomeNames)).size).toBe(3)
})

test('what may be seen leads to its page, and nothing else does', () => {
  const grant = aboutOf({ subject: 'grant/n1' })
  expect(pageOf(grant, ['permission.read'])).toBe('grant')
  expect(pageOf(grant, ['audit.read'])).toBeUndefined()
  expect(pageOf(aboutOf({ subject: 'grant/' }), ['permission.read'])).toBeUndefined()
  expect(pageOf(aboutOf({ subject: 'client/k1' }), actions)).toBeUndefined()
  expect(pageOf(aboutOf({ subject: 'constructor/x' }), actions)).toBeUndefined()
})

test('attributes are named once each', () => {
  const names: Readonly<Record<string, string>> = { 'person.idNumber': '身份证号' }
  expect(attributeWords(['person.idNumber', 'person.idNumber', 'own-1'], (code) => names[code])).toBe(
    '身份证号、服务自己的一项内容',
  )
})
