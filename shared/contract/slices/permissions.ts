import { access } from '../access'
import { audit } from '../audit'
import { directory } from '../directory'
import { grants } from '../grants'
import { oneSignIn } from '../one-sign-in'
import { permissions } from '../permissions'

/** The endpoints of one function: a file of their own, so that it carries no other's. */
export const permissionRoutes = { ...permissions, ...directory, ...grants, ...access, ...audit, ...oneSignIn } as const
