import { createResource } from '@zmht/shared/ui'
import { api } from '@/lib/api'

/** What is offered to my homes. */
export const services = createResource<Awaited<ReturnType<typeof api.channels.services>>, 'mine'>(() =>
  api.channels.services(),
)

/** One service with its form, prefilled. */
export const service = createResource((channelId: string) => api.channels.service({ params: { channelId } }))
