import { describe, expect, test } from 'vitest'
import { idsOf, roomFor, type Upload, uploadProblem, uploadsAfter, withFile, withoutFile } from './uploads'

const file = { name: '门口.jpg', path: 'blob:1', bytes: 100 }
const start = uploadsAfter([], {
  do: 'start',
  uploads: [
    { key: 'a', file },
    { key: 'b', file },
  ],
})

describe('files on their way', () => {
  test('fail and are tried again with the same file', () => {
    const failed = uploadsAfter(start, { do: 'fail', key: 'a', problem: '网络不通' })
    expect(failed[0]).toEqual({ key: 'a', file, state: 'failed', problem: '网络不通' })
    expect(failed[1]).toEqual({ key: 'b', file, state: 'uploading' })
    expect(uploadsAfter(failed, { do: 'retry', key: 'a' })).toEqual(start)
  })

  test('say how far they have come, and begin anew when tried again', () => {
    const under = uploadsAfter(start, { do: 'progress', key: 'a', share: 0.4 })
    expect(under.map(({ share }) => share)).toEqual([0.4, undefined])
    const failed = uploadsAfter(under, { do: 'fail', key: 'a', problem: '网络不通' })
    expect(uploadsAfter(failed, { do: 'progress', key: 'a', share: 0.5 })).toEqual(failed)
    expect(uploadsAfter(failed, { do: 'retry', key: 'a' })).toEqual(start)
  })

  test('leave once they have arrived', () => {
    expect(uploadsAfter(start, { do: 'leave', key: 'a' }).map(({ key }) => key)).toEqual(['b'])
  })
})

describe('the answer', () => {
  test('of several files', () => {
    expect(withFile(undefined, 'f1', true)).toEqual(['f1'])
    expect(withFile(['f1'], 'f2', true)).toEqual(['f1', 'f2'])
    expect(withoutFile(['f1', 'f2'], 'f1', true)).toEqual(['f2'])
    expect(withoutFile(['f1'], 'f1', true)).toBeUndefined()
  })

  test('of one file is replaced by the next', () => {
    expect(withFile('f1', 'f2', false)).toBe('f2')
    expect(withoutFile('f1', 'f1', false)).toBeUndefined()
    expect(withoutFile('f1', 'f2', false)).toBe('f1')
  })

  test('its files', () => {
    expect(idsOf(undefined)).toEqual([])
    expect(idsOf('')).toEqual([])
    expect(idsOf('f1')).toEqual(['f1'])
    expect(idsOf(['f1', 'f2'])).toEqual(['f1', 'f2'])
  })
})

describe('room', () => {
  const many = (count: number): string[] => Array.from({ length: count }, (_, index) => `f${index}`)
  test('for nine, those on their way counted', () => {
    expect(roomFor(undefined, [], true)).toBe(9)
    expect(roomFor(many(6), start, true)).toBe(1)
    expect(roomFor(many(9), start, true)).toBe(0)
  })

  test('for one, unless one is on its way', () => {
    const going: readonly Upload[] = start
    expect(roomFor('f1', [], false)).toBe(1)
    expect(roomFor(undefined, going, false)).toBe(0)
  })
})

test('why a file did not arrive is said in Chinese', () => {
  expect(uploadProblem(new Error('文件超过 10 MB，没有上传'))).toBe('文件超过 10 MB，没有上传')
  expect(uploadProblem(new TypeError('Failed to fetch'))).toMatch('文件还在')
  expect(uploadProblem(undefined)).toMatch('文件还在')
})
