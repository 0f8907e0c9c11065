import type { OfficialReply } from '@zmht/shared/contract'
import { currentPosts, heldPosts } from './colleagues'
import { type ChosenPost, type OperateKind, type OperationDraft, startOperation } from './operation-draft'

/** The posts that are left, or rest while somebody is away. */
export function leavingPosts(kind: OperateKind, official: OfficialReply | undefined, from: string | undefined) {
  if (official === undefined || kind === 'appoint' || kind === 'return') return []
  if (kind === 'absence') return currentPosts(official)
  const current = currentPosts(official)
  return from === 'all' ? current : current.filter(({ id }) => id === from)
}

/** A draft with what is clear from where it was begun. */
export function started(
  today: string,
  kind: OperateKind,
  official: OfficialReply | undefined,
  to: ChosenPost | undefined,
): OperationDraft {
  const held = official === undefined ? [] : heldPosts(official)
  const only = held.length === 1 && kind !== 'appoint' ? held[0] : undefined
  return startOperation(today, {
    ...(official === undefined ? {} : { person: { id: official.id, name: official.name } }),
    ...(only === undefined ? {} : { from: only.id }),
    ...(to === undefined ? {} : { to }),
  })
}
