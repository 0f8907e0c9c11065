import { createResource } from '@zmht/shared/ui'
import { api } from '@/lib/api'

/** For whom I act, asked to, or did. */
export const charges = createResource<Awaited<ReturnType<typeof api.ledgers.charges>>, 'mine'>(() =>
  api.ledgers.charges(),
)
