import type { RequestReply } from '@zmht/shared/contract'
import { createResource } from '@zmht/shared/ui'
import { api } from '@/lib/api'

export const request = createResource<RequestReply>((requestId) => api.channels.request({ params: { requestId } }))
