import { createResource } from '@zmht/shared/ui'
import { api } from '@/lib/api'

/** What is offered to my homes. */
export const services = createResource<Awaited<ReturnType<typeof api.channels.services>>, 'mine'>(() =>
  api.channels.services(),
)

/** One service with its form, prefilled: by its id, or `id@version` for a form begun under an earlier version. */
export const service = createResource((key: string) => {
  const [channelId = '', version] = key.split('@')
  return api.channels.service({ params: { channelId }, query: version === undefined ? {} : { version } })
})
