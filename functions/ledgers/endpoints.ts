import { askCharge, askedCharges, charges, decideCharge, endCharge } from './handlers/charges'
import { choices } from './handlers/choices'
import { decide } from './handlers/decisions'
import { confirm, confirmMine, due, dueRows } from './handlers/due'
import { duplicateSearch, duplicates, findDuplicates, tellDuplicate } from './handlers/duplicates'
import { entity, history } from './handlers/entity'
import { correct, enter } from './handlers/entries'
import { exportedFile, exportProgress, exportRows } from './handlers/exports'
import { found } from './handlers/found'
import { freshness } from './handlers/freshness'
import { holdings } from './handlers/holdings'
import { end, ledger, list, save } from './handlers/ledgers'
import { graph, timeline } from './handlers/life'
import { measured } from './handlers/measured'
import { mine, people, tell, undecided } from './handlers/people'
import { putIn, rows, takeOut } from './handlers/rows'
import {
  cancelImport,
  importRows,
  imports,
  mapColumns,
  newImport,
  readSheet,
  sheetImport,
  startImport,
  undoImport,
  wrongSheet,
} from './handlers/sheets'
import { merges, split } from './handlers/splits'

export const endpoints = [
  mine,
  tell,
  people,
  entity,
  undecided,
  history,
  decide,
  holdings,
  choices,
  charges,
  askCharge,
  endCharge,
  askedCharges,
  decideCharge,
  list,
  ledger,
  save,
  end,
  rows,
  putIn,
  takeOut,
  measured,
  found,
  enter,
  correct,
  timeline,
  graph,
  merges,
  split,
  duplicates,
  tellDuplicate,
  findDuplicates,
  duplicateSearch,
  freshness,
  dueRows,
  confirm,
  due,
  confirmMine,
  imports,
  newImport,
  sheetImport,
  readSheet,
  mapColumns,
  importRows,
  startImport,
  cancelImport,
  undoImport,
  wrongSheet,
  exportRows,
  exportProgress,
  exportedFile,
]
