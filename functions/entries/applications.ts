import { endpoints } from '../applications/endpoints'
import { sliceHandler } from '../platform/endpoint/slice'
import { useStanding } from './standing'

useStanding()
export const handler = sliceHandler(
  'applications',
  endpoints,
  async () => (await import('../applications/reactions')).reactions,
)
