import type { PlaceId } from '@zmht/shared/geo'
import type { Sifting } from '@zmht/shared/ledgers'
import { boundsFor } from '@zmht/shared/permission'
import { readActor } from '../permissions/index'
import { now } from '../platform/clock'
import type { Official } from '../platform/endpoint/actor'
import type { Job } from '../platform/job.store'
import type { Ledger } from './ledger.store'
import { reachOf, visibleLedger } from './ledger-access'
import { narrowingOf } from './listing'
import { type SiftingAsked, siftingOf } from './sifted'

/** What a job that reads rows for somebody was asked. All are texts: a job keeps nothing else. */
export interface AskedByJob {
  readonly ledger?: string
  readonly place?: string
  readonly state?: string
  readonly filter?: string
  /** Conditions and order as JSON; empty for none. */
  readonly sifting?: string
}

/** @returns what such a job is given, from what was asked of the endpoint */
export function jobInput(
  ledger: string,
  {
    place = '',
    state = '',
    filter = '',
    conditions = [],
    sort,
  }: {
    readonly place?: string | undefined
    readonly state?: string | undefined
    readonly filter?: string | undefined
    readonly conditions?: Sifting['conditions'] | undefined
    readonly sort?: Sifting['sort'] | undefined
  },
) {
  const isSifted = conditions.length > 0 || sort !== undefined
  return { ledger, place, state, filter, sifting: isSifted ? JSON.stringify({ conditions, sort }) : '' }
}

export interface Searcher {
  readonly actor: Official
  readonly ledger: Ledger
  readonly asked: SiftingAsked
  /** Any columns decide, not the declared lists alone. */
  readonly isSifted: boolean
}

/**
 * Who asked, and what of it is theirs to see now: asked anew at each step, not once for all.
 * @returns a sentence where nothing is
 * @throws Problem `not-found` for a ledger that is none of theirs any more
 */
export async function searcherOf(job: Pick<Job, 'by' | 'input'>): Promise<Searcher | string> {
  const at = now()
  // Whether one session was signed out says nothing of a job that outlives it: the posts do.
  const actor = await readActor(job.by, 'gov', '')
  if (actor?.kind !== 'official') return '您现在没有岗位，不能查看名单'
  const input: AskedByJob = job.input
  const ledger = await visibleLedger(input.ledger ?? '', actor, at)
  const reach = await reachOf(ledger, actor, {
    bounds: boundsFor(actor.policy, actor, 'ledger.read', 'entity', at),
    place: input.place === '' ? undefined : (input.place as PlaceId | undefined), // written by `jobInput` from one
    at,
  })
  if (reach.places.length === 0) return '这份台账里没有您可以查看的地点'
  const narrowing = narrowingOf(ledger, {
    state: stateIn(input.state),
    ...(input.filter === '' ? {} : { filter: input.filter }),
  })
  const written = input.sifting ?? ''
  const sifting: Sifting = written === '' ? { conditions: [] } : siftingOf(JSON.parse(written))
  return { actor, ledger, asked: { reach, narrowing, sifting, at }, isSifted: written !== '' }
}

function stateIn(state: string | undefined): 'soon' | 'stale' | 'undecided' | undefined {
  return state === 'soon' || state === 'stale' || state === 'undecided' ? state : undefined
}
