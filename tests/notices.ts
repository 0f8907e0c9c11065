import { type Api, mintNoticeId, type NoticeContent, type NoticeReply } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'

/** What a community would write, to some places. */
export const aNotice = (places: readonly PlaceId[], change: Partial<NoticeContent> = {}): NoticeContent => ({
  title: '今晚停水检修',
  text: '{姓名}，您好：今晚 22:00 至明早 6:00 停水检修，请提前存水。',
  urgency: 'routine',
  files: [],
  questions: [],
  fence: { places: [...places], except: [] },
  expires: '2027-06-30T00:00:00.000Z',
  ...change,
})

/** 来 or 不来, and in words how many. */
export const comeOrNot: NoticeContent['questions'] = [
  {
    key: 'come',
    label: '您来参加吗',
    required: true,
    options: [
      { code: 'yes', label: '来' },
      { code: 'no', label: '不来' },
    ],
  },
  { key: 'many', label: '几个人来', required: false },
]

export async function savedNotice(api: Api, content: NoticeContent, noticeId = mintNoticeId()): Promise<NoticeReply> {
  return api.channels.saveNotice({ params: { noticeId }, body: { edition: 0, content } })
}

/** Saved and sent on its way: out at once, or waiting for approval or its time. */
export async function sentNotice(api: Api, content: NoticeContent): Promise<NoticeReply> {
  const { id, edition } = await savedNotice(api, content)
  return api.channels.publishNotice({ params: { noticeId: id }, body: { edition } })
}
