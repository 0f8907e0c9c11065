import { taskRoutes as routes } from '@zmht/shared/contract'
import { later } from '../platform/endpoint/endpoint'

/** Each is loaded when it is first asked for: a start pays for none of them. */
export const endpoints = [
  ...later([routes.work, routes.myWork], () => import('./handlers/work')),
  ...later(
    [routes.amendTask, routes.changeTask, routes.saveTask, routes.task, routes.taskCounts, routes.tasksAt],
    () => import('./handlers/tasks'),
  ),
  ...later(
    [routes.givenBack, routes.heldItems, routes.items, routes.itemsAbout, routes.itemsToRule, routes.pack],
    () => import('./handlers/items'),
  ),
  ...later(
    [
      routes.passUnit,
      routes.reportUnit,
      routes.unit,
      routes.unitContact,
      routes.unitReport,
      routes.units,
      routes.urgeUnit,
    ],
    () => import('./handlers/units'),
  ),
  ...later(
    [routes.answerItem, routes.colleagues, routes.handOver, routes.item, routes.itemFile, routes.moveItem],
    () => import('./handlers/item'),
  ),
  ...later([routes.recogniseRows, routes.saveListPart], () => import('./handlers/lists')),
  ...later(
    [routes.comparedMeasure, routes.dropMeasure, routes.keepMeasure, routes.keptMeasures, routes.taskMeasures],
    () => import('./handlers/measures'),
  ),
  ...later(
    [routes.attachSheet, routes.detachSheet, routes.exportTask, routes.taskSheet],
    () => import('./handlers/sheets'),
  ),
  ...later([routes.givenItems, routes.givenTo, routes.shareItems], () => import('./handlers/given-items')),
  ...later([routes.previewTask], () => import('./handlers/preview')),
  ...later([routes.returnItems], () => import('./handlers/returns')),
  ...later(
    [routes.answerOwnItem, routes.ownItem, routes.ownItemFile, routes.ownItems],
    () => import('./handlers/own-items'),
  ),
]
