import { endpoints } from '../ledgers/endpoints'
import { reactions } from '../ledgers/reactions'
import { sliceHandler } from '../platform/endpoint/slice'
import { useStanding } from './standing'

useStanding()
export const handler = sliceHandler('ledgers', endpoints, reactions)
