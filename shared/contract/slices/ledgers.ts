import { answerableRoutes } from '../answerable'
import { charges } from '../charges'
import { dataSentDown } from '../data-sent-down'
import { duplicates } from '../duplicates'
import { entities } from '../entities'
import { freshnessRoutes } from '../freshness'
import { ledgerBook } from '../ledger-book'
import { ledgerMap } from '../ledger-map'
import { ledgerSearch } from '../ledger-search'
import { ledgerSheets } from '../ledger-sheets'
import { ledgers } from '../ledgers'

/** The endpoints of one function: a file of their own, so that it carries no other's. */
export const ledgerRoutes = {
  ...ledgers,
  ...ledgerBook,
  ...ledgerMap,
  ...ledgerSearch,
  ...ledgerSheets,
  ...entities,
  ...duplicates,
  ...freshnessRoutes,
  ...charges,
  ...answerableRoutes,
  ...dataSentDown,
} as const
