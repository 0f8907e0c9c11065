import type { ConnectionReply, Contract, HookReply, OpenServiceReply, ReplyOf } from '@zmht/shared/contract'
import { createResource } from '@zmht/shared/ui'
import { api } from '@/lib/api'

/** The subscriptions of a system. */
export const hooksOf = createResource<readonly HookReply[]>(
  async (clientId) => (await api.channels.clientHooks({ params: { clientId } })).items,
)

/** How a system sends requests in. */
export const connectionOf = createResource<ConnectionReply>((clientId) =>
  api.channels.connection({ params: { clientId } }),
)

/** The services of the city other systems may ask for. There is one list; the key is always `all`. */
export const openServices = createResource<readonly OpenServiceReply[], 'all'>(
  async () => (await api.channels.openServices()).items,
)

export type IssuerReply = ReplyOf<Contract['permissions']['issuers']>['items'][number]

/** The Apps of the city whose identity is taken for a resident's. There is one list; the key is always `all`. */
export const issuersOf = createResource<readonly IssuerReply[], 'all'>(
  async () => (await api.permissions.issuers()).items,
)
