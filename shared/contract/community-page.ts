import {
  aboutEntry,
  type CommunityKind,
  communityKinds,
  communityStates,
  isTold,
  mostCommunityEntries,
  mostCommunityPhotos,
  mostCommunityText,
} from '../rules/community-page'
import { mostSpans } from '../rules/opening-hours'
import { routesOf } from './define'
import { file } from './files'
import { day, fileId, instant, level, optionalText, placeId, text } from './parts'
import * as z from './z'

/** 掌上服务站: what a community tells those who live there of itself. Served by the channels slice. */
const route = routesOf('channels')

const entryId = z
  .string('编号应为文字')
  .check(z.regex(new RegExp(`^(${aboutEntry}|y[0-9a-z]{20})$`), '编号的格式不正确'))

const time = z.string('时间应为文字').check(z.regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, '时间应为时:分'))
const span = z.strictObject({
  days: z
    .array(z.int('星期应为整数').check(z.gte(1, '星期不正确'), z.lte(7, '星期不正确')))
    .check(z.minLength(1, '请选择星期几'), z.maxLength(7, '星期有重复')),
  from: time.check(z.refine((value: string) => value !== '24:00', '开门时间最晚 23:59')),
  to: time,
})
const hours = z.exactOptional(z.array(span).check(z.maxLength(mostSpans, `最多 ${mostSpans} 段时间`)))

/** Landlines, mobiles and short numbers, with an extension. */
const phone = z.exactOptional(
  z.string('电话应为文字').check(z.trim(), z.regex(/^\+?\d[\d-]{1,18}\d$/, '电话只写数字和横线，例如 010-64700000')),
)

type Shaped = {
  readonly kind: CommunityKind
  readonly text?: string | undefined
  readonly phone?: string | undefined
  readonly from?: string
  readonly until?: string
}

const content = z
  .strictObject({
    kind: z.enum(communityKinds, '请选择种类'),
    title: text(30, '名称'),
    text: optionalText(3000, '内容'),
    where: optionalText(60, '地址'),
    phone,
    hours,
    photos: z.array(fileId).check(z.maxLength(mostCommunityPhotos, `最多 ${mostCommunityPhotos} 张照片`)),
    /** Days in China, both included. */
    from: z.exactOptional(day),
    until: z.exactOptional(day),
  })
  .check(
    z.refine((one: Shaped) => (one.text ?? '').length <= mostCommunityText[one.kind], {
      path: ['text'],
      message: '写得太长，请缩短一些',
    }),
    z.refine((one: Shaped) => !isTold(one.kind) || (one.text ?? '') !== '', {
      path: ['text'],
      message: '请填写内容',
    }),
    z.refine((one: Shaped) => one.kind !== 'phone' || one.phone !== undefined, {
      path: ['phone'],
      message: '请填写电话',
    }),
    z.refine((one: Shaped) => one.from === undefined || one.until === undefined || one.from <= one.until, {
      path: ['until'],
      message: '结束的日子早于开始的日子',
    }),
  )
export type CommunityContent = z.output<typeof content>

/** What a list says of an entry. */
const card = {
  id: entryId,
  kind: z.enum(communityKinds),
  title: z.string(),
  /** Its text, or the beginning of it. */
  text: z.exactOptional(z.string()),
  /** There is more to see than this. */
  more: z.boolean(),
  where: z.exactOptional(z.string()),
  phone: z.exactOptional(z.string()),
  hours,
  /** When it was first saved; what is new comes first. */
  since: instant,
}
const shownCard = z.strictObject(card)
export type CommunityCardReply = z.output<typeof shownCard>

const page = z.strictObject({
  place: z.strictObject({ id: placeId, name: z.string(), level }),
  about: z.exactOptional(shownCard),
  announcements: z.array(shownCard),
  news: z.array(shownCard),
  services: z.array(shownCard),
  phones: z.array(shownCard),
})
export type CommunityPageReply = z.output<typeof page>

const state = {
  state: z.enum(communityStates),
  /** Counts up with each change; sent back with the next. */
  edition: z.number(),
  by: z.string(),
  at: instant,
  withdrawn: z.boolean(),
  from: z.exactOptional(day),
  until: z.exactOptional(day),
}
const keptCard = z.strictObject({ ...card, ...state })
export type KeptCommunityCardReply = z.output<typeof keptCard>

const kept = z.strictObject({
  place: z.strictObject({ id: placeId, name: z.string(), level }),
  entries: z.array(keptCard),
  /** The page as residents see it now. */
  shown: page,
})
export type KeptCommunityPageReply = z.output<typeof kept>

const entry = z.strictObject({ id: entryId, content, since: instant, ...state })
export type CommunityEntryReply = z.output<typeof entry>

const onePage = z.strictObject({ placeId })
const oneEntry = z.strictObject({ placeId, entryId })
const edition = z.int('版本应为整数')
const reading = { who: 'owner-or-official', action: 'notice.read', where: 'resource' } as const
const writing = { who: 'official', action: 'notice.write', where: 'resource' } as const

export const communityPage = {
  communityPages: route('communityPages', {
    method: 'GET',
    path: '/community-pages',
    summary: 'The pages of the places above one of my homes, the nearest first; 404 for any other place',
    needs: { who: 'resident', consent: false },
    query: z.strictObject({ home: placeId }),
    reply: z.strictObject({ pages: z.array(page) }),
  }),
  communityEntry: route('communityEntry', {
    method: 'GET',
    path: '/community-pages/{placeId}/entries/{entryId}',
    summary:
      'One entry whole: for whoever lives there as it is shown, for an official who reads notices there as it was saved last',
    needs: reading,
    params: oneEntry,
    reply: entry,
  }),
  communityFile: route('communityFile', {
    method: 'GET',
    path: '/community-pages/{placeId}/entries/{entryId}/files/{fileId}',
    summary: 'Where a picture of an entry can be read for five minutes',
    needs: reading,
    params: z.strictObject({ placeId, entryId, fileId }),
    reply: file,
  }),
  keptCommunityPage: route('keptCommunityPage', {
    method: 'GET',
    path: '/community-pages/{placeId}',
    summary: 'Everything a page holds, withdrawn and waiting too, and the page as residents see it',
    needs: { who: 'official', action: 'notice.read', where: 'resource' },
    params: onePage,
    reply: kept,
  }),
  saveCommunityEntry: route('saveCommunityEntry', {
    method: 'PUT',
    path: '/community-pages/{placeId}/entries/{entryId}',
    summary: 'Saves an entry, if nobody else did since `edition`; it is shown once WeChat has checked what it says',
    needs: writing,
    params: oneEntry,
    body: z.strictObject({ edition, content }),
    reply: entry,
  }),
  withdrawCommunityEntry: route('withdrawCommunityEntry', {
    method: 'PUT',
    path: '/community-pages/{placeId}/entries/{entryId}/withdrawal',
    summary: 'Takes an entry from the page, or puts it back as it was',
    needs: writing,
    params: oneEntry,
    body: z.strictObject({ edition, withdrawn: z.boolean() }),
    reply: keptCard,
  }),
  orderCommunityPage: route('orderCommunityPage', {
    method: 'PUT',
    path: '/community-pages/{placeId}/order',
    summary: 'The order in which services and phone numbers are listed; what is not named comes after',
    needs: writing,
    params: onePage,
    body: z.strictObject({
      order: z.array(entryId).check(z.maxLength(mostCommunityEntries, `最多 ${mostCommunityEntries} 条`)),
    }),
    reply: kept,
  }),
} as const
