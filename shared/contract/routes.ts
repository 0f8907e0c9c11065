import { access } from './access'
import { audit } from './audit'
import { channels } from './channels'
import { charges } from './charges'
import { directory } from './directory'
import { duplicates } from './duplicates'
import { entities } from './entities'
import { files } from './files'
import { freshnessRoutes } from './freshness'
import { grants } from './grants'
import { hierarchy } from './hierarchy'
import { knowledge } from './knowledge'
import { ledgerBook } from './ledger-book'
import { ledgerSheets } from './ledger-sheets'
import { ledgers } from './ledgers'
import { permissions } from './permissions'
import type { Route, Slice } from './route'
import { tasks } from './tasks'

/** Every endpoint once, by slice and name. */
export const contract = {
  hierarchy,
  permissions: { ...permissions, ...directory, ...grants, ...access, ...audit },
  knowledge,
  ledgers: { ...ledgers, ...ledgerBook, ...ledgerSheets, ...entities, ...duplicates, ...freshnessRoutes, ...charges },
  tasks,
  channels: { ...channels, ...files },
} as const
export type Contract = typeof contract

export const slices = [
  'hierarchy',
  'permissions',
  'knowledge',
  'ledgers',
  'tasks',
  'channels',
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
  ledgers: ['ledgers', 'entities', 'charges'],
  tasks: ['work'],
  channels: ['channels', 'services', 'requests', 'files', 'statistics'],
}

/** @returns the slice a path belongs to, or undefined. */
export function sliceOf(path: string): Slice | undefined {
  const first = path.split('/')[1]
  return slices.find((slice) => first !== undefined && slicePrefixes[slice].includes(first))
}
