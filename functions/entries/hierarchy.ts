import { endpoints } from '../hierarchy/endpoints'
import { sliceHandler } from '../platform/endpoint/slice'
import { useStanding } from './standing'

useStanding()
export const handler = sliceHandler(
  'hierarchy',
  endpoints,
  async () => (await import('../hierarchy/reactions')).reactions,
)
