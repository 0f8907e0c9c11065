/** Ledgers 台账: which entities are in, and what each shows. Pure; the functions keep the rows, the screens build the rules. */
export { attributeColumn, canFilter, checkLedger, conditionProblem, type LedgerProblem } from './check'
export { birthday, type Condition, codesIn, type Day, meets, type Subject, turnsOn, valueIn } from './condition'
export {
  type Column,
  type LedgerContent,
  type LedgerKind,
  ledgerKinds,
  type Membership,
  mostColumns,
  mostConditions,
  mostFilters,
} from './ledger'
export {
  type Cell,
  type ColumnState,
  columnStates,
  type Freshness,
  freshnesses,
  isIn,
  type Row,
  rowOf,
  rowTurnsOn,
  type Seen,
} from './row'
export { nameOfColumn, sayCondition, sayMembership } from './say'
export { columnOfCondition, mostSifted, type Siftable, type Sifting, sift, sortedBy } from './sift'
export {
  type Findable,
  isNamed,
  mostTokens,
  plainName,
  type Sought,
  soughtBy,
  type Token,
  type TokenKind,
  tokenKindOf,
  tokensOf,
  wholeNameOf,
} from './tokens'
