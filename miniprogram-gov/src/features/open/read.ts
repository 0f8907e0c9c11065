import type { OpenListReply } from '@zmht/shared/contract'
import { api } from '@/lib/api'
import type { Narrowed } from './narrowed'

/** What whoever works at a place has there, and what was given to one's organisation. */
export type OpenListName = 'here' | 'given'

export function readOpen(
  list: OpenListName,
  { place, kind, cluster }: Narrowed,
  { cursor, counts = false }: { readonly cursor?: string | undefined; readonly counts?: boolean },
): Promise<OpenListReply> {
  const query = {
    ...(place === undefined ? {} : { place: place.id }),
    ...(kind === undefined ? {} : { kind: kind.id }),
    ...(cluster === undefined ? {} : { cluster: cluster.id }),
    ...(cursor === undefined ? {} : { cursor }),
    ...(counts ? { counts: 'yes' as const } : {}),
  }
  return list === 'here' ? api.channels.openHere({ query }) : api.channels.openGiven({ query })
}
