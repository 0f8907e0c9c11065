import type { Route, Slice } from './route'
import { applicationRoutes } from './slices/applications'
import { channelRoutes } from './slices/channels'
import { hierarchyRoutes } from './slices/hierarchy'
import { knowledgeRoutes } from './slices/knowledge'
import { ledgerRoutes } from './slices/ledgers'
import { overviewRoutes } from './slices/overview'
import { permissionRoutes } from './slices/permissions'
import { taskRoutes } from './slices/tasks'

/** Every endpoint once, by slice and name. */
export const contract = {
  hierarchy: hierarchyRoutes,
  permissions: permissionRoutes,
  knowledge: knowledgeRoutes,
  ledgers: ledgerRoutes,
  tasks: taskRoutes,
  channels: channelRoutes,
  applications: applicationRoutes,
  overview: overviewRoutes,
} as const
export type Contract = typeof contract

export const slices = [
  'hierarchy',
  'permissions',
  'knowledge',
  'ledgers',
  'tasks',
  'channels',
  'applications',
  'overview',
] as const satisfies readonly Slice[]

/** All routes, in the contract's order. */
export const allRoutes: readonly Route[] = slices.flatMap((slice): Route[] => Object.values(contract[slice]))

/** First path segments by slice: how a gateway finds the function. */
export const slicePrefixes: Readonly<Record<Slice, readonly string[]>> = {
  hierarchy: ['places'],
  permissions: [
    'sessions',
    'me',
    'directory',
    'organisations',
    'officials',
    'duties',
    'grids',
    'grants',
    'permissions',
    'access',
    'audit',
  ],
  knowledge: ['knowledge'],
  ledgers: ['ledgers', 'entities', 'charges', 'data-sets', 'provisions'],
  tasks: ['work', 'tasks', 'items'],
  channels: [
    'channels',
    'services',
    'requests',
    'desk',
    'files',
    'statistics',
    'notices',
    'messages',
    'news',
    'appeals',
    'hooks',
    'clients',
    'work-orders',
    'community-pages',
    'open311',
    'linked',
    'organisation-services',
    'wechat',
    'picture-checks',
  ],
  applications: ['applications'],
  overview: ['overview'],
}

/** @returns the slice a path belongs to, or undefined. */
export function sliceOf(path: string): Slice | undefined {
  const first = path.split('/')[1]
  return slices.find((slice) => first !== undefined && slicePrefixes[slice].includes(first))
}
