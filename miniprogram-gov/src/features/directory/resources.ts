import type { CataloguePostReply, Contract, OfficialReply, OrganisationReply, ReplyOf } from '@zmht/shared/contract'
import { createResource } from '@zmht/shared/ui'
import { api } from '@/lib/api'

/** Where the address book begins. There is one; the key is always `mine`. */
export const startOf = createResource<ReplyOf<Contract['permissions']['directory']>, 'mine'>(() =>
  api.permissions.directory(),
)

export const organisationOf = createResource<OrganisationReply>((organisationId) =>
  api.permissions.organisation({ params: { organisationId } }),
)

export const officialOf = createResource<OfficialReply>((officialId) =>
  api.permissions.official({ params: { officialId } }),
)

export type HandoverReply = ReplyOf<Contract['permissions']['handover']>

/** Who takes over open work in an organisation, and which organisation says so. */
export const handoverOf = createResource<HandoverReply>((organisationId) =>
  api.permissions.handover({ params: { organisationId } }),
)

/** The catalogue of names of posts. There is one; the key is always `whole`. */
export const catalogueOf = createResource<readonly CataloguePostReply[], 'whole'>(
  async () => (await api.permissions.postCatalogue()).items,
)
