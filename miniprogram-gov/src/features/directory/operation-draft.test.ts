import { contract } from '@zmht/shared/contract'
import { describe, expect, test } from 'vitest'
import { officialIn, operateKinds, operationBody, operationProblems, startOperation } from './operation-draft'

const person = { id: 'a00000000000000000001', name: '李立春' }
const to = {
  id: 'p00000000000000000002',
  title: '社工',
  organisation: { id: 'o00000000000', name: '花家地西里社区' },
  roles: ['service-worker'],
  places: ['花家地西里社区'],
}
const from = 'p00000000000000000001'
const started = startOperation('2026-11-28', { person })
const filled = { ...started, from, to, until: '2026-12-08', reason: ' 轮岗 ' }

describe('a change of who holds which post', () => {
  test('is asked for what it needs', () => {
    expect(Object.keys(operationProblems('transfer', started))).toEqual(['from', 'to', 'reason'])
    expect(operationProblems('transfer', { ...filled, to: { ...to, id: from } }).to).toContain('同一个')
    expect(Object.keys(operationProblems('absence', started))).toEqual(['until', 'reason'])
    expect(operationProblems('absence', { ...filled, until: started.date }).until).toContain('之后')
    const newcomer = startOperation('2026-11-28', { newcomer: true })
    expect(Object.keys(operationProblems('appoint', newcomer))).toEqual(['name', 'phone', 'to', 'reason'])
    expect(operationProblems('appoint', { ...newcomer, phone: '123' }).phone).toBe('请填写 11 位手机号')
    expect(operationProblems('appoint', { ...newcomer, as: 'acting' }).until).toContain('到哪一天为止')
  })

  test('is what the contract takes, of every kind', () => {
    for (const kind of operateKinds) {
      const body = operationBody(kind, filled)
      expect(contract.permissions.personnel.body.safeParse(body).success, kind).toBe(true)
    }
    expect(operationBody('transfer', started)).toBeUndefined()
  })

  test('is sent without what was left empty', () => {
    const { until: _, ...endless } = filled
    expect(operationBody('appoint', { ...endless, until: '' })).toEqual({
      kind: 'appoint',
      post: to.id,
      as: 'holder',
      date: '2026-11-28',
      reason: '轮岗',
    })
    expect(operationBody('leave-post', { ...filled, from: 'all' })).toEqual({
      kind: 'leave-post',
      date: '2026-11-28',
      reason: '轮岗',
    })
    expect(operationBody('absence', { ...filled, successor: { id: 'b', name: '王清明' } })).toMatchObject({
      substitute: 'b',
    })
  })

  test('names somebody new by an id that stays the same for the draft', () => {
    const draft = { ...filled, newcomer: true, name: '赵大雪', phone: '19000001999' }
    expect(officialIn('appoint', draft)).toBe(started.newcomerId)
    expect(officialIn('appoint', filled)).toBe(person.id)
    expect(officialIn('transfer', draft)).toBe(person.id)
    expect(operationBody('appoint', draft)).toMatchObject({ person: { name: '赵大雪', phone: '19000001999' } })
  })
})
