import type { Contract, ReplyOf } from '@zmht/shared/contract'
import { createResource } from '@zmht/shared/ui'
import { api } from '@/lib/api'

export type ClientReply = ReplyOf<Contract['permissions']['clients']>['items'][number]

/** The other systems that may ask for decisions. There is one list; the key is always `all`. */
export const clientsOf = createResource<readonly ClientReply[], 'all'>(
  async () => (await api.permissions.clients()).items,
)
