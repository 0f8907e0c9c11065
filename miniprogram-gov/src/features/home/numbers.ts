import type { CountsByPlaceReply } from '@zmht/shared/contract'
import { type RequestState, requestStates, waitingForOfficial } from '@zmht/shared/rules'

type Groups = CountsByPlaceReply['groups']

/** @returns how many requests wait for an official */
export function waitingIn(groups: Groups): number {
  return waitingForOfficial.reduce((sum, state) => sum + (groups[state] ?? 0), 0)
}

/** @returns the states that occur anywhere in the counts, in the order of a request's life: the columns of a table */
export function statesIn(counts: CountsByPlaceReply): readonly RequestState[] {
  const all = [counts.groups, ...counts.children.map((child) => child.groups)]
  return requestStates.filter((state) => all.some((groups) => (groups[state] ?? 0) > 0))
}
