import type { NoticeContent } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import {
  type ApprovalReason,
  type NoticeAction,
  type NoticeState,
  nextNoticeState,
  unknownPlaceholders,
} from '@zmht/shared/rules'

/** Who did something, when. */
export interface Deed {
  readonly id: string
  readonly name: string
  readonly at: Instant
}

/** A notice 通知 without its text: whom it is for, and how far it has come. */
export interface Notice {
  readonly id: string
  readonly organisationId: string
  readonly title: string
  readonly urgency: NoticeContent['urgency']
  readonly state: NoticeState
  readonly fence: NoticeContent['fence']
  readonly expires: Instant
  readonly publishAt?: Instant
  /** It asks something of whoever reads it. */
  readonly asks: boolean
  /** Counts up with each change. */
  readonly edition: number
  /** Of the text: from 2 on it was corrected. */
  readonly revision: number
  readonly createdAt: Instant
  /** Who wrote it, as last drafted. */
  readonly author: string
  /** Of the last change. */
  readonly by: Deed
  readonly publishedAt?: Instant
  readonly awaits?: ApprovalReason
  readonly approved?: Deed
  readonly sentBack?: Deed & { readonly reason: string }
  readonly withdrawn?: Deed & { readonly reason: string }
  readonly corrections: readonly (Deed & { readonly revision: number; readonly note: string })[]
}

/** What is told of it: kept by revision, never written over once it was published. */
export type NoticeText = Pick<NoticeContent, 'title' | 'text' | 'files' | 'questions'>

export const textOf = ({ title, text, files, questions }: NoticeContent): NoticeText => ({
  title,
  text,
  files,
  questions,
})

export const contentOf = (notice: Notice, { title, text, files, questions }: NoticeText): NoticeContent => ({
  title,
  text,
  files,
  questions,
  urgency: notice.urgency,
  fence: notice.fence,
  expires: notice.expires,
  ...(notice.publishAt === undefined ? {} : { publishAt: notice.publishAt }),
})

/** A year: what holds longer is a page, not a notice. */
const longestMillis = 366 * 24 * 3600 * 1000

/** @throws Problem `invalid` at what cannot be told as it is */
export function checkContent(content: Pick<NoticeContent, 'title' | 'text'>, path: string): void {
  const fields = (['title', 'text'] as const).flatMap((name) =>
    unknownPlaceholders(content[name]).map((unknown) => ({
      path: `${path}.${name}`,
      message: `{${unknown}} 不能自动填写，只能用 {姓名} 和 {住址}，请改掉`,
    })),
  )
  if (fields.length > 0) throw new Problem('invalid', { fields })
}

/** @throws Problem `invalid` for days that cannot be */
export function checkDays({ expires, publishAt }: Pick<Notice, 'expires' | 'publishAt'>, at: Instant): void {
  const from = publishAt !== undefined && publishAt > at ? publishAt : at
  const message =
    expires <= from
      ? '截止时间要晚于发布时间，请改到以后'
      : Date.parse(expires) - Date.parse(from) > longestMillis
        ? '通知最长保留一年，请改早一些'
        : undefined
  if (message !== undefined) throw new Problem('invalid', { fields: [{ path: 'body.content.expires', message }] })
}

/** The state after an action. @throws Problem `step-not-allowed` */
function after(state: NoticeState, action: NoticeAction): NoticeState {
  const next = nextNoticeState(state, action)
  if (next === undefined) throw new Problem('step-not-allowed')
  return next
}

/** One change of a notice. @throws Problem `changed` when somebody else changed it since */
function changed(notice: Notice, action: NoticeAction, edition: number, by: Deed): Notice {
  if (notice.edition !== edition) throw new Problem('changed')
  return { ...notice, state: after(notice.state, action), edition: edition + 1, by }
}

/** A draft as it is first saved, or saved again. */
export function drafted(
  seen: Notice | undefined,
  made: Pick<Notice, 'id' | 'organisationId'>,
  content: NoticeContent,
  edition: number,
  by: Deed,
): Notice {
  if (seen !== undefined && nextNoticeState(seen.state, 'revise') === undefined) throw new Problem('step-not-allowed')
  if ((seen?.edition ?? 0) !== edition) throw new Problem('changed')
  const { title, urgency, fence, expires, publishAt, questions } = content
  return {
    ...made,
    title,
    urgency,
    fence,
    expires,
    ...(publishAt === undefined ? {} : { publishAt }),
    asks: questions.length > 0,
    state: 'draft',
    edition: edition + 1,
    revision: 1,
    createdAt: seen?.createdAt ?? by.at,
    author: by.name,
    by,
    ...(seen?.sentBack === undefined ? {} : { sentBack: seen.sentBack }),
    corrections: [],
  }
}

/** A draft on its way: handed in where it needs approval, else planned for its time, else published. */
export function sent(notice: Notice, awaits: ApprovalReason | undefined, edition: number, by: Deed): Notice {
  checkDays(notice, by.at)
  const { sentBack: _answered, ...rest } = notice
  if (awaits !== undefined) return { ...changed(rest, 'submit', edition, by), awaits }
  return released(rest, edition, by)
}

/** Approved: planned for its time or published. */
export function approved(notice: Notice, edition: number, by: Deed): Notice {
  checkDays(notice, by.at)
  const { awaits: _granted, ...rest } = notice
  return { ...released(rest, edition, by), approved: by }
}

function released(notice: Notice, edition: number, by: Deed): Notice {
  const isLater = notice.publishAt !== undefined && notice.publishAt > by.at
  if (isLater) return changed(notice, 'schedule', edition, by)
  return { ...changed(notice, 'publish', edition, by), publishedAt: by.at }
}

export function sentBack(notice: Notice, reason: string, edition: number, by: Deed): Notice {
  const { awaits: _refused, ...rest } = notice
  return { ...changed(rest, 'send-back', edition, by), sentBack: { ...by, reason } }
}

export function calledOff(notice: Notice, edition: number, by: Deed): Notice {
  const { awaits: _taken, approved: _void, ...rest } = notice
  return changed(rest, 'call-off', edition, by)
}

export function corrected(notice: Notice, title: string, note: string, edition: number, by: Deed): Notice {
  const revision = notice.revision + 1
  const next = changed(notice, 'correct', edition, by)
  return { ...next, title, revision, corrections: [{ ...by, revision, note }, ...notice.corrections] }
}

export const withdrawn = (notice: Notice, reason: string, edition: number, by: Deed): Notice => ({
  ...changed(notice, 'withdraw', edition, by),
  withdrawn: { ...by, reason },
})

export const expired = (notice: Notice, by: Deed): Notice => changed(notice, 'expire', notice.edition, by)

/** Its time has come. @returns undefined where it is not planned, or not yet */
export function dueNow(notice: Notice, by: Deed): Notice | undefined {
  if (notice.state !== 'scheduled' || notice.publishAt === undefined || notice.publishAt > by.at) return undefined
  // Everything it says is over: it goes out to nobody.
  if (notice.expires <= by.at) return undefined
  return { ...changed(notice, 'publish', notice.edition, by), publishedAt: by.at }
}

/** Whether it stands in the lists of its places: what was withdrawn still does, for those who had read it. */
export const isListed = ({ state }: Pick<Notice, 'state'>): boolean => state === 'published' || state === 'withdrawn'

/** The least a fence can be changed by: whom it is for is as it was published. */
export type Fence = Notice['fence']
export const placesOf = ({ places, except }: Fence): readonly PlaceId[] => [...places, ...except]
