import type { ChargeReply, LookReply, MessageCardReply, OwnPictureReply, RequestCardReply } from '@zmht/shared/contract'
import { pictureStateNames, requestStateNames, type Urgency, urgencies } from '@zmht/shared/rules'

/** What may be muted. An emergency may not. */
export type Mutable = Exclude<Urgency, 'emergency'> | 'progress' | 'system'

/** One line of the message centre. */
export type Line = {
  readonly key: string
  readonly at: string
  /** Not read yet, muted or not. */
  readonly unread: boolean
  readonly muted: boolean
  readonly title: string
  readonly detail: string
} & (
  | { readonly kind: 'notice'; readonly notice: MessageCardReply }
  | { readonly kind: 'progress'; readonly request: RequestCardReply }
  | { readonly kind: 'system'; readonly opens: 'looks' | 'charges' }
  | { readonly kind: 'picture'; readonly request: string }
)

interface Reader {
  readonly muted: readonly Mutable[]
  readonly since: string
  readonly seen: Readonly<Record<string, string>>
}

/** Whether somebody does not want to be told of it. */
export const isMuted = (muted: readonly Mutable[], urgency: Urgency): boolean =>
  urgency !== 'emergency' && muted.includes(urgency)

const unseen = ({ since, seen }: Reader, key: string, at: string): boolean => at > since && (seen[key] ?? '') < at

/** A notice is unread exactly where no receipt is; it is counted there, not here. */
export function noticeLine(notice: MessageCardReply, { muted }: Reader): Line {
  const { id, title, at, urgency, organisation, read, withdrawn, corrected, receivers } = notice
  const wards = receivers.filter(({ called }) => called !== '您').map(({ called }) => called)
  return {
    kind: 'notice',
    key: `notice ${id}`,
    at,
    title,
    unread: !read && withdrawn === undefined,
    muted: isMuted(muted, urgency),
    detail: [
      withdrawn === undefined ? (corrected ? '更正过' : undefined) : `已撤回：${withdrawn}`,
      organisation,
      wards.length === 0 ? undefined : `${wards.length < receivers.length ? '也' : ''}发给${wards.join('、')}`,
    ]
      .filter((one) => one !== undefined && one !== '')
      .join(' · '),
    notice,
  }
}

/** What a resident did themself is no news to them. */
const ownDoing: readonly RequestCardReply['state'][] = ['submitted', 'withdrawn']

export const progressKey = (id: string): string => `request ${id}`

export function progressLine(request: RequestCardReply, reader: Reader): Line {
  const { id, title, state, who, ofOrganisation, place, number, submittedAt, updatedAt } = request
  const key = progressKey(id)
  const moved = updatedAt > submittedAt && !ownDoing.includes(state)
  return {
    kind: 'progress',
    key,
    at: updatedAt,
    title: `${title}：${requestStateNames[state]}`,
    unread: moved && unseen(reader, key, updatedAt),
    muted: reader.muted.includes('progress'),
    detail: `${ofOrganisation === true ? `${who} · ` : ''}${place} · 编号 ${number}`,
    request,
  }
}

export function lookLine({ id, at, name, title, purpose }: LookReply, reader: Reader): Line {
  const key = `look ${id}`
  return {
    ...{ kind: 'system', key, at, opens: 'looks' },
    title: `${name}看了您的敏感信息`,
    detail: [title, `理由：${purpose}`].filter((one) => one !== '').join(' · '),
    unread: unseen(reader, key, at),
    muted: reader.muted.includes('system'),
  }
}

/** Only what somebody else decided. */
export function chargeLine({ id, at, name, state, answer }: ChargeReply, reader: Reader): readonly Line[] {
  if (state !== 'held' && state !== 'declined') return []
  const key = `charge ${id}`
  return [
    {
      ...{ kind: 'system', key, at, opens: 'charges' },
      title: state === 'held' ? `您可以替${name}办事了` : `替${name}办事的申请没有通过`,
      detail: answer === undefined ? '社区核实过了' : `社区说：${answer}`,
      unread: unseen(reader, key, at),
      muted: reader.muted.includes('system'),
    },
  ]
}

/** A picture of theirs that did not pass, and why. */
export function pictureLine({ id, at, state, why, shown, request }: OwnPictureReply, reader: Reader): readonly Line[] {
  if (request === undefined || shown) return []
  const key = `picture ${id}`
  return [
    {
      ...{ kind: 'picture', key, at, request: request.id },
      title: `您的照片${pictureStateNames[state]}`,
      detail: `${request.title} · ${why}`,
      unread: unseen(reader, key, at),
      muted: reader.muted.includes('system'),
    },
  ]
}

/** What is counted and stands first. */
export const isWaiting = ({ unread, muted }: Line): boolean => unread && !muted

export const isEmergency = (line: Line): boolean => line.kind === 'notice' && line.notice.urgency === 'emergency'

/** What waits to be read, an emergency on top; then all else. Each by time, the latest first. */
export function inOrder(lines: readonly Line[]): { readonly waiting: readonly Line[]; readonly rest: readonly Line[] } {
  const byTime = [...lines].sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0))
  const waiting = byTime.filter(isWaiting)
  return {
    waiting: [...waiting.filter(isEmergency), ...waiting.filter((line) => !isEmergency(line))],
    rest: byTime.filter((line) => !isWaiting(line)),
  }
}

export type Filter = 'all' | 'notice' | 'progress'

/** @param words what was typed: each word has to occur */
export function found(lines: readonly Line[], filter: Filter, words: string): readonly Line[] {
  const wanted = words.trim().split(/\s+/)
  return lines.filter((line) => {
    const urgency = line.kind === 'notice' ? urgencies[line.notice.urgency] : ''
    const said = `${line.title} ${line.detail} ${urgency}`
    return (filter === 'all' || filter === line.kind) && wanted.every((word) => said.includes(word))
  })
}

/** What a glance at a notice should lead to: it is not read, or not answered yet. */
export const asksFor = ({ read, asks, answered, withdrawn }: MessageCardReply): boolean =>
  withdrawn === undefined && (!read || (asks && !answered))
