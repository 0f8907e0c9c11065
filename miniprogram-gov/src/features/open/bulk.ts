import type { OfficialStep } from '@zmht/shared/contract'
import {
  type Answered,
  answerFor,
  isRequestMovedBy,
  nextRequestState,
  type OfficialMover,
  type RequestState,
} from '@zmht/shared/rules'

/** What is done to many in one go. */
export const manyActions = [
  'claim',
  'list',
  'approve',
  'confirm',
  'close',
  'return',
  'put-right',
  'release',
  'transfer',
  'give-back',
  'refuse',
  'decline',
] as const
export type ManyAction = (typeof manyActions)[number] & OfficialStep['action']

/** A request in a list, and as whom one has it there. */
export interface Picked {
  readonly id: string
  readonly state: RequestState
  readonly part: OfficialMover
}

/** A request, as far as it is said to its resident and looked over before it is. */
export interface BulkRow extends Picked, Answered {}

/** @returns what can be done to every one of these, in the order shown; what the procedure does not know is told for each when it is done */
export function actionsForAll(picked: readonly Picked[]): readonly ManyAction[] {
  if (picked.length === 0) return []
  return manyActions.filter((action) =>
    picked.every(({ state, part }) => isRequestMovedBy(action, part) && nextRequestState(state, action) !== undefined),
  )
}

/** As many as one call takes. */
export const mostAtOnce = 100

/** What each of them will read: its own words where some were written, else what all are told. */
export const answersTo = (
  rows: readonly BulkRow[],
  said: string,
  own: Readonly<Record<string, string>>,
): readonly { readonly row: BulkRow; readonly text: string; readonly isOwn: boolean }[] =>
  rows.map((row) => ({ row, text: answerFor(own[row.id] ?? said, row), isOwn: own[row.id] !== undefined }))

/** Own words that are still about one of these and say something else than all are told. */
export function ownWords(
  rows: readonly BulkRow[],
  said: string,
  own: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const words = rows.flatMap(({ id }): [string, string][] => {
    const text = own[id]?.trim() ?? ''
    return text === '' || text === said ? [] : [[id, text]]
  })
  return Object.fromEntries(words)
}

/** One that was left as it was, and why. */
export interface LeftRow {
  readonly row: BulkRow
  readonly message: string
}

/** What was left, named: the order in which it was picked. */
export const leftOf = (
  rows: readonly BulkRow[],
  left: readonly { readonly id: string; readonly message: string }[],
): readonly LeftRow[] =>
  rows.flatMap((row) => {
    const found = left.find(({ id }) => id === row.id)
    return found === undefined ? [] : [{ row, message: found.message }]
  })
