import { answerable, unanswered, unansweredCounts } from './handlers/answerable'
import { askCharge, askedCharges, charges, decideCharge, endCharge } from './handlers/charges'
import { choices } from './handlers/choices'
import { dataSet, dataSets, deliverSheet, offerDataSet } from './handlers/data-sets'
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
import { provisionRows } from './handlers/provided-rows'
import { askProvision, decideProvision, endProvision, provision, provisions } from './handlers/provisions'
import { putIn, rows, sifted, takeOut } from './handlers/rows'
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
import { setSupervision, supervision } from './handlers/supervision'

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
  sifted,
  putIn,
  takeOut,
  measured,
  found,
  enter,
  correct,
  timeline,
  graph,
  answerable,
  unanswered,
  unansweredCounts,
  supervision,
  setSupervision,
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
  dataSets,
  dataSet,
  offerDataSet,
  deliverSheet,
  provisions,
  provision,
  askProvision,
  decideProvision,
  endProvision,
  provisionRows,
]
