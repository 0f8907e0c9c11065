import type { Instant } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import { nextRequestState, type RequestAction, type RequestTransition, requestTransitions } from '@zmht/shared/rules'
import type { Request, Step } from '../request.store'

export interface Mover {
  readonly kind: 'resident' | 'official' | 'system'
  readonly id: string
  /** As the resident reads it: 「您」, 「社工 李敏」, 「系统」. */
  readonly name: string
}

/** Whatever nobody did by hand. */
export const system = { kind: 'system', id: 'system', name: '系统' } as const satisfies Mover

export interface Move {
  readonly action: RequestAction
  readonly key: string
  readonly note?: string
  readonly rating?: { readonly stars: number; readonly words?: string }
  /** Who had it in hand, for what is taken from somebody: whoever took it up meanwhile keeps it. */
  readonly former?: string
  /** Who has it in hand afterwards, for a handover. */
  readonly holder?: { readonly id: string; readonly name: string }
  /** The operation in the directory that made it necessary. */
  readonly cause?: string
}

/**
 * One step of a request. Pure; the caller saves both halves in one transaction.
 * @throws Problem `step-not-allowed` when the table does not allow it from this state or for this mover, `note-needed` without a needed note.
 */
export function take(
  request: Request,
  move: Move,
  by: Mover,
  at: Instant,
): { readonly request: Request; readonly step: Step } {
  const transition: RequestTransition = requestTransitions[move.action]
  const state = nextRequestState(request.state, move.action)
  if (transition.by !== by.kind || state === undefined) throw new Problem('step-not-allowed')
  if (transition.note === 'needed' && (move.note ?? '').trim() === '') throw new Problem('note-needed')
  if (move.action === 'overdue' && request.overdue) throw new Problem('step-not-allowed')
  if (move.former !== undefined && move.former !== request.claimedBy?.id) throw new Problem('step-not-allowed')
  const { claimedBy, ...rest } = request
  const holder = holderAfter(move, claimedBy, by)
  return {
    request: {
      ...rest,
      ...(holder === undefined ? {} : { claimedBy: holder }),
      ...(move.rating === undefined ? {} : { rating: move.rating }),
      state,
      overdue: move.action === 'overdue' ? true : state === 'closed' || state === 'withdrawn' ? false : request.overdue,
      updatedAt: at,
      revision: request.revision + 1,
      by: by.id,
    },
    step: {
      requestId: request.id,
      key: move.key,
      sequence: request.revision + 1,
      action: move.action,
      ...(move.note === undefined || move.note.trim() === '' ? {} : { note: move.note.trim() }),
      ...(move.cause === undefined ? {} : { cause: move.cause }),
      byName: by.name,
      by: by.id,
      at,
      state,
    },
  }
}

/** Who has it in hand afterwards: whoever acted last among officials or took it over, nobody once it is put back. */
function holderAfter(move: Move, before: Request['claimedBy'], by: Mover): Request['claimedBy'] {
  if (move.action === 'release' || move.action === 'put-back') return undefined
  if (move.action === 'hand-over') return move.holder
  if (by.kind === 'official') return { id: by.id, name: by.name }
  return before
}

/** A number people can say on the phone: the day in China and five letters of the id. */
export function numberOf(id: string, at: Instant): string {
  const day = new Date(Date.parse(at) + 8 * 3600 * 1000).toISOString().slice(5, 10).replace('-', '')
  return `${day}-${id.slice(-5).toUpperCase()}`
}
