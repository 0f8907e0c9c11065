import { filledIn, unknownAmong } from './placeholders'

/** The life of a notice 通知. What was published is never written over: a correction is a further revision, told as one. */
export const noticeStates = ['draft', 'awaiting-approval', 'scheduled', 'published', 'expired', 'withdrawn'] as const
export type NoticeState = (typeof noticeStates)[number]

export const noticeStateNames: Readonly<Record<NoticeState, string>> = {
  draft: '草稿',
  'awaiting-approval': '待审批',
  scheduled: '待发布',
  published: '已发布',
  expired: '已过期',
  withdrawn: '已撤回',
}

export const noticeActions = [
  'revise',
  'submit',
  'schedule',
  'publish',
  'send-back',
  'call-off',
  'correct',
  'expire',
  'withdraw',
] as const
export type NoticeAction = (typeof noticeActions)[number]

/** Which actions each state allows. `schedule` and `publish` follow an approval where one was needed. */
export const noticeTransitions = {
  revise: { from: ['draft'], to: 'same' },
  submit: { from: ['draft'], to: 'awaiting-approval' },
  schedule: { from: ['draft', 'awaiting-approval'], to: 'scheduled' },
  publish: { from: ['draft', 'awaiting-approval', 'scheduled'], to: 'published' },
  'send-back': { from: ['awaiting-approval'], to: 'draft' },
  'call-off': { from: ['awaiting-approval', 'scheduled'], to: 'draft' },
  correct: { from: ['published'], to: 'same' },
  expire: { from: ['published'], to: 'expired' },
  withdraw: { from: ['published'], to: 'withdrawn' },
} as const satisfies Record<NoticeAction, { from: readonly NoticeState[]; to: NoticeState | 'same' }>

/** @returns the state after an action; undefined where it is not allowed */
export function nextNoticeState(state: NoticeState, action: NoticeAction): NoticeState | undefined {
  const transition: { from: readonly NoticeState[]; to: NoticeState | 'same' } = noticeTransitions[action]
  if (!transition.from.includes(state)) return undefined
  return transition.to === 'same' ? state : transition.to
}

export const possibleNoticeActions = (state: NoticeState): readonly NoticeAction[] =>
  noticeActions.filter((action) => nextNoticeState(state, action) !== undefined)

/** How urgent it is. Emergencies are never muted. */
export const urgencies = { routine: '一般', important: '重要', emergency: '紧急' } as const
export type Urgency = keyof typeof urgencies
export const urgencyCodes = Object.keys(urgencies) as [Urgency, ...Urgency[]] // the keys of the very object the type is of

/** Characters a notice's text may have. */
export const mostNoticeText = 5000
/** Places a fence names, and leaves out, at most: what is published at once is one transaction. */
export const mostFencePlaces = 40
export const mostNoticeFiles = 9
export const mostQuestions = 5
/** Handed over to workers at once. */
export const mostVisits = 500

/** What may stand in a text in braces, filled in for whoever reads it. */
export const placeholders = ['姓名', '住址'] as const
export type Placeholder = (typeof placeholders)[number]

/** @returns the placeholders of a text that mean nothing, each once */
export const unknownPlaceholders = (text: string): readonly string[] => unknownAmong(placeholders, text)

/** A text as one person reads it. What is not known of them is left out with its braces. */
export const fillPlaceholders = (text: string, known: Readonly<Partial<Record<Placeholder, string>>>): string =>
  filledIn(placeholders, text, known)

/** Why a notice waits for somebody else's word. */
export type ApprovalReason = 'emergency' | 'beyond-community'

export const approvalReasons: Readonly<Record<ApprovalReason, string>> = {
  emergency: '紧急通知要经审批后发布',
  'beyond-community': '发往一个社区以外的通知要经审批后发布',
}

/** @returns why a notice is approved before it is published; undefined where its author may publish it */
export function approvalNeeded(asked: {
  readonly urgency: Urgency
  /** Whether all it goes to lies in one community. */
  readonly inOneCommunity: boolean
  /** Whether the author may approve for every place it goes to. */
  readonly mayApprove: boolean
}): ApprovalReason | undefined {
  if (asked.mayApprove) return undefined
  if (asked.urgency === 'emergency') return 'emergency'
  return asked.inOneCommunity ? undefined : 'beyond-community'
}
