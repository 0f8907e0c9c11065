import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type PlaceId, placeIdFrom } from '../place'
import {
  type DictionaryPlace,
  encodeDictionary,
  extractPlaces,
  findContext,
  initialsOf,
  openDictionary,
  parseAddress,
  plainNumbers,
  suggest,
} from '.'
import { codeOf, idOf, lineageOf } from './dictionary'
import { formerDivisions } from './former'
import { asWritten, fold, numberOf } from './text'

const idFor = (name: string): PlaceId => placeIdFrom(new TextEncoder().encode(name.padEnd(7, '·')))

/** Written from the root down; `null` for a place without an official code. */
const placeOf = (
  name: string,
  level: DictionaryPlace['level'],
  parent: string | undefined,
  code?: string,
  more: Partial<DictionaryPlace> = {},
): DictionaryPlace => ({
  id: idFor(`${parent ?? ''}/${name}`),
  name,
  level,
  kind: 'division',
  initials: initialsOf(name),
  ...(parent === undefined ? {} : { parent: idFor(parent) }),
  ...(code === undefined ? {} : { code: code.padEnd(12, '0') }),
  ...more,
})

const beijing = '/北京市'
const chaoyang = '北京市/朝阳区'
const wangjing = '朝阳区/望京街道'
const huajiadi = '望京街道/花家地北里社区居委会'
const compound = '花家地北里社区居委会/翠竹家园'
const under = (path: string): string => `/${path}`

const places: DictionaryPlace[] = [
  { ...placeOf('北京市', 'province', undefined, '11'), id: idFor(beijing) },
  { ...placeOf('朝阳区', 'district', beijing, '110105'), id: idFor(chaoyang) },
  { ...placeOf('望京街道', 'subdistrict', chaoyang, '110105026'), id: idFor(wangjing) },
  { ...placeOf('花家地北里社区居委会', 'community', wangjing, '110105026047'), id: idFor(huajiadi) },
  { ...placeOf('翠竹家园', 'compound', huajiadi, undefined, { kind: 'landmark' }), id: idFor(compound) },
  { ...placeOf('3号楼', 'building', compound), id: idFor(under('3')) },
  { ...placeOf('2单元', 'unit', under('3')), id: idFor(under('3-2')) },
  { ...placeOf('501', 'door', under('3-2')), id: idFor(under('3-2-501')) },
  {
    ...placeOf('阜通东大街', 'compound', chaoyang, undefined, {
      kind: 'road',
      stretches: [{ place: idFor(huajiadi), from: 1, to: 99, side: 'odd' }],
    }),
    id: idFor(under('road')),
  },
]
const encoded = encodeDictionary('朝阳', places, [
  { name: '东郊区', level: 'district', until: '1958', into: [idFor(chaoyang)] },
])
const dictionary = openDictionary(encoded)

test('a dictionary comes back as it was written: ids, names, codes and the tree', () => {
  expect(dictionary.size).toBe(places.length)
  for (let place = 0; place < dictionary.size; place++) {
    const original = places.find(({ id }) => id === idOf(dictionary, place))
    expect(dictionary.names[place]).toBe(original?.name)
    expect(codeOf(dictionary, place)).toBe(original?.code)
    const parent = lineageOf(dictionary, place).at(-2)
    expect(parent === undefined ? undefined : idOf(dictionary, parent)).toBe(original?.parent)
  }
})

test('a dictionary refuses a missing parent, an id given twice and another format', () => {
  expect(() => encodeDictionary('x', places.slice(1))).toThrow(RangeError)
  expect(() => encodeDictionary('x', [...places, ...places.slice(0, 1)])).toThrow(RangeError)
  expect(() => openDictionary('{"format":0}\n')).toThrow(RangeError)
})

test('an empty dictionary still reads the words of an address', () => {
  const empty = openDictionary(encodeDictionary('空', []))
  expect(parseAddress('文昌路18号3号楼2单元501', empty)).toMatchObject({
    parts: { road: '文昌路', roadno: '18号', building: '3号楼', unit: '2单元', door: '501' },
    names: {},
    confidence: 0,
  })
})

test.each([
  ['北京市朝阳区望京街道翠竹家园3号楼2单元501', '3-2-501'],
  ['北京朝阳望京翠竹家园三号楼二单元５０１室', '3-2-501'],
  ['北京市朝陽區望京街道翠竹家園3號樓2單元501', '3-2-501'],
  ['翠竹家园3-2-501，朝阳区，北京市', '3-2-501'],
  ['北京市朝阳区翠竹家园小区3幢2单元', '3-2'],
  ['北京市朝阳区翠竹家园3栋', '3'],
  ['北京市朝阳区翠竹家园3号楼501', '3-2-501'],
])('%s is found', (text, place) => {
  expect(parseAddress(text, dictionary).place).toBe(idFor(under(place)))
})

test('a number the dictionary does not have leads to what stands above it', () => {
  expect(parseAddress('北京市朝阳区望京街道翠竹家园9号楼', dictionary)).toMatchObject({
    place: idFor(compound),
    parts: { building: '9号楼' },
  })
})

test('a house number of a road leads to the place that side of the stretch runs through', () => {
  const at = (number: number) => parseAddress(`北京市朝阳区阜通东大街${number}号`, dictionary).place
  expect(at(13)).toBe(idFor(huajiadi))
  expect(at(14)).toBe(idFor(chaoyang))
  expect(at(301)).toBe(idFor(chaoyang))
})

test('a former name leads to the place of today, and the part stays as written', () => {
  expect(parseAddress('北京市东郊区', dictionary)).toMatchObject({
    parts: { district: '东郊区' },
    names: { district: '朝阳区' },
    place: idFor(chaoyang),
  })
})

test('without a region in the words the compound is offered, not taken; with a context it is taken', () => {
  const text = '翠竹家园3号楼2单元501'
  expect(parseAddress(text, dictionary)).toMatchObject({ names: {}, confidence: 0 })
  expect(parseAddress(text, dictionary).place).toBeUndefined()
  expect(parseAddress(text, dictionary).candidates[0]?.place).toBe(idFor(under('3-2-501')))
  const found = parseAddress(text, dictionary, { context: idFor(chaoyang) })
  expect(found.place).toBe(idFor(under('3-2-501')))
  expect(Object.keys(found.parts)).toEqual(['compound', 'building', 'unit', 'door'])
})

test('a context alone is nothing the words say', () => {
  expect(parseAddress('你好', dictionary, { context: idFor(chaoyang) })).toEqual({
    parts: {},
    names: {},
    confidence: 0,
    candidates: [],
  })
})

test.each([
  ['三号楼', '3号楼'],
  ['十二单元', '12单元'],
  ['二十幢', '20幢'],
  ['一百零三室', '103室'],
  ['五〇一', '501'],
  ['０５０１室', '501室'],
  ['Ａ座1001', 'A座1001'],
])('%s is plainly %s', (written, plain) => {
  expect(plainNumbers(written)).toBe(plain)
})

test.each([
  ['十', 10],
  ['十五', 15],
  ['九十九', 99],
  ['两百', 200],
  ['三千零五', 3005],
  ['一二三', 123],
])('%s is %i', (numerals, number) => {
  expect(numberOf(numerals)).toBe(number)
})

test('what is no numeral has no number', () => {
  expect(numberOf('')).toBeUndefined()
  expect(numberOf('楼')).toBeUndefined()
})

const words = fc.stringMatching(/^[一二三四五六七八九十百零〇两0-9０-９号楼单元室A-Za-zＡ-Ｚ望京-]{0,24}$/)

test('making numbers plain twice is making them plain once', () => {
  fc.assert(
    fc.property(words, (text) => {
      expect(plainNumbers(plainNumbers(text))).toBe(plainNumbers(text))
    }),
    { numRuns: 500 },
  )
})

test('the whole of a folded text leads back to what was written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      const folded = fold(text)
      expect(folded.at).toHaveLength(folded.text.length + 1)
      expect(text).toContain(asWritten(folded, 0, folded.text.length))
    }),
  )
})

test('phone and identity numbers, postcodes and labelled names are no part of an address', () => {
  const { text } = fold('收件人：张三 电话13800138000 邮编100102 身份证11010519491231002X 望京 010-12345678 8号楼')
  expect(text.replace(/[\n :：]/g, '')).toBe('望京8号楼')
})

test.each([
  ['望京街道', 'wjjd'],
  ['重庆市', 'cqs'],
  ['厦门市', 'xms'],
  ['番禺区', 'pyq'],
  ['乐清市', 'yqs'],
  ['3号楼', '3hl'],
])('%s is typed %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})

test('type-ahead finds by characters and by initials, best first, and stays inside', () => {
  const found = (query: string, options = {}) => suggest(dictionary, query, options).map(({ name }) => name)
  expect(found('望京')).toEqual(['望京街道'])
  expect(found('hjdbl')).toEqual(['花家地北里社区居委会'])
  expect(found('朝阳 czjy')).toEqual(['翠竹家园'])
  expect(found('5')).toEqual(['501'])
  expect(found('望京', { within: idFor(huajiadi) })).toEqual([])
  expect(found('区', { levels: ['district'] })).toEqual(['朝阳区'])
  expect(found('不存在')).toEqual([])
  expect(found('  ')).toEqual([])
})

test('a paragraph yields the places it mentions, where they stand', () => {
  const text = '我住在北京市朝阳区望京街道翠竹家园3号楼2单元501，阜通东大街13号的路灯坏了，电话13800138000。'
  const mentions = extractPlaces(text, dictionary, { context: idFor(chaoyang) })
  expect(mentions.map(({ text: mention }) => mention)).toEqual([
    '北京市朝阳区望京街道翠竹家园3号楼2单元501',
    '阜通东大街13号',
  ])
  for (const { start, end, text: mention } of mentions) expect(text.slice(start, end)).toBe(mention)
  expect(mentions.map(({ place }) => place)).toEqual([idFor(under('3-2-501')), idFor(huajiadi)])
})

test('a context is one place or none', () => {
  expect(findContext(dictionary, '北京市朝阳区')).toBe(idFor(chaoyang))
  expect(findContext(dictionary, '望京街道')).toBe(idFor(wangjing))
  expect(findContext(dictionary, '火星')).toBeUndefined()
  expect(findContext(dictionary, '朝阳区的那个小区')).toBeUndefined()
})

test('former names are written once per place, with a date and codes', () => {
  const keys = formerDivisions.map(({ name, into }) => `${name} ${into.join(' ')}`)
  expect(new Set(keys).size).toBe(keys.length)
  for (const { name, until, into, code } of formerDivisions) {
    expect(name).toMatch(/^[㐀-鿿]{2,14}$/)
    expect(until).toMatch(/^(19|20)\d{2}(-\d{2}-\d{2})?$/)
    expect(into.length).toBeGreaterThan(0)
    for (const one of into) expect(one).toMatch(/^\d{4}(\d{2})?$/)
    if (code !== undefined) expect(code).toMatch(/^\d{4}(\d{2})?$/)
  }
})
