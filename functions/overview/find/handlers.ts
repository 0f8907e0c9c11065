import { overviewRoutes as routes } from '@zmht/shared/contract'
import { endpoint } from '../../platform/endpoint/endpoint'
import { lookFor } from './look'

export const found = endpoint(routes.found, async ({ query, actor, now }) => ({
  groups: await lookFor({ words: query.words, actor, at: now }),
}))
