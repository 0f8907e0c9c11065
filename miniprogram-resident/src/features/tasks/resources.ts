import type { OwnItemCardReply, OwnItemReply } from '@zmht/shared/contract'
import { createResource } from '@zmht/shared/ui'
import { api } from '@/lib/api'

/** What I am asked to fill in: of myself, my home, and whom I act for. */
export const ownItems = createResource<readonly OwnItemCardReply[], 'mine'>(
  async () => (await api.tasks.ownItems()).items,
)

/** One of them with its form, prefilled. */
export const ownItem = createResource<OwnItemReply>((itemId) => api.tasks.ownItem({ params: { itemId } }))
