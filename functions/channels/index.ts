/** What other slices may read of services and requests. */

import type { PlaceId, PlacePath } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import { ended } from '@zmht/shared/rules'
import { readRequest } from './request.store'

export { listDesk } from './desk-list'
export { ownServices, requestSeenBy, requestsOfPerson } from './find'
export { noticesToApprove } from './notices/to-approve'

/** A request as other slices may know it: how it goes, not whom it is about. */
export interface RequestFacts {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly home: PlaceId
  readonly path: PlacePath
  /** Where it is, as briefly as is clear. */
  readonly tail: string
  readonly submittedAt: Instant
  readonly due: Instant
  /** It is over. */
  readonly ended: boolean
  /** Late with the organisation it was given to. */
  readonly lateAtDesk: boolean
  readonly claimedBy?: { readonly id: string; readonly name: string }
  readonly desk?: { readonly id: string; readonly name: string }
  /** The organisations it was reported to, being late. */
  readonly overseers: readonly string[]
  readonly revision: number
}

/** Strongly consistent. @returns undefined where there is none */
export async function requestFacts(id: string): Promise<RequestFacts | undefined> {
  const request = await readRequest(id)
  if (request === undefined) return undefined
  const { number, title, home, path, tail, submittedAt, due, state, overdue, claimedBy, desk, revision } = request
  const isOver = ended.includes(state)
  return {
    ...{ id, number, title, home, path, tail, submittedAt, due, revision },
    ended: isOver,
    lateAtDesk: !isOver && overdue && desk !== undefined,
    ...(claimedBy === undefined ? {} : { claimedBy }),
    ...(desk === undefined ? {} : { desk: { id: desk.id, name: desk.name } }),
    overseers: (request.overseers ?? []).map((one) => one.id),
  }
}
