/** Freshness 新鲜度: how much of what a ledger asks is known, and how much of it may still be believed. Pure. */
export { askedAgain, type DueFact, dueFacts } from './due'
export { type ColumnSum, type PlaceSum, rateOf, stateGroups, sumsOf, wholeRow } from './sums'
