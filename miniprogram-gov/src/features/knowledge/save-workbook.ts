import type { Sheet } from './export-sheet'

/** Sheets as a workbook in the person's downloads. Only on h5; the library is fetched when first used. */
export async function saveWorkbook(name: string, sheets: readonly Sheet[]): Promise<void> {
  if (process.env.TARO_ENV === 'h5') {
    const { default: writeWorkbook } = await import('write-excel-file/browser')
    await writeWorkbook(
      sheets.map((sheet) => ({
        sheet: sheet.name,
        data: sheet.cells.map((row, index) =>
          row.map((value) => ({ value, type: String, ...(index === 0 ? { fontWeight: 'bold' as const } : {}) })),
        ),
        columns: sheet.widths.map((width) => ({ width })),
        stickyRowsCount: 1,
      })),
    ).toFile(name)
  }
}
