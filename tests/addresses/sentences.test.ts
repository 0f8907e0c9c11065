import { type Dictionary, extractPlaces, findContext, openDictionary, parseAddress } from '@zmht/shared/geo'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { buildDictionary } from '../../functions/hierarchy/dictionary'

let dictionary: Dictionary
beforeAll(async () => {
  dictionary = openDictionary(await buildDictionary({ title: '试验', codes: ['11', '1402', '33', '3701', '3401'] }))
})
const parse = (text: string, context?: string) => {
  const place = context === undefined ? undefined : findContext(dictionary, context)
  if (context !== undefined && place === undefined) throw new RangeError(`no place is called ${context}`)
  return parseAddress(text, dictionary, place === undefined ? {} : { context: place })
}

describe('what people write is understood', () => {
  const huajiadi = '110105026047'
  test.each([
    ['all levels', '北京市朝阳区望京街道花家地北里社区3号楼2单元501', huajiadi],
    ['no endings', '北京朝阳望京花家地北里3号楼2单元501', huajiadi],
    ['missing levels', '朝阳区花家地北里社区3号楼', huajiadi],
    ['a level twice', '北京市北京市朝阳区望京街道花家地北里社区', huajiadi],
    ['the other way round', '朝阳区北京市望京街道花家地北里社区', huajiadi],
    ['regions last', '花家地北里社区3号楼2单元501，望京街道，朝阳区，北京市', huajiadi],
    ['in brackets', '（北京市朝阳区）望京街道花家地北里社区', huajiadi],
    ['traditional', '北京市朝陽區望京街道花家地北裡社區3號樓', huajiadi],
    ['full width', '北京市朝阳区望京街道花家地北里社区３号楼２单元５０１', huajiadi],
    ['spaces', '北京市 朝阳区 望京街道 花家地北里社区 3 号楼 2 单元 501', huajiadi],
    ['a name and a phone', '李小明，13800138000，北京市朝阳区望京街道花家地北里社区3号楼', huajiadi],
    ['labels', '收件人：李小明 电话：010-12345678 地址：北京市朝阳区望京街道花家地北里社区', huajiadi],
    ['the official name', '望京街道办事处花家地北里社区居委会', huajiadi],
    ['a city without its province', '大同市平城区新华街街道', '140213'],
    ['a county that is a district now', '浙江省富阳市富春街道', '330111001000'],
    ['an abolished district, told by its subdistrict', '杭州市江干区凯旋街道', '330102011000'],
    ['part of a district that became another', '浙江省杭州市余杭区临平街道', '330113001000'],
    ['an abolished district whole', '大同市城区', '140213000000'],
    ['an abolished county', '浙江省绍兴县', undefined],
    ['an abolished city', '莱芜市莱城区', '370116000000'],
    ['an autonomous prefecture by its short name', '湖北恩施州利川市', '422802000000'],
  ])('%s: %s', (_, text, code) => {
    const found = parse(text)
    if (code === undefined) expect(found.candidates.length).toBeGreaterThan(1)
    else expect(found.code?.startsWith(code)).toBe(true)
  })

  test('parts are the words as written, names are official', () => {
    const found = parse('北京朝陽區望京街道花家地北里三號樓二單元501')
    expect(found.parts).toEqual({
      prov: '北京',
      city: '北京',
      district: '朝陽區',
      town: '望京街道',
      community: '花家地北里',
      building: '三號樓',
      unit: '二單元',
      door: '501',
    })
    expect(found.names).toEqual({
      prov: '北京市',
      district: '朝阳区',
      town: '望京街道',
      community: '花家地北里社区居委会',
    })
  })

  test('江干区 went to two districts: both are offered, neither is taken, and what is certain is said', () => {
    const found = parse('江干区')
    expect(found.candidates.map(({ path }) => path.at(-1))).toEqual(['上城区', '钱塘区'])
    expect(found.names).toEqual({ prov: '浙江省', city: '杭州市' })
    expect(found.parts).toEqual({ district: '江干区' })
  })

  test('朝阳区 alone is in two cities: offered by rank, decided by the context', () => {
    expect(parse('朝阳区').place).toBeUndefined()
    expect(parse('朝阳区').candidates.length).toBe(2)
    expect(parse('朝阳区', '北京市').code).toBe('110105000000')
    expect(parse('朝阳区', '长春市').code).toBe('220104000000')
    expect(parse('朝阳区', '北京市').parts).toEqual({ district: '朝阳区' })
  })

  test('the words are stronger than the context', () => {
    expect(parse('浙江省杭州市西湖区', '大同市').code).toBe('330106000000')
  })

  test.each([
    ['文昌路18号', { road: '文昌路', roadno: '18号' }],
    ['翠湖花园12幢3单元402室', { compound: '翠湖花园', building: '12幢', unit: '3单元', door: '402室' }],
    ['翠湖花园12-3-402', { compound: '翠湖花园', building: '12', unit: '3', door: '402' }],
    ['翠湖花园12-402', { compound: '翠湖花园', building: '12', door: '402' }],
    ['锦绣大厦B座15楼1502', { compound: '锦绣大厦', building: 'B座', floor: '15楼', door: '1502' }],
    ['文昌路88弄6号302室', { road: '文昌路', roadno: '88弄', building: '6号', door: '302室' }],
    ['翠湖花园二十一号楼', { compound: '翠湖花园', building: '二十一号楼' }],
    ['解放路北段15号院6号楼', { road: '解放路', roadno: '15号院', building: '6号楼' }],
    ['李家湾村三组12号', { community: '李家湾村', road: '三组', roadno: '12号' }],
  ])('below the regions: %s', (text, parts) => {
    expect(parse(text).parts).toEqual(parts)
  })
})

describe('no region is invented', () => {
  test.each([
    '西湖大道12号',
    '杭州银行',
    '宁波大酒店3楼',
    '朝阳公园南门',
    '北京路步行街18号',
    '大同中学',
    '翠湖花园3号楼2单元501',
    '文昌街88号',
    '人民医院住院部5楼',
    '三门诊部',
  ])('%s names none', (text) => {
    const { parts, names } = parse(text)
    for (const level of ['prov', 'city', 'district'] as const) {
      expect(parts[level]).toBeUndefined()
      expect(names[level]).toBeUndefined()
    }
  })

  test('nor from the context', () => {
    const { parts } = parse('翠湖花园3号楼2单元501', '大同市')
    expect(Object.keys(parts)).toEqual(['compound', 'building', 'unit', 'door'])
  })
})

describe('whatever is written', () => {
  const pieces = fc.constantFrom(
    ...['北京市', '朝阳', '区', '望京', '街道', '花家地北里', '社区', '村', '3', '号楼', '二', '单元', '501', '室', '-', '，', ' ', '（', '）', '路', '弄', 'A座', '１２', '號', '13800138000', '张三', '江干区', '市', '镇', '\n', '𠮷', '😀'], // biome-ignore format: a list of words
  )
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 14 }).map((list) => list.join('')),
    fc.string({ unit: 'binary', maxLength: 60 }),
  )

  test('it never throws, and every part is in the text as written', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { parts, confidence, candidates } = parse(text)
        for (const part of Object.values(parts)) expect(text).toContain(part)
        expect(confidence).toBeGreaterThanOrEqual(0)
        expect(confidence).toBeLessThanOrEqual(1)
        expect(candidates.length).toBeLessThanOrEqual(5)
      }),
      { numRuns: 1500, seed: 11 },
    )
  })

  test('a mention stands where it says', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let last = 0
        for (const { start, end, text: mention } of extractPlaces(text, dictionary)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(text.slice(start, end)).toBe(mention)
          last = end
        }
      }),
      { numRuns: 300, seed: 12 },
    )
  })

  const regionless = fc
    .tuple(
      fc.constantFrom('翠湖', '锦绣', '御河', '松韵', '春晖'),
      fc.constantFrom('家园', '花园', '小区', '公寓'),
      fc.integer({ min: 1, max: 60 }),
      fc.constantFrom('号楼', '幢', '栋'),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 101, max: 3204 }),
    )
    .map(([name, ending, building, word, unit, door]) => ({
      text: `${name}${ending}${building}${word}${unit}单元${door}室`,
      parts: { compound: name + ending, building: building + word, unit: `${unit}单元`, door: `${door}室` },
    }))

  test('a home without its regions has none', () => {
    fc.assert(
      fc.property(regionless, ({ text, parts }) => {
        expect(parse(text).parts).toEqual(parts)
        expect(parse(text).names).toEqual({})
      }),
      { numRuns: 300, seed: 13 },
    )
  })
})

test('an appeal yields the places it speaks of', () => {
  const text =
    '领导您好，我是北京市朝阳区望京街道花家地北里社区的居民。上周大同市平城区的亲戚来看病，导航到了望京西园二区社区，绕了很久。电话13800138000。'
  const place = findContext(dictionary, '北京市朝阳区')
  const mentions = extractPlaces(text, dictionary, place === undefined ? {} : { context: place })
  expect(mentions.map(({ text: mention }) => mention)).toEqual([
    '北京市朝阳区望京街道花家地北里社区',
    '大同市平城区',
    '望京西园二区社区',
  ])
  expect(mentions.map(({ code }) => code)).toEqual(['110105026047', '140213000000', '110105043010'])
})

test.each([
  ['a village numbers its houses', '河口镇杏花村6-215号', { community: '杏花村', building: '6', door: '215号' }],
  ['a village behind a village', '河口镇上桑村下村', { community: '上桑村' }],
  ['a door read out', '河口镇紫藤花园4栋二单元五零三', { building: '4栋', unit: '二单元', door: '五零三' }],
  ['a bed', '清河路7号人民医院5号楼12层36床', { building: '5号楼', floor: '12层', door: '36床' }],
  ['behind a house number', '河口镇清河路88号-3', { roadno: '88号', building: '3' }],
])('%s: %s', (_, text, parts) => {
  expect(parse(text).parts).toMatchObject(parts)
})
