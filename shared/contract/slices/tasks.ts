import { taskLists } from '../task-lists'
import { taskMeasureRoutes } from '../task-measures'
import { taskRecipients } from '../task-recipients'
import { taskUnits } from '../task-units'
import { tasks } from '../tasks'

/** The endpoints of one function: a file of their own, so that it carries no other's. */
export const taskRoutes = { ...tasks, ...taskUnits, ...taskLists, ...taskMeasureRoutes, ...taskRecipients } as const
