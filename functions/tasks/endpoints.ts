import { taskRoutes as routes } from '@zmht/shared/contract'
import { later } from '../platform/endpoint/endpoint'

/** Each is loaded when it is first asked for: a start pays for none of them. */
export const endpoints = [
  ...later([routes.work, routes.myWork], () => import('./handlers/work')),
  ...later(
    [routes.changeTask, routes.previewTask, routes.saveTask, routes.task, routes.taskCounts, routes.tasksAt],
    () => import('./handlers/tasks'),
  ),
  ...later(
    [routes.answerItem, routes.givenBack, routes.item, routes.items, routes.moveItem, routes.returnItems],
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
]
