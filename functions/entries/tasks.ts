import { sliceHandler } from '../platform/endpoint/slice'
import { endpoints } from '../tasks/endpoints'
import { reactions } from '../tasks/reactions'
import { useStanding } from './standing'

useStanding()
export const handler = sliceHandler('tasks', endpoints, reactions)
