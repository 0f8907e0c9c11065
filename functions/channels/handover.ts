import { Problem } from '@zmht/shared/problems'
import { type Handover, handoverReasons, handoversOf, successorOf } from '../permissions/index'
import { later, now } from '../platform/clock'
import { saveDue } from '../platform/due.store'
import { system } from './domain/request'
import { moveRequest } from './move'
import { claimsOf, type Request, readRequest } from './request.store'
import { resourceFor } from './request-access'

/** An operation in the directory is worked off again. */
export const handoverDue = 'handover'

/** A claim that was allowed before the operation is written by then: no call lasts longer. */
const again = 3 * 60_000

/** An operation took effect: the open work of the posts that were left goes over now, and whatever was claimed in that moment a little later. */
export async function handOver(operation: string): Promise<void> {
  await workOff(operation)
  await saveDue(later(now(), again), { slice: 'channels', kind: handoverDue, subject: operation })
}

/** Hands over what is still in hand. Done again it finds nothing left. */
export async function workOff(operation: string): Promise<void> {
  for (const handover of await handoversOf(operation))
    for (const id of await claimsOf(handover.official)) {
      const request = await readRequest(id)
      if (request !== undefined) await goOver(request, handover)
    }
}

async function goOver(request: Request, handover: Handover): Promise<void> {
  const { official, event, operation } = handover
  if (request.claimedBy?.id !== official) return
  const successor = await successorOf(
    handover,
    'request.handle',
    await resourceFor(request, request.desk === undefined ? {} : { organisation: request.desk.id }),
  )
  if (successor === 'stays') return
  const holder = successor === 'nobody' ? undefined : successor
  const why = handoverReasons[event]
  const note = holder === undefined ? `${why}，请等待社区其他工作人员接手` : `${why}，由${holder.name}接着办理`
  try {
    await moveRequest(
      request,
      {
        action: holder === undefined ? 'put-back' : 'hand-over',
        key: `h-${operation}-${request.revision}`,
        note,
        cause: operation,
        former: official,
        ...(holder === undefined ? {} : { holder }),
      },
      system,
      now(),
    )
  } catch (refusal) {
    // It was concluded, withdrawn or taken up by somebody else meanwhile: there is nothing to hand over any more.
    if (refusal instanceof Problem && refusal.code === 'step-not-allowed') return
    throw refusal
  }
}
