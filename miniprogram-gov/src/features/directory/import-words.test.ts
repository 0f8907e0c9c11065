import { describe, expect, test } from 'vitest'
import { changeDetail, changing, confirmationWords, countWords } from './import-words'

const counts = { added: 3, moved: 1, ended: 2, phone: 0, same: 40, problem: 1 }

describe('an import', () => {
  test('is counted by what it changes', () => {
    expect(changing(counts)).toBe(6)
    expect(changing({ ...counts, phone: 2 })).toBe(8)
    expect(countWords(counts)).toBe('新增 3 人，调动 1 人，离任 2 人')
  })

  test('names who leaves before it is done, when the sheet is complete', () => {
    expect(confirmationWords(counts, '从今天起', true)).toBe(
      '从今天起新增 3 人，调动 1 人，离任 2 人。表里没有的 2 人从今天起离任，马上看不到原单位的资料。有问题的 1 行不导入。权限跟着岗位走，不用另外设置。',
    )
    expect(confirmationWords({ ...counts, ended: 0, problem: 0 }, '从今天起', false)).toBe(
      '从今天起新增 3 人，调动 1 人。权限跟着岗位走，不用另外设置。',
    )
  })

  test('of a sheet that is not complete nobody is said to leave', () => {
    expect(confirmationWords(counts, '从今天起', false)).not.toContain('表里没有的')
  })

  test('says of each row what becomes of it', () => {
    const row = { name: '李立春', organisation: '花家地北里社区', post: '社工' }
    expect(changeDetail({ ...row, what: 'moved', former: '花家地西里社区社工' })).toBe('从花家地西里社区社工调来')
    expect(changeDetail({ ...row, what: 'problem', message: '没有这个单位' })).toBe('没有这个单位')
  })
})
