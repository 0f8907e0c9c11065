import type { OfficialStep, RequestCardReply } from '@zmht/shared/contract'
import { isRequestMovedBy, nextRequestState, type OfficialMover } from '@zmht/shared/rules'

/** What is done to many in one go. */
export const manyActions = ['claim', 'list', 'approve', 'confirm', 'close', 'put-right', 'refuse', 'decline'] as const
export type ManyAction = (typeof manyActions)[number] & OfficialStep['action']

/** A request in a list, and as whom one has it there. */
export type Picked = Pick<RequestCardReply, 'id' | 'state'> & { readonly part: OfficialMover }

/** @returns what can be done to every one of these, in the order shown; what the procedure does not know is told for each when it is done */
export function actionsForAll(picked: readonly Picked[]): readonly ManyAction[] {
  if (picked.length === 0) return []
  return manyActions.filter((action) =>
    picked.every(({ state, part }) => isRequestMovedBy(action, part) && nextRequestState(state, action) !== undefined),
  )
}

/** As many as one call takes. */
export const mostAtOnce = 100
