import { createResource } from '@zmht/shared/ui'
import { api } from '@/lib/api'

/** What is known of me and my family. */
export const facts = createResource<Awaited<ReturnType<typeof api.ledgers.mine>>, 'mine'>(() => api.ledgers.mine())
