import { Problem } from '@zmht/shared/problems'
import { now } from '../platform/clock'
import { type Move, system } from './domain/request'
import { moveRequest } from './move'
import type { Request } from './request.store'

/** A step nobody takes by hand. It moved on meanwhile: there is nothing to say any more. */
export async function systemStep(request: Request, move: Move): Promise<void> {
  try {
    await moveRequest(request, move, system, now())
  } catch (refusal) {
    if (refusal instanceof Problem && refusal.code === 'step-not-allowed') return
    throw refusal
  }
}
