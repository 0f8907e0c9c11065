import { urgencyCodes } from '../rules/notice'
import { routesOf } from './define'
import { file } from './files'
import { noticeContent } from './notices'
import { entityId, fileId, instant, noticeId, placeId } from './parts'
import * as z from './z'

/** What residents are told: the notices of where they and those they care for live. */
const route = routesOf('channels')

const receiver = z.strictObject({
  /** Them or a ward of theirs. */
  person: entityId,
  /** 「您」「您照管的 孙大雪」. */
  called: z.string(),
  /** The home it concerns, as briefly as is clear. */
  place: z.string(),
  /** The latest revision was read for them. */
  read: z.boolean(),
  answered: z.boolean(),
})

const messageCard = z.strictObject({
  id: noticeId,
  title: z.string(),
  urgency: z.enum(urgencyCodes),
  /** Who published it. */
  organisation: z.string(),
  /** When it was published, or corrected last. */
  at: instant,
  revision: z.number(),
  corrected: z.boolean(),
  /** It is to be answered. */
  asks: z.boolean(),
  /** By all it concerns. */
  read: z.boolean(),
  answered: z.boolean(),
  receivers: z.array(receiver),
  expires: instant,
  /** Why it was withdrawn: told to those who had read it. */
  withdrawn: z.exactOptional(z.string()),
})
export type MessageCardReply = z.output<typeof messageCard>

const said = z.record(z.string(), z.string('回答应为文字').check(z.maxLength(200, '回答不超过 200 个字')))

const message = z.strictObject({
  ...messageCard.shape,
  /** Where it goes, in words. */
  where: z.string(),
  /** Filled in for whoever reads it. */
  text: z.string(),
  files: noticeContent.shape.files,
  questions: noticeContent.shape.questions,
  /** By receiver: question → option, or words. */
  answers: z.record(z.string(), said),
  /** What each correction says, the latest first. */
  corrections: z.array(z.strictObject({ note: z.string(), at: instant })),
  /** What it said before it was corrected last. */
  before: z.exactOptional(z.strictObject({ title: z.string(), text: z.string() })),
})
export type MessageReply = z.output<typeof message>

const oneMessage = z.strictObject({ noticeId })
const own = { who: 'resident', consent: false } as const

/** Seconds for which `news` may be kept by whatever stands before the function. */
export const newsKeptSeconds = 5

export const messages = {
  messages: route('messages', {
    method: 'GET',
    path: '/messages',
    summary: 'The notices that concern my homes and those I act for, the latest first, read and unread exactly',
    needs: own,
    reply: z.strictObject({ unread: z.number(), items: z.array(messageCard) }),
  }),
  openMessage: route('openMessage', {
    method: 'PUT',
    path: '/messages/{noticeId}/receipt',
    summary:
      'Opens a notice, which is its receipt, for me and those I act for whom it concerns; 404 unless it concerns one',
    needs: own,
    params: oneMessage,
    reply: message,
  }),
  answerMessage: route('answerMessage', {
    method: 'PUT',
    path: '/messages/{noticeId}/answers/{person}',
    summary: 'Answers a notice for myself or one I act for; answered again the later answer counts',
    needs: own,
    params: z.strictObject({ noticeId, person: entityId }),
    body: z.strictObject({ answers: said }),
    reply: message,
  }),
  messageFile: route('messageFile', {
    method: 'GET',
    path: '/messages/{noticeId}/files/{fileId}',
    summary: 'Where a picture or attachment of a notice that concerns me can be read for five minutes',
    needs: own,
    params: z.strictObject({ noticeId, fileId }),
    reply: file,
  }),
  news: route('news', {
    method: 'GET',
    path: '/news/{placeId}',
    summary: 'A mark that changes whenever something is published for a place: what phones ask instead of the list',
    needs: { who: 'anyone' },
    params: z.strictObject({ placeId }),
    reply: z.strictObject({ mark: z.string() }),
    keptSeconds: newsKeptSeconds,
  }),
} as const
