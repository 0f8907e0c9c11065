import { overviewRoutes as routes } from '@zmht/shared/contract'
import { type Endpoint, later } from '../platform/endpoint/endpoint'

/** Each is loaded when it is first asked for: a start pays for none of them. */
export const endpoints: readonly Endpoint[] = [
  ...later([routes.board, routes.mark], () => import('./handlers/board')),
  ...later([routes.course], () => import('./handlers/course')),
  ...later([routes.late, routes.responsible], () => import('./handlers/late')),
  ...later(
    [routes.digest, routes.ownWords, routes.readWords, routes.sendWords, routes.switchDigest],
    () => import('./handlers/words'),
  ),
  ...later([routes.chooseMeasures], () => import('./handlers/choice')),
  ...later([routes.burdenAt], () => import('./handlers/burden')),
  ...later([routes.found], () => import('./find/handlers')),
  ...later(
    [routes.home, routes.seeNews, routes.arrangeMyHome, routes.rolePages, routes.arrangeRole],
    () => import('./home/handlers'),
  ),
]
