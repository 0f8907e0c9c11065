import type { ChannelReply } from '@zmht/shared/contract'
import { createResource } from '@zmht/shared/ui'
import { api } from '@/lib/api'

export const channel = createResource<ChannelReply>((channelId) => api.channels.channel({ params: { channelId } }))
