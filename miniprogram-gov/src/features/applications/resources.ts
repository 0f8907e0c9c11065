import type { ApplicationReply } from '@zmht/shared/contract'
import { createResource } from '@zmht/shared/ui'
import { api } from '@/lib/api'

export const applicationOf = createResource<ApplicationReply>((applicationId) =>
  api.applications.application({ params: { applicationId } }),
)
