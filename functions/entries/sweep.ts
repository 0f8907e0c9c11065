import { sweep } from '../platform/sweep'

export const handler = sweep
