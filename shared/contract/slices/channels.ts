import { channels } from '../channels'
import { files } from '../files'

/** The endpoints of one function: a file of their own, so that it carries no other's. */
export const channelRoutes = { ...channels, ...files } as const
