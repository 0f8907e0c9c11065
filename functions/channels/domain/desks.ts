import type { Instant } from '@zmht/shared/knowledge'
import { ended, type OfficialMover } from '@zmht/shared/rules'
import type { Request } from '../request.store'

/** As whom an organisation is asked to do something about a request. */
export type DeskPart = Exclude<OfficialMover, 'worker' | 'informed'>

/** What an organisation works on, and what was only reported to it. */
export const deskLists = ['DESK', 'OVERSEEN'] as const
export type DeskList = (typeof deskLists)[number]

export interface Listed {
  readonly list: DeskList
  readonly organisation: string
  readonly due: Instant
  readonly part: DeskPart
}

/** In whose lists a request stands: who has it, who still owes a word beside, and to whom it was reported. */
export function desksOf({
  state,
  desk,
  beside = [],
  overseers = [],
  due,
}: Pick<Request, 'state' | 'desk' | 'beside' | 'overseers' | 'due'>): Listed[] {
  if (ended.includes(state)) return []
  const owing = beside.filter(({ id, said }) => said !== true && id !== desk?.id)
  return [
    ...(desk === undefined ? [] : [{ list: 'DESK' as const, organisation: desk.id, due, part: desk.part }]),
    ...owing.map(({ id }) => ({ list: 'DESK' as const, organisation: id, due, part: 'beside' as const })),
    ...overseers.map(({ id }) => ({ list: 'OVERSEEN' as const, organisation: id, due, part: 'overseer' as const })),
  ]
}
