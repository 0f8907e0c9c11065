import { type Level, levels, type PlaceKind } from './place'

/** Many buildings, units and doors by their pattern: 「1–12 号楼，每栋 3 单元，18 层 × 4 户」. */
export interface DoorPattern {
  readonly buildings: { readonly from: number; readonly to: number }
  /** Numbers left out, for example no 4号楼. */
  readonly skip?: readonly number[] | undefined
  readonly suffix: string
  /** Units of each building; 0: the doors hang on the building. */
  readonly units: number
  /** Floors with doors; 0: no doors yet. */
  readonly floors: number
  readonly firstFloor?: number | undefined
  readonly doors: number
}

/** A place to be made, with what is to be made inside it. */
export interface PlaceDraft {
  readonly name: string
  readonly level: Level
  readonly kind: PlaceKind
  /** Sorts it among its siblings and is its local number; two siblings never share one. */
  readonly order: string
  readonly inside: readonly PlaceDraft[]
}

/** At most this many places at once. */
export const mintLimit = 20_000

/**
 * The local number of a place among its siblings, from its name: 「3号楼」 → 000003, 「12栋B」 → 000012B, 「A座」 → A, 「0501室」 → 000501.
 * Names that mean the same (3号楼, 三号楼, 3栋 …) give the same.
 */
export function orderFrom(name: string): string {
  const plain = name
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[〇零一二三四五六七八九十百两]+/gu, (words) => String(numberInWords(words) ?? words))
    .replace(/\s+/g, '')
  const bare = plain.replace(/(号楼|号院|楼栋|栋楼|单元门|单元|门洞|号|栋|幢|座|楼|门|室|户)/gu, '')
  const digits = /\d+/.exec(bare)
  if (digits === null) return bare === '' ? plain : bare
  const [number] = digits
  const rest = `${bare.slice(0, digits.index)}${bare.slice(digits.index + number.length)}`
  return `${number.replace(/^0+(?=\d)/, '').padStart(6, '0')}${rest}`
}

const digitWords = '零一二三四五六七八九'
/** 「十二」 → 12, 「三百零五」 → 305, 「五〇一」 → 501. @returns undefined for what is no number. */
function numberInWords(words: string): number | undefined {
  const text = words.replaceAll('〇', '零').replaceAll('两', '二')
  if (!/[十百]/.test(text)) {
    const digits = [...text].map((one) => digitWords.indexOf(one)).join('')
    return digits === '' ? undefined : Number(digits)
  }
  let total = 0
  let pending = 0
  for (const one of text) {
    if (one === '百') {
      total += (pending || 1) * 100
      pending = 0
    } else if (one === '十') {
      total += (pending || 1) * 10
      pending = 0
    } else pending = digitWords.indexOf(one)
  }
  return total + pending
}

const draft = (name: string, level: Level, inside: readonly PlaceDraft[]): PlaceDraft => ({
  name,
  level,
  kind: 'division',
  order: orderFrom(name),
  inside,
})

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_none, index) => from + index)

/** 「501」, 「1203」: the floor, then the door in two digits. */
const doorName = (floor: number, door: number): string => `${floor}${String(door).padStart(2, '0')}`

/** The places a pattern stands for. */
export function draftsOfPattern(pattern: DoorPattern): PlaceDraft[] {
  const { buildings, skip = [], suffix, units, floors, firstFloor = 1, doors } = pattern
  const doorsOf = () =>
    range(firstFloor, firstFloor + floors - 1).flatMap((floor) =>
      range(1, doors).map((door) => draft(doorName(floor, door), 'door', [])),
    )
  return range(buildings.from, buildings.to)
    .filter((number) => !skip.includes(number))
    .map((number) =>
      draft(
        `${number}${suffix}`,
        'building',
        units === 0 ? doorsOf() : range(1, units).map((unit) => draft(`${unit}单元`, 'unit', doorsOf())),
      ),
    )
}

/** How many places of each level drafts stand for. */
export function countDrafts(drafts: readonly PlaceDraft[]): Partial<Record<Level, number>> {
  const counts: Partial<Record<Level, number>> = {}
  const count = (list: readonly PlaceDraft[]): void => {
    for (const { level, inside } of list) {
      counts[level] = (counts[level] ?? 0) + 1
      count(inside)
    }
  }
  count(drafts)
  return counts
}

/** What a pattern will make, for a preview beside the form; computed without making it. */
export function previewPattern(pattern: DoorPattern): {
  readonly counts: Partial<Record<Level, number>>
  readonly sample: readonly string[]
  readonly problems: readonly string[]
} {
  const { buildings, skip = [], suffix, units, floors, firstFloor = 1, doors } = pattern
  const problems: string[] = []
  if (buildings.to < buildings.from) problems.push('楼栋的起止号写反了')
  const numbers = range(buildings.from, buildings.to).filter((number) => !skip.includes(number))
  if (buildings.to >= buildings.from && numbers.length === 0) problems.push('所有楼栋号都被跳过了')
  if ((floors === 0) !== (doors === 0)) problems.push('楼层数和每层户数要么都填，要么都不填')
  const towers = numbers.length
  const entrances = towers * units
  const flats = (units === 0 ? towers : entrances) * floors * doors
  if (towers + entrances + flats > mintLimit)
    problems.push(`一次最多生成 ${mintLimit} 个地点，现在是 ${towers + entrances + flats} 个，请分几次生成`)
  const first = numbers[0]
  const last = numbers.at(-1)
  const name = (number: number, unit: number, floor: number, door: number): string =>
    [
      `${number}${suffix}`,
      ...(units === 0 ? [] : [`${unit}单元`]),
      ...(floors === 0 || doors === 0 ? [] : [doorName(floor, door)]),
    ].join(' ')
  const sample =
    first === undefined || last === undefined
      ? []
      : [
          name(first, 1, firstFloor, 1),
          name(first, 1, firstFloor, Math.min(2, doors)),
          name(last, units, firstFloor + floors - 1, doors),
        ]
  return {
    counts: {
      ...(towers === 0 ? {} : { building: towers }),
      ...(entrances === 0 ? {} : { unit: entrances }),
      ...(flats === 0 ? {} : { door: flats }),
    },
    sample: [...new Set(sample)],
    problems,
  }
}

/** A row of a list: a way down from the place the list is for. */
export interface PlaceRow {
  readonly row: number
  readonly compound?: string | undefined
  readonly building?: string | undefined
  readonly unit?: string | undefined
  readonly door?: string | undefined
  readonly kind?: PlaceKind | undefined
}

const rowLevels = ['compound', 'building', 'unit', 'door'] as const

/**
 * The places a list stands for. Rows that say the same twice, or leave out what cannot be left out, are problems; the others are taken.
 * @param at the level of the place the list is for.
 */
export function draftsOfRows(
  rows: readonly PlaceRow[],
  at: Level,
): { readonly drafts: PlaceDraft[]; readonly problems: { readonly row: number; readonly message: string }[] } {
  type Growing = { -readonly [K in keyof Omit<PlaceDraft, 'inside'>]: PlaceDraft[K] } & { inside: Map<string, Growing> }
  const top = new Map<string, Growing>()
  const problems: { row: number; message: string }[] = []
  const seen = new Map<string, number>()
  for (const row of rows) {
    const named = rowLevels.flatMap((level) => {
      const name = row[level]?.trim() ?? ''
      return name === '' ? [] : [{ level, name }]
    })
    const above = named.find(({ level }) => levels.indexOf(level) <= levels.indexOf(at))
    const [first] = named
    if (first === undefined) {
      problems.push({ row: row.row, message: '这一行没有填写内容' })
      continue
    }
    if (above !== undefined) {
      problems.push({ row: row.row, message: `「${above.name}」不在导入地点的下级里` })
      continue
    }
    if (
      named.some(({ level }) => level === 'unit') &&
      !named.some(({ level }) => level === 'building') &&
      at !== 'building'
    ) {
      problems.push({ row: row.row, message: '填写了单元，但没有填写楼栋' })
      continue
    }
    const key = named.map(({ level, name }) => `${level}:${orderFrom(name)}`).join('/')
    const before = seen.get(key)
    if (before !== undefined) {
      problems.push({ row: row.row, message: `与第 ${before} 行重复` })
      continue
    }
    seen.set(key, row.row)
    let list = top
    for (const [index, { level, name }] of named.entries()) {
      const order = level === 'compound' ? name : orderFrom(name)
      const kind: PlaceKind =
        index === 0 && row.kind !== undefined ? row.kind : level === 'compound' ? 'landmark' : 'division'
      const held = list.get(`${level}:${order}`) ?? { name, level, kind, order, inside: new Map<string, Growing>() }
      list.set(`${level}:${order}`, held)
      list = held.inside
    }
  }
  const finish = (list: Map<string, Growing>): PlaceDraft[] =>
    [...list.values()].map(({ inside, ...one }) => ({ ...one, inside: finish(inside) }))
  return { drafts: finish(top), problems }
}
