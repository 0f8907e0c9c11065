import { utils, write } from '@e965/xlsx'
import { checkForm } from '@zmht/shared/controls'
import { baseKnowledge } from '@zmht/shared/knowledge'
import { beforeAll, describe, expect, test } from 'vitest'
import { foundItems } from '../palette'
import { correct, countOf, type Review, startReview } from './correct'
import { openWorkbook } from './open-workbook'
import { readGrids } from './read-grids'

const rows = [
  ['花家地独居老人登记表'],
  ['序号', '姓名', '身份证号', '性别', '联系电话', '居住地址', '自理能力', '子女姓名', '子女电话', '喜欢的活动'],
  [
    '1',
    '李秀英',
    '11010519491231002X',
    '女',
    '13800138000',
    '花家地北里3号楼',
    '可自理',
    '张建国',
    '13900139000',
    '唱歌',
  ],
  [
    '2',
    '王大爷',
    '110105194912310011',
    '男',
    '13800138001',
    '花家地北里3号楼',
    '轻度依赖',
    '王伟',
    '13900139001',
    '下棋',
  ],
]
const bytesOf = (type: 'xlsx' | 'biff8', cells: readonly (readonly unknown[])[]) => {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(cells.map((row) => [...row])), '老人')
  return new Uint8Array(write(book, { type: 'array', bookType: type }))
}

let review: Review
const at = (one: Review, heading: string) => {
  const column = one.columns.find((each) => each.heading === heading)
  const control = one.form.controls.find(({ id }) => id === column?.control)
  return { column: column?.column ?? -1, control, ...(column ? { seen: column } : {}) }
}

beforeAll(() => {
  const read = readGrids(bytesOf('xlsx', rows), '老人.xlsx')
  const started = read.ok ? startReview(openWorkbook(baseKnowledge, read.grids)) : undefined
  if (!started) throw new Error('not read')
  review = started
}, 20_000)

describe('a workbook', () => {
  test.each(['xlsx', 'biff8'] as const)('of the kind %s is read as text', (type) => {
    const read = readGrids(
      bytesOf(type, [
        ['登记日期', '金额'],
        [new Date(Date.UTC(2026, 10, 5)), 12.5],
      ]),
      'a',
    )
    expect(read.ok && read.grids[0]?.rows).toEqual([
      ['登记日期', '金额'],
      ['2026-11-05', '12.5'],
    ])
  })

  test('of commas is read in UTF-8 and in GBK', () => {
    const utf8 = readGrids(new TextEncoder().encode('\ufeff姓名,年龄\n李,3'), '名单.csv')
    expect(utf8).toEqual({
      ok: true,
      grids: [
        {
          name: '名单',
          rows: [
            ['姓名', '年龄'],
            ['李', '3'],
          ],
        },
      ],
    })
    const gbk = readGrids(new Uint8Array([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0x61]), 'a.csv')
    expect(gbk.ok && gbk.grids[0]?.rows).toEqual([['姓名', 'a']])
  })

  test('that is none is refused in words', () => {
    expect(readGrids(new Uint8Array([1, 0, 2, 0, 3]), 'a.png')).toMatchObject({ ok: false })
    expect(readGrids(new Uint8Array(), 'a.xlsx')).toMatchObject({ ok: false, message: '文件是空的' })
    expect(readGrids(new TextEncoder().encode('PK\u0003\u0004 broken'), 'a.xlsx')).toMatchObject({ ok: false })
  })
})

describe('a review', () => {
  test('starts with what each column was taken for, with values to tell it by', () => {
    expect(at(review, '姓名').control?.binding).toEqual({ subject: 'applicant', attribute: 'person.name' })
    expect(at(review, '姓名').seen?.samples).toEqual(['李秀英', '王大爷'])
    expect(at(review, '序号').control).toBeUndefined()
    expect(at(review, '喜欢的活动').control?.binding).toHaveProperty('own')
    expect(checkForm(baseKnowledge, review.form)).toEqual([])
  })

  test('a column can be left out; whom nothing is asked about any more leaves', () => {
    const one = correct(baseKnowledge, review, at(review, '子女姓名').column, { to: 'out' })
    const both = correct(baseKnowledge, one, at(one, '子女电话').column, { to: 'out' })
    expect(at(both, '子女电话').control).toBeUndefined()
    expect(both.form.subjects.length).toBe(review.form.subjects.length - 1)
    expect(countOf(both).asked).toBe(countOf(review).asked - 2)
    expect(checkForm(baseKnowledge, both.form)).toEqual([])
  })

  test('and come back as one of its candidates, with whom it is about, where it stood', () => {
    const out = correct(baseKnowledge, review, at(review, '子女姓名').column, { to: 'out' })
    const { seen, column } = at(out, '子女姓名')
    const [candidate] = seen?.candidates ?? []
    const back = candidate ? correct(baseKnowledge, out, column, { to: 'candidate', candidate }) : out
    expect(at(back, '子女姓名').control?.binding).toEqual(at(review, '子女姓名').control?.binding)
    const order = (one: Review) => one.form.controls.map(({ label }) => label)
    expect(order(back)).toEqual(order(review))
    expect(checkForm(baseKnowledge, back.form)).toEqual([])
  })

  test('a column becomes a question of its own, answered as its values look', () => {
    const own = correct(baseKnowledge, review, at(review, '联系电话').column, { to: 'own' })
    expect(at(own, '联系电话').control).toMatchObject({ kind: 'phone', label: '联系电话' })
    expect(at(own, '联系电话').control?.binding).toHaveProperty('own')
    expect(checkForm(baseKnowledge, own.form)).toEqual([])
  })

  test('a column becomes what was found by searching', () => {
    const { column } = at(review, '喜欢的活动')
    const item = foundItems(baseKnowledge, review.form, '兴趣爱好', 'applicant').find(({ already }) => !already)
    const found = item
      ? correct(baseKnowledge, review, column, { to: 'found', controls: item.controls, subjects: item.subjects })
      : review
    expect(at(found, '喜欢的活动').control?.label).toBe('喜欢的活动')
    expect(at(found, '喜欢的活动').control?.binding).toHaveProperty('attribute')
    expect(checkForm(baseKnowledge, found.form)).toEqual([])
  })

  test('two columns that mean the same become one question', () => {
    const candidate = { attribute: 'person.mobile', name: '手机号', score: 1 }
    const twice = correct(baseKnowledge, review, at(review, '喜欢的活动').column, { to: 'candidate', candidate })
    expect(at(twice, '喜欢的活动').control?.id).toBe(at(twice, '联系电话').control?.id)
    expect(checkForm(baseKnowledge, twice.form)).toEqual([])
    // Taking one of them away leaves the question to the other.
    const once = correct(baseKnowledge, twice, at(twice, '联系电话').column, { to: 'out' })
    expect(at(once, '喜欢的活动').control).toBeDefined()
  })

  test('saying it is right is having looked at it', () => {
    const open: Review = { ...review, columns: review.columns.map((one) => ({ ...one, confidence: 'unsure' })) }
    expect(countOf(open).open).toBe(open.columns.length)
    expect(countOf(correct(baseKnowledge, open, 1, { to: 'right' })).open).toBe(open.columns.length - 1)
  })
})
