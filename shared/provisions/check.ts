import type { PlaceId } from '../geo/place'
import { type Ask, type Day, type Gift, type Offer, type Provided, placeField } from './provision'

/** What is wrong, and with which part of what was sent. */
export interface Wrong {
  readonly at: string
  readonly message: string
}

/** What an ask is held against. */
export interface AskScene {
  readonly offer: Offer
  readonly today: Day
  /** The posts of the organisation that asks. */
  readonly posts: readonly string[]
  /** The places the asker's organisation has. */
  readonly own: readonly PlaceId[]
  /** Whether a place is one of some places or lies in one. */
  readonly liesIn: (place: PlaceId, places: readonly PlaceId[]) => boolean
}

const isTwice = (all: readonly string[]): boolean => new Set(all).size !== all.length

/** The last day an ask of today may name: a year from today. */
export function latestDay(today: Day): Day {
  const year = Number(today.slice(0, 4)) + 1
  const sameDay = `${year}${today.slice(4)}`
  // There is no 29 February in the year after a leap year.
  return sameDay.endsWith('-02-29') ? `${year}-02-28` : sameDay
}

/** @returns what is wrong with an ask; nothing when it may be made */
export function checkAsk({ fields, places, posts, until }: Ask, scene: AskScene): readonly Wrong[] {
  const { offer, today, own, liesIn } = scene
  return [
    ...(offer.ended ? [{ at: 'dataSet', message: '这份数据已经不再提供' }] : []),
    ...fields.flatMap((field, at) =>
      offer.fields.includes(field) ? [] : [{ at: `fields.${at}`, message: '这份数据里没有这一项' }],
    ),
    ...(isTwice(fields) ? [{ at: 'fields', message: '同一项选了两次' }] : []),
    ...(fields.some((field) => field !== placeField)
      ? []
      : [{ at: 'fields', message: '请至少选择一项内容，只有地点看不出什么' }]),
    ...places.flatMap((place, at) => {
      if (!liesIn(place, own)) return [{ at: `places.${at}`, message: '只能申请本单位管理范围内的数据' }]
      return liesIn(place, offer.within) ? [] : [{ at: `places.${at}`, message: '这份数据不包括这个地点' }]
    }),
    ...(isTwice(places) ? [{ at: 'places', message: '同一个地点选了两次' }] : []),
    ...posts.flatMap((post, at) =>
      scene.posts.includes(post) ? [] : [{ at: `posts.${at}`, message: '只能给本单位的岗位申请' }],
    ),
    ...(isTwice(posts) ? [{ at: 'posts', message: '同一个岗位选了两次' }] : []),
    ...(until < today ? [{ at: 'until', message: '使用期限不能早于今天' }] : []),
    ...(until > latestDay(today) ? [{ at: 'until', message: '使用期限最长一年，请选近一些的日期' }] : []),
  ]
}

/** @returns what is wrong with what is to be given: never more fields nor a day longer than was asked, and something at least */
export function checkGift(
  { fields, until }: Gift,
  asked: Pick<Provided, 'fields' | 'until'>,
  today: Day,
): readonly Wrong[] {
  const given = Object.keys(fields)
  return [
    ...given.flatMap((field) =>
      asked.fields.includes(field) ? [] : [{ at: `fields.${field}`, message: '对方没有申请这一项，不能多给' }],
    ),
    ...(given.some((field) => field !== placeField) ? [] : [{ at: 'fields', message: '一项内容都不给，请改为退回' }]),
    ...(until > asked.until ? [{ at: 'until', message: '使用期限只能缩短，不能比申请的更长' }] : []),
    ...(until < today ? [{ at: 'until', message: '使用期限不能早于今天' }] : []),
  ]
}
