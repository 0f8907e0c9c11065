import { channelRoutes as routes } from '@zmht/shared/contract'
import { endpoint } from '../../platform/endpoint/endpoint'
import { listDesk } from '../desk-list'

export const desk = endpoint(routes.desk, async ({ actor, query, bounds, now }) =>
  listDesk('DESK', query.cursor, { actor, bounds, at: now }),
)

export const overseen = endpoint(routes.overseen, async ({ actor, query, bounds, now }) =>
  listDesk('OVERSEEN', query.cursor, { actor, bounds, at: now }),
)
