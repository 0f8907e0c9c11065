import type { GrantReply } from '@zmht/shared/contract'
import { may, type Official } from '../session/official'

/** What somebody may do with a rule in its state: what cannot be done is not shown; the server decides in any case. */
export function actsOn(me: Official, { state, by }: Pick<GrantReply, 'state' | 'by'>) {
  const writes = may(me, 'permission.write')
  const own = by?.id === me.id
  return {
    revise: writes && (state === 'in-force' || (state === 'proposed' && own)),
    withdraw: writes && (state === 'in-force' || (state === 'proposed' && own)),
    decide: writes && state === 'proposed' && !own,
    /** Who may decide, but not on what they proposed themselves. */
    waitsForOthers: writes && state === 'proposed' && own,
  }
}
