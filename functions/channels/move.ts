import type { Instant } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import type { TransactionPart } from '../platform/table/write'
import { withDueOfTime } from './booking'
import { type Move, type Mover, take } from './domain/request'
import { type Request, readRequest, readSteps, saveStep } from './request.store'

/**
 * Takes one step and saves it. A step whose key was taken before changes nothing and gives the request as it is; when somebody else
 * moved the request meanwhile, the step is decided anew on what is there now.
 */
export async function moveRequest(
  request: Request,
  move: Move,
  by: Mover,
  at: Instant,
  files: readonly TransactionPart[] = [],
): Promise<Request> {
  let current = request
  for (let attempt = 0; attempt < 5; attempt++) {
    const decided = await decide(current, move, by, at)
    if (decided === undefined) return current
    const outcome = await saveStep(current, decided.request, decided.step, { files })
    if (outcome === 'saved') return decided.request
    const read = await readRequest(request.id)
    if (read === undefined) throw new Problem('not-found')
    current = read
    if (outcome === 'taken-before') return current
  }
  throw new Problem('changed')
}

/** @returns undefined when this very step was taken before. */
async function decide(request: Request, move: Move, by: Mover, at: Instant) {
  try {
    const decided = take(request, move, by, at)
    return { ...decided, request: await withDueOfTime(request, decided.request, move.action) }
  } catch (refusal) {
    if (refusal instanceof Problem && (await readSteps(request.id)).some(({ key }) => key === move.key))
      return undefined
    throw refusal
  }
}
