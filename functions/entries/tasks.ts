import { sliceHandler } from '../platform/endpoint/slice'
import { endpoints } from '../tasks/endpoints'
import { useStanding } from './standing'

useStanding()
export const handler = sliceHandler('tasks', endpoints, async () => (await import('../tasks/reactions')).reactions)
