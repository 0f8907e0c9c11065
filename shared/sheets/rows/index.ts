/** Rows of a sheet as facts of a ledger: which column is what, and what each row says. Without the words of the headings, which weigh. */
export { mostSheetRows } from './limits'
export {
  attributeMeaning,
  type ColumnMeaning,
  canBeWritten,
  isSameMeaning,
  type MeaningChoice,
  meaningChoices,
  placeLabel,
  placingRelation,
  type SheetColumn,
} from './meaning'
export { saysNothing } from './read-cell'
export { type ReadRow, type RowProblem, readRow } from './read-row'
