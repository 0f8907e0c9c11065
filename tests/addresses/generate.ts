import { createHash } from 'node:crypto'
import { type DictionaryPlace, initialsOf, type Level, type PlaceId, placeIdFrom } from '@zmht/shared/geo'
import { divisionsOf, idOfDivision } from '../../functions/hierarchy/divisions'
import { isPlaceholder } from '../../functions/hierarchy/domain/division'

/** Numbers from 0 to 1, the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export type Random = () => number
const pick = <One>(random: Random, from: readonly One[]): One => {
  const one = from[Math.floor(random() * from.length)]
  if (one === undefined) throw new RangeError('nothing to pick from')
  return one
}
const between = (random: Random, low: number, high: number): number => low + Math.floor(random() * (high - low + 1))

/** A home the dictionary knows, with the words of its levels as they are officially written. */
export interface Home {
  readonly city: '北京' | '大同'
  readonly province: string
  readonly prefecture?: string
  readonly district: string
  readonly town: string
  readonly community: string
  readonly compound: string
  readonly building: string
  readonly unit: string
  readonly door: string
  readonly ids: {
    readonly compound: PlaceId
    readonly building: PlaceId
    readonly unit: PlaceId
    readonly door: PlaceId
  }
}

const firstWords = ['和平', '锦绣', '翠湖', '云锦', '丽景', '春晖', '枫丹', '御河', '文瀛', '松韵', '兰亭', '星河', '紫竹', '玉兰', '清泉', '晨光', '静雅', '鸿福', '瑞祥', '康乐'] // biome-ignore format: a list of words
const lastWords = ['家园', '小区', '花园', '嘉园', '公寓', '苑', '新村', '东里', '北里', '华庭', '名邸', '一区'] // biome-ignore format: a list of words
const buildingWords = ['号楼', '栋', '幢'] as const

interface Row {
  readonly code: string
  readonly name: string
}

/** The real divisions of Beijing and Datong, with made-up compounds, buildings, units and doors in some of their communities. */
export async function world(seed: number, communities: number): Promise<{ below: DictionaryPlace[]; homes: Home[] }> {
  const random = seeded(seed)
  const below: DictionaryPlace[] = []
  const homes: Home[] = []
  for (const [city, prefix] of [
    ['北京', '11'],
    ['大同', '1402'],
  ] as const) {
    const names = new Map<string, string>()
    const rows: Row[] = []
    for await (const division of divisionsOf(prefix.slice(0, 2))) {
      if (isPlaceholder(division)) continue
      names.set(division.code, division.name)
      if (division.code.length === 12 && division.code.startsWith(prefix)) rows.push(division)
    }
    const taken = new Set<string>()
    for (let made = 0; made < communities; made++) {
      const row = pick(random, rows)
      let name = pick(random, firstWords) + pick(random, firstWords).slice(0, 1) + pick(random, lastWords)
      // A name is used once in a city, so that an address without its district can be right or wrong.
      while (taken.has(name)) name = pick(random, firstWords) + pick(random, firstWords) + pick(random, lastWords)
      taken.add(name)
      furnish(random, row, name, { city, names }, below, homes)
    }
  }
  return { below, homes }
}

function furnish(
  random: Random,
  row: Row,
  compound: string,
  { city, names }: { city: Home['city']; names: ReadonlyMap<string, string> },
  below: DictionaryPlace[],
  homes: Home[],
): void {
  const place = (level: Level, name: string, parent: PlaceId): PlaceId => {
    const id = placeIdFrom(createHash('sha256').update(`${parent}/${level}/${name}`).digest())
    below.push({
      id,
      name,
      level,
      kind: level === 'compound' ? 'landmark' : 'division',
      parent,
      initials: initialsOf(name),
    })
    return id
  }
  const compoundId = place('compound', compound, idOfDivision(row.code))
  const word = pick(random, buildingWords)
  for (let number = 1; number <= between(random, 3, 14); number++) {
    const building = `${number}${word}`
    const buildingId = place('building', building, compoundId)
    for (let entrance = 1; entrance <= between(random, 2, 4); entrance++) {
      const unit = `${entrance}单元`
      const unitId = place('unit', unit, buildingId)
      for (let floor = 1; floor <= 6; floor++) {
        for (let side = 1; side <= 2; side++) {
          const door = `${floor}0${side}`
          const doorId = place('door', door, unitId)
          const prefecture = names.get(row.code.slice(0, 4))
          homes.push({
            city,
            province: names.get(row.code.slice(0, 2)) ?? '',
            ...(prefecture === undefined ? {} : { prefecture }),
            district: names.get(row.code.slice(0, 6)) ?? '',
            town: names.get(row.code.slice(0, 9)) ?? '',
            community: row.name,
            compound,
            building,
            unit,
            door,
            ids: { compound: compoundId, building: buildingId, unit: unitId, door: doorId },
          })
        }
      }
    }
  }
}

/** One address as somebody may write it, and the place that is meant. */
export interface Written {
  readonly text: string
  readonly place: PlaceId
  readonly city: Home['city']
  readonly noise: readonly string[]
}

const chineseDigits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']
function inChinese(number: number): string {
  if (number < 10) return chineseDigits[number] ?? ''
  const tens = Math.floor(number / 10)
  return `${tens === 1 ? '' : chineseDigits[tens]}十${number % 10 === 0 ? '' : chineseDigits[number % 10]}`
}
const fullWidth = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
const traditionalOf: Readonly<Record<string, string>> = { 区: '區', 号: '號', 楼: '樓', 单: '單', 东: '東', 乡: '鄉', 镇: '鎮', 园: '園', 县: '縣', 阳: '陽', 门: '門', 华: '華', 云: '雲', 里: '裡', 会: '會', 村: '邨', 台: '臺', 丰: '豐', 庄: '莊', 龙: '龍', 马: '馬', 广: '廣', 锦: '錦', 绣: '繡', 丽: '麗' } // biome-ignore format: pairs
/** 「花家地北里社区居委会」 is spoken of as 花家地北里社区, 「南小村村委会」 as 南小村. */
const spoken = (name: string): string =>
  name.replace(/(社区居民委员会|社区居委会)$/, '社区').replace(/村?(村民委员会|村委会)$/, '村')

const formerNames: Readonly<Record<string, string>> = {
  平城区: '城区',
  云冈区: '南郊区',
  云州区: '大同县',
  密云区: '密云县',
  延庆区: '延庆县',
}

const surnames = ['张', '王', '李', '赵', '郝', '孟']
const givenNames = ['建国', '秀英', '小雨', '立春', '芳', '志强']

/** Writes a home with up to three kinds of noise. */
export function write(random: Random, home: Home): Written {
  const noise: string[] = []
  const chance = (what: string, odds: number): boolean => {
    if (random() >= odds) return false
    noise.push(what)
    return true
  }
  let regions = [home.province, home.prefecture, home.district, home.town, home.community].filter(
    (name) => name !== undefined,
  )
  // 「平城」 for 平城区, but never a single character.
  if (chance('short names', 0.15))
    regions = regions.map((name) => name.replace(/(?<=..)(省|市|地区|(?<!社)区|街道|镇|乡)$/, ''))
  regions = regions.map(spoken)
  if (chance('levels left out', 0.35)) {
    const start = between(random, 1, 2)
    regions = regions.slice(start)
    if (random() < 0.5) regions.pop()
  }
  if (chance('community left out', 0.2) && regions.length > 1 && regions.at(-1)?.match(/社区$|村$/)) regions.pop()
  // Abolished in 2015 and 2018; people go on writing them.
  if (chance('former names', 0.15)) regions = regions.map((name) => formerNames[name] ?? name)
  if (chance('a level twice', 0.08)) regions = regions.flatMap((name, index) => (index === 0 ? [name, name] : [name]))
  if (chance('swapped levels', 0.06) && regions.length > 2) {
    const [one, other, ...rest] = regions
    if (one !== undefined && other !== undefined) regions = [other, one, ...rest]
  }
  const [number] = /^\d+/.exec(home.building) ?? ['1']
  let building = home.building
  let unit = home.unit
  let door = home.door
  if (chance('Chinese numerals', 0.15)) {
    building = home.building.replace(number, inChinese(Number(number)))
    unit = home.unit.replace(/\d+/, (digits) => inChinese(Number(digits)))
  } else if (chance('another word for the building', 0.2)) building = `${number}${pick(random, buildingWords)}`
  else if (chance('dashes', 0.15)) {
    building = `${number}-`
    unit = `${home.unit.replace('单元', '')}-`
  }
  if (chance('室', 0.3)) door = `${door}室`
  let text = `${regions.join('')}${home.compound}${building}${unit}${door}`
  if (chance('full-width digits', 0.12)) text = fullWidth(text)
  if (chance('traditional characters', 0.1)) text = [...text].map((one) => traditionalOf[one] ?? one).join('')
  if (chance('spaces', 0.08)) text = text.replace(home.compound, ` ${home.compound} `)
  if (chance('brackets', 0.05)) text = `${text}（${pick(random, ['南门', '送到家', '三天内'])}）`
  const person = `${pick(random, surnames)}${pick(random, givenNames)}`
  const phone = `1${pick(random, ['38', '50', '86', '99'])}${String(between(random, 10_000_000, 99_999_999))}`
  if (chance('name and phone before', 0.08)) text = `${person} ${phone} ${text}`
  else if (chance('name and phone behind', 0.08)) text = `${text}，${person}${phone}`
  else if (chance('labels', 0.05)) text = `收件人：${person}，电话：${phone}，地址：${text}`
  return { text, place: home.ids.door, city: home.city, noise }
}
