import type { MintRow } from '@zmht/shared/contract'
import { levelNames } from '@zmht/shared/geo'

/** What a column of a spreadsheet of places may be. */
export const sheetFields = ['compound', 'building', 'unit', 'door'] as const
export type SheetField = (typeof sheetFields)[number]

export const sheetFieldNames: Readonly<Record<SheetField, string>> = levelNames

/** Which column holds what; a field without a column is left out of the rows. */
export type Mapping = Partial<Readonly<Record<SheetField, number>>>

export type Cells = readonly (readonly string[])[]

/** At most so many rows and so large a file are read. */
export const mostRows = 50_000
export const largestFile = 10 * 1024 * 1024
/** Unpacked, a spreadsheet may not be larger: a small file can hold a very large one. */
export const largestUnpacked = 400 * 1024 * 1024
/** As many rows go into one import. */
export const rowsPerPart = 2000

const patterns: Readonly<Record<SheetField, RegExp>> = {
  compound: /小区|院落|自然村|楼盘|地址名称/u,
  building: /楼栋|楼号|栋|幢|座/u,
  unit: /单元|门栋/u,
  door: /门牌|房号|房间|室号|户号|户室/u,
}

/** @returns which column is likely what, by its heading; the first that fits, each column once. */
export function guessMapping(header: readonly string[]): Mapping {
  const mapping: Partial<Record<SheetField, number>> = {}
  const taken = new Set<number>()
  for (const field of sheetFields) {
    const at = header.findIndex((words, column) => !taken.has(column) && patterns[field].test(words.trim()))
    if (at < 0) continue
    mapping[field] = at
    taken.add(at)
  }
  return mapping
}

/** @returns the row that looks most like headings among the first ten; 0 when none does. */
export function headerRow(cells: Cells): number {
  let best = 0
  let most = 0
  cells.slice(0, 10).forEach((row, index) => {
    const found = Object.keys(guessMapping(row)).length
    if (found > most) {
      best = index
      most = found
    }
  })
  return best
}

/** True when a column is filled only where it changes, as merged cells are: then what stands above holds on. */
export function looksMerged(cells: Cells, header: number, mapping: Mapping): boolean {
  const column = mapping.compound ?? mapping.building
  const deepest = mapping.door ?? mapping.unit ?? mapping.building
  if (column === undefined || deepest === undefined || column === deepest) return false
  const body = cells.slice(header + 1).filter((row) => (row[deepest] ?? '').trim() !== '')
  const empty = body.filter((row) => (row[column] ?? '').trim() === '').length
  return body.length > 0 && (body[0]?.[column] ?? '').trim() !== '' && empty > body.length / 3
}

/**
 * The rows of a sheet below its headings; empty ones are left out. `fillDown`: an empty compound, building or unit is the one above. A
 * new compound or building ends what stood below it.
 */
export function rowsOf(cells: Cells, header: number, mapping: Mapping, fillDown: boolean): readonly MintRow[] {
  const rows: MintRow[] = []
  let above: Partial<Record<SheetField, string>> = {}
  cells.forEach((row, index) => {
    if (index <= header) return
    const own: Partial<Record<SheetField, string>> = {}
    for (const field of sheetFields) {
      const column = mapping[field]
      const words = column === undefined ? '' : (row[column] ?? '').trim()
      if (words !== '') own[field] = words
    }
    if (Object.keys(own).length === 0) return
    let given = own
    if (fillDown) {
      const first = sheetFields.findIndex((field) => own[field] !== undefined)
      const kept = Object.fromEntries(
        sheetFields.slice(0, first).flatMap((field) => (above[field] === undefined ? [] : [[field, above[field]]])),
      )
      given = { ...kept, ...own }
      above = given
    }
    const { compound, building, unit, door } = given
    rows.push({
      row: index + 1,
      ...(compound === undefined ? {} : { compound }),
      ...(building === undefined ? {} : { building }),
      ...(unit === undefined ? {} : { unit }),
      ...(door === undefined ? {} : { door }),
    })
  })
  return rows
}

/** @returns the rows in parts of at most so many. */
export function inParts<T>(rows: readonly T[], most = rowsPerPart): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(rows.length / most) }, (_, index) =>
    rows.slice(index * most, (index + 1) * most),
  )
}

/** A row as people read it: 「花家地北里 3号楼 2单元 501」. */
export const rowWords = (row: MintRow): string =>
  sheetFields.flatMap((field) => (row[field] === undefined ? [] : [row[field]])).join(' ')

/**
 * How large a zip file is unpacked, as its directory says, without unpacking it.
 * @returns undefined for what is no zip file.
 */
export function unpackedSize(file: ArrayBuffer): number | undefined {
  const view = new DataView(file)
  // The end record stands within the last 64 kB, before a comment of unknown length.
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--) {
    if (view.getUint32(at, true) !== 0x06054b50) continue
    const entries = view.getUint16(at + 10, true)
    let entry = view.getUint32(at + 16, true)
    let sum = 0
    for (let index = 0; index < entries; index++) {
      if (entry + 46 > view.byteLength || view.getUint32(entry, true) !== 0x02014b50) return undefined
      sum += view.getUint32(entry + 24, true)
      entry +=
        46 + view.getUint16(entry + 28, true) + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true)
    }
    return sum
  }
  return undefined
}

/** Comma-separated text as cells: quotes, line breaks inside them, and the mark some programs put in front. */
export function readCsv(text: string): Cells {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  const source = text.replace(/^\ufeff/, '')
  for (let at = 0; at < source.length; at++) {
    const character = source.charAt(at)
    if (quoted) {
      if (character !== '"') cell += character
      else if (source.charAt(at + 1) === '"') {
        cell += '"'
        at++
      } else quoted = false
    } else if (character === '"' && cell === '') quoted = true
    else if (character === ',') {
      row.push(cell)
      cell = ''
    } else if (character === '\n' || character === '\r') {
      if (character === '\r' && source.charAt(at + 1) === '\n') at++
      rows.push([...row, cell])
      row = []
      cell = ''
    } else cell += character
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell])
  return rows
}
