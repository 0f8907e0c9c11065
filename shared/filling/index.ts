/** Workbooks as templates: what stands in double brackets is filled in, all else stays. Pure, on the parts of a workbook as text. */
export { checkTemplate, fillWorkbook, type Names, TooMuchToFill, type Unknown } from './fill'
export { type CellValue, type Filling, type Named, sayValue } from './placeholders'
export { type Column, helpSheet, plainTemplate } from './template'
export type { Parts } from './workbook'
