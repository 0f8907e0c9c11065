import { find } from '../find'
import { home } from '../home'
import { overview } from '../overview'

/** The endpoints of one function: a file of their own, so that it carries no other's. */
export const overviewRoutes = { ...overview, ...find, ...home } as const
