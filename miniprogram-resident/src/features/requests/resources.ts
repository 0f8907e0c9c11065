import { createResource } from '@zmht/shared/ui'
import { api } from '@/lib/api'

/** One request with its time line. */
export const request = createResource((requestId: string) => api.channels.request({ params: { requestId } }))

/** My newest requests: enough to see what waits for me. */
export const newestRequests = createResource<Awaited<ReturnType<typeof api.channels.myRequests>>, 'mine'>(() =>
  api.channels.myRequests(),
)
