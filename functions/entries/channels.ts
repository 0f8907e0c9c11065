import { endpoints } from '../channels/endpoints'
import { reactions } from '../channels/reactions'
import { sliceHandler } from '../platform/endpoint/slice'
import { useStanding } from './standing'

useStanding()
export const handler = sliceHandler('channels', endpoints, reactions)
