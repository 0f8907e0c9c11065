import { overviewRoutes as routes } from '@zmht/shared/contract'
import { type Endpoint, later } from '../platform/endpoint/endpoint'

export const endpoints: readonly Endpoint[] = [
  ...later([routes.found], () => import('./find/handlers')),
  ...later(
    [routes.home, routes.seeNews, routes.arrangeMyHome, routes.rolePages, routes.arrangeRole],
    () => import('./home/handlers'),
  ),
]
