import type { MintRow } from '@zmht/shared/contract'
import { levelNames } from '@zmht/shared/geo'
import type { Cells } from '../sheets/cells'
import { type Columns, type Headings, looksMerged } from '../sheets/columns'

/** What a column of a spreadsheet of places may be. */
export const sheetFields = ['compound', 'building', 'unit', 'door'] as const
export type SheetField = (typeof sheetFields)[number]

export const sheetFieldNames: Readonly<Record<SheetField, string>> = levelNames

/** A sheet to be filled in. */
export const sheetTemplate = {
  name: '楼门导入模板.xlsx',
  cells: [
    sheetFields.map((field) => sheetFieldNames[field]),
    ['幸福家园', '1号楼', '1单元', '101'],
    ['幸福家园', '1号楼', '1单元', '102'],
  ],
  widths: [20, 12, 12, 12],
}

/** As many rows go into one import. */
export const rowsPerPart = 2000

export const sheetHeadings: Headings<SheetField> = [
  ['compound', /小区|院落|自然村|楼盘|地址名称/u],
  ['building', /楼栋|楼号|栋|幢|座/u],
  ['unit', /单元|门栋/u],
  ['door', /门牌|房号|房间|室号|户号|户室/u],
]

/** True when compounds or buildings are written only where they change. */
export const looksFilledDown = (cells: Cells, header: number, columns: Columns<SheetField>): boolean =>
  looksMerged(
    cells,
    header,
    columns.compound ?? columns.building,
    columns.door ?? columns.unit ?? columns.building,
    1 / 3,
  )

/**
 * The rows of a sheet below its headings; empty ones are left out. `fillDown`: an empty compound, building or unit is the one above. A
 * new compound or building ends what stood below it.
 */
export function rowsOf(
  cells: Cells,
  header: number,
  columns: Columns<SheetField>,
  fillDown: boolean,
): readonly MintRow[] {
  const rows: MintRow[] = []
  let above: Partial<Record<SheetField, string>> = {}
  cells.forEach((row, index) => {
    if (index <= header) return
    const own: Partial<Record<SheetField, string>> = {}
    for (const field of sheetFields) {
      const column = columns[field]
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
