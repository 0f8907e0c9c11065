import { find } from '../find'
import { home } from '../home'

/** The endpoints of one function: a file of their own, so that it carries no other's. */
export const overviewRoutes = { ...find, ...home } as const
