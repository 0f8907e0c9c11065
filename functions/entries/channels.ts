import { endpoints } from '../channels/endpoints'
import { pointsArePlacedBy } from '../channels/open311/points'
import { sliceHandler } from '../platform/endpoint/slice'
import { useStanding } from './standing'

useStanding()
// The geometry of boundaries is nothing for anybody else to wait for.
pointsArePlacedBy(async (position) => (await import('../hierarchy/points')).placeAt(position))
export const handler = sliceHandler(
  'channels',
  endpoints,
  async () => (await import('../channels/reactions')).reactions,
)
