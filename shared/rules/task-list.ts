import type { LedgerKind } from '../ledgers/ledger'

/** A given list 名单: what somebody pastes or brings in a sheet, line by line. */

/** So many lines are recognised in one call. */
export const mostRowsAtOnce = 200
/** So many are kept in one part, and so many parts of a task. */
export const mostInPart = 500
export const mostParts = 10
export const mostListed = mostInPart * mostParts

/** By how many of a kind are counted. */
export const listMeasures: Readonly<Record<LedgerKind, string>> = {
  person: '人',
  organisation: '家',
  thing: '件',
  place: '处',
}

/** What a line is recognised by, as it is asked for. */
export const listedBy: Readonly<Record<LedgerKind, string>> = {
  person: '身份证号，或姓名',
  organisation: '统一社会信用代码，或单位名称',
  thing: '编号、车牌，或名称',
  place: '地址',
}

/** @returns 「名单里的 298 家」 */
export const listWords = (kind: LedgerKind, count: number): string => `名单里的 ${count} ${listMeasures[kind]}`

/** @returns the distinct ones in parts of as many as one part holds */
export function partsOf<T>(all: readonly T[]): readonly (readonly T[])[] {
  const distinct = [...new Set(all)]
  const parts: T[][] = []
  for (let from = 0; from < distinct.length; from += mostInPart) parts.push(distinct.slice(from, from + mostInPart))
  return parts
}

/** Two hashes of 32 bits, mixed with each other at the end. */
const seeds = [0xdeadbeef, 0x41c6ce57] as const
const factors = [2654435761, 1597334677] as const

/**
 * The mark of a list: alike just where the same ones stand in it in the same order, worked out alike wherever it is kept. It tells a list from the one before it, and
 * guards against nobody.
 * @returns up to twelve letters and digits
 */
export function markOfList(kind: LedgerKind, ids: readonly string[]): string {
  let [one, other]: [number, number] = [...seeds]
  for (const letter of [kind, ...ids].join('\n')) {
    const code = letter.codePointAt(0) ?? 0
    one = Math.imul(one ^ code, factors[0])
    other = Math.imul(other ^ code, factors[1])
  }
  const mixed = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909)
  const more = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(mixed ^ (mixed >>> 13), 3266489909)
  return (4294967296 * (2097151 & more) + (mixed >>> 0)).toString(36)
}

/** Of each kind what the headings of a column that tells it read like, the surest first. */
const tellingHeadings: Readonly<Record<LedgerKind, readonly RegExp[]>> = {
  person: [/身份证|公民身份号码|证件号/, /^(姓名|人员姓名|户主)/, /姓名|名字/],
  organisation: [
    /信用代码|税号|营业执照/,
    /^(单位|企业|店铺|商户|门店|场所|机构)?(名称|全称)$/,
    /单位|企业|店名|商户|字号|名称/,
  ],
  thing: [/编号|车牌|号牌|登记号|使用证/, /名称/],
  place: [/地址|住址|位置|地点/, /小区|楼|门牌/],
}

const looksLike: Readonly<Record<LedgerKind, RegExp>> = {
  person: /^\d{17}[\dXx]$/,
  organisation: /^[0-9A-HJ-NPQRTUWXYa-z]{2}\d{6}[0-9A-Za-z]{10}$/,
  thing: /^[\u4e00-\u9fa5]?[A-Za-z0-9-]{5,}$/,
  place: /(号|楼|栋|单元|室|路|街|小区|里)/,
}

/**
 * The column of a sheet that tells who or what its lines are about: by what stands in it, else by its heading.
 * @param rows without the heading
 * @returns undefined where none is clear
 */
export function tellingColumn(
  kind: LedgerKind,
  heading: readonly string[],
  rows: readonly (readonly string[])[],
): number | undefined {
  const [width, some] = [Math.max(heading.length, ...rows.map((row) => row.length), 0), rows.slice(0, 50)]
  const columns = Array.from({ length: width }, (_, at) => at)
  const share = (at: number): number => {
    const cells = some.map((row) => (row[at] ?? '').trim()).filter((cell) => cell !== '')
    return cells.length === 0 ? 0 : cells.filter((cell) => looksLike[kind].test(cell)).length / cells.length
  }
  // A number of its own tells better than any name.
  if (kind === 'person' || kind === 'organisation') {
    const [best] = columns.map((at) => ({ at, share: share(at) })).sort((one, two) => two.share - one.share)
    if (best !== undefined && best.share >= 0.6) return best.at
  }
  for (const pattern of tellingHeadings[kind]) {
    const found = columns.find((at) => pattern.test((heading[at] ?? '').replace(/\s/g, '')))
    if (found !== undefined) return found
  }
  return width === 1 ? 0 : undefined
}

/** @returns whether a first row is a heading: it names a column, and is itself none of what the list is of */
export function isHeading(kind: LedgerKind, row: readonly string[]): boolean {
  const cells = row.map((cell) => cell.replace(/\s/g, '')).filter((cell) => cell !== '')
  return (
    cells.some(
      (cell) => cell.length <= 12 && !/\d{3}/.test(cell) && tellingHeadings[kind].some((pattern) => pattern.test(cell)),
    ) && cells.every((cell) => !/\d{6}/.test(cell))
  )
}

/** @returns pasted text as rows of cells: a line each, cut at tabs as sheets give them */
export const rowsOfText = (text: string): readonly (readonly string[])[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.split('\t').map((cell) => cell.trim()))
    .filter((row) => row.some((cell) => cell !== ''))
