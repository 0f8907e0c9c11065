import { read, utils, write } from '@e965/xlsx'
import { unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import {
  type CellValue,
  checkTemplate,
  type Filling,
  fillWorkbook,
  type Named,
  plainTemplate,
  TooMuchToFill,
} from './index'
import { rewriteFormula, sayArea, translateFormula } from './references'

const text = (said: string) => ({ of: 'text', text: said }) as const
const number = (said: number) => ({ of: 'number', number: said }) as const

const streets: readonly Named[] = [
  ['望京街道', 4, 3],
  ['建外街道', 6, 6],
  ['劲松街道', 5, 1],
].map(
  ([name, all, done]) =>
    new Map<string, CellValue>([
      ['地点', text(String(name))],
      ['应办', number(Number(all))],
      ['已办', number(Number(done))],
    ]),
)

const filling: Filling = {
  named: new Map<string, CellValue>([
    ['地点', text('朝阳区 & 东')],
    ['应办', number(15)],
    ['已办', number(10)],
    ['完成率', { of: 'percent', number: 2 / 3 }],
    ['日期', { of: 'day', day: '2026-11-29' }],
  ]),
  rows: new Map([['下级', streets]]),
}

/** A workbook made by another program: two sheets, merged cells, formulas above, below and elsewhere. */
function aWorkbook() {
  const sheet = utils.aoa_to_sheet([
    ['{{地点}}消防排查汇总表（{{日期}}）', null, null, null],
    ['单位', '应办', '已办', '率'],
    ['{{下级.地点}}', '{{下级.应办}}', '{{下级.已办}}', { t: 'n', f: 'C3/B3' }],
    ['合计', { t: 'n', f: 'SUM(B3:B3)' }, { t: 'n', f: 'SUM(C3)' }, '{{完成率}}'],
    ['核对', { t: 'n', f: 'B4-LOG10(100)-B2' }, '｛｛已办｝｝', '“A3:B3”'],
  ])
  sheet['!merges'] = [utils.decode_range('A1:D1'), utils.decode_range('A4:A4'), utils.decode_range('C5:D5')]
  sheet['!cols'] = [{ wch: 31 }]
  const other = utils.aoa_to_sheet([['见', { t: 'n', f: "SUM('汇 总'!$B$3:$B$4)" }, { t: 'n', f: "'汇 总'!B5" }]])
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, '汇 总')
  utils.book_append_sheet(book, other, '封面')
  const bytes: Uint8Array = write(book, { type: 'buffer', bookType: 'xlsx' })
  return unzipSync(bytes)
}

const decoder = new TextDecoder()
const partsOf = (files: Readonly<Record<string, Uint8Array>>) =>
  new Map(Object.entries(files).map(([path, bytes]) => [path, decoder.decode(bytes)]))

function filled(parts: ReadonlyMap<string, string>, by: Filling) {
  const changed = fillWorkbook(parts, by)
  const all = new Map([...parts, ...changed])
  const encoder = new TextEncoder()
  const files = [...all].flatMap(([path, said]) => (said === undefined ? [] : [[path, encoder.encode(said)] as const]))
  return read(zipSync(Object.fromEntries(files)), { cellFormula: true, cellNF: true, cellStyles: true })
}

describe('a template that is filled in', () => {
  const book = filled(partsOf(aWorkbook()), filling)
  const sheet = book.Sheets['汇 总'] ?? {}
  const at = (cell: string) => sheet[cell]
  test('repeats the row of those inside, in their order, with numbers as numbers', () => {
    expect(at('A1').v).toBe('朝阳区 & 东消防排查汇总表（2026年11月29日）')
    expect(['A3', 'A4', 'A5'].map((cell) => at(cell).v)).toEqual(['望京街道', '建外街道', '劲松街道'])
    expect(['B3', 'B4', 'B5'].map((cell) => [at(cell).t, at(cell).v])).toEqual([
      ['n', 4],
      ['n', 6],
      ['n', 5],
    ])
    expect(at('C7')).toMatchObject({ t: 'n', v: 10 })
  })
  test('moves formulas: in each copy to its own row, below over all copies, on other sheets too', () => {
    expect(['D3', 'D4', 'D5'].map((cell) => at(cell).f)).toEqual(['C3/B3', 'C4/B4', 'C5/B5'])
    expect(at('B6').f).toBe('SUM(B3:B5)')
    expect(at('C6').f).toBe('SUM(C3:C5)')
    expect(at('B7').f).toBe('B6-LOG10(100)-B2')
    const cover = book.Sheets.封面 ?? {}
    expect([cover.B1?.f, cover.C1?.f]).toEqual(["SUM('汇 总'!$B$3:$B$6)", "'汇 总'!B7"])
  })
  test('shows a part of one as a percentage, and keeps merged cells and widths', () => {
    expect(at('D6')).toMatchObject({ t: 'n', z: '0%' })
    expect((sheet['!merges'] ?? []).map((one) => utils.encode_range(one))).toEqual(
      expect.arrayContaining(['A1:D1', 'C7:D7']),
    )
    expect(Math.round(sheet['!cols']?.[0]?.width ?? 0)).toBe(32)
    expect(at('D7').v).toBe('“A3:B3”')
  })
  test('keeps an empty row where there is nothing inside', () => {
    const none = filled(partsOf(aWorkbook()), { ...filling, rows: new Map([['下级', []]]) }).Sheets['汇 总'] ?? {}
    expect([none.A3?.v ?? '', none.A4?.v, none.B4?.f]).toEqual(['', '合计', 'SUM(B3:B3)'])
  })
})

test('more than a workbook can hold is refused in words before anything is filled in', () => {
  const many = Array.from({ length: 1000 }, () => streets[0] ?? new Map())
  const rows = Array.from({ length: 400 }, () => ['{{下级.地点}}', '{{下级.应办}}'])
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '表')
  const parts = partsOf(unzipSync(write(book, { type: 'buffer', bookType: 'xlsx' })))
  const fill = () => fillWorkbook(parts, { ...filling, rows: new Map([['下级', many]]) })
  expect(fill).toThrow(TooMuchToFill)
  expect(fill).toThrow('请减少')
})

describe('a template that is looked at', () => {
  const names = {
    named: new Set(['地点', '应办', '已办', '完成率', '日期']),
    groups: new Set(['下级', '下级社区']),
    inRows: new Set(['地点', '应办', '已办']),
  }
  test('is told what is not known, with the nearest name that is', () => {
    const sheet = utils.aoa_to_sheet([
      ['{{地点}}', '{{完成绿}}'],
      ['{{下级.应办数}}', '{{下级社区.地点}}'],
    ])
    const book = utils.book_new()
    utils.book_append_sheet(book, sheet, '表')
    const parts = partsOf(unzipSync(write(book, { type: 'buffer', bookType: 'xlsx' })))
    expect(checkTemplate(parts, names)).toEqual({
      found: 4,
      asked: new Set(['下级', '下级社区']),
      unknown: [
        { sheet: '表', cell: 'B1', name: '完成绿', near: '完成率' },
        { sheet: '表', cell: 'A2', name: '下级.应办数', near: '下级.应办' },
        { sheet: '表', cell: 'B2', name: '下级社区.地点', near: '下级.地点' },
      ],
    })
  })
  test('knows the plain one whole, which fills in like any other; what explains it stays', () => {
    const parts = plainTemplate({
      sheet: '汇总',
      group: '下级',
      columns: [
        { heading: '单位', name: '地点', kind: 'text' },
        { heading: '应办', name: '应办', kind: 'number' },
      ],
      help: [['{{地点}}', '看的是哪里', '朝阳区']],
    })
    expect(
      checkTemplate(parts, { ...names, named: new Set([...names.named, '任务', '填报单位', '时间']) }).unknown,
    ).toEqual([])
    const book = filled(parts, filling)
    expect(utils.sheet_to_json(book.Sheets.汇总 ?? {}, { header: 1 }).slice(2)).toEqual([
      ['单位', '应办'],
      ['望京街道', 4],
      ['建外街道', 6],
      ['劲松街道', 5],
      ['合计', 15],
    ])
    expect(book.Sheets.占位符说明?.A2?.v).toBe('{{地点}}')
  })
})

describe('a formula', () => {
  const marked = (formula: string) => rewriteFormula(formula, (area) => `<${sayArea(area)}>`)
  test.each([
    ['A1+$B$2', '<A1>+<$B$2>'],
    ['SUM(A1:B2,C:C,3:$4)', 'SUM(<A1:B2>,<C:C>,<3:$4>)'],
    ['IF(A1="B2",LOG10(5),TAXRATE2020)', 'IF(<A1>="B2",LOG10(5),TAXRATE2020)'],
    ["'一 季'!A1&Sheet2!B2", "'一 季'!<A1>&Sheet2!<B2>"],
    ['表1[数量]*1.5E3', '表1[数量]*1.5E3'],
    ['合计!C3', '合计!<C3>'],
  ])('%s refers to %s', (formula, shown) => {
    expect(marked(formula)).toBe(shown)
  })
  test('that is shared reads further along', () => {
    expect(translateFormula('A1+$A$1+A$1+$A1', 2, 1)).toBe('B3+$A$1+B$1+$A3')
  })
})
