import { placeIdFrom } from '@zmht/shared/geo'
import { describe, expect, test } from 'vitest'
import { adjustmentProblems, confirmationWords, operationBody, startAdjustment } from './adjustment'

const place = { name: '花家地北里', level: 'compound', hasChildren: true } as const
const target = { id: placeIdFrom(new Uint8Array(7)), name: '花家地西里社区居委会', level: 'community' } as const
const started = startAdjustment(place, '2026-11-25')
const filled = { ...started, reason: '社区调整' }

describe('an adjustment', () => {
  test('is asked for what it needs before its consequences are shown', () => {
    expect(adjustmentProblems('move', place, started)).toEqual({ reason: '请写明原因', target: '请选择新的上级' })
    expect(adjustmentProblems('move', place, { ...filled, target: [target] })).toEqual({})
    expect(adjustmentProblems('rename', place, filled)).toEqual({ name: '名称没有变化' })
    expect(adjustmentProblems('rename', place, { ...filled, code: '123' }).code).toBe('区划代码是 12 位数字')
    expect(adjustmentProblems('split', place, filled).parts).toBe('请填写每个新地点的名称')
    expect(adjustmentProblems('abolish', place, filled).into).toContain('请选一个后继地点')
    expect(adjustmentProblems('abolish', { ...place, hasChildren: false }, filled)).toEqual({})
  })

  test('is sent as the contract wants it, without what was left empty', () => {
    expect(operationBody('move', { ...filled, target: [target] })).toEqual({
      kind: 'move',
      date: '2026-11-25',
      reason: '社区调整',
      to: target.id,
    })
    expect(operationBody('move', filled)).toBeUndefined()
    expect(operationBody('rename', { ...filled, name: ' 北里 ', document: ' 京民发 1 号 ' })).toEqual({
      kind: 'rename',
      date: '2026-11-25',
      reason: '社区调整',
      document: '京民发 1 号',
      name: '北里',
    })
  })

  test('is confirmed by a sentence that names what happens', () => {
    expect(confirmationWords('move', place, { ...filled, target: [target] }, '3 栋 · 60 户')).toBe(
      '「花家地北里」划归「花家地西里社区」，里面的 3 栋 · 60 户 一起划归：负责的单位、居民看到的服务、统计和台账都按新的归属。',
    )
  })
})
