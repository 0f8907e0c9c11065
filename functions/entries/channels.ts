import { endpoints } from '../channels/endpoints'
import { sliceHandler } from '../platform/endpoint/slice'
import { useStanding } from './standing'

useStanding()
export const handler = sliceHandler(
  'channels',
  endpoints,
  async () => (await import('../channels/reactions')).reactions,
)
