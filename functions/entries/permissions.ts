import { endpoints } from '../permissions/endpoints'
import { reactions } from '../permissions/reactions'
import { sliceHandler } from '../platform/endpoint/slice'
import { useStanding } from './standing'

useStanding()
export const handler = sliceHandler('permissions', endpoints, reactions)
