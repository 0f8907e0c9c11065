import type { Contract, GrantReply, ReplyOf } from '@zmht/shared/contract'
import { createResource } from '@zmht/shared/ui'
import { api } from '@/lib/api'

type Permissions = Contract['permissions']
export type AccessReply = ReplyOf<Permissions['accessOfOfficial']>
export type WhoReply = ReplyOf<Permissions['whoMay']>
export type WhyReply = ReplyOf<Permissions['why']>
export type AccessToReply = ReplyOf<Permissions['accessTo']>
export type AccessOfOrganisationReply = ReplyOf<Permissions['accessOfOrganisation']>
export type WholeGrantReply = ReplyOf<Permissions['grant']>
export type PreviewReply = ReplyOf<Permissions['previewGrant']>

/** What an official may do. */
export const accessOf = createResource<AccessReply>((officialId) =>
  api.permissions.accessOfOfficial({ params: { officialId } }),
)

/** What the people of an organisation may do; the key is `organisation/below`, `below` being `yes` with all organisations below it. */
export const accessOfOrganisation = createResource<AccessOfOrganisationReply>((key) => {
  const [organisationId = '', below] = key.split('/')
  return api.permissions.accessOfOrganisation({
    params: { organisationId },
    query: below === 'yes' ? { below } : {},
  })
})

/** A rule with its former editions. */
export const grantOf = createResource<WholeGrantReply>((grantId) => api.permissions.grant({ params: { grantId } }))

/** The first of those that wait for a second person. There is one list; the key is always `all`. */
export const proposedGrants = createResource<readonly GrantReply[], 'all'>(
  async () => (await api.permissions.grants({ query: { state: 'proposed' } })).items,
)

/** What is read by an id in the address: its name. An id that leads nowhere stands for itself. */
export const organisationName = createResource<string>(
  async (organisationId) => (await api.permissions.organisation({ params: { organisationId } })).name,
)
export const officialName = createResource<string>(
  async (officialId) => (await api.permissions.official({ params: { officialId } })).name,
)
export const applicationName = createResource<string>(
  async (channelId) => (await api.channels.channel({ params: { channelId } })).title,
)
