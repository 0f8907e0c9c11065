/** What a community page holds. `about`: the desk itself, once. */
export const communityKinds = ['about', 'announcement', 'news', 'service', 'phone'] as const
export type CommunityKind = (typeof communityKinds)[number]

/** What is read once and grows old, the newest first; the rest is looked up. */
export const isTold = (kind: CommunityKind): kind is 'announcement' | 'news' =>
  kind === 'announcement' || kind === 'news'

export const communityKindNames: Readonly<Record<CommunityKind, string>> = {
  about: '服务站简介',
  announcement: '社区公告',
  news: '社区动态',
  service: '便民服务',
  phone: '常用电话',
}

/** `waiting`: WeChat could not check it yet; `refused`: it did not pass. Residents go on seeing what stood there before. */
export const communityStates = ['shown', 'waiting', 'refused'] as const
export type CommunityState = (typeof communityStates)[number]

/** Under this id stands what the page says of the desk. */
export const aboutEntry = 'about'

export const mostCommunityPhotos = 9
export const mostCommunityEntries = 200
/** As much of a text as a list says. */
export const mostExcerpt = 60
export const mostCommunityText: Readonly<Record<CommunityKind, number>> = {
  about: 300,
  announcement: 3000,
  news: 3000,
  service: 500,
  phone: 100,
}

/** @returns whether something is to be seen on a day, `YYYY-MM-DD` in China, both ends included */
export const isInTime = ({ from, until }: { readonly from?: string; readonly until?: string }, day: string): boolean =>
  (from === undefined || from <= day) && (until === undefined || day <= until)
