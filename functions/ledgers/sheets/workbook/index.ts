/**
 * Workbooks, without any store: opened, written, and their columns understood. What is needed for it weighs as much as all the rest of
 * the job function, so it is a file of its own there (`functions/bundle.mjs`), loaded when a sheet is worked on.
 */
export { proposeColumns } from '@zmht/shared/sheets/rows/propose-columns'
export { openSheet } from './read'
export { SheetRefused } from './refused'
export type { Merged, OpenedSheet, SheetRow } from './rows'
export { writeSheet } from './write-xlsx'
