import { endpoints } from '../ledgers/endpoints'
import { sliceHandler } from '../platform/endpoint/slice'
import { useStanding } from './standing'

useStanding()
export const handler = sliceHandler('ledgers', endpoints, async () => (await import('../ledgers/reactions')).reactions)
