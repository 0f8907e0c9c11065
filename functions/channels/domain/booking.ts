import { type Allotment, ended, givesBack, type Placing, type Procedure, type RequestAction } from '@zmht/shared/rules'
import type { Request } from '../request.store'

/** What a request has of a slot. `has` is absent until a place or a number in the waiting list was given, and once it was given back. */
export interface Booked {
  readonly slot: string
  readonly has?: Placing
  /** Its number in the slot's waiting list, while it waits. */
  readonly ticket?: number
  /** For whom, as a digest: the same is not booked into the same time twice. */
  readonly whom?: string
  /** Counted as its person's one booking. */
  readonly sole?: true
}

/** A booked request whose place is not decided yet. */
export const isUndecided = ({ booking, state }: Pick<Request, 'booking' | 'state'>): boolean =>
  booking !== undefined && booking.has === undefined && !ended.includes(state)

/** The step by which a place is given: final where anyone may join, kept for the time being where somebody confirms. */
export const givingStep = (procedure: Procedure): 'seat' | 'hold' => (procedure === 'open' ? 'seat' : 'hold')

export const seatedState = (procedure: Procedure): 'confirmed' | 'submitted' =>
  procedure === 'open' ? 'confirmed' : 'submitted'

/** A request whose end gives its place back has none any more; whoever was served may book again. */
export function withoutLostPlace(request: Request): Request {
  const { booking, state } = request
  if (booking === undefined) return request
  if (givesBack(state)) return { ...request, booking: { slot: booking.slot } }
  if (state !== 'closed' || (booking.sole === undefined && booking.whom === undefined)) return request
  const { sole: _sole, whom: _whom, ...served } = booking
  return { ...request, booking: served }
}

/** The step and what the request has of its slot afterwards. `place-to-first` is nobody's step: the first who waits moves up before. */
export function placing(
  { booking, procedure }: Pick<Request, 'booking' | 'procedure'>,
  allotment: Exclude<Allotment, { readonly gives: 'place-to-first' }>,
  sole: boolean,
): { readonly action: RequestAction; readonly booking: Booked; readonly note?: string } {
  const booked = {
    slot: booking?.slot ?? '',
    ...(booking?.whom === undefined ? {} : { whom: booking.whom }),
    ...(sole ? { sole: true as const } : {}),
  }
  switch (allotment.gives) {
    case 'place':
      return { action: givingStep(procedure), booking: { ...booked, has: 'held' } }
    case 'ticket':
      return { action: 'queue', booking: { ...booked, has: 'waiting', ticket: allotment.ticket } }
    case 'nothing':
      return {
        action: 'turn-away',
        booking: { slot: booked.slot },
        note: '提交的时候名额和候补刚好满了。可以另选一个时间重新提交，您的资料还在。',
      }
  }
}
