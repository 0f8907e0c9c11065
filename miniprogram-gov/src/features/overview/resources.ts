import type {
  BoardReply,
  BurdenAtReply,
  CourseReply,
  DigestReply,
  LateCaseReply,
  ResponsibleReply,
  WordsReply,
} from '@zmht/shared/contract'
import { createResource } from '@zmht/shared/ui'
import { api } from '@/lib/api'
import { placeIdIn } from '../home/resources'

/** The numbers of a place; the key is `place` or `place/month`. */
export const boardOf = createResource<BoardReply>(async (key) => {
  const [place = '', month] = key.split('/')
  return api.overview.board({ query: { place: placeIdIn(place), ...(month ? { month } : {}) } })
})

export interface LateThere {
  readonly requests: readonly LateCaseReply[]
  readonly items: readonly LateCaseReply[]
}

export const lateIn = createResource<LateThere>(async (place) =>
  api.overview.late({ query: { place: placeIdIn(place) } }),
)

/** How a number went; the key is `place/measure`. */
export const courseOf = createResource<CourseReply>(async (key) => {
  const [place = '', measure = ''] = key.split('/')
  return api.overview.course({ query: { place: placeIdIn(place), measure } })
})

export const burdenOf = createResource<BurdenAtReply>(async (place) =>
  api.overview.burdenAt({ query: { place: placeIdIn(place) } }),
)

/** Whom to call; the key is `place`, `place/request/id` or `place/item/id`. */
export const responsibleOf = createResource<ResponsibleReply>(async (key) => {
  const [place = '', what, id = ''] = key.split('/')
  return api.overview.responsible({
    query: {
      place: placeIdIn(place),
      ...(what === 'request' ? { request: id } : what === 'item' ? { item: id } : {}),
    },
  })
})

export const ownDigest = createResource<DigestReply>(() => api.overview.digest())

export const ownWords = createResource<{ readonly items: readonly WordsReply[] }>(() => api.overview.ownWords())
