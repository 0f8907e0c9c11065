import {
  type ApprovalReason,
  approvalReasons,
  mostFencePlaces,
  mostNoticeFiles,
  mostNoticeText,
  mostQuestions,
  mostVisits,
  noticeActions,
  noticeStates,
  urgencyCodes,
} from '../rules/notice'
import { audience } from './channels'
import { routesOf } from './define'
import { file } from './files'
import {
  counts,
  cursor,
  day,
  entityId,
  fileId,
  instant,
  job,
  jobId,
  ledgerId,
  level,
  noticeId,
  optionalText,
  page,
  placeId,
  taskId,
  text,
} from './parts'
import * as z from './z'

const route = routesOf('channels')

const code = z.string('编号应为文字').check(z.regex(/^[a-z0-9]{1,12}$/, '编号不正确'))

/** One question of a receipt: a choice, or a line of text. */
const question = z.strictObject({
  key: code,
  label: text(40, '问题'),
  required: z.boolean(),
  /** Absent: answered in words. */
  options: z.exactOptional(
    z
      .array(z.strictObject({ code, label: text(20, '选项') }))
      .check(z.minLength(2, '至少两个选项'), z.maxLength(8, '最多 8 个选项')),
  ),
})
export type NoticeQuestion = z.output<typeof question>

const distinct = (keys: readonly string[]): boolean => new Set(keys).size === keys.length

/** Whom it is for: places, and where these are not all, a ledger they stand in or what is known of them. */
const fence = z.strictObject({
  places: z
    .array(placeId)
    .check(z.minLength(1, '请选择发给哪里'), z.maxLength(mostFencePlaces, `一次最多选择 ${mostFencePlaces} 个地点`)),
  except: z.array(placeId).check(z.maxLength(mostFencePlaces, `最多排除 ${mostFencePlaces} 个地点`)),
  audience: z.exactOptional(audience),
  ledger: z.exactOptional(ledgerId),
})

const picture = z.strictObject({
  id: fileId,
  kind: z.enum(['photo', 'file'], '请添加照片或文件'),
  name: text(80, '文件名'),
})

/** What a correction may change. */
const body = {
  title: text(30, '标题'),
  /** May hold {姓名} and {住址}, filled in for whoever reads it. */
  text: text(mostNoticeText, '正文'),
  files: z.array(picture).check(z.maxLength(mostNoticeFiles, `最多 ${mostNoticeFiles} 个照片和文件`)),
}
export const noticeBody = z.strictObject(body)
export type NoticeBody = z.output<typeof noticeBody>

export const noticeQuestions = z.array(question).check(
  z.maxLength(mostQuestions, `最多 ${mostQuestions} 个问题`),
  z.refine((all: readonly NoticeQuestion[]) => distinct(all.map(({ key }) => key)), '问题的编号有重复'),
  z.refine(
    (all: readonly NoticeQuestion[]) => all.every(({ options = [] }) => distinct(options.map((one) => one.code))),
    '选项的编号有重复',
  ),
)

export const noticeContent = z.strictObject({
  ...body,
  urgency: z.enum(urgencyCodes, '请选择紧急程度'),
  questions: noticeQuestions,
  fence,
  /** The instant from which it is no longer listed. */
  expires: instant,
  /** When it goes out; absent: as soon as it may. */
  publishAt: z.exactOptional(instant),
})
export type NoticeContent = z.output<typeof noticeContent>

const named = z.strictObject({ id: z.string(), name: z.string() })
const place = z.strictObject({ id: placeId, name: z.string(), level, tail: z.string() })
const reason = z.enum(Object.keys(approvalReasons) as [ApprovalReason, ...ApprovalReason[]]) // the keys of the very object

const card = z.strictObject({
  id: noticeId,
  title: z.string(),
  urgency: z.enum(urgencyCodes),
  state: z.enum(noticeStates),
  organisation: named,
  /** Where it goes, in words. */
  where: z.string(),
  by: z.string(),
  at: instant,
  publishedAt: z.exactOptional(instant),
  /** From 2 on it was corrected. */
  revision: z.number(),
})
export type NoticeCardReply = z.output<typeof card>

const run = z.strictObject({
  kind: z.enum(['unread', 'resend', 'visits']),
  at: instant,
  by: z.string(),
  /** Of lists and messages; absent for what was handed over. */
  job: z.exactOptional(job),
  /** The task that was made. */
  task: z.exactOptional(taskId),
  /** By what: `unread`, `unreached`, `read`; `sent`, and each reason it was not. */
  counts,
})

const notice = z.strictObject({
  ...card.shape,
  content: noticeContent,
  /** Counts up with each change; sent back with the next. */
  edition: z.number(),
  places: z.array(place),
  except: z.array(place),
  /** The condition in words, beyond the places. */
  condition: z.exactOptional(z.string()),
  /** Why it needs approval, where whoever reads this publishes it. */
  approval: z.exactOptional(reason),
  sentBack: z.exactOptional(z.strictObject({ reason: z.string(), by: z.string(), at: instant })),
  approved: z.exactOptional(z.strictObject({ by: z.string(), at: instant })),
  withdrawn: z.exactOptional(z.strictObject({ reason: z.string(), by: z.string(), at: instant })),
  corrections: z.array(z.strictObject({ revision: z.number(), note: z.string(), by: z.string(), at: instant })),
  /** What the reader may do with it now. */
  actions: z.array(z.enum(noticeActions)),
  /** Lists of who has not read it, and what was done about them, the latest first. */
  runs: z.array(run),
})
export type NoticeReply = z.output<typeof notice>

const numbers = {
  /** Registered as living there. */
  people: z.number(),
  /** With an account and a home there. */
  accounts: z.number(),
}

/** Whom a fence reaches, before anything is published. */
const reach = z.strictObject({
  ...numbers,
  doors: z.number(),
  /** Registered without an account, as far as numbers tell: the list of who has not read is exact. */
  unreached: z.number(),
  places: z.array(z.strictObject({ ...place.shape, ...numbers, doors: z.number() })),
  /** Of those who stand in the ledger, by its numbers. */
  inLedger: z.exactOptional(z.number()),
  /** The fence asks what is known of each when they read: the numbers are of everybody there. */
  atMost: z.boolean(),
  approval: z.exactOptional(reason),
})
export type FenceReachReply = z.output<typeof reach>

const counted = {
  ...numbers,
  read: z.number(),
  answered: z.number(),
  /** `question.option` → how many. */
  options: counts,
}
const numbersAt = z.strictObject({
  place: z.strictObject({ id: placeId, name: z.string(), level }),
  ...counted,
  children: z.array(z.strictObject({ id: placeId, name: z.string(), level, hasChildren: z.boolean(), ...counted })),
})
export type NoticeNumbersReply = z.output<typeof numbersAt>

const receipt = z.strictObject({
  person: entityId,
  name: z.string(),
  place: z.string(),
  readAt: instant,
  /** The revision that was read last. */
  revision: z.number(),
  /** In the order of the questions; absent: not answered. */
  answers: z.exactOptional(z.array(z.strictObject({ label: z.string(), text: z.string() }))),
  /** Whoever read it for them. */
  forThem: z.boolean(),
})
export type NoticeReceiptReply = z.output<typeof receipt>

const unread = z.strictObject({
  job,
  counts,
  items: z.array(
    z.strictObject({
      person: entityId,
      name: z.string(),
      place: z.string(),
      /** For who may see it. */
      phone: z.exactOptional(z.string()),
      /** False: registered, but without an account. */
      account: z.boolean(),
    }),
  ),
  next: z.exactOptional(z.string()),
})
export type UnreadReply = z.output<typeof unread>

const oneNotice = z.strictObject({ noticeId })
const edition = z.int('版本应为整数')
const reading = { who: 'official', action: 'notice.read', where: 'resource' } as const
const writing = { who: 'official', action: 'notice.write', where: 'resource' } as const

export const notices = {
  notices: route('notices', {
    method: 'GET',
    path: '/notices',
    summary:
      'The notices of the official’s organisations, the latest first, 20 a page; `here`: those in force at a place of theirs, whoever published them',
    needs: { who: 'official', action: 'notice.read', where: 'list' },
    query: z.strictObject({ cursor, here: z.exactOptional(placeId) }),
    reply: page(card),
  }),
  awaitingNotices: route('awaitingNotices', {
    method: 'GET',
    path: '/notices/awaiting',
    summary: 'Notices that wait for the official’s approval',
    needs: { who: 'official', action: 'notice.approve', where: 'list' },
    query: z.strictObject({ cursor }),
    reply: page(card),
  }),
  fenceReach: route('fenceReach', {
    method: 'POST',
    path: '/notices/reach',
    summary: 'Whom a fence reaches: people, doors, who cannot be reached, and whether it needs approval',
    needs: writing,
    body: z.strictObject({ fence, urgency: z.enum(urgencyCodes) }),
    reply: reach,
    repeatable: true,
  }),
  saveNotice: route('saveNotice', {
    method: 'PUT',
    path: '/notices/{noticeId}',
    summary: 'Saves a draft, if nobody else did since `edition`; the same again changes nothing',
    needs: writing,
    params: oneNotice,
    body: z.strictObject({ edition, content: noticeContent }),
    reply: notice,
  }),
  notice: route('notice', {
    method: 'GET',
    path: '/notices/{noticeId}',
    summary: 'One notice, for who published it and whoever has to do with a place it goes to',
    needs: reading,
    params: oneNotice,
    reply: notice,
  }),
  publishNotice: route('publishNotice', {
    method: 'PUT',
    path: '/notices/{noticeId}/publication',
    summary: 'Publishes a draft, plans it for its time, or hands it in for approval where that is needed',
    needs: writing,
    params: oneNotice,
    body: z.strictObject({ edition }),
    reply: notice,
  }),
  judgeNotice: route('judgeNotice', {
    method: 'PUT',
    path: '/notices/{noticeId}/approval',
    summary: 'Approves a notice, which publishes or plans it, or sends it back with a reason',
    needs: { who: 'official', action: 'notice.approve', where: 'resource' },
    params: oneNotice,
    body: z.discriminatedUnion('verdict', [
      z.strictObject({ verdict: z.literal('approve'), edition }),
      z.strictObject({ verdict: z.literal('send-back'), edition, reason: text(200, '退回原因') }),
    ]),
    reply: notice,
  }),
  callOffNotice: route('callOffNotice', {
    method: 'PUT',
    path: '/notices/{noticeId}/draft',
    summary: 'Takes back what waits for approval or its time: it is a draft again',
    needs: writing,
    params: oneNotice,
    body: z.strictObject({ edition }),
    reply: notice,
  }),
  correctNotice: route('correctNotice', {
    method: 'PUT',
    path: '/notices/{noticeId}/correction',
    summary:
      'Publishes a further revision, shown as a correction; whoever read the former one is asked to read it anew',
    needs: writing,
    params: oneNotice,
    body: z.strictObject({ edition, note: text(100, '更正说明'), body: noticeBody }),
    reply: notice,
  }),
  withdrawNotice: route('withdrawNotice', {
    method: 'PUT',
    path: '/notices/{noticeId}/withdrawal',
    summary: 'Withdraws a published notice; whoever had read it is shown the reason',
    needs: writing,
    params: oneNotice,
    body: z.strictObject({ edition, reason: text(200, '撤回原因') }),
    reply: notice,
  }),
  noticeFile: route('noticeFile', {
    method: 'GET',
    path: '/notices/{noticeId}/files/{fileId}',
    summary: 'Where a picture or attachment of a notice can be read for five minutes',
    needs: reading,
    params: z.strictObject({ noticeId, fileId }),
    reply: file,
  }),
  noticeNumbers: route('noticeNumbers', {
    method: 'GET',
    path: '/notices/{noticeId}/numbers',
    summary: 'Who read and what was answered, at a place and each place inside it, live',
    needs: reading,
    params: oneNotice,
    query: z.strictObject({ place: placeId }),
    reply: numbersAt,
  }),
  noticeReceipts: route('noticeReceipts', {
    method: 'GET',
    path: '/notices/{noticeId}/receipts',
    summary: 'Who read it at a place, with what they answered, by building and door, 20 a page',
    needs: reading,
    params: oneNotice,
    query: z.strictObject({ place: placeId, cursor }),
    reply: page(receipt),
  }),
  listUnread: route('listUnread', {
    method: 'PUT',
    path: '/notices/{noticeId}/unread/{jobId}',
    summary: 'Works out who has not read it, exactly, as a job under an id made by whoever asks',
    needs: writing,
    params: z.strictObject({ noticeId, jobId }),
    reply: job,
  }),
  unread: route('unread', {
    method: 'GET',
    path: '/notices/{noticeId}/unread/{jobId}',
    summary: 'A list of who had not read it inside the official’s places, about 20 a page',
    needs: reading,
    params: z.strictObject({ noticeId, jobId }),
    query: z.strictObject({ cursor, place: z.exactOptional(placeId) }),
    reply: unread,
  }),
  resendNotice: route('resendNotice', {
    method: 'PUT',
    path: '/notices/{noticeId}/resends/{jobId}',
    summary: 'Sends a WeChat message to each account of a list that has not read it meanwhile, once, as a job',
    needs: writing,
    params: z.strictObject({ noticeId, jobId }),
    body: z.strictObject({ unread: jobId }),
    reply: job,
  }),
  visitUnread: route('visitUnread', {
    method: 'PUT',
    path: '/notices/{noticeId}/visits/{taskId}',
    summary: `Hands those of a list at a place who have not read it to the workers there as a task to call or visit, ${mostVisits} at most`,
    needs: { who: 'official', action: 'task.write', where: 'resource' },
    params: z.strictObject({ noticeId, taskId }),
    body: z.strictObject({ unread: jobId, place: placeId, due: day, note: optionalText(200, '说明') }),
    reply: z.strictObject({ task: taskId, people: z.number(), left: z.number() }),
  }),
} as const
