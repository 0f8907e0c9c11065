import { ledgerRoutes as routes } from '@zmht/shared/contract'
import { later } from '../platform/endpoint/endpoint'

/** Each is loaded when it is first asked for: a start pays for none of them. */
export const endpoints = [
  ...later([routes.answerable, routes.unanswered, routes.unansweredCounts], () => import('./handlers/answerable')),
  ...later(
    [routes.askCharge, routes.askedCharges, routes.charges, routes.decideCharge, routes.endCharge],
    () => import('./handlers/charges'),
  ),
  ...later([routes.choices], () => import('./handlers/choices')),
  ...later(
    [routes.dataSet, routes.dataSets, routes.deliverSheet, routes.offerDataSet],
    () => import('./handlers/data-sets'),
  ),
  ...later([routes.decide], () => import('./handlers/decisions')),
  ...later([routes.confirm, routes.confirmMine, routes.due, routes.dueRows], () => import('./handlers/due')),
  ...later(
    [routes.duplicateSearch, routes.duplicates, routes.findDuplicates, routes.tellDuplicate],
    () => import('./handlers/duplicates'),
  ),
  ...later([routes.entity, routes.history], () => import('./handlers/entity')),
  ...later([routes.correct, routes.enter], () => import('./handlers/entries')),
  ...later([routes.exportFile, routes.exportProgress, routes.exportRows], () => import('./handlers/exports')),
  ...later([routes.search], () => import('./handlers/found')),
  ...later([routes.freshness], () => import('./handlers/freshness')),
  ...later([routes.holdings], () => import('./handlers/holdings')),
  ...later([routes.end, routes.ledger, routes.list, routes.save], () => import('./handlers/ledgers')),
  ...later([routes.graph, routes.timeline], () => import('./handlers/life')),
  ...later([routes.measured], () => import('./handlers/measured')),
  ...later([routes.mine, routes.people, routes.tell, routes.undecided], () => import('./handlers/people')),
  ...later([routes.previewMeasure], () => import('./handlers/previewed')),
  ...later([routes.startSearch, routes.foundRows], () => import('./handlers/searches')),
  ...later([routes.provisionRows], () => import('./handlers/provided-rows')),
  ...later(
    [routes.askProvision, routes.decideProvision, routes.endProvision, routes.provision, routes.provisions],
    () => import('./handlers/provisions'),
  ),
  ...later([routes.putIn, routes.rows, routes.sifted, routes.takeOut], () => import('./handlers/rows')),
  ...later(
    [
      routes.cancelImport,
      routes.importRows,
      routes.imports,
      routes.mapColumns,
      routes.newImport,
      routes.readSheet,
      routes.sheetImport,
      routes.startImport,
      routes.undoImport,
      routes.wrongSheet,
    ],
    () => import('./handlers/sheets'),
  ),
  ...later([routes.merges, routes.split], () => import('./handlers/splits')),
  ...later([routes.mapped], () => import('./handlers/mapped')),
  ...later([routes.startEdit, routes.edits], () => import('./handlers/edits')),
  ...later([routes.views, routes.saveViews], () => import('./handlers/views')),
  ...later([routes.setSupervision, routes.supervision], () => import('./handlers/supervision')),
]
