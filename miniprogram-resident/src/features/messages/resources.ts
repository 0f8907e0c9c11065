import type { MessageReply } from '@zmht/shared/contract'
import { createResource } from '@zmht/shared/ui'
import { api } from '@/lib/api'

/** The notices of my homes and of whom I care for. */
export const messages = createResource<Awaited<ReturnType<typeof api.channels.messages>>, 'mine'>(() =>
  api.channels.messages(),
)

/** One notice. To read it is its receipt: it is opened by a tap and by nothing else. */
export const message = createResource<MessageReply>(async (noticeId) =>
  readNow(await api.channels.openMessage({ params: { noticeId } })),
)

/** The lists say at once what was read or answered here. */
export function readNow(next: MessageReply): MessageReply {
  const known = messages.entry('mine').get().data
  if (known === undefined) return next
  const { id, title, revision, corrected, read, answered, receivers } = next
  const items = known.items.map((one) =>
    one.id === id ? { ...one, title, revision, corrected, read, answered, receivers } : one,
  )
  messages.put('mine', { items, unread: items.filter((one) => !one.read && one.withdrawn === undefined).length })
  return next
}

/** Who looked at my sensitive facts last. */
export const latestLooks = createResource<Awaited<ReturnType<typeof api.permissions.looks>>, 'mine'>(() =>
  api.permissions.looks(),
)

/** My pictures that did not pass, and why. */
export const ownPictures = createResource<Awaited<ReturnType<typeof api.channels.pictureChecks>>, 'mine'>(() =>
  api.channels.pictureChecks({ query: {} }),
)
