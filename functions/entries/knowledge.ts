import { endpoints } from '../knowledge/endpoints'
import { sliceHandler } from '../platform/endpoint/slice'
import { useStanding } from './standing'

useStanding()
export const handler = sliceHandler(
  'knowledge',
  endpoints,
  async () => (await import('../knowledge/reactions')).reactions,
)
