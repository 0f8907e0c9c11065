import { endpoints } from '../overview/endpoints'
import { sliceHandler } from '../platform/endpoint/slice'
import { useStanding } from './standing'

useStanding()
export const handler = sliceHandler(
  'overview',
  endpoints,
  async () => (await import('../overview/reactions')).reactions,
)
