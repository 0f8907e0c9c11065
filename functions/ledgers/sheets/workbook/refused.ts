import { mostSheetRows } from '@zmht/shared/sheets/rows/limits'

/** A sheet that cannot be read, with what to do about it in words for the clerk. */
export class SheetRefused extends Error {
  override readonly name = 'SheetRefused'
}

/** What is read of a sheet at most: more is refused, never cut off. */
export const limits = {
  /** One part of a workbook, unpacked. */
  unpackedBytes: 400 * 1024 * 1024,
  /** Texts that a workbook keeps apart from its cells. */
  textBytes: 128 * 1024 * 1024,
  parts: 5000,
  rows: mostSheetRows,
  /** Titles and notes above the headings. */
  rowsAbove: 50,
  columns: 200,
  cellCharacters: 32_767,
  merges: 50_000,
} as const

const broken = '文件读不出来，可能没有传完或已损坏，请在 Excel 或 WPS 里重新保存后再上传'

/** Whatever a reader of broken bytes throws is told in one way; a refusal keeps its own words. */
export const refusalOf = (error: unknown): SheetRefused =>
  error instanceof SheetRefused ? error : new SheetRefused(broken, { cause: error })
