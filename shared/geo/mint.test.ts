import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countDrafts, draftsOfPattern, draftsOfRows, orderFrom, previewPattern } from './mint'

describe('楼门的编号', () => {
  test.each([
    ['3号楼', '000003'],
    ['三号楼', '000003'],
    ['3栋', '000003'],
    ['０３号楼', '000003'],
    ['十二号楼', '000012'],
    ['12号楼B座', '000012B'],
    ['A座', 'A'],
    ['2单元', '000002'],
    ['501', '000501'],
    ['0501室', '000501'],
    ['五〇一', '000501'],
  ])('%s 排在 %s', (name, order) => {
    expect(orderFrom(name)).toBe(order)
  })

  test('numbers keep their order', () => {
    fc.assert(
      fc.property(fc.nat(9999), fc.nat(9999), (one, other) => {
        expect(Math.sign(orderFrom(`${one}号楼`).localeCompare(orderFrom(`${other}号楼`)))).toBe(Math.sign(one - other))
      }),
    )
  })
})

const pattern = fc.record({
  buildings: fc.record({ from: fc.integer({ min: 1, max: 5 }), to: fc.integer({ min: 1, max: 9 }) }),
  skip: fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 3 }),
  suffix: fc.constantFrom('号楼', '栋'),
  units: fc.nat(3),
  floors: fc.nat(4),
  firstFloor: fc.integer({ min: 1, max: 3 }),
  doors: fc.nat(3),
})

describe('按规律生成', () => {
  test('1–12 号楼，每栋 3 单元，18 层 × 4 户', () => {
    const whole = { buildings: { from: 1, to: 12 }, suffix: '号楼', units: 3, floors: 18, doors: 4 }
    expect(previewPattern(whole)).toEqual({
      counts: { building: 12, unit: 36, door: 2592 },
      sample: ['1号楼 1单元 101', '1号楼 1单元 102', '12号楼 3单元 1804'],
      problems: [],
    })
    expect(countDrafts(draftsOfPattern(whole))).toEqual({ building: 12, unit: 36, door: 2592 })
  })

  test('the preview counts what is made', () => {
    fc.assert(
      fc.property(pattern, (one) => {
        expect(countDrafts(draftsOfPattern(one))).toEqual(previewPattern(one).counts)
      }),
    )
  })

  test('no two siblings share a number', () => {
    fc.assert(
      fc.property(pattern, (one) => {
        const check = (drafts: ReturnType<typeof draftsOfPattern>): void => {
          const orders = drafts.map(({ order }) => order)
          expect(new Set(orders).size).toBe(orders.length)
          for (const { inside } of drafts) check([...inside])
        }
        check(draftsOfPattern(one))
      }),
    )
  })

  test('says what cannot be', () => {
    const base = { buildings: { from: 5, to: 3 }, suffix: '号楼', units: 1, floors: 2, doors: 0 }
    expect(previewPattern(base).problems).toEqual(['楼栋的起止号写反了', '楼层数和每层户数要么都填，要么都不填'])
    const huge = { buildings: { from: 1, to: 300 }, suffix: '号楼', units: 4, floors: 30, doors: 4 }
    expect(previewPattern(huge).problems[0]).toContain('一次最多生成 20000 个地点')
  })
})

describe('按表格生成', () => {
  test('rows share what is above them, and what is wrong is told by its row', () => {
    const { drafts, problems } = draftsOfRows(
      [
        { row: 2, compound: '花家地北里', building: '1号楼', unit: '1单元', door: '101' },
        { row: 3, compound: '花家地北里', building: '一号楼', unit: '1单元', door: '102' },
        { row: 4, compound: '花家地北里', building: '1号楼', unit: '1单元', door: '0101' },
        { row: 5, compound: '花家地北里', unit: '2单元' },
        { row: 6 },
        { row: 7, compound: '花家地北里', building: '2号楼' },
      ],
      'community',
    )
    expect(countDrafts(drafts)).toEqual({ compound: 1, building: 2, unit: 1, door: 2 })
    expect(drafts[0]?.kind).toBe('landmark')
    expect(problems).toEqual([
      { row: 4, message: '与第 2 行重复' },
      { row: 5, message: '填写了单元，但没有填写楼栋' },
      { row: 6, message: '这一行没有填写内容' },
    ])
  })

  test('a list for a compound does not name compounds', () => {
    expect(draftsOfRows([{ row: 2, compound: '别的小区', building: '1号楼' }], 'compound').problems).toEqual([
      { row: 2, message: '「别的小区」不在导入地点的下级里' },
    ])
  })
})
