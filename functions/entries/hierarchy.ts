import { endpoints } from '../hierarchy/endpoints'
import { reactions } from '../hierarchy/reactions'
import { sliceHandler } from '../platform/endpoint/slice'
import { useStanding } from './standing'

useStanding()
export const handler = sliceHandler('hierarchy', endpoints, reactions)
