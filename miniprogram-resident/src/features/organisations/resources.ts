import type { OrganisationOfferReply, RequestCardReply } from '@zmht/shared/contract'
import { createResource } from '@zmht/shared/ui'
import { api } from '@/lib/api'

/** The organisations I act for, with what each may ask for where it is. */
export const organisationOffers = createResource<readonly OrganisationOfferReply[], 'mine'>(
  async () => (await api.channels.organisationServices()).items,
)

/** One service as an organisation opens it: `organisation/channel`, or with `@version` for a form begun earlier. */
export const organisationService = createResource((key: string) => {
  const [ids = '', version] = key.split('@')
  const [organisation = '', channelId = ''] = ids.split('/')
  return api.channels.organisationService({
    params: { organisation, channelId },
    query: version === undefined ? {} : { version },
  })
})

/** What was asked for in the name of an organisation, the newest first. */
export const organisationRequests = createResource((organisation: string) =>
  api.channels.organisationRequests({ params: { organisation }, query: {} }),
)

/** The newest of all organisations I act for: how they go stands in the message centre. */
export const newestForOrganisations = createResource<readonly RequestCardReply[], 'mine'>(async () => {
  const { items } = await api.channels.organisationServices()
  const pages = await Promise.all(
    items.map(({ id }) => api.channels.organisationRequests({ params: { organisation: id }, query: {} })),
  )
  return pages.flatMap((page) => page.items)
})
