import type { MeReply } from '@zmht/shared/contract'
import type { Action } from '@zmht/shared/permission'
import type { PathStep } from '@zmht/shared/ui'

export type Official = Extract<MeReply, { kind: 'official' }>

export function may(me: Official, action: Action): boolean {
  return me.actions.includes(action)
}

/** The places the official's organisations manage, each once, in the order of the posts. */
export function territoriesOf(me: Official): readonly PathStep[] {
  const found = new Map<string, PathStep>()
  for (const post of me.posts) for (const place of post.territory) if (!found.has(place.id)) found.set(place.id, place)
  return [...found.values()]
}
