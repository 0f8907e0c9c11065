import { levels } from '../place'

const province = levels.indexOf('province')
const city = levels.indexOf('city')
const district = levels.indexOf('district')
const subdistrict = levels.indexOf('subdistrict')

const peoples =
  '蒙古|维吾尔|哈萨克|柯尔克孜|塔吉克|乌孜别克|达斡尔|鄂温克|鄂伦春|俄罗斯|塔塔尔|土家|布依|朝鲜|哈尼|傈僳|拉祜|东乡|纳西|景颇|仫佬|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|德昂|保安|裕固|独龙|赫哲|门巴|珞巴|基诺|各|藏|苗|彝|壮|满|侗|瑶|白|傣|黎|佤|畲|水|羌|怒|京|回|土'
const peoplesBefore = new RegExp(`(?:(?:${peoples})族?(?:联合)?)+(?=自治州$|自治县$|自治旗$|民族乡$|族?乡$)`)
const endings: Readonly<Record<number, RegExp>> = {
  [province]: /(壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区|省|市)$/,
  [city]: /(自治州|地区|盟|市|州)$/,
  [district]: /(自治县|自治旗|新区|林区|特区|区|县|市|旗)$/,
  [subdistrict]: /(街道办事处|地区办事处|街道|办事处|地区|民族乡|民族苏木|族乡|镇|乡|苏木)$/,
}

/** What may be written after the core of a name, longest first; a name is also understood with another ending of its level than its own. */
export const endingsWritten: Readonly<Record<number, readonly string[]>> = {
  [province]: ['自治区', '省', '市'],
  [city]: ['自治州', '地区', '盟', '市', '州'],
  [district]: ['自治县', '自治旗', '新区', '区', '县', '市', '旗'],
  [subdistrict]: ['街道办事处', '地区办事处', '街道办', '办事处', '街道', '民族乡', '地区', '镇', '乡', '苏木'],
}

const zoneNames: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    /高新技术(产业)?开发区$|高技术产业开发区$|高新技术产业园区$/,
    ['高新区', '高新技术开发区', '高新技术产业开发区', '国家高新区'],
  ],
  [/经济(技术)?开发区$/, ['经开区', '经济开发区', '经济技术开发区', '开发区']],
]

/**
 * The cores under which a folded name is looked up: without the ending of its level and without the peoples of an autonomous place;
 * for a development zone also the words in use for it. A one-character core stays whole where it would say nothing (城区).
 */
export function surfacesOf(name: string, level: number): string[] {
  const ending = endings[level]
  if (ending === undefined) return [name]
  const plain = name.replace(peoplesBefore, '')
  const core = plain.replace(ending, '')
  const cores = new Set<string>()
  if (core.length >= 2) cores.add(core)
  else if (core.length === 1) cores.add(plain)
  else cores.add(name)
  if (plain !== name) {
    // 恩施土家族苗族自治州 is also written whole, without its ending, or as 恩施州.
    const whole = name.replace(/(自治州|自治县|自治旗|民族乡|乡|苏木)$/, '')
    if (whole.length >= 2) cores.add(whole)
  }
  if (level === district) {
    const zone = zoneNames.find(([pattern]) => pattern.test(name))
    if (zone !== undefined) for (const word of zone[1]) cores.add(word)
  }
  return [...cores]
}

const officialEndings = [
  '社区居民委员会',
  '村村民委员会',
  '村社区居委会',
  '社区居委会',
  '嘎查委员会',
  '家属委员会',
  '村村委会',
  '村居委会',
  '村民委员会',
  '居民委员会',
  '居委会',
  '村委会',
  '牧委会',
  '渔委会',
  '社区村',
  '社区',
  '村',
] as const

/** 「东山村委会」→「东山」, 「花家地北里社区居委会」→「花家地北里」. Never empty. */
export function communityCore(name: string): string {
  const ending = officialEndings.find((one) => name.endsWith(one))
  return ending === undefined || ending.length === name.length ? name : name.slice(0, -ending.length)
}

/** What may be written after the core of a community's name, longest first. */
export const communityEndings = [
  '社区居民委员会',
  '村民委员会',
  '居民委员会',
  '社区居委会',
  '社区村',
  '居委会',
  '村委会',
  '村委',
  '社区',
  '村部',
  '嘎查',
  '行政村',
  '村村',
  '村',
] as const
