import { endpoints } from '../knowledge/endpoints'
import { reactions } from '../knowledge/reactions'
import { sliceHandler } from '../platform/endpoint/slice'
import { useStanding } from './standing'

useStanding()
export const handler = sliceHandler('knowledge', endpoints, reactions)
