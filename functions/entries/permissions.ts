import { endpoints } from '../permissions/endpoints'
import { sliceHandler } from '../platform/endpoint/slice'
import { useStanding } from './standing'

useStanding()
export const handler = sliceHandler(
  'permissions',
  endpoints,
  async () => (await import('../permissions/reactions')).reactions,
)
