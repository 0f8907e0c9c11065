import { applicationRoutes as routes } from '@zmht/shared/contract'
import { later } from '../platform/endpoint/endpoint'

/** What a call needs is loaded when it is asked for. */
export const endpoints = [
  ...later([routes.applicationFile, routes.readApplicationFile], () => import('./handlers/file')),
  ...later([routes.runs, routes.retryRun], () => import('./handlers/runs')),
  ...later(
    [
      routes.saveApplication,
      routes.changeApplication,
      routes.application,
      routes.applicationVersion,
      routes.applications,
    ],
    () => import('./handlers/applications'),
  ),
]
