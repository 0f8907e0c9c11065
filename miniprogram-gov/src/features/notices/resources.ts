import type { FenceReachReply, NoticeContent, NoticeNumbersReply, NoticeReply } from '@zmht/shared/contract'
import { isPlaceId } from '@zmht/shared/geo'
import { createResource } from '@zmht/shared/ui'
import { api } from '@/lib/api'

export const noticeOf = createResource<NoticeReply>((noticeId) => api.channels.notice({ params: { noticeId } }))

/** Numbers of a notice at a place, by `notice/place`. */
export const numbersOf = createResource<NoticeNumbersReply>((key) => {
  const [noticeId = '', place = ''] = key.split('/')
  if (!isPlaceId(place)) throw new Error('a place is asked about')
  return api.channels.noticeNumbers({ params: { noticeId }, query: { place } })
})

type Asked = Pick<NoticeContent, 'fence' | 'urgency'>

/** Whom a fence reaches, by what is asked as JSON. */
export const reachOf = createResource<FenceReachReply>(
  (asked) => api.channels.fenceReach({ body: JSON.parse(asked) as Asked }), // made below
)
export const reachKey = ({ fence, urgency }: Asked): string => JSON.stringify({ fence, urgency })
