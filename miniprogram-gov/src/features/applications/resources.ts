import type { ApplicationReply, RunReply } from '@zmht/shared/contract'
import { createResource, type Page } from '@zmht/shared/ui'
import { api } from '@/lib/api'

export const applicationOf = createResource<ApplicationReply>((applicationId) =>
  api.applications.application({ params: { applicationId } }),
)

/** What the wiring of an application could not do, the first page of it. */
export const failedRunsOf = createResource<Page<RunReply>>((applicationId) =>
  api.applications.runs({ params: { applicationId }, query: { state: 'failed' } }),
)
