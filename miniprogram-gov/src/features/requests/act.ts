import type { RequestReply } from '@zmht/shared/contract'
import type { RequestAction } from '@zmht/shared/rules'
import { api } from '@/lib/api'

export const officialActions = [
  'claim',
  'confirm',
  'close',
  'return',
  'release',
] as const satisfies readonly RequestAction[]
export type OfficialAction = (typeof officialActions)[number]

/** What the official may do now, what comes next most likely first. */
export function actionsOf(request: RequestReply): readonly OfficialAction[] {
  return officialActions.filter((action) => request.actions.includes(action))
}

/** Takes one step. `note` is what the resident reads with it. */
export function act(action: OfficialAction, requestId: string, key: string, note: string): Promise<RequestReply> {
  const params = { requestId }
  const plain = { key, ...(note === '' ? {} : { note }) }
  switch (action) {
    case 'claim':
      return api.channels.claim({ params, body: { key } })
    case 'release':
      return api.channels.release({ params, body: plain })
    case 'confirm':
      return api.channels.confirm({ params, body: plain })
    case 'return':
      return api.channels.return({ params, body: { key, note } })
    case 'close':
      return api.channels.conclude({ params, body: { key, note } })
  }
}
