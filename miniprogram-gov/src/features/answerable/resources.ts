import type { AnswerableCountsReply, EntityAnswerableReply, SupervisionReply } from '@zmht/shared/contract'
import { isPlaceId } from '@zmht/shared/geo'
import { Problem } from '@zmht/shared/problems'
import { createResource } from '@zmht/shared/ui'
import { api } from '@/lib/api'

/** A place's id as it stands in an address, which anybody may have typed. */
export function placeIdIn(text: string) {
  if (!isPlaceId(text)) throw new Problem('no-such-place')
  return text
}

/** Who is answerable for an entity. */
export const answerableOf = createResource<EntityAnswerableReply>((entityId) =>
  api.ledgers.answerable({ params: { entityId } }),
)

/** How many nobody (or two) are answerable for, at a place and its children. */
export const countsAt = createResource<AnswerableCountsReply>(async (place) =>
  api.ledgers.unansweredCounts({ query: { place: placeIdIn(place) } }),
)

/** Who supervises which sector at a place. */
export const supervisionAt = createResource<SupervisionReply>(async (place) =>
  api.ledgers.supervision({ params: { placeId: placeIdIn(place) } }),
)
